import Sealing
import Storage

extension Session {
  /// Makes a field kit and writes down that it was given out.
  ///
  /// - Throws: ``VaultRefusal/epochClosed(_:)`` while somebody who left has the epoch's keys.
  public func exportKit(by permit: borrowing Permit<CustodianRole>) throws(VaultError) -> FieldKit {
    try vaultErrors {
      let (kit, swept) = try write { transaction in
        let roster = transaction.state.roster
        guard roster.epochs[.custodian]?.closed == false else {
          throw VaultError.refused(.epochClosed(.custodian))
        }
        let swept = try transaction.sweepDropKeys()
        let held = try transaction.holding(.custodian)
        var kit = try FieldKit(roster, held, now: self.clock())
        // A code stands for one kit.
        while try transaction.reader.leaf(.kit, kit.code.text) != nil {
          kit = try FieldKit(roster, held, now: self.clock())
        }
        try transaction.put(
          .kit, kit.code.text, listing: [],
          body: try Codec.encode(KitRecord(kit, by: self.handle)))
        try transaction.log(.kitExported, [kit.code.text], reason: "")
        return (kit, swept)
      }
      if swept { _ = try store.destroyRemnants() }
      return kit
    }
  }

  /// The kits that were given out, by last day.
  public func kits(by permit: borrowing Permit<CustodianRole>) throws(VaultError) -> [KitSummary] {
    try vaultErrors {
      let (kits, swept) = try write { transaction in
        let swept = try transaction.sweepDropKeys()
        let keys = try transaction.dropKeys
        let kits = try transaction.kits().map { record, kit in
          try KitSummary(record, kit, keys)
        }
        try transaction.log(.kitsListed, [], reason: "")
        return (kits, swept)
      }
      if swept { _ = try store.destroyRemnants() }
      return kits.sorted { ($0.lastDay, $0.code.text) < ($1.lastDay, $1.code.text) }
    }
  }
}
