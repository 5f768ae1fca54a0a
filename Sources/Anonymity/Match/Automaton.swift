/// A set of keys to be found all at once: Aho and Corasick's automaton as a double array.
///
/// States of one or two key bytes are found through `pair`, by the last two bytes read, so the
/// failure links stop there and a step is rarely more than two memory reads.
struct Automaton: Sendable {
  /// Per state: the parent state (low half), where its children begin, and whether a key ends
  /// here or in a suffix (top bit). A child is at its parent's base plus the byte.
  let cells: [UInt64]
  /// The longest proper suffix that is a state of two bytes or more, or zero.
  let fail: [UInt32]
  /// One more than the group of keys that ends in a state; zero when none does.
  let output: [UInt32]
  /// The longest proper suffix in which a key ends, or zero.
  let outputLink: [UInt32]
  /// The state after the bytes (previous, current) when no longer one is known.
  let pair: [UInt32]
  /// The length of the key of each group.
  let keyLengths: [Int32]

  static let root: UInt32 = 1
  static let outputFlag: UInt64 = 1 << 63

  @inline(__always)
  static func base(_ cell: UInt64) -> Int { Int(truncatingIfNeeded: (cell & ~outputFlag) >> 32) }
}
