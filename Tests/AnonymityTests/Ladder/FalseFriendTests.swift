import Testing

@testable import Anonymity

/// Numbers and words that are no ages, people, ranks or sums, and sums that nobody can say.
@Suite struct FalseFriendTests {
  private static let all =
    "date: month, age: decade, count: vague, duration: keep, money: vague, rank: generalise"

  @Test(arguments: [
    ("The temperature in Pyongyang was 34.", Language.en),
    ("A mother of ten children waited.", .en),
    ("A guard of 12 men came.", .en), ("The bread was three days old.", .en),
    ("Я дал ему 50.", .ru), ("Рабочему 50, бригадиру 100.", .ru), ("Нас в Сибири было 21.", .ru),
    ("Во вторник секретарь ушёл.", .ru), ("Говорили о первом мая.", .ru),
    ("Он был старше бригадира на год.", .ru),
    ("他过了50年生活。", .zh), ("他有30年生产经验。", .zh), ("20년생 소나무가 있었다.", .ko),
    ("우리는 사이가 좋았다.", .ko), ("우리는 공사를 했다.", .ko), ("그들은 이사를 갔다.", .ko), ("석이 왔다.", .ko),
    ("a senior private school", .en),
  ])
  func `what only looks like one stays`(text: String, language: Language) throws {
    let told = try told(
      text, language, Self.all.replacing("count: vague", with: "count: keep"))
    // The posts themselves may be told; nothing else changes.
    let kept = told.replacing("руководителя", with: "бригадира").replacing(
      "руководителю", with: "бригадиру"
    )
    .replacing("чиновник", with: "секретарь").replacing("рабочий", with: "Рабочему")
    #expect(kept == text)
  }

  @Test(arguments: [
    ("A crew of 25 worked.", Language.en, "A crew of dozens worked."),
    ("We were thirty.", .en, "We were dozens."),
    ("He stayed no more than two days.", .en, "He stayed no more than two days."),
    ("1985년생이다.", .ko, "1980년대생이다."), ("1985年生まれの人。", .zh, "1980年代生まれの人。"),
    ("우리는 열일곱이었다.", .ko, "우리는 십여명이었다."),
  ])
  func `and what is one is told`(text: String, language: Language, wanted: String) throws {
    let told = try told(text, language, Self.all)
    #expect(told == wanted)
  }

  @Test(arguments: [
    "1억억억 원", "1억억천 원", "1亿亿亿元", "999999999999.5억 원", "92233721.5천억 원", "99999999999억 원",
    String(repeating: "1만", count: 20_000) + " 원", String(repeating: "1.5", count: 5_000) + "억 원",
    "It cost 1,200.50 dollars.", "Получил 1 200,50 рублей.",
  ])
  func `no number is too large or too long to be passed over`(text: String) throws {
    for language in [Language.ko, .zh, .en, .ru] {
      let told = try told(text, language, Self.all)
      #expect(!told.contains("1,about") && !told.contains("1 примерно"))
    }
  }
}
