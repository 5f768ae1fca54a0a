import Testing

@testable import Anonymity

@Suite struct SpellingProductTests {
  private let slots = ["a b1 c3", "x y2", "1p q1"].map { [Spelling](list: $0).tidied }

  @Test func `every combination within the budget comes once, in order of cost`() {
    var all: [(String, Int)] = []
    for a in slots[0] {
      for b in slots[1] {
        for c in slots[2] { all.append((a.text + b.text + c.text, a.cost + b.cost + c.cost)) }
      }
    }
    for budget in 0...7 {
      var got: [(String, Int)] = []
      SpellingProduct(slots).forEach(budget: budget) { bytes, cost in
        got.append((String(decoding: bytes, as: UTF8.self), cost))
        return true
      }
      let wanted = all.filter { $0.1 <= budget }
      #expect(Set(got.map(\.0)) == Set(wanted.map(\.0)))
      #expect(got.count == wanted.count)
      #expect(got.map(\.1) == got.map(\.1).sorted())
      for (text, cost) in got { #expect(all.contains { $0.0 == text && $0.1 == cost }) }
    }
  }

  @Test func `it stops when told to`() {
    var count = 0
    SpellingProduct(slots).forEach(budget: 9) { _, _ in
      count += 1
      return count < 4
    }
    #expect(count == 4)
  }

  @Test func `a list is tidied`() {
    let list = [Spelling](list: "lee2 yi1 lee4 ri")
    #expect(list.tidied.map(\.text) == ["ri", "yi", "lee"])
    #expect(list.dropLast().map { $0 }.tidied.map(\.cost) == [0, 1])
  }
}
