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
  }

  /// The findings of a text in the order of their beginnings.
  ///
  /// - Parameters:
  ///   - shown: the words of the parts, in order; only white space may differ.
  ///   - parts: where the words come from.
  func findings(in shown: String, of part: Spot.Part, from parts: [ReleasePart]) -> [ExcerptFinding]
  {
    let bytes = Array(shown.utf8)
    var marks = Self.marks(shown, parts)
    for range in kept(bytes) {
      for byte in range { marks[byte].counts = false }
    }
    return Detectors.findings(in: bytes, language: language).compactMap { finding in
      let inside = marks[finding.range]
      guard let first = inside.first(where: \.counts) else { return nil }
      if Self.coarse.contains(finding.kind), inside.contains(where: \.isCoarse) { return nil }
      let raw = inside.map(\.raw).filter { !$0.isEmpty }
      let spot = Spot(
        part: part, from: raw.map(\.lowerBound).min() ?? 0, to: raw.map(\.upperBound).max() ?? 0)
      let decision = review.decision(on: finding.kind.rawValue, spot)
      return ExcerptFinding(
        finding, place: parts[inside.first?.part ?? first.part].place, spot, in: bytes,
        language, decision: decision,
        isOpen: decision == nil && policy.needsDecision(finding.kind.rawValue))
    }
  }

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
                isCoarse: piece.kind == .quantity)
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
