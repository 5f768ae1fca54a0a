/// One place of a text from outside that names somebody whom the vault knows.
public struct KnownInText: Codable, Equatable, Sendable {
  /// Which search found it. The two share no code, and may differ in doubtful places.
  public enum Finder: String, Codable, Sendable {
    case both, first, second
  }

  /// Counted from 1; a column is one Unicode scalar. Absent for a file name.
  public let line: Int?
  public let column: Int?
  /// "text", "title", "attribute", "comment", "script", "markup", "key" or "file name".
  public let part: String
  /// `name`, `phone`, ….
  public let kind: String
  /// Whose it is; several for what two people share.
  public let sources: [Code]
  /// What the person is to the source, in English; `nil` for the source.
  public let relation: String?
  /// What stands there, on one line.
  public let words: String
  public let finder: Finder
}

/// What a text from outside would give away.
public struct TextScreening: Codable, Equatable, Sendable {
  /// In the order of the text.
  public let known: [KnownInText]
  /// There are more than these.
  public let isCut: Bool
  /// What may identify somebody whom no record knows; guesses.
  public let advice: [TextAdvice]
}

/// A guess at what in a text may identify somebody whom no record knows.
public struct TextAdvice: Codable, Equatable, Sendable {
  public let line: Int
  public let column: Int
  /// `phone`, `person_name`, ….
  public let kind: String
  public let reason: String
  public let confidence: String
  public let words: String
  /// Whose it may be, as ``ExcerptFinding/persons``; empty for what no record knows.
  public let persons: [String]
}
