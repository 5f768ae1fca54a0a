import Foundation
import Sealing

/// A drop that was just sealed.
public struct SealedDrop: Sendable {
  /// What to tell a custodian.
  public let code: Code
  /// The file.
  public let bytes: [UInt8]
}

/// Sealing away from the vault: no vault, no passphrase, and nothing that opens it again.
extension FieldKit {
  /// Seals a testimony and who gave it to the custodians of the kit's vault, unsigned.
  ///
  /// Both files are checked as the vault would, so that the office is not surprised.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Throws: ``VaultError/input(_:)`` with the place of what is wrong;
  ///   ``FieldFault/kitExpired(_:)``.
  public func seal(
    testimony: [UInt8], source: [UInt8], now: UInt64 = Session.systemClock()
  ) throws(VaultError) -> SealedDrop {
    let nonce = Random.bytes(16)
    let payload = try payload(testimony, source, now)
    return try sealed(FieldDropRecord(unsigned: payload), nonce)
  }

  /// As ``seal(testimony:source:now:)``, signed by a key that need not be a name.
  public func seal(
    testimony: [UInt8], source: [UInt8], signedBy key: borrowing DocumenterKey,
    now: UInt64 = Session.systemClock()
  ) throws(VaultError) -> SealedDrop {
    let nonce = Random.bytes(16)
    let payload = try payload(testimony, source, now)
    return try sealed(FieldDropRecord(payload, for: self, nonce: nonce, by: key), nonce)
  }

  private func payload(
    _ testimony: [UInt8], _ source: [UInt8], _ now: UInt64
  ) throws(VaultError) -> [UInt8] {
    try vaultErrors {
      guard !isExpired(at: now) else { throw FieldFault.kitExpired(lastDay) }
      _ = try TestimonyFile(testimony)
      _ = try SourceDocument(yaml: source)
      return try Codec.encode(
        DropPayload(version: Version1(), testimony: Data(testimony), source: Data(source)))
    }
  }

  private func sealed(
    _ record: FieldDropRecord, _ nonce: [UInt8]
  ) throws(VaultError) -> SealedDrop {
    try vaultErrors {
      let drop = try FieldDrop(record, to: self, nonce: nonce)
      return SealedDrop(code: drop.code(of: self), bytes: drop.bytes)
    }
  }
}
