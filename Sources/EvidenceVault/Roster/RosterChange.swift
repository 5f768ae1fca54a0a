import Sealing

/// Bytes that stand as hexadecimal digits in signed JSON.
struct HexBytes: Codable, Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let bytes = Hex.decode(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not hexadecimal"))
    }
    self.bytes = bytes
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Hex.encode(bytes))
  }
}

/// The 16 bytes that name a member: a hash of the member's public keys.
struct MemberID: Hashable, Sendable, Codable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(from decoder: any Decoder) throws { bytes = try HexBytes(from: decoder).bytes }

  func encode(to encoder: any Encoder) throws { try HexBytes(bytes).encode(to: encoder) }
}

/// A member as the roster introduces one.
struct RosterMember: Codable, Hashable, Sendable {
  let handle: String
  let signing: HexBytes
  let box: HexBytes

  init(handle: String, keys: MemberPublicKeys) {
    self.handle = handle
    signing = HexBytes(keys.signing.bytes)
    box = HexBytes(keys.box.bytes)
  }

  var keys: MemberPublicKeys? {
    guard let box = BoxPublicKey(box.bytes), let signing = SigningPublicKey(signing.bytes) else {
      return nil
    }
    return MemberPublicKeys(box: box, signing: signing)
  }
}

/// The public keys of a role epoch as the roster names them.
struct RosterEpoch: Codable, Hashable, Sendable {
  let role: Role
  let number: UInt32
  let signing: HexBytes
  let box: HexBytes

  init(_ context: RoleContext, role: Role, keys: RolePublicKeys) {
    self.role = role
    number = context.epoch
    signing = HexBytes(keys.signing.bytes)
    box = HexBytes(keys.box.bytes)
  }

  var keys: RolePublicKeys? {
    guard let box = BoxPublicKey(box.bytes), let signing = SigningPublicKey(signing.bytes) else {
      return nil
    }
    return RolePublicKeys(box: box, signing: signing)
  }
}

/// One change of who may do what.
enum RosterChange: Codable, Hashable, Sendable {
  /// The vault begins: its founder, who holds every role, and the first epoch of each.
  case genesis(founder: RosterMember, epochs: [RosterEpoch], lookup: HexBytes)
  /// A steward admits a newcomer, with rights, and gives the `member` key.
  case admit(member: RosterMember, roles: [Role])
  /// A steward gives a right.
  case entitle(member: MemberID, role: Role)
  /// A steward takes a right; epochs that the member then holds without a right are closed.
  case revoke(member: MemberID, role: Role)
  /// A steward removes a member; every epoch that the member holds is closed.
  case remove(member: MemberID)
  /// A member takes new keys, signed by the old ones; every epoch that he holds is closed.
  case rekey(member: MemberID, keys: RosterMember)
  /// A holder has sealed the role's seed to an entitled member.
  case grant(member: MemberID, role: Role, epoch: UInt32)
  /// A holder opens the next epoch of a role, for exactly those who held and are entitled.
  case epoch(RosterEpoch, holders: [MemberID])
}

/// What is signed: version, number, the hash of the entry before, and the change.
struct RosterPayload: Codable, Sendable {
  let version: Version1
  let vault: HexBytes
  let number: UInt64
  let previous: HexBytes
  let change: RosterChange
}
