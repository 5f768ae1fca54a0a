/// A role's seed on its way to a member, and to a role's next epoch.
///
/// grant = crypto_box_seal(member's key, seed (32) ‖ version (1) ‖ role context (21) ‖ length of
/// tail (1) ‖ tail ‖ zeros to 320 bytes): 368 bytes, so that no grant tells its role by its size. A sealed box does not say who made it, so the receiver compares the public keys
/// that the seed gives with those that the verified roster names.
extension RoleKeys {
  private static let grantSize = 320
  /// The most bytes that go along.
  public static let grantTailLimit = 200

  /// Seals the seed to a member, with up to ``grantTailLimit`` public bytes that go along.
  public borrowing func grant(
    to member: BoxPublicKey, tail: [UInt8] = []
  ) throws(SealingError) -> [UInt8] {
    try member.seal(
      seed, head(tail.count) + tail + Self.zeros(after: tail.count))
  }

  /// As ``grant(to:tail:)``, with a secret in front of the tail that never leaves locked memory;
  /// the receiver takes it with ``GrantedRole/takeSecret(_:)``.
  public borrowing func grant(
    to member: BoxPublicKey, carrying secret: borrowing SecretBytes, tail: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    let length = secret.count + tail.count
    let front = try seed.joined(with: head(length)).joined(with: secret)
    return try member.seal(front, tail + Self.zeros(after: length))
  }

  private borrowing func head(_ length: Int) -> [UInt8] {
    precondition(length <= Self.grantTailLimit)
    return [1] + context.bytes + [UInt8(length)]
  }

  private static func zeros(after length: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: grantSize - 32 - 23 - length)
  }

  /// Opens a grant and checks that it is for this role and epoch.
  ///
  /// - Parameter expecting: the public keys of the roster; `nil` only for the first look of a
  ///   newcomer, who has no key to read the roster with and compares afterwards.
  /// - Throws: ``SealingError/notAuthentic`` when it does not open, or gives other keys.
  public static func open(
    grant: [UInt8], by member: borrowing MemberKeys, _ context: RoleContext,
    expecting: RolePublicKeys?
  ) throws(SealingError) -> GrantedRole {
    let opened = try open(grant, by: member)
    guard opened.context == context else { throw .notAuthentic }
    if let expecting, opened.keys.publicKeys != expecting { throw .notAuthentic }
    return opened
  }

  /// Opens a newcomer's first grant, whose epoch is not known beforehand.
  public static func open(
    firstGrant grant: [UInt8], by member: borrowing MemberKeys, role: UInt8
  ) throws(SealingError) -> GrantedRole {
    let opened = try open(grant, by: member)
    guard opened.context.vault == member.vault, opened.context.role == role else {
      throw .notAuthentic
    }
    return opened
  }

  private static func open(
    _ grant: [UInt8], by member: borrowing MemberKeys
  ) throws(SealingError) -> GrantedRole {
    guard grant.count == grantSize + BoxPublicKey.overhead else { throw .notAuthentic }
    let plain = try member.box.openSecret(grant)
    // seed (32) ‖ version (1) ‖ vault (16) ‖ role (1) ‖ epoch (4) ‖ length (1): 55 bytes.
    let head = plain.withBytes { span in (32..<55).map { span[$0] } }
    let length = Int(head[22])
    guard head[0] == 1, let vault = VaultID(head[1..<17]), length <= grantTailLimit,
      plain.withBytes({ span in ((55 + length)..<grantSize).allSatisfy { span[$0] == 0 } })
    else { throw .notAuthentic }
    let epoch = head[18..<22].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return GrantedRole(
      keys: try RoleKeys(
        seed: try plain.part(0..<32), RoleContext(vault: vault, role: head[17], epoch: epoch)),
      rest: try plain.part(55..<(55 + length)))
  }

  /// Seals the predecessor's seed under this epoch, so that its holders read older chain rows.
  public borrowing func carry(_ predecessor: borrowing RoleKeys) -> [UInt8] {
    AEAD.seal(predecessor.seed, under: wrapping, bound: Label.roleCarry.prefixed([context.bytes]))
  }

  /// Opens the seed of the epoch before this one.
  public borrowing func predecessor(carried: [UInt8]) throws(SealingError) -> RoleKeys {
    guard context.epoch > 1 else { throw .malformed }
    let before = RoleContext(vault: context.vault, role: context.role, epoch: context.epoch - 1)
    return try RoleKeys(
      seed: try AEAD.openSecret(
        carried, under: wrapping, bound: Label.roleCarry.prefixed([context.bytes])), before)
  }
}

/// What a grant gave: the keys, and what went along.
public struct GrantedRole: ~Copyable {
  public let keys: RoleKeys
  /// In locked memory, because a secret may stand in front.
  private let rest: SecretBytes

  init(keys: consuming RoleKeys, rest: consuming SecretBytes) {
    self.keys = keys
    self.rest = rest
  }

  var context: RoleContext { keys.context }

  /// What went along, as ordinary bytes: for tails without a secret.
  public var tail: [UInt8] { tail(from: 0) }

  /// What went along behind a secret of `start` bytes; empty when there is less.
  public borrowing func tail(from start: Int) -> [UInt8] {
    rest.withBytes { span in (min(start, span.count)..<span.count).map { span[$0] } }
  }

  /// The secret of `count` bytes that went along in front.
  ///
  /// - Throws: ``SealingError/malformed`` when there are fewer.
  public borrowing func takeSecret(_ count: Int) throws(SealingError) -> SecretBytes {
    guard count >= 0, count <= rest.count else { throw .malformed }
    return try rest.part(0..<count)
  }

  /// Takes the keys out.
  public consuming func takeKeys() -> RoleKeys { keys }
}
