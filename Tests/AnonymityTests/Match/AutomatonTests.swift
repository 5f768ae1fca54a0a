import Testing

@testable import Anonymity

@Suite struct AutomatonTests {
  /// Steps through the automaton as the scanner does, by the book and slowly.
  private func ends(_ automaton: Automaton, _ text: [UInt8]) -> Set<[Int]> {
    var found: Set<[Int]> = []
    var state = Int(Automaton.root)
    var previous = 0
    for (at, byte) in text.enumerated() {
      while true {
        let target = Automaton.base(automaton.cells[state]) + Int(byte)
        if automaton.cells[target] & 0xFFFF_FFFF == UInt64(state) {
          state = target
          break
        }
        if automaton.fail[state] == 0 {
          state = Int(automaton.pair[previous << 8 | Int(byte)])
          break
        }
        state = Int(automaton.fail[state])
      }
      previous = Int(byte)
      var link = state
      while link != 0 {
        if automaton.output[link] != 0 { found.insert([Int(automaton.output[link]) - 1, at + 1]) }
        link = Int(automaton.outputLink[link])
      }
      let isFlagged = automaton.cells[state] & Automaton.outputFlag != 0
      #expect(isFlagged == (automaton.output[state] != 0 || automaton.outputLink[state] != 0))
    }
    return found
  }

  @Test(arguments: [1, 2, 3, 4, 5]) func `every key is found at every place`(_ seed: UInt64) {
    var g = SeededGenerator(state: seed)
    for _ in 0..<60 {
      let alphabet = Int.random(in: 1...4, using: &g)
      func random(_ length: Int) -> [UInt8] {
        (0..<length).map { _ in
          UInt8(truncatingIfNeeded: 97 + Int.random(in: 0..<alphabet, using: &g))
        }
      }
      let keys = Set((0..<12).map { _ in random(Int.random(in: 1...6, using: &g)) })
        .sorted { $0.lexicographicallyPrecedes($1) }
      let text = random(80)
      var expected: Set<[Int]> = []
      for (index, key) in keys.enumerated() {
        for end in key.count...text.count where text[(end - key.count)..<end].elementsEqual(key) {
          expected.insert([index, end])
        }
      }
      #expect(ends(AutomatonBuilder.build(KeyList(keys.map { $0[...] })), text) == expected)
    }
  }

  @Test func `keys of all byte values share one automaton`() {
    let keys = (1...255).flatMap { a in [[UInt8(a)], [UInt8(a), UInt8(256 - a), 7]] }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let automaton = AutomatonBuilder.build(KeyList(keys.map { $0[...] }))
    #expect(ends(automaton, [200, 56, 7]).count == 4)
  }
}
