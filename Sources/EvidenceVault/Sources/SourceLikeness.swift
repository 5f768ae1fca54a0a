import Anonymity

/// A source that may be the person of a file: what the two have in common.
public struct SourceLikeness: Codable, Equatable, Sendable {
  public let source: Code
  /// Of "name", "phone", "email", "handle", "document".
  public let kinds: [String]
}

/// Compares a source file with the records that there are. It says "perhaps": a person decides.
struct LikenessSearch {
  private let document: SourceDocument
  private let names: SpellingSet

  init(_ document: SourceDocument) {
    self.document = document
    // Every spelling: 김철수 and Kim Chol-su are one name to a reader.
    names = SpellingSet(
      document.names + document.aliases
        + document.names.flatMap { NameVariants.of($0).map(\.text) })
  }

  func search(_ records: [SourceRecord]) -> [SourceLikeness] {
    records.compactMap { record in
      let kinds = kinds(record.document)
      return kinds.isEmpty ? nil : SourceLikeness(source: record.code, kinds: kinds)
    }.sorted { $0.source.text < $1.source.text }
  }

  private func kinds(_ other: SourceDocument) -> [String] {
    func meet(_ one: [String], _ two: [String], _ key: (String) -> String) -> Bool {
      let keys = Set(one.map(key)).subtracting([""])
      return two.contains { keys.contains(key($0)) }
    }
    var kinds: [String] = []
    if (other.names + other.aliases).contains(where: names.contains) { kinds.append("name") }
    if meet(document.phones, other.phones, Self.lastDigits) { kinds.append("phone") }
    if meet(document.emails, other.emails, { $0.lowercased() }) { kinds.append("email") }
    if meet(document.handles, other.handles, Self.lettersAndDigits) { kinds.append("handle") }
    if meet(
      document.documents.map(\.number), other.documents.map(\.number), Self.lettersAndDigits)
    {
      kinds.append("document")
    }
    return kinds
  }

  /// The national part of a number; nothing of a short one.
  private static func lastDigits(_ phone: String) -> String {
    let digits = phone.compactMap(\.wholeNumberValue).map(String.init)
    return digits.count < 7 ? "" : digits.suffix(8).joined()
  }

  private static func lettersAndDigits(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Session {
  /// Sources that a file may be of; logged by whoever opened the file. Gives out codes and kinds only.
  public func likenesses(
    of document: SourceDocument, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [SourceLikeness] {
    try vaultErrors {
      try read { reader in
        let held = try self.holding(.custodian, self.state, reader.store)
        let records = try reader.all(SourceRecord.self, .source, held, self.me)
        return LikenessSearch(document).search(records)
      }
    }
  }
}
