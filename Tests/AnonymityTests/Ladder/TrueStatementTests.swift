import Testing

@testable import Anonymity

/// What is told more coarsely is still true, and no finer than the level.
@Suite struct TrueStatementTests {
  @Test(arguments: [
    ("After 15 April he fled.", Language.en, "After a day in April he fled."),
    ("Before 9 May 2024 it rained.", .en, "Before a day in May 2024 it rained."),
    ("We waited until 3 June.", .en, "We waited until a day in June."),
    ("By 3 June it was done.", .en, "By a day in June it was done."),
    ("On the eve of 15 April they left.", .en, "On the eve of a day in April they left."),
    ("After 2024-05-09 he ran.", .en, "After a day in May 2024 he ran."),
    ("После 15 апреля он бежал.", .ru, "После одного из дней апреля он бежал."),
    ("Перед 9 мая мы ждали.", .ru, "Перед одним из дней мая мы ждали."),
    ("До 09.05.2024 ждали.", .ru, "До одного из дней мая 2024 года ждали."),
    ("4월 15일 이후 도망쳤다.", .ko, "4월 어느 날 이후 도망쳤다."), ("5월 9일부터 일했다.", .ko, "5월 어느 날부터 일했다."),
    ("5月9日之前他在。", .zh, "5月的某一天之前他在。"), ("5月9日以降いない。", .ja, "5月のある日以降いない。"),
  ])
  func `a bound speaks of some day`(text: String, language: Language, expected: String) throws {
    #expect(try told(text, language, "date: month") == expected)
  }

  @Test func `a bound by a month speaks of some month of the season`() throws {
    #expect(
      try told("After April 2024 he slept.", .en, "date: month") == "After April 2024 he slept.")
    #expect(
      try told("After April 2024 he slept.", .en, "date: season")
        == "After a month in spring 2024 he slept.")
    #expect(try told("2024년 5월 이후.", .ko, "date: season") == "2024년 봄 어느 달 이후.")
  }

  @Test(arguments: [
    (
      "He came in mid-February and left in early April.", Language.en,
      "He came in February and left in April."
    ),
    ("At the end of May he ran.", .en, "In May he ran."),
    ("Early in April 2024 she came.", .en, "In April 2024 she came."),
    ("In the last days of June 2024, he ran.", .en, "In June 2024, he ran."),
    ("By the end of May it was over.", .en, "By a day in May it was over."),
    (
      "Это было в середине февраля, а в начале апреля ушёл.", .ru,
      "Это было в феврале, а в апреле ушёл."
    ),
    ("В первых числах июня.", .ru, "В июне."), ("К концу мая.", .ru, "К одному из дней мая."),
    ("2월 중순에 왔고 6월 초에 떠났다.", .ko, "2월에 왔고 6월에 떠났다."), ("5월 말경에 왔다.", .ko, "5월경에 왔다."),
    ("2月中旬来了，6月初走了。", .zh, "2月来了，6月走了。"), ("6月初中毕业。", .zh, "6月初中毕业。"),
  ])
  func `no part of a month survives the month`(text: String, language: Language, expected: String)
    throws
  {
    #expect(try told(text, language, "date: month") == expected)
  }

  @Test(arguments: [
    ("В конце мая 2024 года.", Language.ru, "Весной 2024 года."), ("6월 초에 떠났다.", .ko, "여름에 떠났다."),
    ("In late spring we ran.", .en, "In spring we ran."),
    ("В конце лета ушёл.", .ru, "Летом ушёл."),
  ])
  func `nor the season`(text: String, language: Language, expected: String) throws {
    #expect(try told(text, language, "date: season") == expected)
  }

  @Test(arguments: [
    ("He got ten thousand roubles.", Language.en, "He got about ten thousand roubles."),
    ("It cost 12,000 won.", .en, "It cost more than ten thousand won."),
    ("A thousand dollars was paid.", .en, "About a thousand dollars was paid."),
    ("The thousand dollars went.", .en, "The thousand or so dollars went."),
    ("Half a million roubles.", .en, "Hundreds of thousands of roubles."),
    ("He paid 1.5 million won.", .en, "He paid more than a million won."),
    ("A quarter of a million won.", .en, "Hundreds of thousands of won."),
    ("Several thousand dollars.", .en, "Several thousand dollars."),
    ("Less than a thousand dollars.", .en, "No more than a thousand dollars."),
    ("만 루블을 받았다.", .ko, "약 만 루블을 받았다."), ("5천만 원을 냈다.", .ko, "수천만 원을 냈다."),
    ("3만 5천 원.", .ko, "수만 원."), ("一万卢布。", .zh, "约一万卢布。"),
    ("Получил десять тысяч рублей.", .ru, "Получил около десяти тысяч рублей."),
    ("Отдал 1,5 миллиона вон.", .ru, "Отдал больше миллиона вон."),
    ("Полмиллиона рублей.", .ru, "Сотни тысяч рублей."),
    ("Несколько тысяч рублей.", .ru, "Несколько тысяч рублей."),
  ])
  func `a sum keeps its size`(text: String, language: Language, expected: String) throws {
    #expect(try told(text, language, "money: vague") == expected)
  }

  @Test func `a part comes out no larger than its whole`() throws {
    #expect(
      try told("Of 700 dollars they took 450 of them.", .en, "money: vague, count: rounded")
        == "Of a few hundred dollars they took some of them.")
    #expect(
      try told("Three of the 20 workers came.", .en, "count: rounded")
        == "Some of the workers came.")
  }

  @Test(arguments: [
    ("After eleven days he came.", Language.en, "After about ten days he came."),
    ("He waited seven months.", .en, "He waited several months."),
    ("The last two years.", .en, "The last few years."),
    ("Only two days.", .en, "Only a few days."),
    ("Less than two years.", .en, "Less than a few years."),
    ("Прошло восемь месяцев.", .ru, "Прошло несколько месяцев."),
    ("В течение двух лет.", .ru, "В течение нескольких лет."), ("2달 뒤에 왔다.", .ko, "몇 달 뒤에 왔다."),
  ])
  func `about a small number would be the number`(
    text: String, language: Language, expected: String
  )
    throws
  {
    #expect(try told(text, language, "duration: rounded") == expected)
  }

  @Test func `about is not said twice`() throws {
    #expect(
      try told("Among the about twenty workers.", .en, "count: rounded")
        == "Among the twenty or so workers.")
    #expect(try told("He was about seven months old.", .en, "age: decade") == "He was under ten.")
  }
}
