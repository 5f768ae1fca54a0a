import Testing

@testable import Anonymity

/// Birthdays and years of birth as people say them.
struct SaidBirthTests {
  @Test(arguments: [
    ("她的生日是二月五。", "二月五"), ("生日是2月5，在丹东", "2月5"), ("出生在八三年二月五", "八三年二月五"),
    ("Он родился девятого четвёртого.", "девятого четвёртого"),
    ("День рождения двадцать первого двенадцатого", "двадцать первого двенадцатого"),
    ("родилась третьего пятого шестьдесят четвёртого года", "третьего пятого"),
  ]) func `a birthday that is said is found`(_ text: String, _ date: String) {
    #expect(found(.date, text, .zh) == [date])
  }

  @Test(arguments: [
    "他二月五个人来了", "生日过了二月五个星期", "三月八", "после второго третьего раза", "первого второго дома",
    "родился в доме второго и третьего", "Он пришёл девятого четвёртого нет",
  ]) func `numbers in a row are no birthday`(_ text: String) {
    #expect(found(.date, text, .zh).isEmpty)
  }

  @Test(arguments: [
    ("Она шестьдесят четвёртого года рождения.", Language.ru, "Она 60-х годов рождения."),
    (
      "Она тысяча девятьсот шестьдесят четвертого года рождения.", .ru, "Она 1960-х годов рождения."
    ),
    ("Он родился в восемьдесят третьем.", .ru, "Он родился в 80-х годах."),
    ("Он родился в восемьдесят третьем году.", .ru, "Он родился в 80-х годах."),
    ("구십구년생이다.", .ko, "90년대생이다."), ("팔십삼년생 여자", .ko, "80년대생 여자"), ("83년생 여자", .ko, "80년대생 여자"),
    ("천구백팔십삼년생이다.", .ko, "1980년대생이다."), ("我是八三年的。", .zh, "我是80年代的。"),
    ("她是83年的，", .zh, "她是80年代的，"), ("他八三年生。", .zh, "他80年代生。"), ("八三年出生的女工", .zh, "80年代出生的女工"),
    ("一九八三年出生", .zh, "1980年代出生"),
    ("Он родился девятого апреля шестьдесят четвёртого года.", .ru, "Он родился в 1960-е годы."),
  ]) func `a year of birth in words is told by its decade`(
    _ text: String, _ language: Language, _ expected: String
  ) throws {
    let words = try told(text, language, "date: month, age: decade, duration: rounded")
    #expect(words == expected)
  }

  @Test(arguments: [
    ("八三年他走了。", Language.zh), ("她过了八三年。", .zh), ("20년생 소나무가 있었다.", .ko), ("오십년생 소나무", .ko),
    ("Пятого года не было.", .ru), ("第三年出生的", .zh), ("他是老三的朋友", .zh),
  ]) func `a year that is none of birth stays`(_ text: String, _ language: Language) throws {
    let words = try told(text, language, "date: year, age: decade, duration: rounded")
    #expect(words == text)
  }

  @Test(arguments: [
    ("八三年他走了。", Language.zh, "date: decade", "20世纪80年代他走了。"),
    ("八十三年过去了", .zh, "duration: rounded", "约八十年过去了"),
    (
      "Двадцать третьего мая шестьдесят четвёртого года он ушёл.", .ru, "date: year",
      "В 1964 году он ушёл."
    ),
    (
      "девятого четвёртого шестьдесят четвёртого года он ушёл", .ru, "date: year",
      "в 1964 году он ушёл"
    ),
  ]) func `a year in words is read as one`(
    _ text: String, _ language: Language, _ rules: String, _ expected: String
  ) throws {
    let words = try told(text, language, rules)
    #expect(words == expected)
  }
}
