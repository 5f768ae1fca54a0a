/// Breaks text into lines that fit into a terminal.
enum LineWrap {
  /// Lines of at most `width` columns, broken after spaces and commas, and within a word only where
  /// it is wider than a line.
  static func lines(_ text: String, width: Int) -> [String] {
    guard DisplayWidth.of(text) > width, width > 0 else { return [text] }
    var lines: [String] = []
    var line = ""
    func end() {
      while line.last == " " { line.removeLast() }
      lines.append(line)
      line = ""
    }
    for word in words(text) {
      let bare = DisplayWidth.of(String(word.last == " " ? word.dropLast() : word[...]))
      if !line.isEmpty, DisplayWidth.of(line) + bare > width { end() }
      guard bare > width else {
        line += word
        continue
      }
      for character in word {
        if !line.isEmpty, DisplayWidth.of(line) + DisplayWidth.of(String(character)) > width {
          end()
        }
        line.append(character)
      }
    }
    if !line.allSatisfy({ $0 == " " }) { end() }
    return lines
  }

  /// The columns of the widest part that is not broken.
  static func widestWord(_ text: String) -> Int {
    words(text).map { DisplayWidth.of(String($0.last == " " ? $0.dropLast() : $0[...])) }.max() ?? 0
  }

  /// A paragraph whose further lines begin with as many spaces as its first.
  ///
  /// - Parameter columns: of the terminal; `nil` leaves the text as it is.
  static func paragraphs(_ text: String, columns: Int?) -> String {
    guard let columns else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indent = String(line.prefix { $0 == " " })
      let room = max(columns - indent.count, 20)
      return lines(String(line.dropFirst(indent.count)), width: room)
        .map { indent + $0 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The parts between which a line may end, each with the space or comma behind it.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      word.append(character)
      if character == " " || character == "," {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
