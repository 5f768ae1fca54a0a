import Sealing
import Storage

/// What a rotation does with keys that it cannot open.
extension NextEpoch {
  /// Whether a key opens one of its record's parts. A part that is missing or not the map's says
  /// nothing against the key, which must not be lost with it.
  func mayBe(
    _ key: borrowing RecordKey, of id: RowID, _ kind: RecordKind
  ) throws -> Bool {
    let place = MapKey(prefix: transaction.lookup.prefix(of: kind), id: id)
    guard let leaf = try transaction.map.leaf(place) else { throw VaultError.integrity(.map) }
    guard let listing = try transaction.store.listings([id])[0],
      let body = try transaction.store.record(id), Digest.of(listing) == leaf.listing,
      Digest.of(body) == leaf.body
    else { return true }
    let context = RecordContext(
      vault: transaction.vault, record: id.bytes, version: leaf.version)
    return (try? key.openListing(listing, context)) != nil
      || (try? key.openBody(body, context)) != nil
  }

  /// Marks the records whose writers, without the role's keys, may have left them unopenable.
  ///
  /// - Throws: ``IntegrityFault/record`` when there is one that once opened.
  func passOver(
    _ ids: [RowID], _ kind: RecordKind, to next: HeldRole
  ) throws -> [WrapRow] {
    guard !ids.isEmpty else { return [] }
    let prefix = transaction.lookup.prefix(of: kind)
    let origins = try transaction.history.origins(
      of: Set(ids.map { MapKey(prefix: prefix, id: $0) }), role)
    return try ids.map { id in
      guard kind == .drop, let origin = origins[MapKey(prefix: prefix, id: id)],
        origin.mayBeUnopenable(now: next.epoch - 1, marked: false)
      else { throw VaultError.integrity(.record) }
      return WrapRow(
        id: transaction.lookup.boxed(id, role), body: try PassedOver.record(id, next))
    }
  }

  /// Marks the details whose writers, without the auditors' keys, may have left them unopenable.
  func passOver(_ rows: [DetailRow], to next: HeldRole) throws {
    guard !rows.isEmpty else { return }
    let writers = try transaction.history.writers(of: Set(rows.map(\.number)), role)
    for row in rows {
      guard let writer = writers[row.number], Digest.of(row.body) == writer.entry.detail,
        writer.mayBeUnopenable(now: next.epoch - 1, marked: false)
      else { throw VaultError.integrity(.detail(row.number)) }
      try transaction.store.replaceDetailWraps([
        (row.number, try PassedOver.detail(row.number, next))
      ])
    }
  }
}
