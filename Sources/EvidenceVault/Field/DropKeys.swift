import Sealing
import Storage

/// The keys to which kits have drops sealed: that of the current `custodian` epoch, and those of
/// earlier epochs while a kit names them that has not run out.
struct DropKeys {
  let store: any StoreReading
  let lookup: Lookup
  let held: HeldRole
  /// By which kits run out, seconds since 1970.
  let now: UInt64

  /// Where the seed of an earlier epoch is.
  static func cell(_ lookup: Lookup, _ epoch: UInt32) -> RowID {
    lookup.row(.dropKey, [Role.custodian.rawValue], epoch.bigEndianBytes)
  }

  func state(of kit: FieldKit) throws -> KitSummary.State {
    if kit.isExpired(at: now) { return .expired }
    if kit.epoch == held.epoch { return .current }
    return try store.cell(Self.cell(lookup, kit.epoch)) == nil ? .lost : .earlier
  }

  /// The key of a drop's body.
  ///
  /// - Throws: ``FieldFault/tooLate(kit:)``, ``FieldFault/dropAltered``;
  ///   ``IntegrityFault/grant(_:)`` for a carried key that is not the kit's.
  func open(_ drop: FieldDrop, _ kit: FieldKit) throws -> RecordKey {
    let context = FieldDrop.boxContext(kit, drop.nonce)
    if kit.epoch == held.epoch {
      guard kit.box == held.keys.box.publicKey else { throw VaultError.integrity(.content) }
      return try Self.unbox(drop, held.keys.box, context)
    }
    guard !kit.isExpired(at: now), let carried = try store.cell(Self.cell(lookup, kit.epoch)) else {
      throw FieldFault.tooLate(kit: kit.code)
    }
    guard let key = try? held.keys.dropKey(carried: carried, epoch: kit.epoch),
      key.publicKey == kit.box
    else { throw VaultError.integrity(.grant(.custodian)) }
    return try Self.unbox(drop, key, context)
  }

  private static func unbox(
    _ drop: FieldDrop, _ key: borrowing BoxKey, _ context: [UInt8]
  ) throws -> RecordKey {
    do { return try BoxedKey.open(drop.boxed, by: key, context: context) } catch {
      throw FieldFault.dropAltered
    }
  }
}

/// Takes the keys of kits from one epoch to the next.
struct DropKeyCarrying {
  let transaction: Transaction
  let old: HeldRole
  /// The epochs that kits name, and whether one of these kits is still good.
  private let epochs: [UInt32: Bool]

  /// To be made before the roster has the next epoch: it opens records.
  init(_ transaction: Transaction, from old: HeldRole) throws {
    self.transaction = transaction
    self.old = old
    epochs = try transaction.kitEpochs()
  }

  /// What cannot be carried is left behind: a spoiled cell may keep no epoch closed.
  func carry(to next: HeldRole) throws {
    for (epoch, isGood) in epochs {
      let id = DropKeys.cell(transaction.lookup, epoch)
      guard isGood else {
        try transaction.store.setCell(id, nil)
        continue
      }
      if epoch == old.epoch {
        try transaction.store.setCell(id, try next.keys.carryDropKey(of: old.keys))
      } else if let carried = try transaction.store.cell(id) {
        try transaction.store.setCell(
          id, try? next.keys.carryDropKeyOn(carried, epoch: epoch, from: old.keys))
      }
    }
  }
}

extension Transaction {
  /// By which kits run out. A clock that is ahead destroys no key before the log has got there too.
  var kitTime: UInt64 { min(session.clock(), state.newest) }

  /// Every kit that was given out.
  func kits() throws -> [(record: KitRecord, kit: FieldKit)] {
    try all(KitRecord.self, .kit).map { ($0, try $0.opened()) }
  }

  /// The epochs that kits name, and whether one of these kits is still good.
  fileprivate func kitEpochs() throws -> [UInt32: Bool] {
    let now = kitTime
    return try kits().reduce(into: [:]) { epochs, kit in
      epochs[kit.kit.epoch, default: false] =
        epochs[kit.kit.epoch] == true || !kit.kit.isExpired(at: now)
    }
  }

  /// Destroys the keys of earlier epochs whose kits have all run out.
  ///
  /// - Returns: whether there was one.
  func sweepDropKeys() throws -> Bool {
    let current = try holding(.custodian).epoch
    var swept = false
    for (epoch, isGood) in try kitEpochs() where !isGood && epoch < current {
      let id = DropKeys.cell(lookup, epoch)
      guard try store.cell(id) != nil else { continue }
      try store.setCell(id, nil)
      swept = true
    }
    return swept
  }

  var dropKeys: DropKeys {
    get throws {
      DropKeys(store: store, lookup: lookup, held: try holding(.custodian), now: kitTime)
    }
  }
}
