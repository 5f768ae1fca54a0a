import Testing

@testable import Anonymity

@Suite struct NumberDetectorTests {
  @Test(arguments: [
    "Call +82 10-0000-4417 first.", "전화는 010-0000-4417입니다.", "打 138 0000 2741 找我",
    "Телефон 8 (900) 555-07-61.", "＋８６　１３８　００００　２７４１", "number 138 0000\n2790 is his",
    "my phone is 555-0123", "손전화 191-260-0000",
  ])
  func `a phone is found however it is grouped`(text: String) {
    #expect(found(.phone, text).count == 1)
  }

  @Test func `the whole of a phone is in the range, its plus and brackets too`() {
    #expect(found(.phone, "at +244 900 000 318.") == ["+244 900 000 318"])
    #expect(found(.phone, "тел. 8 (900) 555-07-61.", .ru) == ["8 (900) 555-07-61"])
  }

  @Test(arguments: [
    "version 6.1.20 of 2024", "192.168.0.1", "it costs 1 000 000 roubles", "in 1989 and 2021",
    "pages 100-120", "port 8080",
  ])
  func `versions, addresses of machines and quantities are no phones`(text: String) {
    #expect(all(text).isEmpty)
  }

  @Test func `a resident number with its check digit is told from one without`() {
    let right = Detectors.findings(in: Array("890314-1234563".utf8), language: .ko)
    #expect(right.map(\.kind) == [.residentNumber])
    let china = Detectors.findings(in: Array("证件 11010519491231002X".utf8), language: .zh)
    #expect(china.first { $0.kind == .residentNumber }?.reason == .checksum)
    let wrong = Detectors.findings(in: Array("证件 110105194912310021".utf8), language: .zh)
    #expect(wrong.first { $0.kind == .residentNumber }?.reason == .shape)
    #expect(Checksum.isSnils([1, 1, 2, 2, 3, 3, 4, 4, 5, 9, 5]))
    #expect(found(.residentNumber, "СНИЛС 112-233-445 95", .ru) == ["112-233-445 95"])
  }

  @Test(arguments: [
    ("생일은 11.23.", "11.23"), ("생일이 11/23이라", "11/23"), ("1979년생, 생일은 8.15", "8.15"),
    ("День рождения 9.04", "9.04"), ("My birthday is on 23.11", "23.11"), ("我生日是2.5", "2.5"),
    ("천구백팔십팔년 십일월 이십삼일에 태어났다", "천구백팔십팔년 십일월 이십삼일"),
    ("오팔년 시월 일일", "오팔년 시월 일일"), ("십일월이십일일생", "십일월이십일일"), ("가을 이십삼일에", "가을 이십삼일"),
    ("11월 이십삼일", "11월 이십삼일"),
  ])
  func `a day without a year, or in Korean words, is found`(text: String, day: String) {
    #expect(found(.date, text) == [day])
  }

  @Test(arguments: [
    "점수는 11.23", "version 2.5 was born", "우리 가을 일", "삼월에 이 일을", "그 월 이일", "1.5 km from 2/3 of",
    "십일월에 이십 명", "생일 선물 3.50달러",
  ])
  func `what only looks like a birthday is none`(text: String) {
    #expect(found(.date, text).isEmpty)
  }

  @Test(arguments: [
    "99999999999999999999999.12.12", "12-99999999999999999999999-12",
    "99999999999999999999999.1234 120.4567", "99999999999999999999999/12/31 and more",
  ])
  func `a number longer than any number has stops no detector`(text: String) {
    for language in [Language.en, .ko, .ru, .zh] {
      #expect(Detectors.findings(in: Array(text.utf8), language: language).count < 4)
    }
  }

  @Test func `a masked resident number is found by its shape`() {
    #expect(found(.residentNumber, "890314-1******", .ko) == ["890314-1"])
  }

  @Test func `a card needs the check digit of Luhn`() {
    #expect(found(.cardNumber, "4111 1111 1111 1111").count == 1)
    #expect(found(.cardNumber, "4111 1111 1111 1112").isEmpty)
  }

  @Test(arguments: [
    "여권번호는 999041276이었다", "Our passports were taken. Mine was 999020557.",
    "паспорт 00 00 417206", "护照EX0007741", "M12345678", "M123A4567",
  ])
  func `a passport number is found by its letters or by the word before it`(text: String) {
    #expect(found(.passport, text).count == 1)
  }

  @Test func `a long number of no known kind is shown to a person`() {
    #expect(found(.longNumber, "It said 4417206385 on the wall.") == ["4417206385"])
  }
}
