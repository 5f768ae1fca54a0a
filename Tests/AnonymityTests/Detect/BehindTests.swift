import Testing

@testable import Anonymity

/// Ages in brackets behind a name, and the rest of an address behind an address.
struct BehindTests {
  @Test(arguments: [
    ("최강혁(37)은 왔다", "37"), ("崔江赫（37）来了", "37"), ("그날 박도철(52)이", "52"), ("Voss (34) came.", "34"),
  ]) func `a number in brackets behind what looks like a name may be an age`(
    _ text: String, _ age: String
  ) { #expect(found(.age, text, .ko) == [age]) }

  @Test(arguments: [
    "부상자(41)는 왔다", "노동자(41)는", "第三条（37）", "지역(37)", "우리나라(37)", "公司（37）", "최강혁(2037)은",
  ])
  func `behind another word it is a number`(_ text: String) {
    #expect(found(.age, text, .ko).isEmpty)
  }

  @Test(arguments: [
    ("김철수(37)은 갔다.", "김철수", Language.ko, "김철수(30대)은 갔다."),
    ("Then Kim (37) left.", "Kim", .en, "Then Kim (thirties) left."),
    ("我见过金哲洙（37）。", "金哲洙", .zh, "我见过金哲洙（三十多岁）。"),
    ("Пришёл Ким (37) вчера.", "Ким", .ru, "Пришёл Ким (за тридцать) вчера."),
    ("Then Kim (37, a cook) left.", "Kim", .en, "Then Kim (thirties, a cook) left."),
    ("Then Kim (2019) left.", "Kim", .en, "Then Kim (2019) left."),
    ("Then Kim (3) left.", "Kim", .en, "Then Kim (3) left."),
    ("Then Kim (37 men) left.", "Kim", .en, "Then Kim (37 men) left."),
    ("Then Kim 37 left.", "Kim", .en, "Then Kim 37 left."),
  ]) func `an age behind a name is told as ages are`(
    _ text: String, _ name: String, _ language: Language, _ expected: String
  ) throws {
    let start = try #require(text.firstRange(of: name))
    let end = text[..<start.upperBound].utf8.count
    let words = try told(text, language, "age: decade", behind: [end])
    #expect(words == expected)
  }

  @Test(arguments: [
    ("他住在人民路14号丹英社区，3单元502室。", "在人民路14号丹英社区，3单元502室"), ("련화동 12번지 15반에 살았다", "련화동 12번지 15반"),
    ("101동 1203호, 3층", "101동 1203호, 3층"),
    ("at 12 Baker Street, unit 4.", "12 Baker Street, unit 4"),
    ("ул. Ленина, д. 14, кв. 7, этаж 3.", "ул. Ленина, д. 14, кв. 7, этаж 3"),
    ("人民路14号楼，5号", "人民路14号楼，5号"),
  ]) func `the rest of an address is found with it`(_ text: String, _ address: String) {
    #expect(found(.streetAddress, text) == [address])
  }

  @Test(arguments: [
    ("他住在人民路14号，3个人", "在人民路14号"), ("련화동 12번지 15반장", "련화동 12번지"), ("평화로 14길 7에 3반 학생", "평화로 14길 7"),
    ("at 12 Baker Street, room service", "12 Baker Street"), ("人民路14号的社区", "人民路14号"),
  ]) func `what only follows an address is none of it`(_ text: String, _ address: String) {
    #expect(found(.streetAddress, text) == [address])
  }
}
