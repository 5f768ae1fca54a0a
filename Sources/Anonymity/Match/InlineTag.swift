/// A tag or a comment of HTML.
enum InlineTag {
  /// Tags that part no words, by their packed small names.
  private static let inline: Set<UInt64> = Set(
    [
      "b", "i", "u", "s", "a", "em", "strong", "span", "font", "mark", "small", "big", "sub", "sup",
      "wbr", "code", "tt", "kbd", "q", "cite", "abbr", "bdi", "bdo", "del", "ins", "ruby", "rb",
      "time", "label", "nobr", "var",
    ].map(PackedWord.of))
  /// No tag is longer; beyond it a less-than sign is one.
  private static let longest = 2048
  private static let longestName = 12

  /// Whether the tag at a less-than sign is inline, and where it ends; `nil` when it is no tag.
  static func at(_ start: Int, _ text: Span<UInt8>) -> (isInline: Bool, end: Int)? {
    let limit = min(text.count, start + longest)
    var at = start + 1
    guard at < limit else { return nil }
    if text[at] == 0x21 { return commentEnd(text, at + 1, limit).map { (true, $0) } }
    if text[at] == 0x2F { at += 1 }
    let name = at
    var packed: UInt64 = 0
    while at < limit, at - name < longestName, PackedWord.isAlphanumeric(text[at]) {
      packed = packed << 8 | UInt64(text[at] < 0x3A ? text[at] : text[at] | 0x20)
      at += 1
    }
    guard at > name, text[name] >= 0x41 else { return nil }
    let isInline = at - name <= PackedWord.longest && inline.contains(packed)
    guard at < limit, endsName(text[at]) else { return nil }
    while at < limit, text[at] != 0x3E { at += 1 }
    return at < limit ? (isInline, at + 1) : nil
  }

  /// Behind the end of the comment whose first hyphen is at `at`.
  private static func commentEnd(_ text: Span<UInt8>, _ at: Int, _ limit: Int) -> Int? {
    guard at + 1 < limit, text[at] == 0x2D, text[at + 1] == 0x2D else { return nil }
    var end = at + 2
    while end + 2 < limit {
      if text[end] == 0x2D, text[end + 1] == 0x2D, text[end + 2] == 0x3E { return end + 3 }
      end += 1
    }
    return nil
  }

  /// A space, a slash or the end of the tag.
  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E: true
    default: false
    }
  }
}
