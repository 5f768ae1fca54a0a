/// A set of people, one bit each.
struct Bits: Equatable, Sendable {
  private var words: [UInt64]

  /// The empty set among `count` people.
  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// How many there are.
  var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  mutating func remove(_ index: Int) { words[index >> 6] &= ~(1 << UInt64(index & 63)) }

  mutating func formIntersection(_ other: Bits) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  func intersection(_ other: Bits) -> Bits {
    var out = self
    out.formIntersection(other)
    return out
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func isDisjoint(with other: Bits) -> Bool {
    for index in words.indices where words[index] & other.words[index] != 0 { return false }
    return true
  }

  /// Whether nobody is in all three.
  func isDisjoint(with second: Bits, _ third: Bits) -> Bool {
    for index in words.indices
    where words[index] & second.words[index] & third.words[index] != 0 { return false }
    return true
  }
}
