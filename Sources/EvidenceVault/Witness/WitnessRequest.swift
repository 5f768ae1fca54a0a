public import Sealing

/// What a witness is asked: a checkpoint, and the proof that the tree it saw last is the beginning of this
/// one. The body of an `add-checkpoint` request of c2sp.org/tlog-witness.
public struct WitnessRequest: Sendable {
  /// The most bytes of a request.
  public static let limit = Checkpoint.limit + 4096
  private static let mostHashes = 63

  /// Size of the tree that the witness saw last; 0 before the first.
  public let oldSize: UInt64
  let proof: [Digest]
  public let checkpoint: Checkpoint

  init(oldSize: UInt64, proof: [Digest], checkpoint: Checkpoint) {
    self.oldSize = oldSize
    self.proof = proof
    self.checkpoint = checkpoint
  }

  /// Reads a request.
  ///
  /// - Throws: ``WitnessFault/request`` for what is none.
  public init(_ text: String) throws(WitnessFault) {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard text.utf8.count <= Self.limit, let first = lines.first, first.hasPrefix("old "),
      let size = UInt64(first.dropFirst(4)), first == "old \(size)",
      let end = lines.firstIndex(of: ""), end <= 1 + Self.mostHashes
    else { throw .request }
    let hashes = lines[1..<end].map { StrictBase64.decode($0).flatMap { Digest($0) } }
    let proof = hashes.compactMap(\.self)
    guard proof.count == hashes.count,
      let note = try? Checkpoint(lines[(end + 1)...].joined(separator: "\n"))
    else { throw .request }
    self.init(oldSize: size, proof: proof, checkpoint: note)
  }

  public var text: String {
    let hashes = proof.map { StrictBase64.encode($0.bytes) + "\n" }.joined()
    return "old \(oldSize)\n\(hashes)\n\(checkpoint.text)"
  }
}

/// Why a witness does not sign.
public enum WitnessFault: Error, Equatable, Sendable {
  /// It is no request.
  case request
  /// The vault's key has to be told the first time.
  case unknownVault
  /// Another key than the one that the witness holds for this vault, or the checkpoint is not signed by it.
  case notSigned
  /// The proof is not from the size that the witness saw last, which is this.
  case otherSize(UInt64)
  /// The tree that the witness saw is no beginning of this one: the vault shows two histories.
  case fork
  /// Its state is no state, or of a newer program.
  case state
  /// A witness's name cannot be this.
  case name
  /// Its directory could not be read or written.
  case file(FileError)
}

extension Session {
  /// What to ask a witness about the newest checkpoint.
  ///
  /// - Parameter seen: the checkpoint that the witness signed last; `nil` for the first time.
  /// - Returns: `nil` where that one is of another tree.
  public func witnessRequest(
    since seen: Checkpoint?, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> WitnessRequest? {
    try vaultErrors {
      let record = try commitments()
      let newest = try record.published()
      guard let seen else {
        return WitnessRequest(oldSize: 0, proof: [], checkpoint: newest.checkpoint)
      }
      guard let batches = record.batches(of: seen, newest.key) else { return nil }
      return WitnessRequest(
        oldSize: seen.size, proof: HashTree.consistency(of: batches, in: record.batches[...]),
        checkpoint: newest.checkpoint)
    }
  }
}
