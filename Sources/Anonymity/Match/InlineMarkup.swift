/// A text without the markup that may stand inside a name: character references put back to letters,
/// inline tags and comments taken out. Hits in it are told in the bytes of the text as given.
struct InlineMarkup {
  private(set) var text: [UInt8] = []
  /// Where in the given text each byte comes from, and where what it comes from ends.
  private var starts: [Int] = []
  private var ends: [Int] = []

  /// `nil` for a text that has none.
  init?(_ given: [UInt8]) {
    guard given.contains(where: { $0 == 0x26 || $0 == 0x3C }) else { return nil }
    var isChanged = false
    var at = 0
    while at < given.count {
      let byte = given[at]
      if byte == 0x26, let (scalar, end) = Self.reference(given, at) {
        for one in String(scalar).utf8 { append(one, at, end) }
        isChanged = true
        at = end
      } else if byte == 0x3C, let (isInline, end) = Self.tag(given, at) {
        // Another tag parts words and lines.
        if !isInline { append(0x0A, at, end) }
        isChanged = true
        at = end
      } else {
        append(byte, at, at + 1)
        at += 1
      }
    }
    guard isChanged else { return nil }
  }

  private mutating func append(_ byte: UInt8, _ start: Int, _ end: Int) {
    text.append(byte)
    starts.append(start)
    ends.append(end)
  }

  /// The bytes of the given text from which a range of this one comes.
  func given(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else {
      let at = range.lowerBound > 0 ? ends[range.lowerBound - 1] : 0
      return at..<at
    }
    return starts[first]..<max(starts[first], ends[last])
  }

  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "shy": 0xAD,
    "zwj": 0x200D, "zwnj": 0x200C, "ndash": 0x2013, "mdash": 0x2014, "hyphen": 0x2010,
    "middot": 0xB7, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "lsquo": 0x2018,
    "rsquo": 0x2019, "szlig": 0xDF, "oslash": 0xF8, "Oslash": 0xD8, "aelig": 0xE6, "AElig": 0xC6,
    "oelig": 0x153, "OElig": 0x152, "inodot": 0x131, "Tab": 0x09, "NewLine": 0x0A, "dash": 0x2010,
    "hairsp": 0x200A, "numsp": 0x2007, "puncsp": 0x2008, "lrm": 0x200E, "rlm": 0x200F,
    "period": 0x2E, "comma": 0x2C, "commat": 0x40, "plus": 0x2B, "lowbar": 0x5F,
  ]
  private static let marks: Set<String> = [
    "grave", "acute", "circ", "tilde", "uml", "ring", "cedil", "caron", "breve", "macr", "ogon",
    "dot", "strok", "slash", "dblac",
  ]

  /// A reference at an ampersand; a marked Latin letter is its bare one, which the fold makes of it.
  private static func reference(_ text: [UInt8], _ at: Int) -> (Unicode.Scalar, end: Int)? {
    let limit = min(text.count, at + 12)
    guard let end = text[at..<limit].firstIndex(of: 0x3B), end > at + 1 else { return nil }
    let name = String(decoding: text[(at + 1)..<end], as: UTF8.self)
    var value: UInt32?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      value = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      value = UInt32(name.dropFirst())
    } else if let known = named[name] {
      value = known
    } else if let first = name.unicodeScalars.first, marks.contains(String(name.dropFirst())) {
      value = first.value
    }
    guard let value, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end + 1)
  }

  private static let inline: Set<String> = [
    "b", "i", "u", "s", "a", "em", "strong", "span", "font", "mark", "small", "big", "sub", "sup",
    "wbr", "code", "tt", "kbd", "q", "cite", "abbr", "bdi", "bdo", "del", "ins", "ruby", "rb",
    "time", "label", "nobr", "var",
  ]
  /// No tag is longer; beyond it a less-than sign is one.
  private static let longest = 2048

  private static func tag(_ text: [UInt8], _ at: Int) -> (isInline: Bool, end: Int)? {
    var next = at + 1
    guard next < text.count else { return nil }
    if text[next...].starts(with: Array("!--".utf8)) {
      let limit = min(text.count, at + longest)
      var end = next + 3
      while end + 2 < limit {
        if text[end] == 0x2D, text[end + 1] == 0x2D, text[end + 2] == 0x3E {
          return (true, end + 3)
        }
        end += 1
      }
      return nil
    }
    if text[next] == 0x2F { next += 1 }
    var name = ""
    while next < text.count, name.count < 12, isNameByte(text[next]) {
      name.unicodeScalars.append(Unicode.Scalar(text[next]))
      next += 1
    }
    guard let first = name.first, first.isLetter,
      let end = text[next..<min(text.count, at + longest)].firstIndex(of: 0x3E),
      next == end || [0x20, 0x09, 0x0A, 0x0D, 0x2F].contains(text[next])
    else { return nil }
    return (inline.contains(name.lowercased()), end + 1)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
