import Sealing
import Storage

extension Session {
  /// What a member could open, did and was given; of a removed one, too.
  ///
  /// An auditor gets what the log says was opened, an editor what was released as well; either is
  /// logged before it is read. The rest every member's program knows from verifying the vault.
  ///
  /// - Throws: ``VaultRefusal/notAMember`` for a handle that nobody has or had.
  public func exposure(of handle: String) throws(VaultError) -> MemberExposure {
    try vaultErrors {
      try read { _ in }
      guard state.roster.members.values.contains(where: { $0.handle == handle }) else {
        throw VaultError.refused(.notAMember)
      }
      if [Role.auditor, .editor].contains(where: { state.roster.holds(myID, $0) }) {
        try write { try $0.log(.exposureRead, [handle], reason: "") }
      }
      return try read { reader in
        let roster = self.state.roster
        let who = Set(roster.members.filter { $0.value.handle == handle }.keys)
        var tenure = Tenure(of: who, self.lookup)
        try self.walk(reader.store).run { tenure.follow($0, $1, $2) }
        return try self.exposure(handle, tenure, reader)
      }
    }
  }

  private func exposure(
    _ handle: String, _ tenure: Tenure, _ reader: Reader
  ) throws -> MemberExposure {
    let roster = state.roster
    guard let admitted = tenure.admitted,
      let keys = tenure.who.compactMap({ roster.members[$0] }).first(where: {
        $0.successor == nil
      })?.keys
    else { throw VaultError.integrity(.roster(0)) }
    let opened =
      roster.holds(myID, .auditor) ? try openings(tenure.own, reader.store) : nil
    let released =
      roster.holds(myID, .editor) ? try receipts(handle, tenure.who, reader) : nil
    let acts = Self.counts(tenure.own)
    let through = tenure.through.compactMap { roster.members[$0] }
      .filter { !$0.removed }.map(\.handle).sorted()
    return MemberExposure(
      member: handle, fingerprint: keys.fingerprint(in: roster.vault, genesis: roster.genesis),
      admitted: admitted, left: tenure.left?.moment, lost: tenure.left?.act == .memberLost,
      rights: tenure.rights, keys: tenure.keys, records: tenure.traces.exposures,
      entries: tenure.reach[.member] ?? 0, details: tenure.reach[.auditor] ?? 0, acts: acts,
      through: through, opened: opened, released: released,
      lasting: MemberExposure.lasting(tenure, acts, through, released))
  }

  private static func counts(_ entries: [LogEntry]) -> [MemberExposure.ActCount] {
    Dictionary(grouping: entries, by: \.act).sorted { $0.key.rawValue < $1.key.rawValue }.map {
      MemberExposure.ActCount(
        act: "\($0.key)", times: $0.value.count, first: Timestamp.text($0.value[0].time),
        last: Timestamp.text($0.value[$0.value.count - 1].time))
    }
  }
}

extension MemberExposure {
  fileprivate static func lasting(
    _ tenure: Tenure, _ acts: [ActCount], _ through: [String], _ released: Receipts?
  ) -> [Lasting] {
    let records = tenure.traces.exposures.contains { $0.records > 0 }
    let did = Set(acts.map(\.act))
    return Lasting.allCases.filter { lasting in
      switch lasting {
      case .copies: records
      case .oldFiles, .history: true
      case .details: tenure.reach[.auditor] != nil
      case .drops: tenure.keys.contains { $0.role == Role.custodian.word }
      case .releases: did.contains("\(Act.exported)")
      case .answers:
        did.contains("\(Act.revealRead)") || released?.answers.isEmpty == false
      case .through: !through.isEmpty
      }
    }
  }
}
