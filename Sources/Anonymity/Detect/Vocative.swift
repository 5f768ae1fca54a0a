/// Somebody of a given name of one syllable who is called: "훈아, 어디 가?"
enum Vocative {
  /// Syllables that are given names by themselves and with 아 or 야 no verb: 좋아 and 남아 are none.
  private static let given = Set(
    "진훈혁준민현경석철욱건환웅린빈찬윤은선연정숙옥순향광국룡학봉명성승용란련길덕범식호수희미혜".unicodeScalars.map(\.value))
  /// What is written so and is nobody: some nights, a plant.
  private static let words = Set(["수야", "호야"].map { Lexicon.hash($0) })

  /// Where the name ends; `nil` for what is no call. A call is set off: it opens a sentence or a quote, or
  /// stands between marks, and a mark follows it.
  static func end(_ reading: Reading, _ index: Int) -> Int? {
    let word = reading.words[index]
    let text = reading.text
    guard word.script == .hangul, word.count == 2, given.contains(text.scalars[word.start]) else {
      return nil
    }
    let hasFinal = (text.scalars[word.start] &- 0xAC00) % 28 != 0
    guard text.scalars[word.start + 1] == (hasFinal ? 0xC544 : 0xC57C),
      hasFinal || !words.contains(word.hash),
      index == 0 || !word.gap.isDisjoint(with: [.stop, .paragraph, .hard, .comma, .dot, .newline]),
      [0x2C, 0x21, 0x3F, 0x2E, 0x2026, 0x7E].contains(text.scalar(word.end))
    else { return nil }
    return word.start + 1
  }
}
