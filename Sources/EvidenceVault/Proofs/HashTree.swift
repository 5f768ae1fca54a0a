import Sealing

/// The Merkle tree of RFC 6962, over leaf hashes (or over roots of whole subtrees of one size).
enum HashTree {
  /// SHA-256(0 ‖ entry).
  static func leaf(_ entry: Digest) -> Digest { Digest.of([0] + entry.bytes) }

  /// Section 2.1. The slice is not empty.
  static func root(_ hashes: ArraySlice<Digest>) -> Digest {
    guard hashes.count > 1, let split = split(hashes) else { return hashes.first ?? .zero }
    return Digest.node(1, root(hashes[..<split]), root(hashes[split...]))
  }

  /// Section 2.1.1: the siblings from the leaf to the root.
  static func path(to index: Int, _ hashes: ArraySlice<Digest>) -> [Digest] {
    guard hashes.count > 1, let split = split(hashes) else { return [] }
    return index < split
      ? path(to: index, hashes[..<split]) + [root(hashes[split...])]
      : path(to: index, hashes[split...]) + [root(hashes[..<split])]
  }

  /// The root that an inclusion proof leads to (RFC 9162, section 2.1.3.2); `nil` for a proof of
  /// another length than `index` and `size` ask for.
  static func root(
    leaf: Digest, at index: UInt64, of size: UInt64, path: [Digest]
  ) -> Digest? {
    guard index < size else { return nil }
    var (at, last) = (index, size - 1)
    var hash = leaf
    for sibling in path {
      guard last > 0 else { return nil }
      if at & 1 == 1 || at == last {
        hash = Digest.node(1, sibling, hash)
        while at & 1 == 0, at != 0 {
          at >>= 1
          last >>= 1
        }
      } else {
        hash = Digest.node(1, hash, sibling)
      }
      at >>= 1
      last >>= 1
    }
    return last == 0 ? hash : nil
  }

  /// Behind the largest power of two that is smaller than the count.
  static func split(_ hashes: ArraySlice<Digest>) -> Int? {
    guard hashes.count > 1 else { return nil }
    let bits = Int.bitWidth - (hashes.count - 1).leadingZeroBitCount
    return hashes.startIndex + (1 << (bits - 1))
  }
}
