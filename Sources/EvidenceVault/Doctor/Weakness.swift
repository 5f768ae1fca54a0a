/// Something that may cost a vault its secrets or its records, and that can be mended.
public enum Weakness: Equatable, Sendable {
  /// Nobody else could admit or remove anybody.
  case oneSteward(String)
  /// With this member's keys the records of the role are lost.
  case oneHolder(Role, String)
  /// No shares on paper give anything back when a passphrase is forgotten.
  case noRecovery
  /// A departed member has the role's keys; each of the holders opens the next epoch by any command.
  case closed(Role, holders: [String])
  /// A steward has entitled, and no holder has given the keys.
  case keysAwaited(String, Role, holders: [String])
  /// Somebody asks to be admitted, in so many requests.
  case requestWaiting(String, Int)
  /// So many drops wait in the inbox, the oldest since then.
  case dropsWaiting(Int, since: String)
  /// No entry of the log is by this member since then, which is longer than ``Session/silence``.
  case silent(String, since: String)
  /// So many records are under keys that departed members may have kept.
  case keptKeys(Int, members: [String])
  /// Guessing passphrases costs the least that a vault may ask for.
  case cheapPassphrases
}

/// What would be lost with a member's keys.
public struct MemberLoss: Equatable, Sendable {
  public let member: String
  /// Whether nobody else could admit or remove anybody.
  public let lastSteward: Bool
  /// Each role whose keys the member holds.
  public let roles: [RoleLoss]
  /// Records that nobody could open any more, by kind, as in ``CheckedRecords/kind``.
  public let records: [(kind: String, count: Int)]
  /// Details of the log that nobody could open any more.
  public let details: UInt64

  public struct RoleLoss: Equatable, Sendable {
    public let role: Role
    /// Who else holds the keys; nobody else means that the role's records are lost.
    public let others: [String]
  }

  public static func == (a: MemberLoss, b: MemberLoss) -> Bool {
    a.member == b.member && a.lastSteward == b.lastSteward && a.roles == b.roles
      && a.details == b.details && a.records.map(\.kind) == b.records.map(\.kind)
      && a.records.map(\.count) == b.records.map(\.count)
  }
}
