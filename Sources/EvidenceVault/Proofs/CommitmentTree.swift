import Sealing

/// The commitment tree's key, newest checkpoint, and what its next one needs; sealed to the custodians.
struct CommitmentsRecord: Codable, Sendable {
  static let code = "commitments"

  let version: Version1
  /// Of the vault key: 32 random bytes, drawn with the first checkpoint and never replaced.
  let seed: HexBytes
  /// The root of every batch, joined.
  let roots: HexBytes
  let checkpoint: String

  /// The root of every batch.
  var batches: [Digest] {
    stride(from: 0, to: roots.bytes.count, by: Digest.size).compactMap {
      Digest(roots.bytes[$0..<min($0 + Digest.size, roots.bytes.count)])
    }
  }
}

/// The tree in which every release has one entry, as it stood before the next batch.
///
/// A batch has 256 entries in the order of their bytes, all but one random, so that nobody sees which
/// one is of what, or how much there is.
final class CommitmentTree: Sendable {
  static let batch = 256

  let key: SigningKey
  private let seed: HexBytes
  private let roots: [Digest]

  /// - Parameter roots: one for each batch.
  init(_ seed: HexBytes, roots: [Digest]) throws {
    var bytes = seed.bytes
    key = try SigningKey(seed: try SecretBytes(moving: &bytes))
    self.seed = seed
    self.roots = roots
  }

  /// A batch that was closed, not yet written.
  struct Closed {
    let checkpoint: Checkpoint
    /// Place of the entry among all.
    let index: Int
    let inclusion: [Digest]
    fileprivate let record: CommitmentsRecord
  }

  /// Closes a batch with an entry in it, or with none.
  func closing(_ entry: Digest?) throws -> Closed {
    var entries = (0..<Self.batch).map { _ in Random.bytes(Digest.size) }
    if let entry { entries[0] = entry.bytes }
    let own = entries[0]
    entries.sort { $0.lexicographicallyPrecedes($1) }
    let place = entries.firstIndex(of: own) ?? 0
    let leaves = entries.compactMap { Digest($0) }.map(HashTree.leaf)
    let roots = self.roots + [HashTree.root(leaves[...])]
    let checkpoint = try Checkpoint(
      size: UInt64(roots.count * Self.batch), root: HashTree.root(roots[...]), by: key)
    return Closed(
      checkpoint: checkpoint, index: self.roots.count * Self.batch + place,
      inclusion: HashTree.path(to: place, leaves[...])
        + HashTree.path(to: self.roots.count, roots[...]),
      record: CommitmentsRecord(
        version: Version1(), seed: seed, roots: HexBytes(roots.flatMap(\.bytes)),
        checkpoint: checkpoint.text))
  }
}

extension Transaction {
  /// The commitment tree as it stands; with the first checkpoint the vault gets its key.
  func commitmentTree() throws -> CommitmentTree {
    guard try reader.leaf(.commitments, CommitmentsRecord.code) != nil else {
      return try CommitmentTree(HexBytes(Random.bytes(32)), roots: [])
    }
    let record = try Codec.decode(
      CommitmentsRecord.self, try open(.commitments, CommitmentsRecord.code))
    return try CommitmentTree(record.seed, roots: record.batches)
  }

  /// Writes what a batch changed.
  func put(_ closed: CommitmentTree.Closed) throws {
    try put(
      .commitments, CommitmentsRecord.code, listing: [], body: try Codec.encode(closed.record))
  }
}
