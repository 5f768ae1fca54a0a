/// What a custodian reads before an excerpt is approved: what the source agreed to in words, beside
/// what the program will say.
///
/// That a description is no finer than the one agreed to is for a person to judge. The program checks
/// only that it holds nothing that the record lists.
public struct Agreement: Equatable, Sendable {
  public let source: Code
  /// The description that the source agreed to.
  public let description: String?
  /// What labels will call the source, by language tag.
  public let describeAs: [String: String]
  /// What must be met before anything leaves.
  public let conditions: [String]
  /// When the consent was withdrawn: ISO 8601, UTC.
  public let withdrawn: String?

  /// Whether there is anything to read.
  public var saysNothing: Bool {
    description == nil && conditions.isEmpty && withdrawn == nil
  }
}

extension Session {
  /// What the source of an excerpt or testimony agreed to in words; logged as an opening of the record
  /// before it is given out.
  ///
  /// - Parameter code: of an excerpt, or of a testimony.
  /// - Throws: ``VaultError/notFound``.
  public func agreement(
    for code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Agreement {
    try vaultErrors {
      try write { transaction in
        let isExcerpt = code.text.first == Code.Letter.excerpt.rawValue
        let testimony = isExcerpt ? try transaction.excerpt(code).testimony : code
        let original = try Codec.decode(
          OriginalRecord.self, try transaction.open(.original, testimony.text))
        let record = try transaction.source(original.source)
        try transaction.log(.sourceOpened, [record.code.text, code.text], reason: "")
        return Agreement(
          source: record.code, description: record.document.consent.description,
          describeAs: record.document.describeAs,
          conditions: record.document.consent.conditions, withdrawn: record.withdrawn?.at)
      }
    }
  }
}
