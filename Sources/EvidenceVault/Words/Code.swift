import Sealing

/// The code of a record: a letter and six Crockford base32 letters, `T-7K2M9X`.
///
/// Codes are random, tell nothing, and are short enough for the telephone.
public struct Code: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What the code is of.
  public enum Letter: Character, Sendable {
    case source = "S"
    case testimony = "T"
    case excerpt = "E"
    case drop = "D"
    case reveal = "R"
    case kit = "K"
    case attachment = "A"
  }

  /// Upper case, with its hyphen.
  public let text: String

  /// Draws a new one: 30 random bits; 24 for an excerpt.
  ///
  /// An excerpt's code stands in what leaves. From all letters chance spelled a short name once in
  /// some hundred codes, and the screen rightly refused the release; consonants spell none.
  static func random(_ letter: Letter) -> Code {
    let alphabet = Array(
      letter == .excerpt ? "BCDFGHJKMNPQRSTZ" : "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    return Code(
      unchecked: "\(letter.rawValue)-"
        + String((0..<6).map { _ in alphabet[Int(Random.below(UInt32(alphabet.count)))] }))
  }

  /// Reads what a person typed: case does not count, O is 0, I and L are 1.
  public init?(_ typed: String, _ letter: Letter) {
    let parts = typed.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == String(letter.rawValue) else { return nil }
    let rest = Crockford.normalise(String(parts[1]))
    guard rest.count == 6, rest.allSatisfy("0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains) else {
      return nil
    }
    text = "\(letter.rawValue)-\(rest)"
  }

  private init(unchecked text: String) { self.text = text }

  /// A code whose six letters come from a hash.
  init(hashed letters: String, _ letter: Letter) {
    precondition(letters.count == 6)
    text = "\(letter.rawValue)-\(letters)"
  }

  /// A code as it lies in a sealed record.
  init(stored text: String) { self.text = text }

  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  public var description: String { text }
}
