import Sealing

/// A hidden commitment to every atom of a text, of which some can be opened.
struct TextCommitment {
  static let fewestLeaves = 256
  static let mostLeaves = 1 << 24

  /// Level 0 has the leaves, the last one the root.
  private let levels: [[Digest]]
  /// Of each atom.
  let salts: [[UInt8]]

  /// - Throws: ``InputFault/tooLarge(limit:)`` for more than 2^24 atoms.
  init(_ atoms: [[UInt8]], _ slot: borrowing ProofSlot) throws {
    var count = Self.fewestLeaves
    while count < atoms.count { count *= 2 }
    guard count <= Self.mostLeaves else { throw InputFault.tooLarge(limit: Self.mostLeaves) }
    var salts: [[UInt8]] = []
    var leaves: [Digest] = []
    leaves.reserveCapacity(count)
    for (number, atom) in atoms.enumerated() {
      let salt = slot.salt(number)
      salts.append(salt)
      leaves.append(Self.leaf(salt, atom))
    }
    for number in atoms.count..<count { leaves.append(slot.decoy(number)) }
    var levels = [leaves]
    while let below = levels.last, below.count > 1 {
      levels.append(
        stride(from: 0, to: below.count, by: 2).map {
          Digest.node(1, below[$0], below[$0 + 1])
        })
    }
    self.levels = levels
    self.salts = salts
  }

  var leaves: Int { levels[0].count }

  /// What enters the commitment tree.
  var entry: Digest { Self.entry(levels[levels.count - 1][0], leaves: leaves) }

  /// H(release/atom, salt ‖ atom).
  static func leaf(_ salt: [UInt8], _ atom: [UInt8]) -> Digest {
    Digest.of(.releaseAtom, salt, atom)
  }

  /// H(release/text, depth (1) ‖ root).
  static func entry(_ root: Digest, leaves: Int) -> Digest {
    Digest.of(.releaseText, [UInt8(leaves.trailingZeroBitCount)], root.bytes)
  }

  /// The hashes that open these leaves need, in the order of the walk.
  ///
  /// - Parameter disclosed: ascending.
  func hidden(around disclosed: [Int]) -> [Digest] {
    var hidden: [Digest] = []
    func walk(_ level: Int, _ index: Int, _ below: ArraySlice<Int>) {
      guard !below.isEmpty else { return hidden.append(levels[level][index]) }
      guard level > 0 else { return }
      let middle = (2 * index + 1) << (level - 1)
      let split = below.firstIndex { $0 >= middle } ?? below.endIndex
      walk(level - 1, 2 * index, below[..<split])
      walk(level - 1, 2 * index + 1, below[split...])
    }
    walk(levels.count - 1, 0, disclosed[...])
    return hidden
  }

  /// The root that opened leaves and hidden hashes give; `nil` when there are too few hashes or too
  /// many. Work and depth are bounded by what is given.
  ///
  /// - Parameters:
  ///   - leaves: a power of two.
  ///   - opened: ascending by number, within `leaves`.
  static func root(
    leaves: Int, _ opened: [(number: Int, leaf: Digest)], hidden: [Digest]
  ) -> Digest? {
    var rest = hidden[...]
    func walk(_ range: Range<Int>, _ below: ArraySlice<(number: Int, leaf: Digest)>) -> Digest? {
      guard let first = below.first else { return rest.popFirst() }
      guard range.count > 1 else { return first.leaf }
      let middle = range.lowerBound + range.count / 2
      let split = below.firstIndex { $0.number >= middle } ?? below.endIndex
      guard let left = walk(range.lowerBound..<middle, below[..<split]),
        let right = walk(middle..<range.upperBound, below[split...])
      else { return nil }
      return Digest.node(1, left, right)
    }
    let root = walk(0..<leaves, opened[...])
    return rest.isEmpty ? root : nil
  }
}
