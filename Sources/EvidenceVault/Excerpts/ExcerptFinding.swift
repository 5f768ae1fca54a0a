import Anonymity

/// A place of an excerpt that may identify somebody whom no record knows: a guess, for a person to
/// decide on.
public struct ExcerptFinding: Encodable, Equatable, Sendable {
  /// Names the finding among those of its excerpt, as long as the text comes out the same there.
  public let id: String
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
  /// What stands before and after them, cut to 60 characters.
  public let before: String
  public let after: String
  /// The rest of the sentence round them, at most 900 bytes on either side; not in JSON.
  public let sentence: Surroundings
  /// More general words to put in their place, from the finer to the coarser; may be empty.
  public let suggestions: [String]
  /// Whose name it may be, likeliest first: `S-4K7QM2`, or `S-4K7QM2 2` for the second relative of
  /// the source file; empty for what no record knows.
  public let persons: [String]
  /// Their first listed names, in the same order; not in JSON.
  public let names: [String]
  /// The policy wants a decision, and nobody has made one.
  public let isOpen: Bool
  /// What was decided; `nil` for nothing.
  public let decision: Decision?
  let spot: Spot

  /// Every kind, in order.
  public static let kinds =
    Doubt.Reason.allCases.map(\.rawValue) + FindingKind.allCases.map(\.rawValue)

  /// What stands before some words and after them.
  public struct Surroundings: Equatable, Sendable {
    public let before: String
    public let after: String
  }

  private enum CodingKeys: CodingKey {
    case id, place, kind, reason, confidence, words, before, after, suggestions, persons, isOpen,
      decision
  }

  /// - Parameter range: of the words as they would leave.
  init(
    _ finding: Finding, at range: Range<Int>, place: String, _ spot: Spot, in text: [UInt8],
    _ language: Language,
    decision: Decision?, isOpen: Bool
  ) {
    self.init(
      kind: finding.kind.rawValue, reason: finding.reason.rawValue,
      confidence: "\(finding.confidence)", range, place: place, spot, in: text, persons: [],
      names: [],
      suggestions: {
        Suggestion.words(for: finding.kind, $0, in: language)
      }, decision: decision, isOpen: isOpen)
  }

  init(
    _ doubt: Doubt, place: String, _ spot: Spot, in text: [UInt8], persons: [String],
    names: [String], decision: Decision?, isOpen: Bool
  ) {
    self.init(
      kind: doubt.reason.rawValue, reason: "known_name", confidence: doubt.reason.confidence,
      doubt.range, place: place, spot, in: text, persons: persons, names: names,
      suggestions: { _ in [] },
      decision: decision, isOpen: isOpen)
  }

  private init(
    kind: String, reason: String, confidence: String, _ range: Range<Int>, place: String,
    _ spot: Spot, in text: [UInt8], persons: [String], names: [String],
    suggestions: (String) -> [String],
    decision: Decision?, isOpen: Bool
  ) {
    id = "\(spot.part.rawValue)-\(spot.from)-\(spot.to)-\(kind)"
    self.place = place
    self.kind = kind
    self.reason = reason
    self.confidence = confidence
    words = Self.line(text[range])
    before = String(Self.line(text[..<range.lowerBound].suffix(240)).suffix(60))
    after = String(Self.line(text[range.upperBound...].prefix(240)).prefix(60))
    sentence = Surroundings(
      before: Self.sentence(text[..<range.lowerBound].suffix(900), isBefore: true),
      after: Self.sentence(text[range.upperBound...].prefix(900), isBefore: false))
    self.suggestions = suggestions(words)
    self.persons = persons
    self.names = names
    self.isOpen = isOpen
    self.decision = decision
    self.spot = spot
  }

  /// The part of the last sentence, or of the first one, on one line.
  private static func sentence(_ bytes: ArraySlice<UInt8>, isBefore: Bool) -> String {
    // What was cut through a character at the far end is no letter of it.
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let cuts = Sentences.cut(String(decoding: text, as: UTF8.self))
    guard let cut = isBefore ? cuts.last : cuts.first else { return "" }
    // A sentence that has ended before the words is not theirs.
    let part = text[cut]
    if isBefore, part.suffix(2).allSatisfy({ $0 == 0x0A }), part.count > 1 { return "" }
    return line(part)
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    // A cut through a character shows as one replacement character, which says nothing.
    String(decoding: bytes, as: UTF8.self).filter { $0 != "\u{FFFD}" }
      .split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
