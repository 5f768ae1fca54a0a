/// The parts of a text that hold tags or character references, as they are read, and where each byte
/// stood.
///
/// `Kim <b>Chol</b>-su` and `Kim&nbsp;Chol-su` say a name that their bytes do not. Only the lines
/// around markup are laid out again, since the rest is searched as it is.
struct MarkupView {
  private(set) var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var ends: [Int] = []

  private typealias Mark = (range: Range<Int>, text: [UInt8])

  /// A hit may cross two line feeds.
  private static let linesAround = 2
  /// Longer tags and references are text.
  private static let longestTag = 256
  private static let longestReference = 12

  /// `nil` for a text without markup.
  init?(_ text: [UInt8]) {
    let marks = Self.marks(in: text)
    guard let first = marks.first else { return nil }
    var region = Self.region(of: first.range, in: text)
    var inside: [Mark] = []
    for mark in marks {
      if mark.range.lowerBound > region.upperBound {
        lay(text, region, inside)
        inside = []
        region = Self.region(of: mark.range, in: text)
      } else {
        let end = Self.region(of: mark.range, in: text).upperBound
        region = region.lowerBound..<max(region.upperBound, end)
      }
      inside.append(mark)
    }
    lay(text, region, inside)
  }

  /// Where in the text a range of the view stands.
  func origin(of range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<ends[range.upperBound - 1]
  }

  private mutating func lay(_ text: [UInt8], _ region: Range<Int>, _ marks: [Mark]) {
    var at = region.lowerBound
    for mark in marks {
      copy(text, at..<mark.range.lowerBound)
      put(mark.text, at: mark.range)
      at = mark.range.upperBound
    }
    copy(text, at..<region.upperBound)
    // More line feeds than any hit crosses.
    put([0x0A, 0x0A, 0x0A, 0x0A], at: region.upperBound..<region.upperBound)
  }

  private mutating func copy(_ text: [UInt8], _ range: Range<Int>) {
    bytes += text[range]
    starts += range
    ends += range.lazy.map { $0 + 1 }
  }

  private mutating func put(_ new: [UInt8], at range: Range<Int>) {
    bytes += new
    starts += repeatElement(range.lowerBound, count: new.count)
    ends += repeatElement(range.upperBound, count: new.count)
  }

  private static func region(of range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    for _ in 0...linesAround {
      while start > 0, text[start - 1] != 0x0A { start -= 1 }
      while end < text.count, text[end] != 0x0A { end += 1 }
      start = max(0, start - 1)
      end = min(text.count, end + 1)
    }
    return start..<end
  }

  // MARK: - Reading

  private static func marks(in text: [UInt8]) -> [Mark] {
    var marks: [Mark] = []
    var at = 0
    while at < text.count {
      let mark: Mark? =
        switch text[at] {
        case 0x3C: tag(text, at)
        case 0x26: reference(text, at)
        default: nil
        }
      if let mark { marks.append(mark) }
      at = mark?.range.upperBound ?? at + 1
    }
    return marks
  }

  /// Tags that part no words.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark",
    "q", "rb", "ruby", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr",
  ]

  private static func tag(_ text: [UInt8], _ start: Int) -> Mark? {
    var at = start + 1
    if at < text.count, text[at] == 0x2F { at += 1 }
    var name = ""
    while at < text.count, isLetter(text[at]) || isDigit(text[at]), name.count < 12 {
      name.unicodeScalars.append(Unicode.Scalar(text[at] | 0x20))
      at += 1
    }
    guard let first = name.utf8.first, isLetter(first) else { return nil }
    while at < text.count, text[at] != 0x3E, at - start < longestTag {
      if text[at] == 0x3C { return nil }
      at += 1
    }
    guard at < text.count, text[at] == 0x3E else { return nil }
    return (start..<at + 1, inline.contains(name) ? [] : [0x0A])
  }

  private static let named: [String: String] = [
    "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "hairsp": " ", "numsp": " ",
    "puncsp": " ",
    "Tab": "\t", "NewLine": "\n", "hyphen": "-", "dash": "-", "ndash": "–", "mdash": "—",
    "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}", "lrm": "\u{200E}", "rlm": "\u{200F}",
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "rsquo": "’", "lsquo": "‘",
    "middot": "·", "period": ".", "comma": ",", "commat": "@", "plus": "+", "lowbar": "_",
    "szlig": "ss", "aelig": "ae", "oelig": "oe", "lstrok": "l", "dstrok": "d", "inodot": "i",
  ]
  private static let marksOfLetters = [
    "acute", "grave", "uml", "circ", "tilde", "cedil", "caron", "ring", "slash", "breve", "macr",
    "ogon", "dblac",
  ]

  private static func reference(_ text: [UInt8], _ start: Int) -> Mark? {
    let end = text[start...].prefix(longestReference).firstIndex(of: 0x3B)
    guard let end, end > start + 2 else { return nil }
    let body = String(decoding: text[start + 1..<end], as: UTF8.self)
    let said: String? =
      if body.hasPrefix("#x") || body.hasPrefix("#X") {
        scalar(UInt32(body.dropFirst(2), radix: 16))
      } else if body.hasPrefix("#") {
        scalar(UInt32(body.dropFirst()))
      } else {
        named[body] ?? letter(body)
      }
    return said.map { (start..<end + 1, Array($0.utf8)) }
  }

  private static func scalar(_ value: UInt32?) -> String? {
    value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  /// `&eacute;`: the fold drops the mark anyway.
  private static func letter(_ body: String) -> String? {
    guard let first = body.utf8.first, isLetter(first),
      marksOfLetters.contains(String(body.dropFirst()))
    else { return nil }
    return String(body.prefix(1))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
