import Sealing
public import Storage

/// A backup that was made, read again and found to be this vault up to a head.
public struct BackupMade: Equatable, Sendable {
  /// How many log entries it has.
  public let entries: UInt64
  /// The hash of the newest of them, in hexadecimal.
  public let head: String
  /// In bytes.
  public let size: UInt64
  /// Files of attachments.
  public let objects: Int
  /// Records that are not those of the map. They are so in the vault, too.
  public let damaged: Int
}

/// A database that can be copied while others write to it, and its copy opened.
public struct CopiedStore {
  let copy: (_ directory: String) throws -> Void
  let open: (_ directory: String) throws -> any VaultStore
  let isWhole: (any VaultStore) throws -> Bool

  /// - Parameters:
  ///   - copy: copies the database as one moment has it into a directory.
  ///   - open: opens such a copy.
  ///   - isWhole: whether its files are in order.
  public init(
    copy: @escaping (_ directory: String) throws -> Void,
    open: @escaping (_ directory: String) throws -> any VaultStore,
    isWhole: @escaping (any VaultStore) throws -> Bool
  ) {
    self.copy = copy
    self.open = open
    self.isWhole = isWhole
  }
}

extension Session {
  /// Writes a backup of the whole vault into one new file, and checks it before it gets its name.
  ///
  /// Any member can. What is checked needs no role: the chains up to their heads, the map, the card,
  /// and that every record's rows are those of the map. The log entry is written first, so that the
  /// backup has it.
  ///
  /// - Parameters:
  ///   - objects: the vault's directory of attachments; there need be none.
  ///   - progress: is told how many bytes of how many have been read again.
  /// - Throws: ``StoreError/exists`` when anything has the name; ``StoreError/conflict`` when attachments
  ///   were rotated or erased meanwhile: another try succeeds.
  public func backUp(
    to path: String, _ database: CopiedStore, objects: String,
    progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(VaultError) -> BackupMade {
    try vaultErrors {
      let stage = try BackupStage(for: path)
      do {
        try write { try $0.log(.backupMade, [], reason: "") }
        try database.copy(stage.directory)
        let copy = try check(copyIn: stage.directory, database)
        let file: BackupFile
        do { file = try stage.complete(objects: objects, progress: progress) } catch {
          // A file may be missing because it was taken away meanwhile: then that is what is said.
          try checkObjects(of: copy)
          throw error
        }
        try checkObjects(of: copy)
        try stage.publish()
        return BackupMade(
          entries: copy.state.logCount, head: Hex.encode(copy.state.logHead.bytes),
          size: file.size, objects: file.objects, damaged: copy.damaged)
      } catch {
        stage.remove()
        throw error
      }
    }
  }

  /// A copy of the database, checked.
  private struct CheckedCopy {
    let state: ChainState
    let damaged: Int
    let attachments: [(key: MapKey, leaf: MapLeaf)]
  }

  /// The database is copied before the attachments' files. One is taken away only after its record
  /// was changed; so where no record was, none of the copy's is missing.
  private func checkObjects(of copy: CheckedCopy) throws {
    let unchanged = try read { reader in
      try copy.attachments.allSatisfy { try reader.map.leaf($0.key) == $0.leaf }
    }
    guard unchanged else { throw StoreError.conflict }
  }

  /// The copy is closed when this returns, so that its file is all there is of it.
  private func check(
    copyIn directory: String, _ database: CopiedStore
  ) throws -> CheckedCopy {
    let copy = try database.open(directory)
    // Nobody else has it open: what was deleted before and is in no row goes.
    guard try copy.destroyRemnants(), try database.isWhole(copy) else {
      throw VaultError.storage(.damaged)
    }
    return try copy.read { reading in
      let grant = try FirstGrant.open(reading, by: self.me)
      var verifier = ChainVerifier(
        store: reading, lookup: self.lookup,
        memberKeys: try MemberEpochs(grant.held, lookup: self.lookup, store: reading),
        state: self.state)
      try verifier.advance()
      let reader = Reader(
        store: reading, map: try MapView(reading, root: verifier.state.root), lookup: self.lookup)
      return CheckedCopy(
        state: verifier.state, damaged: try RowCheck(reader: reader).run(),
        attachments: try reader.map.leaves(prefix: self.lookup.prefix(of: .attachment)))
    }
  }
}

/// Whether every record's rows are those of the map. It needs no role, because it opens nothing.
struct RowCheck {
  let reader: Reader

  /// - Returns: how many records have a row that is missing or not the map's.
  func run() throws -> Int {
    var damaged = 0
    for kind in RecordKind.allCases where kind.role != nil {
      let leaves = try reader.map.leaves(prefix: reader.lookup.prefix(of: kind))
      for start in stride(from: 0, to: leaves.count, by: 1024) {
        let part = leaves[start..<min(start + 1024, leaves.count)]
        let listings = try reader.store.listings(part.map(\.key.id))
        for (leaf, listing) in zip(part, listings) {
          let body = try reader.store.record(leaf.key.id)
          let isWhole =
            body.map { Digest.of($0) } == leaf.leaf.body
            && listing.map { Digest.of($0) } == leaf.leaf.listing
          if !isWhole { damaged += 1 }
        }
      }
    }
    return damaged
  }
}
