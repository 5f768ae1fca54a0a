/// Three letters that follow each other anywhere in what was read, to tell quickly which words
/// cannot be there.
struct WordOpenings {
  fileprivate static let length = 3
  private static let bits = 20
  private var seen = [Bool](repeating: false, count: 1 << bits)

  mutating func insert(_ hay: Haystack) {
    guard hay.count >= Self.length else { return }
    for start in 0...(hay.count - Self.length) {
      seen[Self.place(hay.values[start..<start + Self.length])] = true
    }
  }

  fileprivate func hold(_ places: ArraySlice<Int32>) -> Bool {
    places.allSatisfy { seen[Int($0)] }
  }

  fileprivate static func place(_ values: ArraySlice<UInt32>) -> Int {
    let mixed =
      values.reduce(UInt64(0)) { ($0 &* 0x1_0000_01B3) ^ UInt64($1) } &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> UInt64(64 - bits))
  }
}

/// How the words of many spellings begin, worked out once for many outputs.
struct SpellingOpenings: Sendable {
  /// Indices of the spellings among the needles.
  private var needles: [Int] = []
  /// Where the forms of each spelling end, and where the words of each form do.
  private var formEnds: [Int32] = []
  private var wordEnds: [Int32] = []
  private var words: [Int32] = []

  var isEmpty: Bool { needles.isEmpty }

  mutating func add(_ spelling: Needle, at index: Int, _ folds: inout Folds) {
    let cases = Writings.cases(of: spelling.text, spelling.kind)
    // Without look-alikes they are all the same.
    var forms = [Self.words(of: cases[0], &folds.plain)]
    for text in cases {
      let form = Self.words(of: text, &folds.skeleton)
      if !forms.contains(form) { forms.append(form) }
    }
    for form in forms {
      words += form
      wordEnds.append(Int32(words.count))
    }
    formEnds.append(Int32(wordEnds.count))
    needles.append(index)
  }

  /// All but those of which, in each form, some word begins with three letters that are nowhere.
  func held(by openings: WordOpenings) -> [Int] {
    var held: [Int] = []
    var form = 0
    var word = 0
    for (index, end) in zip(needles, formEnds) {
      var isHeld = false
      while form < end {
        isHeld = isHeld || openings.hold(words[word..<Int(wordEnds[form])])
        word = Int(wordEnds[form])
        form += 1
      }
      if isHeld { held.append(index) }
    }
    return held
  }

  /// The places of the words that have three letters.
  private static func words(of text: String, _ fold: inout Fold) -> [Int32] {
    var words: [Int32] = []
    var values: [UInt32] = []
    var isFull = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "-" {
        values.removeAll(keepingCapacity: true)
        isFull = false
        continue
      }
      if isFull { continue }
      switch fold[scalar.value] {
      case .nothing, .gap: continue
      case .unit(let unit): values.append(unit.value)
      case .units(let units): values += units.map(\.value)
      }
      if values.count >= WordOpenings.length {
        words.append(Int32(WordOpenings.place(values[..<WordOpenings.length])))
        isFull = true
      }
    }
    return words
  }
}
