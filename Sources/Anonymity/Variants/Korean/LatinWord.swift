/// A run of Latin letters with the places where its writer parted the syllables.
struct LatinWord {
  /// Lower-case letters; ŏ is `O`, ŭ is `U`, and an apostrophe after k, t, p or ch stays.
  private(set) var letters: [UInt8] = []
  /// The indices before which a boundary is marked.
  private(set) var breaks: Set<Int> = []

  private init() {}

  /// One run of several words, parted where they were.
  init(joining words: some Sequence<LatinWord>) {
    for word in words {
      if !letters.isEmpty { breaks.insert(letters.count) }
      for at in word.breaks { breaks.insert(letters.count + at) }
      letters += word.letters
    }
  }

  var text: String { String(decoding: letters, as: UTF8.self) }

  func text(_ range: Range<Int>) -> String { String(decoding: letters[range], as: UTF8.self) }

  /// Where a family name may end: the marked places, or all when none is marked.
  var cuts: [Int] {
    breaks.isEmpty ? Array(1..<max(1, letters.count)) : breaks.sorted()
  }

  /// A cut that nobody marked is less certain.
  func cutCost(_ at: Int) -> Int { breaks.contains(at) ? 0 : 2 }

  func split(at: Int) -> (LatinWord, LatinWord) {
    var head = LatinWord()
    var tail = LatinWord()
    head.letters = Array(letters[..<at])
    tail.letters = Array(letters[at...])
    head.breaks = breaks.filter { $0 < at }
    tail.breaks = Set(breaks.filter { $0 > at }.map { $0 - at })
    return (head, tail)
  }

  /// The words of a name; nil where it holds letters of another script, digits, or nothing.
  static func words(of text: String) -> [LatinWord]? {
    var words: [LatinWord] = []
    var word = LatinWord()
    var wasSmall = false
    func close() {
      if !word.letters.isEmpty { words.append(word) }
      word = LatinWord()
      wasSmall = false
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let traits = FoldTable.shared.traits(value)
      switch traits.kind {
      case .latin:
        if traits.isUpper, wasSmall { word.breaks.insert(word.letters.count) }
        wasSmall = !traits.isUpper
        if let marked = Self.marked[value] {
          word.letters.append(marked)
          continue
        }
        for part in FoldTable.shared.fold(value).parts {
          guard part.scalar < 0x80 else { return nil }
          word.letters.append(UInt8(part.scalar))
        }
      case .mark:
        // A breve on its own: o and u decomposed.
        if value == 0x306, let last = word.letters.last, last == 0x6F || last == 0x75 {
          word.letters[word.letters.count - 1] = last - 0x20
        }
      case .apostrophe: word.appendApostrophe()
      case .tight where !word.letters.isEmpty: word.breaks.insert(word.letters.count)
      case .invisible, .tight, .dot: break
      case .space, .newline, .hard, .slash: close()
      default: return nil
      }
    }
    close()
    return words.isEmpty ? nil : words
  }

  private static let marked: [UInt32: UInt8] = [
    0x14E: 0x4F, 0x14F: 0x4F, 0x1D1: 0x4F, 0x1D2: 0x4F, 0x16C: 0x55, 0x16D: 0x55, 0x1D3: 0x55,
    0x1D4: 0x55,
  ]

  private mutating func appendApostrophe() {
    guard let last = letters.last else { return }
    let isStop = last == 0x6B || last == 0x74 || last == 0x70
    let isAffricate = last == 0x68 && letters.count > 1 && letters[letters.count - 2] == 0x63
    if isStop || isAffricate {
      letters.append(0x27)
    } else {
      // Between n and g it says that they are two sounds.
      breaks.insert(letters.count)
    }
  }
}
