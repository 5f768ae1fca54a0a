/// A word of up to eight bytes in one number.
enum PackedWord {
  static let longest = 8

  static func of(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

  static func of(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var packed: UInt64 = 0
    for at in start..<end { packed = packed << 8 | UInt64(text[at]) }
    return packed
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
