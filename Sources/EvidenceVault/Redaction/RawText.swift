import Anonymity

/// Text in which people can be recognised.
///
/// There are two ways out: through the redactor, and through ``reveal(by:)``, which takes a
/// custodian's permit. It cannot be printed, compared or encoded.
public struct RawText: Sendable {
  private let bytes: [UInt8]

  /// - Throws: ``InputFault`` for text that is empty, not UTF-8 or has a NUL byte.
  init(_ bytes: [UInt8]) throws(InputFault) {
    guard !bytes.isEmpty else { throw .emptyText }
    if let nul = bytes.firstIndex(of: 0) { throw .nulByte(byte: nul) }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .notUTF8(byte: UTF8Check.firstFault(bytes))
    }
    self.bytes = bytes
  }

  /// The text as it was handed in.
  public func reveal(by permit: borrowing Permit<CustodianRole>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces every known identifier by what the policy says, piece by piece.
  ///
  /// - Parameters:
  ///   - ranges: only whom these name gets a letter; `nil` for all of the text.
  ///   - insertions: what else is replaced.
  ///   - left: where somebody decided that a doubtful name stays.
  func redacted(
    by redactor: Redactor, keeping ranges: [Range<Int>]? = nil,
    inserting insertions: [Insertion] = [], leaving left: [Range<Int>] = [],
    register: inout LabelRegister
  ) -> [Piece] {
    redactor.pieces(
      of: bytes, keeping: ranges, inserting: insertions, leaving: left, register: &register)
  }

  /// What will be replaced in it, but for the letters.
  func plan(by redactor: Redactor, inserting insertions: [Insertion] = []) -> RedactionPlan {
    redactor.plan(of: bytes, inserting: insertions)
  }

  /// What somebody has to decide on in it.
  func doubts(by redactor: Redactor, decided: [Range<Int>] = []) -> [Doubt] {
    redactor.doubts(in: bytes, decided: decided)
  }

  /// Sentences as byte ranges.
  func sentences() -> [Range<Int>] {
    Sentences.cut(String(decoding: bytes, as: UTF8.self))
  }
}

/// A piece of a redacted text: words that stay, or what stands for an identifier.
struct Piece: Codable, Equatable, Sendable {
  let text: String
  /// Whom a mention points to; `nil` for words that stay.
  let entity: String?
  /// Of what kind that is for which the piece stands.
  let kind: MentionKind?
  /// Which bytes of the raw text the piece stands for; not stored.
  let range: Range<Int>
  /// A particle that was made anew for a label before it, also where it came out as it stood; not
  /// stored. That it stayed the same would tell how the name ended.
  let isFitted: Bool

  init(
    text: String, range: Range<Int>, entity: String? = nil, kind: MentionKind? = nil,
    isFitted: Bool = false
  ) {
    self.text = text
    self.range = range
    self.entity = entity
    self.kind = kind
    self.isFitted = isFitted
  }

  private enum CodingKeys: CodingKey { case text, entity, kind }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    text = try container.decode(String.self, forKey: .text)
    entity = try container.decodeIfPresent(String.self, forKey: .entity)
    kind = try container.decodeIfPresent(MentionKind.self, forKey: .kind)
    range = 0..<0
    isFitted = false
  }
}
