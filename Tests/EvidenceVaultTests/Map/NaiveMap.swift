import Sealing

/// The map as the specification says it, computed from all leaves at once, without tiles.
struct NaiveMap {
  var leaves: [[UInt8]: [UInt8]] = [:]

  var root: [UInt8] { Self.digest(leaves.map { ($0.key, $0.value) }, bit: 0) }

  private static func digest(_ leaves: [([UInt8], [UInt8])], bit: Int) -> [UInt8] {
    if leaves.isEmpty { return [UInt8](repeating: 0, count: 32) }
    if leaves.count == 1 { return Digest.of([0] + leaves[0].0 + leaves[0].1).bytes }
    func isSet(_ key: [UInt8]) -> Bool { key[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1 }
    let left = leaves.filter { !isSet($0.0) }
    let right = leaves.filter { isSet($0.0) }
    // One leaf alone, or all leaves on one side with others beside them: a node all the same.
    return Digest.of([1] + digest(left, bit: bit + 1) + digest(right, bit: bit + 1)).bytes
  }
}

/// Numbers that look random and are the same in every run.
struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
