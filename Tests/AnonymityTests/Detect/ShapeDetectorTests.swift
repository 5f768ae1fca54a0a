import Testing

@testable import Anonymity

@Suite struct ShapeDetectorTests {
  @Test(arguments: [
    "43.1155, 131.8855", "at 43°06′N", "북위 43도", "北纬43度", "43°06' с. ш.",
  ])
  func `coordinates are found as decimals, degrees and words`(text: String) {
    #expect(found(.coordinates, text).count == 1)
  }

  @Test func `a version with three parts is no coordinate`() {
    #expect(found(.coordinates, "1.234 and 2.5").isEmpty)
  }

  @Test(arguments: [
    ("12가 3456이 섰다", "12가 3456"), ("车牌辽F·12345停", "辽F·12345"),
    ("машина А123ВС 125 стояла", "А123ВС 125"),
  ])
  func `plates of three countries are found`(text: String, plate: String) {
    #expect(found(.vehiclePlate, text) == [plate])
  }

  @Test(arguments: [
    ("on 9 May 2024 we", "9 May 2024"), ("May 9th, 2024,", "May 9th, 2024"),
    ("born 2024-05-09.", "2024-05-09"), ("2024년 5월 9일에", "2024년 5월 9일"),
    ("在2024年5月9日晚上", "2024年5月9日"), ("五月九日那天", "五月九日"), ("9 мая 2024 года", "9 мая 2024"),
    ("5월 9일", "5월 9일"), ("09.05.2024 г.", "09.05.2024"),
  ])
  func `a date with its day is found whole`(text: String, date: String) {
    #expect(found(.date, text) == [date])
  }

  @Test func `a month and a year are not exact`() {
    #expect(found(.date, "In May 2024, in 2021년 가을, в мае").isEmpty)
  }

  @Test(arguments: [
    ("a 34-year-old man", "34-year-old"), ("aged 34", "aged 34"), ("서른네 살이다", "서른네 살"),
    ("34세였다", "34세"), ("三十四岁的人", "三十四岁"), ("ему было 34 года", "34 года"),
    ("34-летний рабочий", "34-летний"), ("thirty-four years old", "thirty-four years old"),
  ])
  func `an age is found in figures and in words`(text: String, age: String) {
    #expect(found(.age, text) == [age])
  }

  @Test func `a century and a duration are no ages`() {
    #expect(found(.age, "21세기에, 34 года назад, for 34 years").isEmpty)
  }
}
