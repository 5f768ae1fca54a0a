/// Cuts a text into sentences.
///
/// A sentence ends after `.` `?` `!` `…` or their wide forms, with the quotes and brackets that
/// close there and the white space that follows; at an empty line; and before a line that opens
/// with a bullet or dash. A stop that belongs to an abbreviation, a number or an initial, one before
/// a small letter, and one in a quotation that the sentence goes on after ("갔다."라고) are no ends.
/// The rules are the same for all languages, because testimonies mix them.
public enum Sentences {
  /// The UTF-8 ranges of the sentences, in order; number 1 is the first.
  ///
  /// They cover every byte exactly once and the same text is always cut alike. White space belongs
  /// to the sentence before it, at the very beginning to the first. An empty text has none.
  public static func cut(_ text: String) -> [Range<Int>] {
    var cutter = Cutter(text)
    return cutter.cut()
  }
}

private struct Cutter {
  private let text: ArraySlice<Unicode.Scalar>
  private var ranges: [Range<Int>] = []
  private var start = 0
  private var byte = 0
  private var place = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars)[...] }

  mutating func cut() -> [Range<Int>] {
    var hasWords = false
    while place < text.endIndex {
      let scalar = text[place]
      if isBreak(scalar) {
        let end = scan(from: place, while: isSpace)
        let ends = hasWords && (breaks(place, end) > 1 || opensWithBullet(end))
        advance(to: end)
        if ends { close(&hasWords) }
      } else if isTerminator(scalar) {
        let stop = scan(from: place, while: isTerminator)
        let closed = scan(from: stop) { closers.contains($0) }
        let end = scan(from: closed, while: isSpace)
        hasWords = true
        if isEnd(stop: stop, closed: closed, end: end) {
          advance(to: end)
          close(&hasWords)
        } else {
          advance(to: closed)
        }
      } else {
        hasWords = hasWords || !isSpace(scalar)
        byte += UTF8.width(scalar)
        place += 1
      }
    }
    if byte > start { ranges.append(start..<byte) }
    return ranges
  }

  private mutating func close(_ hasWords: inout Bool) {
    ranges.append(start..<byte)
    start = byte
    hasWords = false
  }

  private mutating func advance(to end: Int) {
    for scalar in text[place..<end] { byte += UTF8.width(scalar) }
    place = end
  }

  /// Whether the marks from `place` to `stop` end the sentence.
  private func isEnd(stop: Int, closed: Int, end: Int) -> Bool {
    guard end < text.endIndex, breaks(closed, end) < 2 else { return true }
    let next = firstLetter(from: end)
    if next.properties.isLowercase { return false }
    let marks = text[place..<stop]
    let strong = marks.contains { $0 != "." && strongMarks.contains($0) }
    let before = text[..<place].last
    if closed == end {
      // Nothing between: only scripts that set no space can end here.
      guard isEastAsian(text[end]) else { return false }
      if closed > stop { return !isHangul(text[end]) && !quoting.contains(text[end]) }
      return marks.contains { wide.contains($0) }
        || (before.map(isEastAsian) == true && !isEllipsis(marks))
    }
    if isEllipsis(marks) && !strong { return next.properties.isUppercase }
    if marks.count == 1, marks.first == ".", closed == stop {
      return !Abbreviation.ends(text[..<place], next: next)
    }
    return true
  }

  private func isEllipsis(_ marks: ArraySlice<Unicode.Scalar>) -> Bool {
    marks.contains("…") || marks.count > 1 && marks.allSatisfy { $0 == "." }
  }

  /// The scalar that shows how the next sentence begins, behind quotes, brackets and dashes.
  private func firstLetter(from start: Int) -> Unicode.Scalar {
    let place = scan(from: start) { isSpace($0) || openers.contains($0) }
    return place < text.endIndex ? text[place] : text[start]
  }

  private func opensWithBullet(_ place: Int) -> Bool {
    let rest = text[place...]
    guard let mark = rest.first, bullets.contains(mark) else { return false }
    return rest.dropFirst().first.map(isSpace) ?? false
  }

  /// Line breaks between two places; a paragraph separator counts as two.
  private func breaks(_ start: Int, _ end: Int) -> Int {
    var count = 0
    var previous: Unicode.Scalar?
    for scalar in text[start..<end] {
      if isBreak(scalar), !(scalar == "\n" && previous == "\r") {
        count += scalar == "\u{2029}" ? 2 : 1
      }
      previous = scalar
    }
    return count
  }

  private func scan(from start: Int, while condition: (Unicode.Scalar) -> Bool) -> Int {
    text[start...].firstIndex { !condition($0) } ?? text.endIndex
  }
}

/// Asked of every character; the rarer questions may look into a set.
private func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ".", "?", "!", "…", "。", "！", "？", "｡", "．", "‼", "⁇", "⁈", "⁉": true
  default: false
  }
}

private let strongMarks = Set("?!。！？｡‼⁇⁈⁉".unicodeScalars)
private let wide = Set("。！？｡．".unicodeScalars)
private let closers = Set("\"'”’»)]}」』）】》〉］".unicodeScalars)
private let openers = Set("\"'“‘«„([{「『（【《〈［-–—".unicodeScalars)
private let bullets = Set("-–—•*·○●▪".unicodeScalars)
/// Words that carry a Japanese quotation on, and commas.
private let quoting = Set("とっ、，".unicodeScalars)

private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}"
    || scalar == "\u{2029}"
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII
    ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
}

private func isHangul(_ scalar: Unicode.Scalar) -> Bool {
  (0xAC00...0xD7A3).contains(scalar.value) || (0x1100...0x11FF).contains(scalar.value)
}

/// Hangul, kana, ideographs, and the quotes and brackets used with them.
private func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
  isHangul(scalar) || (0x3001...0x30FF).contains(scalar.value)
    || (0x3400...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
    || scalar == "“" || scalar == "‘"
}
