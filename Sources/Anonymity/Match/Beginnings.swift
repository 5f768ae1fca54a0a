/// Which forms can stand in some texts at all, told by how their keys begin and end.
///
/// To seek a hundred thousand spellings in one short text, leaving out those that cannot be there is
/// much cheaper than building an automaton of them all. Nothing that is there is left out: a form
/// that is found has its whole key in the text's key.
public struct Beginnings: Sendable {
  /// The bytes of a key that are looked at, at either end.
  private static let window = 4
  private static let bits = 20
  /// By the hash of one to four key bytes that follow each other in a text.
  private var seen = [Bool](repeating: false, count: 1 << bits)
  /// Whether there is a Cyrillic letter.
  private(set) var hasCyrillic = false

  /// - Parameter texts: also as they read without inline markup.
  public init(of texts: [[UInt8]]) {
    for text in texts + texts.compactMap({ InlineMarkup($0)?.text }) {
      for notes in [true, false] {
        var units: [FoldedUnit] = []
        Folding.units(of: text.span, in: 0..<text.count, notes: notes, into: &units)
        for start in units.indices {
          if units[start].traits.script == .cyrillic { hasCyrillic = true }
          var hash = 0
          for index in start..<min(start + Self.window, units.count) {
            hash = hash << 8 | Int(units[index].key)
            seen[Self.place(hash, index - start + 1)] = true
          }
        }
      }
    }
  }

  /// `false` only for what no text has in any of its forms.
  func mayHold(_ identifier: KnownIdentifier) -> Bool {
    switch identifier.kind {
    case .name: identifier.reason == nil || mayHoldWords(of: identifier.text)
    case .birthDate: mayHoldDate(identifier.text)
    case .phone: mayHoldEnd(ofNumber: identifier.text)
    case .email: mayHoldStart(ofAddress: identifier.text)
    default: true
    }
  }

  private func mayHoldWords(of name: String) -> Bool {
    var name = name
    name.makeContiguousUTF8()
    return refusal(of: name.utf8.span) == nil
  }

  /// Up to where a spelling has to be read to see that no text holds it in whatever order of its
  /// words; `nil` for one that a text may hold.
  ///
  /// Each word of an alphabet is there, told by its first key bytes, and each character of other
  /// scripts.
  func refusal(of name: Span<UInt8>) -> Int? {
    let table = FoldTable.shared
    var word: (length: Int, hash: Int) = (0, 0)
    var at = 0
    while at < name.count {
      let (scalar, size) = ScalarReader.read(name, at: at)
      let traits = table.traits(scalar)
      at += size
      if traits.isAttached { continue }
      let isAlphabetic =
        traits.script == .latin || traits.script == .cyrillic || traits.script == .digit
      guard traits.isWord, isAlphabetic else {
        if word.length > 0, !seen[Self.place(word.hash, word.length)] { return at }
        word = (0, 0)
        guard traits.isWord else { continue }
        guard let key = Self.key(ofCharacter: scalar, traits) else { return nil }
        if key.length > 0, !seen[Self.place(key.hash, key.length)] { return at }
        continue
      }
      if word.length == Self.window { continue }
      let small = scalar < 0x800 ? table.small[Int(scalar)] : FoldTable.slow
      guard small != FoldTable.slow else { return nil }
      var packed = small
      while packed != 0, word.length < Self.window {
        word = (word.length + 1, word.hash << 8 | Int(packed & 0xFF))
        packed >>= 8
      }
      if word.length == Self.window, !seen[Self.place(word.hash, word.length)] { return at }
    }
    return word.length == 0 || seen[Self.place(word.hash, word.length)] ? nil : at
  }

  /// The first key bytes of a character that is a word by itself; `nil` where its case or its place
  /// decides on the key.
  private static func key(
    ofCharacter scalar: UInt32, _ traits: Traits
  ) -> (length: Int, hash: Int)? {
    guard !traits.isNote, traits.script == .hangul || traits.script == .han else { return nil }
    let table = FoldTable.shared
    var key: (length: Int, hash: Int) = (0, 0)
    func append(_ byte: UInt8) {
      if key.length < window { key = (key.length + 1, key.hash << 8 | Int(byte)) }
    }
    if scalar >= 0xAC00, scalar < 0xD7A4 {
      var packed = table.syllables[Int(scalar - 0xAC00)]
      while packed != 0 {
        append(UInt8(truncatingIfNeeded: packed))
        packed >>= 8
      }
    } else {
      for byte in table.fold(scalar).key { append(byte) }
    }
    return key
  }

  /// Every form of a date has its year: two digits or four, or counted by one of the calendars of
  /// the East, all but Juche with 年.
  private func mayHoldDate(_ text: String) -> Bool {
    guard let year = Int(text.prefix(4)), text.utf8.count == 10 else { return true }
    if mayHold(digits: ListedDate.two(year % 100)) || mayHold(digits: "\(year - 1911)") {
      return true
    }
    return seen[Self.place(key(of: "年"))]
  }

  /// Every form of a single number ends in its last four digits.
  private func mayHoldEnd(ofNumber text: String) -> Bool {
    let signs: [UInt8] = [0x20, 0x28, 0x29, 0x2D, 0x2E]
    // A second plus begins a second number.
    let isPlain = text.utf8.dropFirst(text.hasPrefix("+") ? 1 : 0).allSatisfy {
      $0 &- 0x30 < 10 || signs.contains($0)
    }
    let digits = text.filter(\.isNumber)
    guard isPlain, digits.count >= Self.window else { return true }
    return mayHold(digits: String(digits.suffix(Self.window)))
  }

  /// Every form of an address begins with its first letters.
  private func mayHoldStart(ofAddress text: String) -> Bool {
    let first = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !first.isEmpty, first.endIndex < text.endIndex, text[first.endIndex] != ":" else {
      return true
    }
    return seen[Self.place(key(of: first))]
  }

  private func mayHold(digits: String) -> Bool {
    seen[Self.place(key(of: digits[...]))]
  }

  /// The first key bytes of a text; a letter may have two (m is rn).
  private func key(of text: Substring) -> ArraySlice<UInt8> {
    Folding.units(of: String(text)).map(\.key).prefix(Self.window)
  }

  /// `false` only for a form that no text has.
  func mayHold(_ form: [FoldedUnit]) -> Bool {
    let size = min(Self.window, form.count)
    func hash(_ part: ArraySlice<FoldedUnit>) -> Int { part.reduce(0) { $0 << 8 | Int($1.key) } }
    return size == 0
      || seen[Self.place(hash(form.prefix(size)), size)]
        && seen[Self.place(hash(form.suffix(size)), size)]
  }

  private static func place(_ key: ArraySlice<UInt8>) -> Int {
    place(key.reduce(0) { $0 << 8 | Int($1) }, key.count)
  }

  private static func place(_ hash: Int, _ length: Int) -> Int {
    // Multiplying spreads the bytes over the upper bits (Knuth).
    let mixed = UInt64(truncatingIfNeeded: hash << 3 | length) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> UInt64(64 - bits))
  }
}
