import Sealing

/// What outsiders are given so that they can verify releases: once the key, or now and then a
/// checkpoint.
public struct PublishedCheckpoint: Equatable, Sendable {
  public let key: VaultKey
  public let checkpoint: Checkpoint
}

extension Session {
  /// The vault key and the newest checkpoint.
  ///
  /// - Throws: ``VaultError/notFound`` before the first one.
  public func checkpoint(
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> PublishedCheckpoint {
    try vaultErrors { try commitments().published() }
  }

  /// Closes a batch with no release in it: the vault's first checkpoint, or one more.
  public func issueCheckpoint(
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> PublishedCheckpoint {
    try vaultErrors {
      try write { transaction in
        let tree = try transaction.commitmentTree()
        let closed = try tree.closing(nil)
        try transaction.put(closed)
        try transaction.log(.checkpointIssued, ["\(closed.checkpoint.size)"], reason: "")
        return PublishedCheckpoint(
          key: VaultKey(tree.key.publicKey), checkpoint: closed.checkpoint)
      }
    }
  }

  /// Whether a checkpoint that somebody kept is a beginning of this vault's commitment tree.
  ///
  /// - Returns: the newest checkpoint; `nil` where the one that was kept is of another tree.
  public func newest(
    after kept: Checkpoint, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> PublishedCheckpoint? {
    try vaultErrors {
      let record = try commitments()
      let newest = try record.published()
      return record.batches(of: kept, newest.key) == nil ? nil : newest
    }
  }

  func commitments() throws -> CommitmentsRecord {
    try write { try $0.log(.checkpointRead, [], reason: "") }
    return try read { reader in
      try Codec.decode(
        CommitmentsRecord.self,
        try reader.open(
          .commitments, CommitmentsRecord.code,
          try self.holding(.custodian, self.state, reader.store), self.me))
    }
  }
}

extension CommitmentsRecord {
  /// Of how many of the batches a checkpoint is the head; `nil` for one that is of another tree.
  func batches(of kept: Checkpoint, _ key: VaultKey) -> Int? {
    let (count, rest) = kept.size.quotientAndRemainder(dividingBy: UInt64(CommitmentTree.batch))
    guard kept.isSigned(by: key), rest == 0, count > 0, count <= UInt64(batches.count),
      HashTree.root(batches[..<Int(count)]) == kept.root
    else { return nil }
    return Int(count)
  }

  func published() throws -> PublishedCheckpoint {
    var bytes = seed.bytes
    let key = VaultKey(try SigningKey(seed: try SecretBytes(moving: &bytes)).publicKey)
    guard let checkpoint = try? Checkpoint(checkpoint), checkpoint.isSigned(by: key) else {
      throw VaultError.integrity(.content)
    }
    return PublishedCheckpoint(key: key, checkpoint: checkpoint)
  }
}
