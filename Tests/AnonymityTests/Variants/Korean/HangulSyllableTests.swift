import Testing

@testable import Anonymity

@Suite struct HangulSyllableTests {
  @Test func `every syllable comes back`() {
    for scalar in UInt32(0xAC00)..<0xD7A4 {
      #expect(HangulSyllable(scalar)?.scalar == scalar)
    }
    #expect(HangulSyllable(0xABFF) == nil)
    #expect(HangulSyllable(0xD7A4) == nil)
  }

  @Test(arguments: [
    ("석", "우", "none", "g"), ("일", "우", "none", "r"), ("맑", "음", "l", "g"),
    ("혁", "민", "ng", "m"), ("갑", "녀", "m", "n"), ("천", "리", "l", "r"), ("일", "남", "l", "r"),
    ("경", "렬", "ng", "n"), ("백", "룡", "ng", "n"),
  ])
  func `finals and initials change as they sound`(
    _ left: String, _ right: String, _ coda: String, _ initial: String
  ) throws {
    let a = try #require(HangulSyllable(Character(left)))
    let b = try #require(HangulSyllable(Character(right)))
    let pair = try #require(SoundChange.between(a, b))
    #expect("\(pair.coda)" == coda)
    #expect("\(pair.initial)" == initial)
  }

  @Test func `what is heard as written does not change`() throws {
    for (left, right) in [("철", "수"), ("영", "애"), ("수", "아"), ("석", "호"), ("민", "경")] {
      let a = try #require(HangulSyllable(Character(left)))
      let b = try #require(HangulSyllable(Character(right)))
      #expect(SoundChange.between(a, b) == nil)
    }
  }

  @Test func `a text with anything else is no Hangul`() {
    for text in ["", "김a", "김 철", "ㄱ", "金", "\u{1100}", "\u{1161}\u{1100}"] {
      #expect([HangulSyllable](hangul: text) == nil, "\(text)")
    }
    #expect([HangulSyllable](hangul: "기\u{11B7}")?.text == "김")
  }
}
