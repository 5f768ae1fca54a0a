/// The markup of a page, as far as guesses at its words need it.
///
/// It is for advice alone: what must be found is sought in the page as it is.
enum Tags {
  /// The page with spaces in the place of its tags, and of scripts and styles; every other byte stays
  /// where it is.
  static func blanked(_ page: [UInt8]) -> [UInt8] {
    var out = page
    var at = 0
    while at < page.count {
      guard page[at] == 0x3C, at + 1 < page.count, isTag(page[at + 1]) else {
        at += 1
        continue
      }
      let start = at
      at = (page[at...].firstIndex(of: 0x3E) ?? page.count - 1) + 1
      for name in ["script", "style"] where begins(page, start + 1, name) {
        at = closing(name, page, from: at)
      }
      for byte in start..<at where out[byte] != 0x0A { out[byte] = 0x20 }
    }
    return out
  }

  /// A letter, or what begins a closing tag, a comment or a declaration.
  private static func isTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x2F || byte == 0x21 || byte == 0x3F
  }

  private static func begins(_ page: [UInt8], _ at: Int, _ name: String) -> Bool {
    let name = Array(name.utf8)
    return at + name.count <= page.count
      && zip(page[at...], name).allSatisfy { $0 | 0x20 == $1 }
  }

  private static func closing(_ name: String, _ page: [UInt8], from start: Int) -> Int {
    var at = start
    while let sign = page[at...].firstIndex(of: 0x3C) {
      if sign + 1 < page.count, page[sign + 1] == 0x2F, begins(page, sign + 2, name) {
        return sign
      }
      at = sign + 1
    }
    return page.count
  }
}
