import Sealing

/// Puts a proof into a release.
struct Proving {
  /// Without a proof.
  let text: ReleaseText
  let proofText: ProofText
  /// The commitment seed of the original.
  let seed: [UInt8]
  let excerpt: Code
  let tree: CommitmentTree

  /// The release, signed, and the batch that has its entry.
  ///
  /// - Parameter attempt: other salts and decoys for each.
  func release(_ attempt: UInt8) throws -> (ReleaseText, CommitmentTree.Closed) {
    let commitment = try TextCommitment(
      proofText.atoms, try ProofSlot(seed: seed, excerpt: excerpt, attempt: attempt))
    let closed = try tree.closing(commitment.entry)
    var proven = text
    proven.proof = ReleaseProof(
      checkpoint: closed.checkpoint.text,
      hidden: ProofLetters.encode(
        commitment.hidden(around: proofText.disclosed).flatMap(\.bytes)),
      inclusion: ProofLetters.encode(closed.inclusion.flatMap(\.bytes)),
      index: closed.index, key: VaultKey(tree.key.publicKey).text, leaves: commitment.leaves,
      parts: proofText.parts,
      salts: ProofLetters.encode(proofText.disclosed.flatMap { commitment.salts[$0] }))
    proven.sign(by: tree.key)
    return (proven, closed)
  }
}

extension ReleaseText {
  /// Signs all of it, in the place of an earlier signature.
  mutating func sign(by key: borrowing SigningKey) {
    proof?.signature = nil
    let signature = key.sign(.release, document)
    proof?.signature = ProofLetters.encode(signature)
  }
}
