import Testing

@testable import Anonymity

private func cut(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  return Sentences.cut(text).map { String(decoding: bytes[$0], as: UTF8.self) }
}

@Test(arguments: [
  "“I left.” |She stayed.", "“Why?” he asked. |Then he left.",
  "Mr. Kim left. |Dr. Lee stayed.", "He met J. Smith. |Then No. 5 came.", "It cost 3.5 won. |Yes!",
  "He said no. |Then he left.", "So it was I. |Then he left.", "Wait... and see. |Done.",
  "He left…| Then.", "The U.S. Army came. |Then left.", "At 5 p.m. |He left.",
  "1. First thing.\n|2. Second thing.", "One\ntwo. |Three", "Heading\n\n|Text one. |Text two.",
  "He left.\r\n\r\n|She stayed.", "Plan:\n|- one\n|- two", "In 1998. |He left.",
  "철수는 갔다. |영희는 남았다.", "갔다.|그리고 왔다.", "“갔어요.”라고 말했다. |끝.", "\"갔어요.\" |그가 말했다.",
  "2024. 5. 9. 떠났다. |그는 없다.", "그게… 그러니까 그렇다. |네.", "他走了。|她留下了。", "“我走了。”|他说。",
  "彼は「行った。」と言った。|終わり。", "行った！|なぜ？|知らない。", "г. Москва, ул. Ленина, д. 5. |Он ушёл.",
  "А. С. Пушкин жил. |Да.", "«Да!» — сказал он. |Потом ушёл.", "Хлеб, соль и т.д. |Потом ушёл.",
  "Жили в 1998 г. в городе. |Потом ушли.", "Really?! |Yes.", "(He left.) |She stayed.",
  "  Leading. |End", "彼は行った。 |次。",
])
func `sentences end where a reader would end them`(marked: String) {
  let expected = marked.replacing("| ", with: " |").split(separator: "|").map(String.init)
  #expect(cut(expected.joined()) == expected)
}

@Test func `every byte is in exactly one sentence`() {
  let pieces = [
    ".", "?", "。", "…", " ", "\n", "\r\n", "\u{2029}", "“", "”", "」", "가", "漢", "A", "b", "1", "г",
    "-",
    "\u{301}", "👩‍👩‍👧", "Mr", ")",
  ]
  var state: UInt64 = 7
  for _ in 0..<2_000 {
    var text = ""
    for _ in 0..<30 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    var next = 0
    for range in Sentences.cut(text) {
      #expect(range.lowerBound == next && !range.isEmpty)
      next = range.upperBound
    }
    #expect(next == text.utf8.count)
    #expect(Sentences.cut(text) == Sentences.cut(text))
  }
}

@Test func `an empty text has no sentence and white space is one`() {
  #expect(Sentences.cut("").isEmpty)
  #expect(Sentences.cut(" \n\n ") == [0..<4])
}

@Test func `a selection is read, ordered and merged`() throws {
  #expect(try SentenceSelection(parsing: "3-7,9").ranges == [3...7, 9...9])
  #expect(try SentenceSelection(parsing: " 9 , 3 – 5, 4-7,8 ").ranges == [3...9])
  #expect(try SentenceSelection(parsing: "2").ranges == [2...2])
}

@Test(arguments: [
  ("", SentenceSelectionError.empty), ("  ", .empty), ("3,", .notANumber(part: 2)),
  ("a", .notANumber(part: 1)), ("1,3-x", .notANumber(part: 2)), ("3-", .notANumber(part: 1)),
  ("-3", .notANumber(part: 1)), ("1-2-3", .notANumber(part: 1)), ("0", .zero(part: 1)),
  ("1,0-3", .zero(part: 2)), ("7-3", .backwards(part: 1)), ("1,9999999999", .notANumber(part: 2)),
  ("1 2", .notANumber(part: 1)), ("٣", .notANumber(part: 1)),
])
func `a selection that is none is refused with the part`(
  text: String, error: SentenceSelectionError
) {
  #expect(throws: error) { try SentenceSelection(parsing: text) }
}

@Test func `a selection gives the bytes of its sentences and knows the end`() throws {
  let sentences = Sentences.cut("One. Two. Three.")
  #expect(try SentenceSelection(parsing: "1,3").bytes(of: sentences) == [0..<5, 10..<16])
  #expect(try SentenceSelection(parsing: "1-2").bytes(of: sentences) == [0..<10])
  let beyond = try SentenceSelection(parsing: "2-4")
  #expect(throws: SentenceSelectionError.beyondEnd(count: 3)) { try beyond.bytes(of: sentences) }
}

@Test(arguments: [
  ("en", Language.en), ("ko-KP", .ko), ("zh_Hans_CN", .zh), ("RUS", .ru), ("ja", .ja),
  ("fr", .other), ("cmn", .zh),
])
func `language tags are read by their first part`(tag: String, language: Language) {
  #expect(Language(tag: tag) == language)
}

@Test(arguments: ["", "k", "k1", "ko-", "-ko", "한국어", "ko-toolongpart", "ko KR"])
func `what is no tag is no language`(tag: String) { #expect(Language(tag: tag) == nil) }

@Test(arguments: [
  ("He left.", Language.en), ("그는 갔다. OK", .ko), ("他走了", .zh), ("彼は行った", .ja),
  ("Он ушёл", .ru), ("123 …", .other),
])
func `a language is guessed from the script`(text: String, language: Language) {
  #expect(Language.guess(from: text) == language)
}
