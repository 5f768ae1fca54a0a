import Testing

@testable import Anonymity

struct WordSearchTests {
  /// The words of the text that are found, for each word sought.
  private func found(_ words: String, in text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    return WordSearch(words).places(in: text).map { places in
      places.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("workshop", "The Workshop. WORKSHOPS too.", ["Workshop", "WORKSHOP"]),
    ("cafe", "A caf\u{65}\u{301} and a CAFÉ", ["cafe", "CAFÉ"]),
    ("overtime", "over time, over-time, ｏｖｅｒｔｉｍｅ", ["over-time", "ｏｖｅｒｔｉｍｅ"]),
    ("them", "the man", []),
    ("야간작업", "야간 작업을 했다. 야간작업이 길었다.", ["야간 작업", "야간작업"]),
    ("\"야간 작업\"", "야간작업은", ["야간작업"]),
    ("기", "김 씨가 기다렸다", ["기"]),
    ("작어", "작업을", []),
    ("工厂", "在 工 厂 里", ["工 厂"]),
    (
      "бригада", "Бригаду ждали бригады и бригадами; бригадир ушёл.",
      ["Бригаду", "бригады", "бригадами", "бригадир"]
    ),
    ("ушел", "Он ушёл.", ["ушёл"]),
    ("дом", "дома, домой; надомник, домостроение", ["дом", "дом", "дом", "дом"]),
    ("смена", "Сменой, замена, сменщиками", ["Сменой"]),
    ("\"nine o'clock\"", "At nine o'clock. At nine, o'clock.", ["nine o'clock", "nine, o'clock"]),
    ("2024", "In ２０２４", ["２０２４"]),
  ])
  func `a word is found as people write it`(words: String, text: String, wanted: [String]) {
    #expect(found(words, in: text) == [wanted])
  }

  @Test func `what is compared first is what the units say, for every scalar`() {
    for start in stride(from: UInt32(0), to: 0x11_0000, by: 4096) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: (start..<start + 4096).lazy.compactMap(Unicode.Scalar.init))
      let units = Folding.units(of: String(text)).map(\.strict)
      let isSame = Folding.strict(of: String(text).utf8.span) == units
      #expect(isSame, "\(start)")
    }
  }

  @Test func `words stand apart, phrases are whole, and signs alone are nothing`() {
    #expect(
      found("gate \"at nine\" …", in: "At nine the gate, nine at the gate")
        == [["gate", "gate"], ["At nine"]])
    #expect(found("\"open gate", in: "\"open gate").map(\.count) == [1, 1])
    #expect(WordSearch("  … — \"\" ").count == 0)
  }

  @Test func `a name in look-alikes is other words`() {
    #expect(found("Roma", in: "R\u{43E}ma") == [[]])
  }
}
