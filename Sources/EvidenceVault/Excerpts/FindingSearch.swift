import Anonymity

/// Runs the detectors over words as they leave, and says where in the testimony a finding stands.
///
/// What the redactor put in is no finding, nor is what the vault knows and a policy or a consent
/// keeps: a finding counts only if a letter or digit of it is neither.
struct FindingSearch {
  let language: Language
  /// Where a text names what the vault knows and keeps.
  let kept: ([UInt8]) -> [Range<Int>]

  /// What was decided.
  let review: ReviewRecord
  let policy: Policy

  /// What was handed in: a title, or a text after its front matter.
  struct Source {
    let part: Spot.Part
    let bytes: [UInt8]
  }

  /// What is known of one byte of the shown text.
  private struct Mark {
    /// Index of the part it comes from.
    var part: Int
    /// A letter or digit of words that nobody put in and nobody knows.
    var counts: Bool
    /// The bytes of the original that it stands for; empty for layout.
    var raw: Range<Int>
    /// Told more coarsely because the policy says so.
    var isCoarse = false
    /// Of a label or note of ours, which no detector is to read as words of the text.
    var isOurs = false
  }

  /// The findings of a text in the order of their beginnings.
  ///
  /// - Parameters:
  ///   - shown: the words of the parts, in order; only white space may differ.
  ///   - parts: where the words come from.
  func findings(in shown: String, of source: Source, from parts: [ReleasePart]) -> [ExcerptFinding]
  {
    let bytes = Array(shown.utf8)
    var marks = Self.marks(shown, parts)
    for range in kept(bytes) {
      for byte in range { marks[byte].counts = false }
    }
    let read = Self.read(bytes, marks)
    let guessed = Detectors.findings(in: read, language: language)
    let echoes = Detectors.echoes(of: review.withheldNames(in: source), in: read).filter { echo in
      !guessed.contains { $0.kind == echo.kind && $0.range.overlaps(echo.range) }
    }
    let found = (guessed + echoes).sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap {
      told($0, at: $0.range, of: source, marks, bytes, parts)
    }
    return found + reworded(source, marks, bytes, parts, except: found)
  }

  /// A finding at a place of the shown text; `nil` where it holds nothing of the text's own.
  private func told(
    _ finding: Finding, at range: Range<Int>, of source: Source, _ marks: [Mark], _ bytes: [UInt8],
    _ parts: [ReleasePart]
  ) -> ExcerptFinding? {
    let inside = marks[range]
    guard let first = inside.first(where: \.counts) else { return nil }
    if Self.coarse.contains(finding.kind), inside.contains(where: \.isCoarse) { return nil }
    let raw = inside.map(\.raw).filter { !$0.isEmpty }
    let spot = Spot(
      part: source.part, from: raw.map(\.lowerBound).min() ?? 0,
      to: raw.map(\.upperBound).max() ?? 0)
    let decision = review.decision(on: finding.kind.rawValue, spot)
    return ExcerptFinding(
      finding, at: range, place: parts[inside.first?.part ?? first.part].place, spot, in: bytes,
      language,
      decision: decision, isOpen: decision == nil && policy.needsDecision(finding.kind.rawValue))
  }

  /// What points at one person in the words that stood there before the policy told them more
  /// coarsely: "the only foreman" is one person still as "the only person in charge".
  private func reworded(
    _ source: Source, _ marks: [Mark], _ bytes: [UInt8], _ parts: [ReleasePart],
    except found: [ExcerptFinding]
  ) -> [ExcerptFinding] {
    parts.flatMap { part -> [ExcerptFinding] in
      let changed = part.pieces.filter { $0.kind == .quantity }.map(\.range)
      guard !changed.isEmpty else { return [] }
      let said = part.pieces.reduce(into: (bytes: [UInt8](), raw: [Range<Int>]())) { said, piece in
        let isPlain = piece.entity == nil && piece.kind == nil
        let words =
          piece.kind == .quantity
          ? Array(source.bytes[piece.range]) : Self.read(Array(piece.text.utf8), ours: !isPlain)
        let isWhole = words.count == piece.range.count
        for (at, byte) in words.enumerated() {
          said.bytes.append(byte)
          let from = piece.range.lowerBound + at
          said.raw.append(isWhole ? from..<from + 1 : piece.range)
        }
      }
      return Detectors.findings(in: said.bytes, language: language).compactMap { finding in
        guard
          finding.kind == .rareEvent || finding.kind == .uniquePost && finding.reason == .context,
          let from = said.raw[finding.range].map(\.lowerBound).min(),
          let to = said.raw[finding.range].map(\.upperBound).max(),
          changed.contains(where: { $0.overlaps(from..<to) }),
          !found.contains(where: {
            $0.kind == finding.kind.rawValue && $0.spot.range.overlaps(from..<to)
          }),
          let low = marks.firstIndex(where: { $0.raw.overlaps(from..<to) }),
          let high = marks.lastIndex(where: { $0.raw.overlaps(from..<to) })
        else { return nil }
        return told(finding, at: low..<high + 1, of: source, marks, bytes, parts)
      }
    }
  }

  /// The text as the detectors read it: a label is one small word that means nothing.
  private static func read(_ bytes: [UInt8], _ marks: [Mark]) -> [UInt8] {
    var read = bytes
    for at in read.indices where marks[at].isOurs {
      read[at] = mask
      // After "defector D." a capital says as much as inside a sentence: two are a name.
      if at + 1 < read.count, !marks[at + 1].isOurs, bytes[at + 1] == UInt8(ascii: ".") {
        read[at + 1] = UInt8(ascii: " ")
      }
    }
    return read
  }

  private static func read(_ bytes: [UInt8], ours: Bool) -> [UInt8] {
    ours ? Array(repeating: mask, count: bytes.count) : bytes
  }

  private static let mask = UInt8(ascii: "x")

  /// What the policy has settled where it had the number told more coarsely.
  private static let coarse: Set<FindingKind> = [.date, .age, .countedGroup]

  /// A mark for each byte. Laying out a release moves white space only, so its other characters are
  /// those of the pieces in the same order.
  private static func marks(_ shown: String, _ parts: [ReleasePart]) -> [Mark] {
    var source: [(scalar: Unicode.Scalar, mark: Mark)] = []
    for (index, part) in parts.enumerated() {
      for piece in part.pieces {
        let stays = piece.entity == nil && piece.kind == nil
        var at = piece.range.lowerBound
        for scalar in piece.text.unicodeScalars {
          let next = at + UTF8.width(scalar)
          defer { at = next }
          if scalar.properties.isWhitespace { continue }
          // A piece that was put in stands for all of its range.
          let raw = stays && piece.text.utf8.count == piece.range.count ? at..<next : piece.range
          source.append(
            (
              scalar,
              Mark(
                part: index, counts: stays && isWord(scalar), raw: raw,
                isCoarse: piece.kind == .quantity,
                isOurs: !stays && piece.kind != .quantity && piece.kind != .place)
            ))
        }
      }
    }
    var marks: [Mark] = []
    marks.reserveCapacity(shown.utf8.count)
    var at = 0
    for scalar in shown.unicodeScalars {
      var mark = Mark(part: marks.last?.part ?? 0, counts: false, raw: 0..<0)
      if !scalar.properties.isWhitespace {
        while at < source.count, source[at].scalar != scalar { at += 1 }
        if at < source.count {
          mark = source[at].mark
          at += 1
        }
      }
      marks.append(contentsOf: repeatElement(mark, count: UTF8.width(scalar)))
    }
    return marks
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
