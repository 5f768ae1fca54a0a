public import Screen

extension Session {
  /// What a text from outside, such as an article about to be published, would give away.
  ///
  /// Both searches look for everybody whom the vault knows. The log keeps that a text was screened,
  /// before anything is found; neither the text nor its name.
  ///
  /// - Parameters:
  ///   - format: what the bytes are; it decides what may be called cut off.
  ///   - fileName: is searched, too.
  ///   - audience: who speaks there under the own name is left out; `nil` protects everybody.
  ///   - policy: kinds that it keeps are left out; that of working copies when `nil`, which keeps
  ///     places.
  /// - Throws: ``VaultRefusal/screen(_:)`` for a text that cannot be checked;
  ///   ``InputFault/unknownPolicy``, ``InputFault/audience``.
  public func screen(
    text: [UInt8], format: OutputFormat, fileName: String?, audience: String? = nil,
    policy: String? = nil, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> TextScreening {
    try vaultErrors {
      if let audience, !Audience.isValid(audience) { throw InputFault.audience }
      let (people, rules) = try write { transaction in
        let rules = try transaction.policy(policy ?? "internal", for: audience ?? "")
        try transaction.log(.textScreened, [audience, policy].compactMap { $0 }, reason: "")
        return (try transaction.people(), rules)
      }
      return try TextSearch(people: people, policy: rules, audience: audience ?? "").run(
        Outgoing(bytes: text, format: format, fileName: fileName, metadata: []))
    }
  }
}
