/// One way to write a piece of a name, and how unusual it is.
struct Spelling: Sendable {
  let text: String
  /// 0 is what most people write; each point is about half as common as the one before.
  let cost: Int

  init(_ text: String, _ cost: Int = 0) {
    self.text = text
    self.cost = cost
  }
}

extension [Spelling] {
  /// Reads "lee yi1 ri1 rhee2": words with the cost as last digit, none for 0.
  init(list: String) {
    self = list.split(separator: " ").map { word in
      guard let last = word.utf8.last, (0x30...0x39).contains(last) else {
        return Spelling(String(word))
      }
      return Spelling(String(word.dropLast()), Int(last) - 0x30)
    }
  }

  /// The commonest first, each text once, the first one free.
  var tidied: [Spelling] {
    var out: [Spelling] = []
    let least = self.map(\.cost).min() ?? 0
    for option in sorted(by: { $0.cost < $1.cost })
    where !out.contains(where: { $0.text == option.text }) {
      out.append(Spelling(option.text, option.cost - least))
    }
    return out
  }
}

/// Writes the combinations of what stands in a row of slots, the commonest first.
struct SpellingProduct {
  /// The choices for each piece of the name, each sorted by cost.
  let slots: [[Spelling]]
  /// `reach[i]` has bit `c` when the slots from `i` on can cost exactly `c`.
  private let reach: [UInt64]
  /// Costs beyond this are not counted.
  private static let highest = 63

  init(_ slots: [[Spelling]]) {
    self.slots = slots
    var reach = [UInt64](repeating: 0, count: slots.count + 1)
    reach[slots.count] = 1
    for i in slots.indices.reversed() {
      for option in slots[i] { reach[i] |= reach[i + 1] << UInt64(option.cost) }
    }
    self.reach = reach
  }

  /// Calls `body` with each combination of at most `budget` and its cost, in order of cost, until
  /// it says false.
  func forEach(budget: Int, _ body: ([UInt8], Int) -> Bool) {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(64)
    for cost in 0...min(budget, Self.highest) where reach[0] & 1 << UInt64(cost) != 0 {
      if !write(0, cost, &buffer, { body($0, cost) }) { return }
    }
  }

  private func write(
    _ slot: Int, _ cost: Int, _ buffer: inout [UInt8], _ body: ([UInt8]) -> Bool
  ) -> Bool {
    if slot == slots.count { return body(buffer) }
    let length = buffer.count
    for option in slots[slot] {
      if option.cost > cost { break }
      if reach[slot + 1] & 1 << UInt64(cost - option.cost) == 0 { continue }
      buffer.append(contentsOf: option.text.utf8)
      let goesOn = write(slot + 1, cost - option.cost, &buffer, body)
      buffer.removeLast(buffer.count - length)
      if !goesOn { return false }
    }
    return true
  }
}
