/// People with their traits, asked how many fit what is told about one of them.
///
/// For each trait the people who have it are listed; a question turns the few lists it needs into bit
/// sets. So an index of many people is small, and a question costs one pass over bits for each fact.
public struct Crowd: Sendable {
  /// How many people there are.
  public let count: Int
  private let holders: [RiskTrait: [Int32]]

  /// - Parameter people: the traits of each; a person is then called by the place in this list.
  public init(_ people: [Set<RiskTrait>]) {
    count = people.count
    var holders: [RiskTrait: [Int32]] = [:]
    for (person, traits) in people.enumerated() {
      for trait in traits { holders[trait, default: []].append(Int32(person)) }
    }
    self.holders = holders
  }

  /// How many people fit all facts, the person included.
  ///
  /// The person counts whatever the record says now: the facts were told about nobody else.
  public func k(of person: Int, _ facts: [Fact]) -> Int {
    guard let first = facts.first else { return count }
    var fitting = bits(first)
    for fact in facts.dropFirst() { fitting.formIntersection(bits(fact)) }
    fitting.insert(person)
    return fitting.population
  }

  /// The smallest sets of facts that nobody else fits.
  public struct Combinations: Equatable, Sendable {
    /// One, two or three indices of facts each, ascending; no set holds another.
    public let sets: [[Int]]
    /// There were more facts than are looked through.
    public let isCut: Bool
  }

  /// Among how many facts, those that fit the fewest, combinations are sought.
  public static let widest = 32

  /// All sets of at most three facts that single the person out and of which no part does.
  public func combinations(of person: Int, _ facts: [Fact]) -> Combinations {
    var others = facts.map(bits)
    for index in others.indices { others[index].remove(person) }
    let all = facts.indices.sorted {
      (others[$0].population, $0) < (others[$1].population, $1)
    }
    let chosen = all.prefix(Self.widest).sorted()
    var sets = chosen.filter { others[$0].isEmpty }.map { [$0] }
    let rest = chosen.filter { !others[$0].isEmpty }
    var pairs: Set<[Int]> = []
    for (at, first) in rest.enumerated() {
      for second in rest[(at + 1)...] where others[first].isDisjoint(with: others[second]) {
        pairs.insert([first, second])
      }
    }
    sets += pairs.sorted { $0.lexicographicallyPrecedes($1) }
    for (at, first) in rest.enumerated() {
      for (after, second) in rest.enumerated().dropFirst(at + 1)
      where !pairs.contains([first, second]) {
        for third in rest[(after + 1)...]
        where !pairs.contains([first, third]) && !pairs.contains([second, third])
          && others[first].isDisjoint(with: others[second], others[third])
        {
          sets.append([first, second, third])
        }
      }
    }
    return Combinations(sets: sets, isCut: facts.count > Self.widest)
  }

  /// Who fits a fact.
  private func bits(_ fact: Fact) -> Bits {
    var bits = Bits(count: count)
    for trait in fact.fits {
      for person in holders[trait] ?? [] { bits.insert(Int(person)) }
    }
    return bits
  }
}
