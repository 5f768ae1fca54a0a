import Sealing

@testable import EvidenceVault
@testable import Storage

extension InMemoryState {
  /// The rows without records and details that were there before.
  func newer(than before: InMemoryState) -> InMemoryState {
    var rows = self
    for (id, row) in before.records where rows.records[id]?.body == row.body {
      rows.records[id] = nil
    }
    for number in before.details.keys { rows.details[number] = nil }
    return rows
  }

  /// How many records there are of each kind.
  func kinds(_ lookup: Lookup) -> [RecordKind: Int] {
    Dictionary(
      grouping: leaves.all.compactMap { MapKey($0.key.bytes).flatMap(lookup.kind(of:)) },
      by: { $0 }
    ).mapValues(\.count).filter { $0.key != .rosterHead }
  }
}

extension Office {
  /// Writes records of most kinds, as a custodian's roles allow.
  func writeLater(_ session: Session) throws {
    let custodian = try session.permit(CustodianRole.self)
    let researcher = try session.permit(ResearcherRole.self)
    let added = try session.addTestimony(
      Self.testimonyFile(8), source: .document(Self.strangerFile), by: custodian)
    try session.addNote("later", to: added.testimony, by: researcher)
    let draft = try session.draftExcerpt(
      of: added.testimony, audience: "desk", policy: "public", selection: "1-2", by: researcher)
    try session.approve(draft, conditionsMet: true, reason: "", by: custodian)
    _ = try session.handIn(Self.testimonyFile(9), source: Self.sourceFile)
  }

  /// Keys of another passphrase for a handle.
  func freshBadge(_ handle: String) throws -> Badge {
    let header = try store.read { try Header($0) }
    return Badge(
      handle,
      try header.keys(
        try EvidenceVaultTests.phrase("megar-tilon-basik-rodun"), handle: handle))
  }
}
