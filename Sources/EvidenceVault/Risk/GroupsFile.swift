public import Anonymity

/// Groups of people as a custodian states them in a YAML file.
public struct GroupsFile: Equatable, Sendable {
  /// The most bytes that a file may have.
  public static let limit = 256 << 10
  private static let most = 1_000
  private static let largest = 1_000_000_000

  public let groups: [ReferenceGroup]

  /// Reads a file. Every key must be known and stand once.
  ///
  /// - Throws: ``InputFault/document(line:column:expected:)`` with the place and what was expected
  ///   there; never what stands there.
  public init(yaml bytes: [UInt8]) throws(InputFault) {
    let file = try SourceMapping(yaml: bytes, limit: Self.limit)
    try file.allow(["groups"])
    try file.demand(["groups"])
    groups = try file.maps("groups", Self.group)
    guard groups.count <= Self.most else { throw file.fault("groups", "at most 1,000 groups") }
  }

  private static func group(_ entry: SourceMapping) throws(InputFault) -> ReferenceGroup {
    try entry.allow(["name", "place", "employer", "size", "members"])
    try entry.demand(["name", "size"])
    let group = ReferenceGroup(
      name: try entry.word("name") ?? "", place: try entry.word("place"),
      employer: try entry.word("employer"), size: try entry.count("size", upTo: largest) ?? 1,
      members: try entry.counts("members", upTo: largest))
    guard !group.name.isEmpty else { throw entry.fault("name", "text") }
    guard group.place != nil || group.employer != nil else {
      throw entry.fault("place", "a place or an employer")
    }
    guard group.members.values.reduce(0, +) <= group.size else {
      throw entry.fault("members", "members that are together at most the size")
    }
    return group
  }
}

/// The groups of a vault.
struct GroupsRecord: Codable, Sendable {
  /// There is one for the vault.
  static let code = "groups"

  let version: Version1
  let groups: [ReferenceGroup]
}

extension Session {
  /// States groups in place of all that were stated before; none takes them out.
  public func setGroups(
    _ file: GroupsFile, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      try write { transaction in
        try transaction.put(
          .groups, GroupsRecord.code, listing: [],
          body: try Codec.encode(GroupsRecord(version: Version1(), groups: file.groups)))
        try transaction.log(.groupsSet, ["\(file.groups.count)"], reason: "")
      }
    }
  }

  /// The groups as they were stated; logged before they are opened.
  public func groups(
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [ReferenceGroup] {
    try vaultErrors {
      try write { try $0.log(.riskRead, [GroupsRecord.code], reason: "") }
      return try write { try $0.groups() }
    }
  }
}

extension Transaction {
  func groups() throws -> [ReferenceGroup] {
    guard try reader.leaf(.groups, GroupsRecord.code) != nil else { return [] }
    return try Codec.decode(GroupsRecord.self, try open(.groups, GroupsRecord.code)).groups
  }
}
