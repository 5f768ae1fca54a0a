import Anonymity
import Testing

@testable import EvidenceVault

/// Thirty invented sources, and registers filled with all of them in the same order.
struct LetterOrderTests {
  private let persons = (0..<30).map { number in
    let entity = EntityID(raw: "ENTITY\(number)")
    return Identities.Person(
      entity: entity, owner: entity, role: RoleNoun(), relation: nil, ordinal: nil, onRecord: [],
      limits: ConsentLimits(SourceDocument.Consent()))
  }

  private func drawn(_ seed: Int, _ audience: String) -> LetterOrder {
    let bytes = (0..<32).map { UInt8(truncatingIfNeeded: seed >> ($0 % 4 * 8)) }
    return .drawn(.init(seed: bytes, audience: audience))
  }

  /// The places of the letters, in the order of first appearance.
  private func letters(_ order: LetterOrder, _ register: LabelRegister? = nil) -> [Int] {
    var register = register ?? LabelRegister(audience: "desk")
    return persons.map { register.label($0, in: order).letter.index }
  }

  @Test func `working copies count from A in the order of first appearance`() {
    #expect(letters(.firstAppearance) == Array(0..<30))
  }

  @Test func `A to Z are drawn before any letter of two, and none twice`() {
    for seed in 0..<50 {
      let all = letters(drawn(seed, "desk"))
      #expect(Set(all.prefix(26)) == Set(0..<26))
      #expect(Set(all).count == 30)
      #expect(all.dropFirst(26).allSatisfy { (26..<52).contains($0) })
    }
  }

  @Test func `a letter once given stays, and what is looked at twice looks the same`() {
    var register = LabelRegister(audience: "desk")
    let first = register.label(persons[3], in: drawn(1, "desk"))
    #expect(register.label(persons[3], in: drawn(2, "desk")) == first)
    #expect(letters(drawn(7, "desk")) == letters(drawn(7, "desk")))
  }

  @Test func `a register of the time before keeps its letters and draws from the rest`() throws {
    let old = #"{"audience":"desk","letters":{"ENTITY4":0,"ENTITY9":1},"version":1}"#
    let register = try Codec.decode(LabelRegister.self, Array(old.utf8))
    let all = letters(drawn(5, "desk"), register)
    #expect(all[4] == 0)
    #expect(all[9] == 1)
    #expect(Set(all.prefix(26)).count == 26)
  }

  /// The same texts in the same order for two audiences: who has a letter in one says nothing of who
  /// has it in the other. Over 300 pairs of registers, of one testimony and of two.
  @Test func `letters of two audiences tell nothing of each other`() {
    let pairs = 300
    for isOneTestimony in [true, false] {
      var same = 0
      var followsFirst = 0
      var followsOrder = 0
      for seed in 0..<pairs {
        let desk = letters(drawn(seed, "desk"))
        let court = letters(drawn(isOneTestimony ? seed : seed + pairs, "court"))
        same += zip(desk, court).prefix(26).count { $0 == $1 }
        // Whether B comes after A for both, the first two to appear.
        followsFirst += (desk[0] < desk[1]) == (court[0] < court[1]) ? 1 : 0
        followsOrder += desk[0] < desk[25] ? 1 : 0
      }
      // One of 26 by chance: 300 in all, with a deviation of 17; half of the orders, 9.
      #expect((215...385).contains(same), "\(same)")
      #expect((105...195).contains(followsFirst), "\(followsFirst)")
      #expect((105...195).contains(followsOrder), "\(followsOrder)")
    }
  }

  @Test func `every letter is as likely as any other for whoever comes first`() {
    var counts = [Int](repeating: 0, count: 26)
    for seed in 0..<2_600 {
      var register = LabelRegister(audience: "desk")
      counts[register.label(persons[0], in: drawn(seed, "desk")).letter.index] += 1
    }
    // 100 each by chance, with a deviation of 10.
    #expect(counts.allSatisfy { (50...150).contains($0) }, "\(counts)")
  }
}
