/// Builds an `Automaton` breadth first from sorted keys.
struct AutomatonBuilder {
  /// A state still to be given children: the keys that share its first `depth` bytes.
  private struct Node {
    let state: UInt32
    let lower: UInt32
    let upper: UInt32
    let depth: UInt32
    /// The last byte that leads here.
    let last: UInt8
  }

  private var cells: [UInt64]
  private var used: [Bool]
  private var fail: [UInt32]
  private var output: [UInt32]
  private var outputLink: [UInt32]
  private var pair = [UInt32](repeating: Automaton.root, count: 1 << 16)
  private var depthTwo = [UInt32](repeating: 0, count: 1 << 16)
  private var single = [UInt32](repeating: 0, count: 256)
  /// No cell below this is free; the first 257 stay empty, so that a childless state finds none.
  private var free = 257
  /// Every state below the first level and its longest proper suffix, in breadth-first order.
  private var suffixes: [(child: UInt32, suffix: UInt32)] = []

  private init(capacity: Int) {
    cells = Array(repeating: UInt64(UInt32.max), count: capacity)
    used = Array(repeating: false, count: capacity)
    fail = Array(repeating: 0, count: capacity)
    output = fail
    outputLink = fail
    used[0] = true
    used[1] = true
  }

  /// The automaton of distinct, sorted, non-empty keys; the group of a key is its index.
  static func build(_ keys: KeyList) -> Automaton {
    let total = keys.total
    var builder = AutomatonBuilder(capacity: total + total / 4 + 1024)
    builder.run(keys)
    builder.markOutputs()
    let size = builder.used.lastIndex(of: true).map { $0 + 513 } ?? 513
    builder.grow(to: size)
    return Automaton(
      cells: Array(builder.cells.prefix(size)), fail: Array(builder.fail.prefix(size)),
      output: Array(builder.output.prefix(size)),
      outputLink: Array(builder.outputLink.prefix(size)), pair: builder.pair,
      keyLengths: (0..<keys.count).map { Int32(keys.length($0)) })
  }

  private mutating func run(_ keys: KeyList) {
    // A level of states at a time: what is behind is let go.
    var level = [Node(state: 1, lower: 0, upper: UInt32(keys.count), depth: 0, last: 0)]
    var bytes: [UInt8] = []
    var starts: [Int] = []
    while !level.isEmpty {
      var next: [Node] = []
      next.reserveCapacity(level.count)
      for node in level { expand(node, keys, &bytes, &starts, into: &next) }
      level = next
    }
  }

  /// Gives a state its children.
  private mutating func expand(
    _ node: Node, _ keys: KeyList, _ bytes: inout [UInt8], _ starts: inout [Int],
    into next: inout [Node]
  ) {
    let (depth, upper) = (Int(node.depth), Int(node.upper))
    var at = Int(node.lower)
    if at < upper, keys.length(at) == depth {
      output[Int(node.state)] = UInt32(at + 1)
      at += 1
    }
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    while at < upper {
      let byte = keys.byte(at, depth)
      bytes.append(byte)
      starts.append(at)
      at = end(of: byte, keys, depth, at, upper)
    }
    if bytes.isEmpty { return }
    let base = place(bytes)
    let state = Int(node.state)
    cells[state] = cells[state] & 0xFFFF_FFFF | UInt64(base) << 32
    for (i, byte) in bytes.enumerated() {
      let child = base + Int(byte)
      used[child] = true
      cells[child] = UInt64(state)
      link(child, node, Int(byte))
      next.append(
        Node(
          state: UInt32(child), lower: UInt32(starts[i]),
          upper: i + 1 < starts.count ? UInt32(starts[i + 1]) : node.upper,
          depth: node.depth + 1, last: byte))
    }
    if depth == 0 { fillPairs() }
    if depth == 1 {
      for byte in bytes { pair[Int(node.last) << 8 | Int(byte)] = UInt32(base + Int(byte)) }
    }
  }

  /// Behind the last of the keys from `at` on that have this byte at a depth.
  private func end(of byte: UInt8, _ keys: KeyList, _ depth: Int, _ at: Int, _ upper: Int) -> Int {
    var low = at
    var step = 1
    while low + step < upper, keys.byte(low + step, depth) == byte {
      low += step
      step *= 2
    }
    var high = min(low + step, upper)
    while high - low > 1 {
      let middle = (low + high) / 2
      if keys.byte(middle, depth) == byte { low = middle } else { high = middle }
    }
    return high
  }

  /// All pairs lead to the state of their second byte until a state of both is known.
  private mutating func fillPairs() {
    for previous in 0..<256 {
      for byte in 0..<256 where single[byte] != 0 { pair[previous << 8 | byte] = single[byte] }
    }
  }

  /// Sets the failure link and the output link of a new child.
  private mutating func link(_ child: Int, _ parent: Node, _ byte: Int) {
    let last = Int(parent.last)
    switch parent.depth {
    case 0:
      single[byte] = UInt32(child)
      return
    case 1:
      depthTwo[last << 8 | byte] = UInt32(child)
    default:
      var suffix = Int(fail[Int(parent.state)])
      while suffix != 0 {
        let target = Automaton.base(cells[suffix]) + byte
        if target < cells.count, cells[target] & 0xFFFF_FFFF == UInt64(suffix) {
          fail[child] = UInt32(target)
          break
        }
        suffix = Int(fail[suffix])
      }
      if fail[child] == 0 { fail[child] = depthTwo[last << 8 | byte] }
    }
    let suffix = fail[child] != 0 ? Int(fail[child]) : Int(single[byte])
    suffixes.append((UInt32(child), UInt32(suffix)))
  }

  /// Resolves output links in breadth-first order, then flags every state that reports.
  private mutating func markOutputs() {
    for (child, suffix) in suffixes where suffix != 0 {
      outputLink[Int(child)] =
        output[Int(suffix)] != 0 ? suffix : outputLink[Int(suffix)]
    }
    for state in cells.indices where output[state] != 0 || outputLink[state] != 0 {
      cells[state] |= Automaton.outputFlag
    }
  }

  /// A base at which every child falls on a free cell.
  private mutating func place(_ bytes: [UInt8]) -> Int {
    let first = Int(bytes[0])
    let span = Int(bytes[bytes.count - 1]) - first
    var at = free
    var tries = 0
    while true {
      grow(to: at + span + 513)
      while used[at] {
        at += 1
        grow(to: at + span + 513)
      }
      if tries == 0 { free = at }
      let base = at - first
      if bytes.allSatisfy({ !used[base + Int($0)] }) { return base }
      at += 1
      tries += 1
      // Crowded ground: leave its holes to single children and go on beyond.
      if tries >= 64 { at += 64 }
    }
  }

  private mutating func grow(to size: Int) {
    guard cells.count < size else { return }
    let more = max(size, cells.count + cells.count / 4) - cells.count
    cells.append(contentsOf: repeatElement(UInt64(UInt32.max), count: more))
    used.append(contentsOf: repeatElement(false, count: more))
    fail.append(contentsOf: repeatElement(0, count: more))
    output.append(contentsOf: repeatElement(0, count: more))
    outputLink.append(contentsOf: repeatElement(0, count: more))
  }
}
