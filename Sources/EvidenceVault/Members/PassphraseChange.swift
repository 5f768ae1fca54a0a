public import Sealing
import Storage

extension Session {
  /// Moves this member's keys under a new passphrase; the old row is destroyed.
  ///
  /// Copies of the vault made before still open with the old passphrase.
  ///
  /// - Returns: whether the old row is gone from the files already; `false` when another process
  ///   keeps it alive, and the next command finishes the work.
  public func changePassphrase(
    from old: borrowing Passphrase, to new: borrowing Passphrase
  ) throws(VaultError) -> Bool {
    do { try new.checkStrength(handle: handle) } catch { throw .sealing(error) }
    let header = try vaultErrors { try store.read { try Header($0) } }
    let before = try header.keys(old, handle: handle)
    let after = try header.keys(new, handle: handle)
    return try vaultErrors {
      let row = try after.seal(me)
      guard let oldID = RowID(before.rowID), let newID = RowID(after.rowID) else {
        throw VaultError.notUnlocked
      }
      try write { transaction in
        guard let current = try transaction.store.cell(oldID), (try? before.open(current)) != nil
        else { throw VaultError.notUnlocked }
        try transaction.store.setCell(oldID, nil)
        try transaction.store.setCell(newID, row)
        try transaction.log(.passphraseChanged, [], reason: "")
      }
      return try store.destroyRemnants(of: .keys)
    }
  }
}
