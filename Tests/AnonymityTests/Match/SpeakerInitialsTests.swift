import Testing

@testable import Anonymity

/// Initials as transcripts have them.
struct SpeakerInitialsTests {
  @Test func `a name gives its initials in the usual orders`() {
    #expect(SpeakerInitials.of("Choi Kang-hyuk") == ["CKH", "KH", "KHC"])
    #expect(SpeakerInitials.of("최강혁").isSuperset(of: ["ㅊㄱㅎ", "ㄱㅎ", "CKH", "KH", "GH"]))
    #expect(SpeakerInitials.of("Кузнецов Иван Петрович") == ["КИП", "ИП", "ИПК"])
    #expect(SpeakerInitials.of("이영").isEmpty && SpeakerInitials.of("Grace").isEmpty)
    #expect(SpeakerInitials.of("朴英花").isEmpty)
  }

  private func places(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let initials = SpeakerInitials.of("최강혁")
    return SpeakerInitials.places(in: bytes).filter { initials.contains($0.letters) }.map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("KH: I left.", ["KH"]), ("Q: Why?\nCKH: I left.\nQ: When?\nCKH: Then.", ["CKH", "CKH"]),
    ("ㅊㄱㅎ: 떠났다.", ["ㅊㄱㅎ"]), ("**KH:** I left", ["KH"]), ("[K.H.]: I left", ["K.H"]),
    ("- KH： I left", ["KH"]),
    ("the file CKH_01.wav is", ["CKH"]), ("KH-2019-03.m4a", ["KH"]), ("see CKH.pdf", ["CKH"]),
  ]) func `a label of a speaker or a name of a file is found`(_ text: String, _ hits: [String]) {
    #expect(places(text) == hits)
  }

  @Test(arguments: [
    "in the year KH: so", "He met KH there.", "KHX: I left", "MP: I left", "KH was there: he",
    "kh: I left",
    "CKH_01 and more", "ㅋㅋㅋ: 웃었다", "KHAN: I left", "the KH.txtual",
  ]) func `the same letters elsewhere are nothing`(_ text: String) {
    #expect(places(text).isEmpty, "\(places(text))")
  }
}
