import Testing

@testable import Anonymity

@Suite struct HanTableTests {
  private let table = HanTable.shared

  @Test func `a character has readings, sounds and forms`() throws {
    let dragon = try #require(table.character(0x9F8D))
    #expect(dragon.hangul.text == "룡")
    #expect(dragon.sounds == [HanTable.Sound(letters: "long", tone: 2)])
    #expect(dragon.forms.contains { $0.form == .simplified && $0.scalar == 0x9F99 })
    #expect(dragon.forms.contains { $0.form == .japanese && $0.scalar == 0x7ADC })
  }

  @Test func `a simplified character is read as the one it stands for`() throws {
    for (simple, full) in [(0x9F99, 0x9F8D), (0x5218, 0x5289), (0x94F6, 0x9280)]
      as [(UInt32, UInt32)]
    {
      let a = try #require(table.character(simple))
      let b = try #require(table.character(full))
      #expect(a.hangul == b.hangul)
      #expect(a.forms.contains { $0.form == .traditional && $0.scalar == full })
    }
  }

  @Test func `what is no Han is not there`() {
    for scalar in [0x41, 0xAC00, 0x3042, 0x10FFFF] as [UInt32] {
      #expect(table.character(scalar) == nil)
    }
  }

  @Test func `every entry of the basic block can be read`() {
    var readings = 0
    for scalar in UInt32(0x4E00)..<0xA000 {
      guard let entry = table.character(scalar) else { continue }
      readings += entry.hangul.count
      #expect(entry.sounds.allSatisfy { (1...5).contains($0.tone) && !$0.letters.isEmpty })
      #expect(entry.forms.allSatisfy { $0.scalar != scalar && $0.scalar > 0x2E7F })
    }
    #expect(readings > 8000)
  }
}
