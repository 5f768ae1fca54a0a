import Sealing
import Storage

/// A member's grant of the `member` role: found and opened with the member's own keys alone.
///
/// Its tail is: lookup key (32) ‖ the granter's pin (112), so that a new device starts with a pin.
struct FirstGrant {
  let held: HeldRole
  let lookup: Lookup
  let pin: Pin

  /// first 16 bytes of H(member/grant, vault id ‖ public keys).
  static func row(_ keys: MemberPublicKeys, _ vault: VaultID) -> RowID {
    RowID(Digest.of(.memberGrant, vault.bytes, keys.bytes).short) ?? RowID(high: 0, low: 0)
  }

  /// - Throws: ``VaultError/notAdmitted`` when there is no grant yet.
  static func open(_ store: any StoreReading, by me: borrowing MemberKeys) throws -> FirstGrant {
    guard let sealed = try store.cell(row(me.publicKeys, me.vault)) else {
      throw VaultError.notAdmitted
    }
    do {
      let granted = try RoleKeys.open(
        firstGrant: sealed, by: me, role: Role.member.rawValue)
      let key = try granted.takeSecret(32)
      guard let pin = Pin(granted.tail(from: 32)) else {
        throw VaultError.integrity(.grant(.member))
      }
      return FirstGrant(
        held: HeldRole(.member, granted.takeKeys()),
        lookup: try Lookup(key: key), pin: pin)
    } catch {
      throw VaultError.integrity(.grant(.member))
    }
  }

  /// Seals the current epoch, the lookup key and a pin to a member.
  static func seal(
    _ epoch: HeldRole, to member: MemberPublicKeys, lookup: Lookup, pin: Pin
  ) throws -> [UInt8] {
    try lookup.grant(epoch.keys, to: member.box, pin.bytes)
  }
}
