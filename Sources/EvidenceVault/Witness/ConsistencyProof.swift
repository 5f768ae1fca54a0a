import Sealing

extension HashTree {
  /// What shows that the first hashes of a tree are a tree that somebody saw earlier (RFC 6962, section
  /// 2.1.2); empty when they are all of it.
  ///
  /// - Parameter first: how many; 1 or more.
  static func consistency(of first: Int, in hashes: ArraySlice<Digest>) -> [Digest] {
    consistency(of: first, in: hashes, isWhole: true)
  }

  private static func consistency(
    of first: Int, in hashes: ArraySlice<Digest>, isWhole: Bool
  ) -> [Digest] {
    guard first < hashes.count, let middle = split(hashes) else {
      return isWhole ? [] : [root(hashes)]
    }
    let left = middle - hashes.startIndex
    return first <= left
      ? consistency(of: first, in: hashes[..<middle], isWhole: isWhole) + [root(hashes[middle...])]
      : consistency(of: first - left, in: hashes[middle...], isWhole: false)
        + [root(hashes[..<middle])]
  }

  /// Whether a proof leads from the head of the earlier tree to that of the later one (RFC 9162, section
  /// 2.1.4.2). A tree of size 0 is the beginning of any, without a proof.
  static func isConsistent(
    _ first: (size: UInt64, root: Digest), _ second: (size: UInt64, root: Digest),
    proof: [Digest]
  ) -> Bool {
    guard first.size <= second.size else { return false }
    if first.size == 0 { return proof.isEmpty }
    if first.size == second.size { return proof.isEmpty && first.root == second.root }
    guard !proof.isEmpty else { return false }
    var path = proof[...]
    if first.size & (first.size - 1) == 0 { path = [first.root] + path }
    var (at, last) = (first.size - 1, second.size - 1)
    while at & 1 == 1 {
      at >>= 1
      last >>= 1
    }
    guard let start = path.popFirst() else { return false }
    var (old, new) = (start, start)
    for sibling in path {
      guard last > 0 else { return false }
      if at & 1 == 1 || at == last {
        old = Digest.node(1, sibling, old)
        new = Digest.node(1, sibling, new)
        while at & 1 == 0, at != 0 {
          at >>= 1
          last >>= 1
        }
      } else {
        new = Digest.node(1, new, sibling)
      }
      at >>= 1
      last >>= 1
    }
    return last == 0 && old == first.root && new == second.root
  }
}
