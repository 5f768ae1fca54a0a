/// A text as the ladders read it: one small letter a unit, each of which knows its byte.
struct LadderText {
  let plain: PlainText
  let units: [Character]
  /// Of the document.
  let language: Language
  /// Nothing before this unit may be changed any more.
  var floor = 0

  init(_ bytes: [UInt8], language: Language) {
    let plain = PlainText(bytes)
    self.plain = plain
    self.language = language
    units = plain.scalars.indices.map { index in
      let scalar = Unicode.Scalar(plain.scalars[index]) ?? " "
      switch plain.classes[index] {
      case .space: return " "
      case .newline: return "\n"
      case .latinUpper, .cyrillicUpper:
        return Character(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
      default: return Character(scalar)
      }
    }
  }

  var count: Int { units.count }

  /// A line break outside the text.
  subscript(_ at: Int) -> Character { units.indices.contains(at) ? units[at] : "\n" }

  func kind(_ at: Int) -> PlainText.Class { plain.kind(at) }

  func isCapital(_ at: Int) -> Bool {
    kind(at) == .latinUpper || kind(at) == .cyrillicUpper
  }

  /// In small letters.
  func string(_ range: Range<Int>) -> String { String(units[range]) }

  /// As it stands, case kept.
  func original(_ range: Range<Int>) -> String {
    var out = String.UnicodeScalarView()
    for scalar in plain.scalars[range] { out.append(Unicode.Scalar(scalar) ?? " ") }
    return String(out)
  }

  // MARK: Forward

  /// Where a text ends that stands at a unit; `nil` if another stands there.
  func end(of text: String, at start: Int) -> Int? {
    var at = start
    for character in text {
      guard self[at] == character, at < count else { return nil }
      at += 1
    }
    return at
  }

  /// The first of these that stands at a unit.
  func end(ofAny texts: [String], at start: Int) -> (text: String, end: Int)? {
    for text in texts { if let end = end(of: text, at: start) { return (text, end) } }
    return nil
  }

  /// The run of letters at a unit, cut at 64; empty where there is none.
  func word(at start: Int) -> Range<Int> {
    var end = start
    while end < count, end - start < 64, kind(end).isLetter { end += 1 }
    return start..<end
  }

  func wordString(at start: Int) -> String { string(word(at: start)) }

  /// Past spaces and at most one line break.
  func skip(_ start: Int) -> Int {
    var at = start
    var breaks = 0
    while at < count, kind(at) == .space || kind(at) == .newline && breaks == 0 {
      if kind(at) == .newline { breaks += 1 }
      at += 1
    }
    return at
  }

  // MARK: Backward

  /// Before spaces and at most one line break that end at a unit, not before the floor.
  func skipBack(_ end: Int) -> Int {
    var at = end
    var breaks = 0
    while at > floor, kind(at - 1) == .space || kind(at - 1) == .newline && breaks == 0 {
      if kind(at - 1) == .newline { breaks += 1 }
      at -= 1
    }
    return at
  }

  /// The word before a unit, with nothing but spaces between; `nil` before the floor.
  func wordBefore(_ end: Int) -> Range<Int>? {
    let last = skipBack(end)
    var start = last
    while start > floor, last - start < 64, kind(start - 1).isLetter { start -= 1 }
    guard start < last, !kind(start - 1).isLetter || start == floor && floor == 0 else {
      return nil
    }
    return start..<last
  }

  /// The word before a unit as a string; empty where there is none.
  func stringBefore(_ end: Int) -> String { wordBefore(end).map { string($0) } ?? "" }

  /// Whether a sentence or line begins at a unit.
  func opensSentence(_ at: Int) -> Bool {
    var last = at
    while last > 0, kind(last - 1) == .space || "\"'([«„".contains(self[last - 1]) { last -= 1 }
    if last == 0 || kind(last - 1) == .newline && kind(last - 2) == .newline { return true }
    while last > 0, kind(last - 1) == .newline || kind(last - 1) == .space { last -= 1 }
    return last == 0 || ".!?…。！？:".contains(self[last - 1])
  }

  /// Whether a range is all of its line.
  func isWholeLine(_ range: Range<Int>) -> Bool {
    var before = range.lowerBound
    while kind(before - 1) == .space { before -= 1 }
    var after = range.upperBound
    while kind(after) == .space { after += 1 }
    return kind(before - 1) == .newline && kind(after) == .newline
  }

  // MARK: Numbers

  /// A number and where it stands.
  struct Number {
    let value: Int
    let range: Range<Int>
    let isDigits: Bool
  }

  /// The number that begins at a unit, in figures or words.
  func number(at start: Int) -> Number? {
    guard start < count, let found = SpokenNumber.number(in: units, at: start) else { return nil }
    return Number(value: found.value, range: found.range, isDigits: kind(start) == .digit)
  }

  /// One or two figures and no third, at most 99.
  func smallNumber(at start: Int) -> Number? {
    var end = start
    var value = 0
    while end < count, end - start < 3, kind(end) == .digit {
      value = value * 10 + (self[end].wholeNumberValue ?? 0)
      end += 1
    }
    guard end > start, end - start <= 2, kind(end) != .digit else { return nil }
    return Number(value: value, range: start..<end, isDigits: true)
  }

  /// Four figures that are a year of our time.
  func year(at start: Int) -> Number? {
    var value = 0
    for at in start..<start + 4 {
      guard kind(at) == .digit else { return nil }
      value = value * 10 + (self[at].wholeNumberValue ?? 0)
    }
    guard (1900...2099).contains(value), kind(start + 4) != .digit, kind(start - 1) != .digit else {
      return nil
    }
    return Number(value: value, range: start..<start + 4, isDigits: true)
  }

  /// In what language the line around a range is.
  func lineLanguage(_ range: Range<Int>) -> Language {
    let before = original(max(0, range.lowerBound - 96)..<range.lowerBound)
    let after = original(range.upperBound..<min(count, range.upperBound + 96))
    let found = language.ofLine(before: before, after: after)
    return found == .other ? .en : found
  }
}
