import Anonymity

extension Session {
  /// Adds a policy of the group's own, or a higher version of one. Drafts under that name are
  /// approved under the newest version.
  ///
  /// - Parameter yaml: the policy's file, as `evault policy check` takes it.
  /// - Throws: ``VaultRefusal/policyVersion`` for a built-in name or a version that is not higher;
  ///   ``InputFault/policy(_:)``.
  public func addPolicy(
    _ yaml: [UInt8], by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> PolicySummary {
    try vaultErrors {
      let policy: Policy
      do { policy = try Policy(yaml: yaml) } catch { throw InputFault.policy("\(error)") }
      guard !BuiltIn.names.contains(policy.name) else { throw VaultError.refused(.policyVersion) }
      return try write { transaction in
        if let known = try transaction.ownPolicy(policy.name),
          known.policyVersion >= policy.version
        {
          throw VaultError.refused(.policyVersion)
        }
        let summary = PolicySummary(policy, addedBy: self.handle)
        let record = PolicyRecord(
          version: Version1(), name: policy.name, policyVersion: policy.version,
          yaml: String(decoding: yaml, as: UTF8.self), addedBy: self.handle)
        try transaction.put(
          .policy, policy.name, listing: try Codec.encode(summary), body: try Codec.encode(record))
        try transaction.log(.policyAdded, [policy.name, "\(policy.version)"], reason: "")
        return summary
      }
    }
  }

  /// The built-in policies and the group's own, by name within each.
  public func policies(
    by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> [PolicySummary] {
    try vaultErrors {
      let own = try read { reader in
        let held = try self.holding(.editor, self.state, reader.store)
        return try reader.listings(PolicySummary.self, .policy, held, self.me)
          .sorted { $0.name < $1.name }
      }
      return try BuiltIn.summaries() + own
    }
  }

  /// A policy's file as it is written.
  ///
  /// - Throws: ``InputFault/unknownPolicy``.
  public func policyText(
    _ name: String, by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> String {
    if BuiltIn.names.contains(name) { return try BuiltIn.text(name) }
    return try vaultErrors {
      try read { reader in
        guard try reader.leaf(.policy, name) != nil else { throw InputFault.unknownPolicy }
        let held = try self.holding(.editor, self.state, reader.store)
        return try Codec.decode(
          PolicyRecord.self, try reader.open(.policy, name, held, self.me)
        ).yaml
      }
    }
  }
}

extension Transaction {
  /// A built-in policy or one of the group's own, in its newest version, as it is for an audience.
  ///
  /// - Throws: ``InputFault/unknownPolicy``.
  func policy(_ name: String, for audience: String) throws -> Policy {
    if BuiltIn.names.contains(name) { return try BuiltIn.policy(name).resolved(for: audience) }
    guard let own = try ownPolicy(name) else { throw InputFault.unknownPolicy }
    return try own.policy().resolved(for: audience)
  }

  fileprivate func ownPolicy(_ name: String) throws -> PolicyRecord? {
    guard try reader.leaf(.policy, name) != nil else { return nil }
    return try Codec.decode(PolicyRecord.self, try open(.policy, name))
  }
}
