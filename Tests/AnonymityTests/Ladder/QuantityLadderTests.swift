import Testing

@testable import Anonymity

@Suite struct QuantityLadderTests {
  private static let languages: [Language] = [.en, .ko, .zh, .ru, .ja]

  @Test(arguments: [
    "9 May 2024", "May 9th, 2024", "2024-05-09", "2024년 5월 9일", "2024年5月9日", "二〇二四年五月九日",
    "9 мая 2024 года", "09.05.2024",
  ])
  func `a date in any language climbs to month, season, year and decade`(date: String) {
    #expect(
      DateLevel.allCases.map { DateLadder.climb(date, to: $0, in: .en) }
        == ["May 2024", "spring 2024", "2024", "the 2020s"])
  }

  @Test func `a date answers when, with the grammar of its language`() {
    let when = Self.languages.map { DateLadder.climb("2024-05-09", to: .month, in: $0, as: .when) }
    #expect(when == ["in May 2024", "2024년 5월에", "2024年5月", "в мае 2024 года", "2024年5月に"])
  }

  @Test func `a winter is told in both its years`() {
    #expect(DateLadder.climb("2021-12-30", to: .season, in: .en) == "winter 2021–22")
    #expect(DateLadder.climb("2022-01-02", to: .season, in: .en) == "winter 2021–22")
    #expect(DateLadder.climb("2000-01-02", to: .season, in: .ru) == "зима 1999/00 года")
  }

  @Test func `an order that could be two gives the year, and no year gives nothing coarser`() {
    #expect(DateLadder.climb("03/04/2024", to: .month, in: .en) == "2024")
    #expect(DateLadder.climb("13/04/2024", to: .month, in: .en) == "April 2024")
    #expect(DateLadder.climb("9 May", to: .year, in: .en) == nil)
    #expect(DateLadder.climb("yesterday", to: .year, in: .en) == nil)
  }

  @Test(arguments: ["34", "서른네 살", "三十四岁", "тридцать четыре года", "a 34-year-old"])
  func `an age climbs to its decade`(age: String) {
    #expect(
      Self.languages.map { AgeLadder.climb(age, to: .decade, in: $0) }
        == ["thirties", "삼십대", "三十多岁", "за тридцать", "三十代"])
  }

  @Test func `an age that nobody has is nil`() {
    #expect(AgeLadder.write(121, at: .decade, in: .en) == nil)
    #expect(AgeLadder.write(-1, at: .stage, in: .en) == nil)
    #expect(AgeLadder.write(104, at: .decade, in: .en) == "over ninety")
  }

  @Test func `a count is rounded, and small ones are several`() {
    #expect(CountLadder.climb("21", to: .rounded, in: .en) == "about twenty")
    #expect(CountLadder.climb("열여덟", to: .rounded, in: .ko) == "약 20")
    #expect(CountLadder.climb("3", to: .rounded, in: .en) == "several")
    #expect(CountLadder.climb("一百四十", to: .vague, in: .en) == "more than a hundred")
    #expect(CountLadder.climb("300", to: .vague, in: .ru) == "несколько сотен")
  }

  @Test func `a duration keeps its largest unit`() {
    let text = "seven years and two months"
    #expect(DurationLadder.climb(text, to: .rounded, in: .en) == "about seven years")
    #expect(DurationLadder.climb(text, to: .vague, in: .ko) == "몇 년")
    #expect(DurationLadder.climb("7년 11개월", to: .rounded, in: .ru) == "около восьми лет")
    #expect(DurationLadder.climb("for ever", to: .rounded, in: .en) == nil)
  }

  @Test func `money keeps its currency and its period`() {
    #expect(
      MoneyLadder.climb("300 yuan a month", to: .vague, in: .en) == "a few hundred yuan a month")
    #expect(MoneyLadder.climb("每月三千二百元", to: .rounded, in: .ko) == "한 달에 약 3000위안")
    #expect(MoneyLadder.climb("$2,900", to: .rounded, in: .ru) == "около 3\u{A0}000 долларов")
    #expect(MoneyLadder.climb("twenty stones", to: .vague, in: .en) == nil)
  }

  @Test func `a rank becomes its class in every language, an unknown one stays unknown`() {
    #expect(
      Self.languages.map { RankLadder.climb("소좌", in: $0) } == [
        "officer", "군관", "军官", "офицер", "将校",
      ])
    #expect(RankLadder.climb("The Manager", in: .en) == "person in charge")
    #expect(RankLadder.climb("wizard", in: .en) == nil)
  }

  @Test func `numbers too large for anything are survived`() {
    let digits = String(repeating: "9", count: 100_000)
    #expect(CountLadder.climb(digits, to: .vague, in: .en) == nil)
    _ = DateLadder.climb(digits, to: .year, in: .en)
    _ = CountLadder.climb(String(repeating: "万", count: 100_000), to: .vague, in: .zh)
  }
}
