import Sealing

/// Once that a release was given out.
public struct Delivery: Codable, Equatable, Sendable {
  /// The handle of the member who exported it.
  public let by: String
  /// That of its log entry: ISO 8601, to the second, UTC.
  public let time: String
  /// `html`, `md`, `txt` or `json`.
  public let format: String
  /// Whether it was written under a file name of the member's own.
  public let ownName: Bool
}

/// All that became of a release since it was approved; sealed to the editors.
///
/// The vault knows who took a release, and not to whom that member gave it.
struct DeliveryRecord: Codable, Sendable {
  let version: Version1
  let code: Code
  var deliveries: [Delivery]
}

extension Session {
  /// Who took a release, when and in which format; the oldest first.
  ///
  /// The log's entries of exports are for auditors; this is for who has to call a release back.
  public func deliveries(
    of release: Code, by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> [Delivery] {
    try vaultErrors {
      try write { try $0.log(.excerptOpened, [release.text], reason: "") }
      return try read { reader in
        try reader.deliveries(
          release, try self.holding(.editor, self.state, reader.store), self.me)
      }
    }
  }
}

extension Reader {
  /// The deliveries of a release, the oldest first; none for what never left.
  func deliveries(
    _ release: Code, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> [Delivery] {
    guard try leaf(.delivery, release.text) != nil else { return [] }
    return try Codec.decode(
      DeliveryRecord.self, try open(.delivery, release.text, held, me)
    ).deliveries
  }
}

extension Transaction {
  /// The deliveries of a release, the oldest first; none for what never left.
  func deliveries(_ release: Code) throws -> [Delivery] {
    try reader.deliveries(release, try holding(.editor), session.me)
  }

  /// Keeps that a release is given out, and logs it: both or neither.
  func deliver(_ release: ReleaseRecord, _ format: String, fileName: String?) throws {
    let isOwn = fileName.map { $0 != "\(release.code).\(format)" } ?? false
    let delivery = Delivery(
      by: session.handle, time: Timestamp.text(nextTime()), format: format, ownName: isOwn)
    let record = DeliveryRecord(
      version: Version1(), code: release.code,
      deliveries: try deliveries(release.code) + [delivery])
    try put(.delivery, release.code.text, listing: [], body: try Codec.encode(record))
    try log(.exported, [release.code.text, release.audience, format], reason: "")
  }
}
