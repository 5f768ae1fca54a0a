import Testing

@testable import Anonymity

/// Ages, numbers of people and ranks that no unit or noun marks.
@Suite struct BareNumberTests {
  @Test(arguments: [
    (
      "Ivan is 34 and comes from there.", Language.en,
      "Ivan is in their thirties and comes from there."
    ),
    ("Her friend is 24.", .en, "Her friend is in their twenties."),
    ("A man of 34 came.", .en, "A man in his thirties came."),
    ("Her mother was 82.", .en, "Her mother was in her eighties."),
    ("At 41 he left.", .en, "In his forties he left."),
    ("It was his 60th birthday.", .en, "It was his birthday."),
    ("An 18th birthday party.", .en, "A birthday party."),
    ("He was born in 1985.", .en, "He was born in the 1980s."),
    ("올해 서른넷인 그는 왔다.", .ko, "올해 30대인 그는 왔다."), ("최 모(41)씨가 왔다.", .ko, "최 모(40대)씨가 왔다."),
    ("1985년생이다.", .ko, "1980년대생이다."), ("85년 7월에 태어났다.", .ko, "80년대에 태어났다."),
    ("他1985年生。", .zh, "他1980年代生。"),
    ("Жене 48 лет.", .ru, "Жене от сорока до пятидесяти лет."),
    ("Антону 19 лет.", .ru, "Антону от десяти до двадцати лет."),
    ("Деду было сорок восемь.", .ru, "Деду было от сорока до пятидесяти лет."),
    ("Он 1985 года рождения.", .ru, "Он 1980-х годов рождения."),
    ("Тен, 1968 г. р., ушёл", .ru, "Тен, 1960-х годов рождения, ушёл"),
    ("Тен (68 г.р.) ушёл", .ru, "Тен (60-х годов рождения) ушёл"),
  ])
  func `an age is told by its decade`(text: String, language: Language, expected: String) throws {
    #expect(try told(text, language, "date: month, age: decade") == expected)
  }

  @Test(arguments: [
    ("The answer is 34.", Language.en), ("Room was 34.", .en), ("A crew of 15 worked.", .en),
    ("At 9 he left.", .en), ("Ему дали 10 лет.", .ru), ("Брату 10 лет лагерей.", .ru),
    ("85년 7월에 왔다.", .ko), ("부상자(41)는 왔다.", .ko),
  ])
  func `what only looks like an age stays`(text: String, language: Language) throws {
    #expect(try told(text, language, "date: month, age: decade") == text)
  }

  @Test(arguments: [
    (
      "Three female North Korean restaurant workers ran.", Language.en,
      "Several female North Korean restaurant workers ran."
    ),
    ("We were fifteen.", .en, "We were about twenty."),
    ("A crew of 15 worked.", .en, "A crew of about twenty worked."),
    ("복무원은 열여덟이었고", .ko, "복무원은 약 20명이었고"),
    ("우리는 열일곱이었다.", .ko, "우리는 약 20명이었다."), ("셋이 달아났다.", .ko, "몇이 달아났다."),
    ("Нас было семнадцать.", .ru, "Нас было около двадцати."),
    ("Трое сбежали.", .ru, "Несколько человек сбежали."),
  ])
  func `people are counted coarsely without a noun, too`(
    text: String, language: Language, expected: String
  ) throws {
    #expect(try told(text, language, "count: rounded") == expected)
  }

  @Test(arguments: [
    (
      "A second lieutenant and a junior sergeant came.", Language.en,
      "An officer and a soldier came."
    ),
    (
      "The deputy director and the second secretary left.", .en,
      "The person in charge and the official left."
    ),
    ("Senior staff came.", .en, "Senior staff came."),
    ("Заместитель директора ушёл.", .ru, "Руководитель ушёл."),
    ("Второй секретарь посольства молчал.", .ru, "Чиновник посольства молчал."),
    ("С младшим сержантом.", .ru, "С военнослужащим."),
  ])
  func `the modifier of a rank goes with it`(text: String, language: Language, expected: String)
    throws
  {
    #expect(try told(text, language, "rank: generalise") == expected)
  }

  @Test func `the head of a site is no general`() {
    #expect(RankLadder.climb("소장", in: .ko) == nil)
    #expect(RankLadder.climb("현장소장", in: .ko) == "책임자")
  }
}
