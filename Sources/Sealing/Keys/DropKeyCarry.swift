/// What a role's epoch keeps of an earlier one for those who still seal to it: the seed of its X25519
/// pair, and of nothing else.
///
/// cell = sealed(box seed (32)) under the wrapping key, bound to label role/drop-key, role context
/// and the earlier epoch (4): 72 bytes. The seed opens what outsiders sealed to that epoch; wraps,
/// rows and grants of it stay shut. Docs/Specs/field-kit.md says how long one is kept.
extension RoleKeys {
  /// How long a carried seed is.
  public static let carriedDropKeySize = 72

  /// Seals the box seed of an earlier epoch of the same role.
  ///
  /// - Throws: ``SealingError/lockedMemoryUnavailable``.
  public borrowing func carryDropKey(
    of earlier: borrowing RoleKeys
  ) throws(SealingError) -> [UInt8] {
    let seed = try KeyedHash.secret(earlier.seed, .roleBox, earlier.context.bytes)
    return AEAD.seal(seed, under: wrapping, bound: bound(earlier.context.epoch))
  }

  /// Seals anew what the epoch before had carried.
  ///
  /// - Throws: ``SealingError/notAuthentic`` when it was not carried by `old`, or for another epoch.
  public borrowing func carryDropKeyOn(
    _ carried: [UInt8], epoch: UInt32, from old: borrowing RoleKeys
  ) throws(SealingError) -> [UInt8] {
    AEAD.seal(try old.dropSeed(carried, epoch), under: wrapping, bound: bound(epoch))
  }

  /// The pair of an earlier epoch. Who made the cell is not known: compare the public key.
  ///
  /// - Throws: ``SealingError/notAuthentic``.
  public borrowing func dropKey(
    carried: [UInt8], epoch: UInt32
  ) throws(SealingError) -> BoxKey {
    try BoxKey(seed: try dropSeed(carried, epoch))
  }

  private borrowing func dropSeed(
    _ carried: [UInt8], _ epoch: UInt32
  ) throws(SealingError) -> SecretBytes {
    guard carried.count == Self.carriedDropKeySize else { throw .notAuthentic }
    return try AEAD.openSecret(carried, under: wrapping, bound: bound(epoch))
  }

  private borrowing func bound(_ epoch: UInt32) -> [UInt8] {
    Label.roleDropKey.prefixed([context.bytes, epoch.bigEndianBytes])
  }
}
