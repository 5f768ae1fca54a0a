/// Words that are names of people as well: 하나, Grace, Вера, 建国. Alone they are words first.
enum EverydayNames {
  /// Whether a part of a name, without its gaps, case and marks, is such a word.
  static func contains(_ text: String) -> Bool { words.contains(key(text)) }

  /// Words that hardly ever are the name, even in a text that has somebody of that name: they are
  /// met in every paragraph.
  static func isEverywhere(_ text: String) -> Bool { everywhere.contains(key(text)) }

  private static let words: Set<[UInt32]> = {
    var words: Set<[UInt32]> = []
    for list in [
      EverydayWordList.english, EverydayWordList.russian, EverydayWordList.korean,
      EverydayWordList.chinese, EverydayWordList.everywhere,
    ] {
      for word in list.split(whereSeparator: \.isWhitespace) { words.insert(key(word)) }
    }
    return words
  }()

  private static let everywhere = Set(
    EverydayWordList.everywhere.split(whereSeparator: \.isWhitespace).map(key))

  /// The letters as the matcher takes them for equal.
  private static func key(_ text: some StringProtocol) -> [UInt32] { VariantList.key(String(text)) }
}
