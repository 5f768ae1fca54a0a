import Anonymity

/// A place of an excerpt that may identify somebody whom no record knows: a guess, for a person to
/// decide on.
public struct ExcerptFinding: Codable, Equatable, Sendable {
  /// "title", or "sentence 3" with the number that the sentence has in the testimony. What reaches
  /// over several sentences is placed where it begins.
  public let place: String
  /// What it may be, in a word: `phone`, `person_name`, `counted_group`, ….
  public let kind: String
  /// Why it was found, in a word: `shape`, `title`, `group`, ….
  public let reason: String
  /// `low`, `medium` or `high`.
  public let confidence: String
  /// The words as they would leave, on one line.
  public let words: String

  init(_ finding: Finding, place: String, words: String) {
    self.place = place
    kind = finding.kind.rawValue
    reason = finding.reason.rawValue
    confidence =
      switch finding.confidence {
      case .low: "low"
      case .medium: "medium"
      case .high: "high"
      }
    self.words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
