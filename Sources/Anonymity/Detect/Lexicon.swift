/// The words the detectors know, by hash, in one open table.
struct Lexicon: Sendable {
  static let shared = Lexicon()
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var keys: [UInt64]
  private var values: [UInt64]
  /// Whole words and stems are kept apart by this bit of the hash.
  private static let stemMark: UInt64 = 0xA5A5_5A5A_0F0F_F0F0
  private static let size = 1 << 14

  @inline(__always)
  static func add(_ scalar: UInt32, to hash: UInt64) -> UInt64 {
    let mixed = (hash ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }

  /// The small letter, for the alphabets of the word lists.
  @inline(__always)
  static func lower(_ scalar: UInt32, _ kind: PlainText.Class) -> UInt32 {
    switch kind {
    case .latinUpper: scalar < 0x80 || (0xC0...0xDE).contains(scalar) ? scalar + 32 : scalar
    case .cyrillicUpper: scalar >= 0x410 ? scalar + 32 : scalar == 0x401 ? 0x435 : scalar + 80
    case .cyrillicLower: scalar == 0x451 ? 0x435 : scalar
    default: scalar
    }
  }

  static func hash(_ word: some StringProtocol) -> UInt64 {
    word.unicodeScalars.reduce(seed) { add($1.value == 0x451 ? 0x435 : $1.value, to: $0) }
  }

  private init() {
    keys = [UInt64](repeating: 0, count: Self.size)
    values = [UInt64](repeating: 0, count: Self.size)
    for (tags, lists) in LexiconData.lists {
      for list in lists {
        for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
          if word.hasSuffix("*") {
            insert(Self.hash(word.dropLast()) ^ Self.stemMark, tags)
          } else {
            insert(Self.hash(word), tags)
          }
        }
      }
    }
  }

  private mutating func insert(_ key: UInt64, _ tags: Tags) {
    var slot = Int(truncatingIfNeeded: key) & (Self.size - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (Self.size - 1) }
    keys[slot] = key
    values[slot] |= tags.rawValue
  }

  @inline(__always)
  func tags(_ key: UInt64) -> Tags {
    var slot = Int(truncatingIfNeeded: key) & (Self.size - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return Tags(rawValue: values[slot]) }
      slot = (slot + 1) & (Self.size - 1)
    }
    return []
  }

  /// What is known of a word in small letters, by itself or by its stem.
  func known(_ word: String) -> Tags {
    var found = tags(Self.hash(word))
    for drop in 0...3 where word.count - drop >= 3 {
      found.formUnion(stemTags(Self.hash(word.dropLast(drop))))
    }
    return found
  }

  @inline(__always)
  func stemTags(_ key: UInt64) -> Tags { tags(key ^ Self.stemMark) }
}
