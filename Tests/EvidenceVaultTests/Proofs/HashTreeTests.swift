import Sealing
import Testing

@testable import EvidenceVault

/// The commitment tree's Merkle tree, against what its verifier computes.
struct HashTreeTests {
  private let leaves = (0..<21).map { HashTree.leaf(Digest.of([UInt8($0)])) }

  @Test func `every leaf of a tree of any size is led to the root, and to no other place`() {
    for size in 1...leaves.count {
      let root = HashTree.root(leaves[..<size])
      for index in 0..<size {
        let path = HashTree.path(to: index, leaves[..<size])
        func found(_ at: Int, _ of: Int, _ path: [Digest]) -> Digest? {
          HashTree.root(leaf: leaves[index], at: UInt64(at), of: UInt64(of), path: path)
        }
        #expect(found(index, size, path) == root)
        for other in 0..<size where other != index { #expect(found(other, size, path) != root) }
        #expect(found(index, size, path + [.zero]) == nil)
        if !path.isEmpty { #expect(found(index, size, path.dropLast()) == nil) }
        #expect(found(size, size, path) == nil)
      }
    }
  }

  @Test func `batches of one size are leaves of a tree above`() {
    let batches = stride(from: 0, to: 20, by: 4).map { HashTree.root(leaves[$0..<($0 + 4)]) }
    #expect(HashTree.root(batches[...]) == HashTree.root(leaves[..<20]))
    #expect(
      HashTree.path(to: 2, leaves[8..<12].map { $0 }[...]) + HashTree.path(to: 2, batches[...])
        == HashTree.path(to: 10, leaves[..<20]))
  }
}
