import Foundation
import Sealing
import Testing

@testable import EvidenceVault

final class WitnessTests {
  private let place = NSTemporaryDirectory() + "/" + UUID().uuidString
  private var tree: CommitmentTree
  private var roots: [Digest] = []
  private var notes: [Checkpoint] = []

  init() throws {
    tree = try CommitmentTree(HexBytes(Random.bytes(32)), roots: [])
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: place) }

  private var key: VaultKey { VaultKey(tree.key.publicKey) }

  /// A vault's tree of so many batches, with a note for each size.
  private func grow(to count: Int, seed: [UInt8] = [7]) throws {
    while roots.count < count {
      roots.append(Digest.of(seed + UInt64(roots.count).bigEndianBytes))
      notes.append(
        try Checkpoint(
          size: UInt64(roots.count * CommitmentTree.batch), root: HashTree.root(roots[...]),
          by: tree.key))
    }
  }

  private func request(_ from: Int, _ to: Int) -> WitnessRequest {
    WitnessRequest(
      oldSize: UInt64(from * CommitmentTree.batch),
      proof: from == 0 ? [] : HashTree.consistency(of: from, in: roots[..<to]),
      checkpoint: notes[to - 1])
  }

  private func witness(_ name: String = "w") throws -> Witness {
    try Witness.create(at: place + "/" + name, name: "witness.example/\(name)")
  }

  @Test func `every beginning of a tree is proven to be one, and nothing else`() throws {
    let leaves = (0..<40).map { HashTree.leaf(Digest.of([UInt8($0)])) }
    for count in 1...40 {
      let root = HashTree.root(leaves[..<count])
      for first in 1...count {
        let old = HashTree.root(leaves[..<first])
        let proof = HashTree.consistency(of: first, in: leaves[..<count])
        func holds(_ proof: [Digest], _ old: Digest, _ size: Int = first) -> Bool {
          HashTree.isConsistent((UInt64(size), old), (UInt64(count), root), proof: proof)
        }
        #expect(holds(proof, old), "\(first) of \(count)")
        #expect(!holds(proof, Digest.of([0xFF])))
        #expect(!holds(proof + [root], old))
        if !proof.isEmpty { #expect(!holds(Array(proof.dropLast()), old)) }
        if first > 1 {
          #expect(!holds(proof, old, first - 1))
          #expect(!holds(proof, HashTree.root(leaves[..<(first - 1)])))
        }
        for at in proof.indices {
          var changed = proof
          changed[at] = Digest.of(proof[at].bytes)
          #expect(!holds(changed, old))
        }
      }
    }
  }

  @Test func `what continues what was signed is signed, and remembered`() throws {
    try grow(to: 9)
    var witness = try self.witness()
    let outsider = try #require(WitnessKey(witness.key.text))
    var last = 0
    for size in [1, 2, 2, 5, 9] {
      let sent = try WitnessRequest(request(last, size).text)
      let signed = try witness.sign(sent, vaultKey: last == 0 ? key : nil, time: 1_800_000_000)
      let read = try Checkpoint(signed.text)
      #expect(read.time(of: outsider) == 1_800_000_000 && read.isSigned(by: key))
      #expect(read.signed(by: outsider) == "2027-01-15T08:00:00Z")
      #expect(read.isHead(of: notes[size - 1]))
      last = size
      // Another run of the program.
      let path = place + "/w"
      witness = try self.witness("spare\(size)\(UUID().uuidString.prefix(4))")
      witness = try Witness(at: path)
      #expect(witness.vaults.map(\.size) == [UInt64(size * CommitmentTree.batch)])
    }
  }

  @Test func `a second history, a step back and a gap are not signed`() throws {
    try grow(to: 6)
    let honest = (roots: roots, notes: notes)
    let witness = try witness()
    _ = try witness.sign(request(0, 4), vaultKey: key, time: 1)
    let mark = UInt64(4 * CommitmentTree.batch)
    #expect(throws: WitnessFault.otherSize(mark)) {
      try witness.sign(self.request(3, 6), vaultKey: nil, time: 2)
    }
    #expect(throws: WitnessFault.otherSize(mark)) {
      try witness.sign(self.request(0, 3), vaultKey: nil, time: 2)
    }
    // A note of the same size with another root, and a longer tree that left something out.
    roots = []
    notes = []
    try grow(to: 6, seed: [8])
    for size in [4, 6] {
      #expect(throws: WitnessFault.fork) {
        try witness.sign(self.request(4, size), vaultKey: nil, time: 2)
      }
    }
    // The true proof beside a false head, and without a proof.
    (roots, notes) = honest
    let proof = request(4, 6).proof
    for (hashes, size) in [(Array(proof.dropFirst()), 6), ([], 6), (proof, 5)] {
      let sent = WitnessRequest(oldSize: mark, proof: hashes, checkpoint: notes[size - 1])
      #expect(throws: WitnessFault.fork) { try witness.sign(sent, vaultKey: nil, time: 2) }
    }
    _ = try witness.sign(request(4, 6), vaultKey: nil, time: 3)
    // The same once more, for a signature that got lost.
    #expect(try witness.sign(request(4, 6), vaultKey: nil, time: 4).time(of: witness.key) == 4)
  }

  @Test func `the vault key comes from elsewhere, once, and no other takes its place`() throws {
    try grow(to: 2)
    let witness = try witness()
    #expect(throws: WitnessFault.unknownVault) {
      try witness.sign(self.request(0, 1), vaultKey: nil, time: 1)
    }
    let other = try CommitmentTree(HexBytes(Random.bytes(32)), roots: [])
    let otherKey = VaultKey(other.key.publicKey)
    #expect(throws: WitnessFault.notSigned) {
      try witness.sign(self.request(0, 1), vaultKey: otherKey, time: 1)
    }
    _ = try witness.sign(request(0, 1), vaultKey: key, time: 1)
    #expect(throws: WitnessFault.notSigned) {
      try witness.sign(self.request(1, 2), vaultKey: otherKey, time: 1)
    }
    // Of the known vault's name, signed by somebody else.
    let forged = try Checkpoint(
      notes[1].text.split(separator: "\n\n").first.map {
        "\($0)\n\n— \(key.name) " + StrictBase64.encode(key.id + [UInt8](repeating: 1, count: 64))
          + "\n"
      } ?? "")
    let sent = WitnessRequest(
      oldSize: UInt64(CommitmentTree.batch), proof: request(1, 2).proof, checkpoint: forged)
    #expect(throws: WitnessFault.notSigned) { try witness.sign(sent, vaultKey: nil, time: 1) }
  }

  @Test func `a signature counts for one head, one witness and one time`() throws {
    try grow(to: 2)
    let (one, two) = (try witness("one"), try witness("two"))
    let signed = try one.sign(request(0, 1), vaultKey: key, time: 5)
    #expect(signed.time(of: two.key) == nil)
    let both = try two.sign(
      WitnessRequest(oldSize: 0, proof: [], checkpoint: signed), vaultKey: key, time: 6)
    #expect(both.time(of: one.key) == 5 && both.time(of: two.key) == 6)
    let line = try #require(both.text.split(separator: "\n").first { $0.contains("/one ") })
    let moved = try Checkpoint(notes[1].text + line + "\n")
    #expect(moved.isSigned(by: key) && moved.time(of: one.key) == nil)
    var bytes = try #require(StrictBase64.decode(String(line.split(separator: " ")[2])))
    bytes[11] ^= 1
    let later = try Checkpoint(
      notes[0].text + "— \(one.key.name) \(StrictBase64.encode(bytes))\n")
    #expect(later.time(of: one.key) == nil)
  }

  @Test(arguments: [
    "", "old\n\n", "old 01\n\nx", "old 0\n", "old -1\n\n", "old 256\n!!\n\n", "old 256\nAAAA\n\n",
  ])
  func `what is no request is refused`(text: String) throws {
    try grow(to: 1)
    #expect(throws: WitnessFault.request) { try WitnessRequest(text + self.notes[0].text + "x") }
  }

  @Test func `its directory is its owner's, and a name is an address`() throws {
    let witness = try witness()
    let path = place + "/w/witness.json"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(throws: WitnessFault.file(.exists)) { try self.witness() }
    for name in ["", "a b", "a+b", "é", String(repeating: "n", count: 101)] {
      #expect(throws: WitnessFault.name) {
        try Witness.create(at: self.place + "/other", name: name)
      }
    }
    #expect(WitnessKey(witness.key.text) == witness.key)
    #expect(WitnessKey(witness.key.text + "=") == nil && WitnessKey(key.text) == nil)
    #expect(VaultKey(witness.key.text) == nil)
  }

  /// See Scripts/vectors/cosignature.py.
  @Test func `the signature is that of an independent program`() throws {
    struct Vector: Decodable {
      let witnessKey: String
      let vaultKey: String
      let note: String
      let seed: String
      let name: String
      let time: UInt64
    }
    let vector = try JSONDecoder().decode(
      Vector.self, from: Data(try CommitmentVectorTests.file("cosignature.json")))
    let note = try Checkpoint(vector.note)
    let key = try #require(WitnessKey(vector.witnessKey))
    #expect(note.time(of: key) == vector.time)
    #expect(note.isSigned(by: try #require(VaultKey(vector.vaultKey))))
    var seed = try #require(Hex.decode(vector.seed))
    let signing = try SigningKey(seed: try SecretBytes(moving: &seed))
    let plain = note.text.split(separator: "\n", omittingEmptySubsequences: false)
    let bare = try Checkpoint(plain.dropLast(2).joined(separator: "\n") + "\n")
    #expect(try bare.cosigned(by: signing, as: key, at: vector.time) == note)
  }
}
