import Testing

@testable import Anonymity

/// Bit sets against counting one by one, on people drawn by chance.
struct CrowdTests {
  /// A generator that gives the same people in every run.
  private struct Draw: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private struct Case {
    let people: [Set<RiskTrait>]
    let facts: [Fact]
    let person: Int
    var crowd: Crowd { Crowd(people) }

    init(_ seed: UInt64) {
      var draw = Draw(state: seed)
      let values = Int.random(in: 2...6, using: &draw)
      func trait(_ kind: RiskTraitKind, _ value: Int) -> RiskTrait { RiskTrait(kind, "\(value)") }
      people = (0..<Int.random(in: 1...150, using: &draw)).map { _ in
        Set(
          RiskTraitKind.allCases.flatMap { kind in
            (0..<Int.random(in: 0...2, using: &draw)).map { _ in
              trait(kind, Int.random(in: 0..<values, using: &draw))
            }
          })
      }
      person = Int.random(in: people.indices, using: &draw)
      facts = people[person].sorted { ($0.kind.rawValue, $0.value) < ($1.kind.rawValue, $1.value) }
        .map { own in
          let more = (0..<Int.random(in: 0...1, using: &draw)).map { _ in
            trait(own.kind, Int.random(in: 0..<values, using: &draw))
          }
          return Fact(own.kind, own.value, fits: [own] + more)
        }
    }

    func naive(_ chosen: [Int]) -> Int {
      people.indices.count { other in
        other == person
          || chosen.allSatisfy { !people[other].isDisjoint(with: facts[$0].fits) }
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `k is what counting one by one gives, and a further fact never raises it`(seed: UInt64) {
    let given = Case(seed)
    var before = given.people.count
    for count in 0...given.facts.count {
      let k = given.crowd.k(of: given.person, Array(given.facts.prefix(count)))
      #expect(k == given.naive(Array(0..<count)))
      #expect(k <= before && k >= 1)
      before = k
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `minimal combinations are all that there are, minimal, and each once`(seed: UInt64) {
    let given = Case(seed)
    let found = given.crowd.combinations(of: given.person, given.facts)
    let indices = given.facts.indices
    var unique: [[Int]] = []
    for first in indices {
      unique.append([first])
      for second in indices where second > first {
        unique.append([first, second])
        for third in indices where third > second { unique.append([first, second, third]) }
      }
    }
    unique = unique.filter { given.naive($0) == 1 }
    let minimal = unique.filter { set in
      !unique.contains { $0.count < set.count && Set($0).isSubset(of: set) }
    }
    // Of one person alone no fact at all is needed; a set of none is not given.
    #expect(Set(found.sets) == Set(minimal) && found.sets.count == minimal.count)
    #expect(!found.isCut)
  }

  @Test func `among many facts those that the fewest fit are looked through, and it is said`() {
    let many = (0..<40).map { RiskTrait(.place, "\($0)") }
    // Everybody has the first 39; only the person has the last.
    let people = [Set(many)] + (0..<9).map { _ in Set(many.dropLast()) }
    let found = Crowd(people).combinations(
      of: 0, many.map { Fact(.place, $0.value, fits: [$0]) })
    #expect(found.sets == [[39]] && found.isCut)
  }

  @Test func `a person fits what was told of him though the record has changed since`() {
    let crowd = Crowd([[], [RiskTrait(.birth, "1980")]])
    #expect(crowd.k(of: 0, [Fact(.birth, "1980", fits: [RiskTrait(.birth, "1980")])]) == 2)
    #expect(crowd.k(of: 0, []) == 2)
  }
}
