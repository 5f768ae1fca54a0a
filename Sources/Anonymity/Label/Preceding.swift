/// The text before a name, read backwards.
struct Preceding {
  private(set) var text: Substring
  private let whole: Int
  private let lastLabel: String

  /// - Parameter lastLabel: the label written last; its letter is no initial.
  init(_ text: String, lastLabel: String = "") {
    self.text = Substring(text)
    whole = text.utf8.count
    self.lastLabel = lastLabel
  }

  /// UTF-8 bytes taken off the end so far.
  var swallowed: Int { whole - text.utf8.count }

  /// The last word, if only white space stands between it and the name. Opening quotes and brackets
  /// before it are not part of it.
  var lastWord: Substring? {
    let trimmed = text.trimmingEnd(while: \.isWhitespace)
    guard trimmed.endIndex < text.endIndex else { return nil }
    return word(endingAt: trimmed.endIndex)
  }

  /// The word before the last one.
  var wordBeforeLast: Substring? {
    guard let last = lastWord else { return nil }
    let trimmed = text[..<last.startIndex].trimmingEnd(while: \.isWhitespace)
    guard trimmed.endIndex < last.startIndex else { return nil }
    return word(endingAt: trimmed.endIndex)
  }

  /// Takes the last word and the space after it off.
  mutating func swallowLastWord() {
    if let word = lastWord { text = text[..<word.startIndex] }
  }

  /// Without the characters at the end that satisfy a condition.
  func trimming(_ condition: (Character) -> Bool) -> Preceding {
    var copy = self
    copy.text = text.trimmingEnd(while: condition)
    return copy
  }

  /// Without these words at the end; `nil` when it does not end in them.
  func dropping(suffix: String) -> Preceding? {
    guard text.hasSuffix(suffix) else { return nil }
    var copy = self
    copy.text = text.dropLast(suffix.count)
    return copy
  }

  /// Whether the text ends with a phrase, as whole words, then white space.
  func endsWithPhrase(_ phrase: String) -> Bool {
    let trimmed = trimming(\.isWhitespace)
    return trimmed.text.endIndex < text.endIndex && trimmed.endsWithWords(phrase)
  }

  /// The same without the white space.
  func endsWithWords(_ phrase: String) -> Bool {
    guard !phrase.isEmpty, text.lowercased().hasSuffix(phrase.lowercased()) else { return false }
    let start = text.dropLast(phrase.count)
    return start.last.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  /// Whether a sentence starts here: nothing before, an empty line, or the end of a sentence.
  var isAtSentenceStart: Bool {
    let opened = text.trimmingEnd { $0.isWhitespace || openers.contains($0) }
    let gap = text[opened.endIndex...]
    guard let last = opened.last else { return true }
    if gap.filter(\.isNewline).count > 1 { return true }
    let unquoted = opened.trimmingEnd { closers.contains($0) }
    switch unquoted.last {
    case "!", "?", "。", "！", "？": return true
    case ".":
      // "said J. Kim": the matcher may have left an initial; "e.g." is no end either.
      let sentence = unquoted.dropLast()
      return !lastLabel.isEmpty && sentence.hasSuffix(lastLabel)
        || !Abbreviation.ends(Array(sentence.unicodeScalars)[...], next: "A")
    case ":", ",":
      // He said: "Kim is dead."
      guard gap.contains(where: quotes.contains) else { return false }
      if unquoted.last == ":" { return true }
      return speech.contains(unquoted.dropLast().suffix(while: \.isLetter).lowercased())
    default:
      // A bullet or dash that opens a line.
      let line = opened.suffix { !$0.isNewline }
      return "-–—•*·#>".contains(last) && line.allSatisfy { $0.isWhitespace || $0 == last }
    }
  }

  private func word(endingAt end: Substring.Index) -> Substring {
    let word = text[..<end].suffix { !$0.isWhitespace }
    return word.drop { openers.contains($0) }
  }
}

private let openers: Set<Character> = [
  "\"", "'", "“", "‘", "«", "„", "(", "[", "{", "「", "『", "《", "〈", "（", "¿", "¡",
]
private let quotes: Set<Character> = ["\"", "“", "‘", "«", "„"]
/// Verbs after which a comma leads to what was said.
private let speech: Set<String> = [
  "said", "says", "say", "asked", "asks", "cried", "shouted", "wrote", "replied", "told", "added",
  "answered", "whispered", "repeated", "explained", "ordered",
]
private let closers: Set<Character> = [
  "\"", "'", "”", "’", "»", "“", ")", "]", "}", "」", "』", "》", "〉", "）",
]

extension Substring {
  /// Without the characters at the end that satisfy a condition.
  func trimmingEnd(while condition: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }

  /// The longest run at the end that satisfies a condition.
  func suffix(while condition: (Character) -> Bool) -> Substring {
    self[trimmingEnd(while: condition).endIndex...]
  }
}
