import Anonymity

/// Runs the detectors over words as they leave, and says where in the testimony a finding stands.
///
/// What the redactor put in is no finding, nor is what the vault knows and a policy or a consent
/// keeps: a finding counts only if a letter or digit of it is neither.
struct FindingSearch {
  let language: Language
  /// Where a text names what the vault knows and keeps.
  let kept: ([UInt8]) -> [Range<Int>]

  /// What is known of one byte of the shown text.
  private struct Mark {
    /// Index of the part it comes from.
    var part: Int
    /// A letter or digit of words that nobody put in and nobody knows.
    var counts: Bool
    /// Told more coarsely because the policy says so.
    var isCoarse = false
  }

  /// The findings of a text in the order of their beginnings.
  ///
  /// - Parameters:
  ///   - shown: the words of the parts, in order; only white space may differ.
  ///   - parts: where the words come from.
  func findings(in shown: String, from parts: [ReleasePart]) -> [ExcerptFinding] {
    let bytes = Array(shown.utf8)
    var marks = Self.marks(shown, parts)
    for range in kept(bytes) {
      for byte in range { marks[byte].counts = false }
    }
    return Detectors.findings(in: bytes, language: language).compactMap { finding in
      guard let first = marks[finding.range].first(where: \.counts) else { return nil }
      if Self.coarse.contains(finding.kind), marks[finding.range].contains(where: \.isCoarse) {
        return nil
      }
      return ExcerptFinding(
        finding, place: parts[marks[finding.range].first?.part ?? first.part].place,
        words: String(decoding: bytes[finding.range], as: UTF8.self))
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
        for scalar in piece.text.unicodeScalars where !scalar.properties.isWhitespace {
          source.append(
            (
              scalar,
              Mark(
                part: index, counts: stays && isWord(scalar), isCoarse: piece.kind == .quantity)
            ))
        }
      }
    }
    var marks: [Mark] = []
    marks.reserveCapacity(shown.utf8.count)
    var at = 0
    for scalar in shown.unicodeScalars {
      var mark = Mark(part: marks.last?.part ?? 0, counts: false)
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
