import Sealing
import Storage

/// One version of a record, sealed under a fresh key and not yet in the store.
///
/// It can be made on any thread, which is most of the work of writing it.
final class RecordDraft: Sendable {
  let key: MapKey
  let version: UInt64
  let recordKey: RecordKey
  let sealed: SealedRecord

  /// - Parameter version: one more than that of the record that is there; 1 for a new one.
  convenience init(
    _ key: MapKey, version: UInt64, listing: [UInt8], body: [UInt8], vault: VaultID
  ) throws {
    try self.init(
      key, version: version, under: try RecordKey(), listing: listing, body: body, vault: vault)
  }

  /// - Parameter recordKey: has sealed nothing but what belongs to this version.
  init(
    _ key: MapKey, version: UInt64, under recordKey: consuming RecordKey, listing: [UInt8],
    body: [UInt8], vault: VaultID
  ) throws {
    self.key = key
    self.version = version
    sealed = try recordKey.seal(
      listing: listing, body: body,
      RecordContext(vault: vault, record: key.id.bytes, version: version))
    self.recordKey = recordKey
  }
}
