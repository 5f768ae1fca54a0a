import Sealing

/// A proof that holds: the words belong to one text, to which the checkpoint commits.
struct CheckedProof {
  let key: VaultKey
  let checkpoint: Checkpoint
  let parts: [VerifiedRelease.Part]

  init(_ proof: ReleaseProof, of text: ReleaseText) throws(ReleaseFault) {
    guard let key = VaultKey(proof.key) else { throw .key }
    let checkpoint = try Checkpoint(proof.checkpoint)
    guard checkpoint.isSigned(by: key) else { throw .checkpoint }
    try Self.checkSignature(of: text, by: key)
    guard let entry = try Opened(proof).entry(proof),
      let path = ProofLetters.digests(proof.inclusion),
      let index = UInt64(exactly: proof.index),
      HashTree.root(
        leaf: HashTree.leaf(entry), at: index, of: checkpoint.size, path: path)
        == checkpoint.root
    else { throw .words }
    guard ReleaseLayout.shows(text.paragraphs, proof.shownText, version: text.version) else {
      throw .shown
    }
    parts = proof.shown
    self.key = key
    self.checkpoint = checkpoint
  }

  private static func checkSignature(
    of text: ReleaseText, by key: VaultKey
  ) throws(ReleaseFault) {
    var unsigned = text
    unsigned.proof?.signature = nil
    guard let signature = text.proof?.signature.flatMap({ ProofLetters.decode($0) }),
      key.signing.verifies(signature, .release, unsigned.document)
    else { throw .signature }
  }

  /// The atoms of the parts, and that they follow each other in the text.
  private struct Opened {
    private var numbers: [Int] = []
    private var atoms: [[UInt8]] = []

    init(_ proof: ReleaseProof) throws(ReleaseFault) {
      guard proof.leaves.nonzeroBitCount == 1,
        (TextCommitment.fewestLeaves...TextCommitment.mostLeaves).contains(proof.leaves),
        !proof.parts.isEmpty
      else { throw .words }
      var end = 0
      for part in proof.parts {
        guard part.at >= end, part.at < proof.leaves else { throw .words }
        switch (part.words, part.label) {
        case (let words?, nil):
          let cut = Atoms.cut(words)
          end = part.at + cut.count
          guard !cut.isEmpty, end <= proof.leaves else { throw .words }
          numbers += part.at..<end
          atoms += cut
        case (nil, let label?):
          guard !label.unicodeScalars.allSatisfy(Atoms.isSpace) else { throw .words }
          end = part.at + 1
        default: throw .words
        }
      }
    }

    /// What the commitment tree must have; `nil` when salts and hashes do not fit.
    func entry(_ proof: ReleaseProof) -> Digest? {
      guard let salts = ProofLetters.decode(proof.salts, parts: ProofSlot.saltSize),
        salts.count == atoms.count, let hidden = ProofLetters.digests(proof.hidden)
      else { return nil }
      let opened = atoms.indices.map {
        (number: numbers[$0], leaf: TextCommitment.leaf(salts[$0], atoms[$0]))
      }
      return TextCommitment.root(leaves: proof.leaves, opened, hidden: hidden)
        .map { TextCommitment.entry($0, leaves: proof.leaves) }
    }
  }
}
