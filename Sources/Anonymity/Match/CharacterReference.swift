/// A character reference of HTML: `&nbsp;`, `&#x2011;`.
///
/// A marked Latin letter (`&iacute;`) is its bare one, which the fold makes of it.
enum CharacterReference {
  /// No reference that is read is longer, signs included.
  private static let longest = 12

  private static let named: [UInt64: UInt32] = Dictionary(
    uniqueKeysWithValues: [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "shy": 0xAD,
      "zwj": 0x200D, "zwnj": 0x200C, "ndash": 0x2013, "mdash": 0x2014, "hyphen": 0x2010,
      "middot": 0xB7, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "lsquo": 0x2018,
      "rsquo": 0x2019, "szlig": 0xDF, "oslash": 0xF8, "Oslash": 0xD8, "aelig": 0xE6, "AElig": 0xC6,
      "oelig": 0x153, "OElig": 0x152, "inodot": 0x131, "Tab": 0x09, "NewLine": 0x0A,
      "dash": 0x2010, "hairsp": 0x200A, "numsp": 0x2007, "puncsp": 0x2008, "lrm": 0x200E,
      "rlm": 0x200F, "period": 0x2E, "comma": 0x2C, "commat": 0x40, "plus": 0x2B, "lowbar": 0x5F,
    ].map { (PackedWord.of($0.key), $0.value) })
  private static let marks: Set<UInt64> = Set(
    [
      "grave", "acute", "circ", "tilde", "uml", "ring", "cedil", "caron", "breve", "macr", "ogon",
      "dot", "strok", "slash", "dblac",
    ].map(PackedWord.of))

  /// The character at an ampersand, and where the reference ends.
  static func at(_ start: Int, _ text: Span<UInt8>) -> (scalar: Unicode.Scalar, end: Int)? {
    let isNumber = start + 1 < text.count && text[start + 1] == 0x23
    let first = isNumber ? start + 2 : start + 1
    let limit = min(text.count, start + longest)
    var end = first
    while end < limit, PackedWord.isAlphanumeric(text[end]) { end += 1 }
    guard end < limit, text[end] == 0x3B, end > first,
      let value = isNumber ? number(text, first, end) : name(text, first, end),
      value > 0, let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, end + 1)
  }

  private static func number(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    let isHex = text[start] | 0x20 == 0x78
    let radix: UInt32 = isHex ? 16 : 10
    var value: UInt32 = 0
    for at in (isHex ? start + 1 : start)..<end {
      let byte = UInt32(text[at])
      let digit = byte < 0x3A ? byte - 0x30 : (byte | 0x20) - 0x61 + 10
      guard digit < radix, value < 1 << 24 else { return nil }
      value = value * radix + digit
    }
    return value
  }

  private static func name(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard end - start <= PackedWord.longest else { return nil }
    if let known = named[PackedWord.of(text, start, end)] { return known }
    guard marks.contains(PackedWord.of(text, start + 1, end)) else { return nil }
    return UInt32(text[start])
  }
}
