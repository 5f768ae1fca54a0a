import Testing

@testable import Anonymity

/// Identifiers that are half struck out, spelled out or written as an address.
@Suite struct HiddenIdentifierTests {
  @Test(arguments: [
    ("최○웅 씨가 왔다", "최○웅"), ("김OO 씨", "김OO"), ("박** 동무", "박**"), ("Mr K***v came", "K***v"),
    ("Петр И***в", "И***в"),
  ])
  func `a name with a struck-out part is a name`(text: String, name: String) {
    #expect(found(.personName, text).contains(name))
  }

  @Test(arguments: [
    ("at House 14, Lenin Street, flat 7.", "House 14, Lenin Street, flat 7"),
    ("at 12 Baker Street", "12 Baker Street"),
    ("ул. Ленина, д. 14, кв. 7.", "ул. Ленина, д. 14, кв. 7"),
    ("в доме 5, кв. 12", "доме 5, кв. 12"), ("평화로 14길 7에", "평화로 14길 7"),
    ("101동 1203호에", "101동 1203호"),
    ("他住在人民路14号", "在人民路14号"),
  ])
  func `an address is found whole`(text: String, address: String) {
    #expect(found(.streetAddress, text) == [address])
  }

  @Test(arguments: ["On the street 14 men ran.", "서울로 14명이 갔다", "На улице 14 человек."])
  func `a number beside a street is no address`(text: String) {
    #expect(found(.streetAddress, text).isEmpty)
  }

  @Test(arguments: [
    "zero one zero, nine eight seven six, five four three two", "공일공 구팔칠륙 오사삼이",
    "восемь девять один четыре пять пять пять", "一三八零零一二三四五",
  ])
  func `a phone that is read out is found`(text: String) {
    #expect(found(.phone, text) == [text])
  }

  @Test(arguments: ["one two three times", "이사 이야기", "один два три раза", "十二三人"])
  func `some numbers in a row are no phone`(text: String) {
    #expect(found(.phone, text).isEmpty)
  }

  @Test(arguments: ["It ends in 0155.", "оканчивается на 0155", "끝자리 0155", "尾号0155"])
  func `last figures are found`(text: String) {
    #expect(found(.longNumber, text) == ["0155"])
  }

  @Test func `a year is no last figures`() {
    #expect(found(.longNumber, "The contract ends in 2024.").isEmpty)
  }

  @Test(arguments: [
    ("Tarek is 34.", ["34"]), ("Voss (34) came.", ["34"]), ("그는 마흔하나였다.", ["마흔하나"]),
    ("The answer is 34.", []), ("열이 났다.", []),
  ])
  func `what is perhaps an age is for a person`(text: String, ages: [String]) {
    #expect(found(.age, text) == ages)
  }

  @Test func `fourteen of the fifteen is for a person`() {
    #expect(found(.countedGroup, "14 of the 15 ran.") == ["14 of the 15"])
  }

  @Test(arguments: [
    "어린 동무가 왔다", "주방의 언니가 말했다", "서면 과장이 왔다", "정리하는 과장", "명의 통역이 있었다", "인민군 소장이 왔다",
    "Under Board Policy nothing moved.", "They met behind Open Doors there.",
  ])
  func `what is no name is not asked about`(text: String) {
    #expect(found(.personName, text).isEmpty)
  }

  @Test func `a trowel is no post`() {
    #expect(found(.uniquePost, "Он взял мастерок.").isEmpty)
    #expect(found(.uniquePost, "Там был мастер.") == ["мастер"])
  }
}
