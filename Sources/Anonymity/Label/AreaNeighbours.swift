/// Areas named beside a place that lies in them: "Dandong, China", 중국 단둥, 中国丹东.
///
/// When an area stands for the place, what is named beside it would stand twice, or be more exact
/// than the policy allows.
enum AreaNeighbours {
  /// Whether a word is the name of an area that holds the place.
  static func holds(_ word: some StringProtocol, _ place: String) -> Bool {
    guard word.utf8.count <= 100, let rung = PlaceReading.area(named: String(word)), !rung.isCity
    else { return false }
    return PlaceReading.rungs(of: place, near: []).contains {
      RungTable.shared.ladder(from: $0).contains(rung)
    }
  }

  /// Characters of ", Liaoning, China", " in China" or " (China)" at the beginning of what follows the
  /// place.
  static func following(_ text: String, _ place: String) -> Int {
    var rest = Substring(text)
    var taken = unit(rest, place)
    rest = rest.dropFirst(taken)
    while let length = one(rest, place) {
      taken += length
      rest = rest.dropFirst(length)
    }
    return taken
  }

  /// Characters of " city", where the place was named without it.
  private static func unit(_ text: Substring, _ place: String) -> Int {
    guard text.first == " " else { return 0 }
    let word = text.dropFirst().prefix(while: \.isLetter)
    let next = text.dropFirst(1 + word.count).first
    guard ["city", "town", "county", "province", "district"].contains(word.lowercased()),
      next != "-", next != "'", next != "’"
    else { return 0 }
    return 1 + word.count
  }

  /// The text before a place without "Russia's" at its end, if that holds the place.
  static func owner(_ preceding: Preceding, of place: String) -> Preceding? {
    guard let last = preceding.lastWord, last.hasSuffix("'s") || last.hasSuffix("’s") else {
      return nil
    }
    var rest = preceding
    var words = String(last.dropLast(2))
    for _ in 0..<3 {
      rest.swallowLastWord()
      if holds(words, place) { return rest }
      guard let word = rest.lastWord else { return nil }
      words = word + " " + words
    }
    return nil
  }

  private static func one(_ text: Substring, _ place: String) -> Int? {
    for (open, shut) in [(", ", ""), (" (", ")"), (" in ", "")] where text.hasPrefix(open) {
      let inner = text.dropFirst(open.count)
      var words = inner.prefix(60).prefix { $0.isLetter || $0 == " " || $0 == "-" }
      while !words.isEmpty {
        let next = inner.dropFirst(words.count)
        if words.last != " ", next.hasPrefix(shut), holds(words, place) {
          return open.count + words.count + shut.count
        }
        words = words.dropLast()
        // Whole words only.
        while let last = words.last, last.isLetter || last == "-" { words = words.dropLast() }
        while words.last == " " { words = words.dropLast() }
      }
    }
    return nil
  }

  /// The text without an area at its end that holds the place, written in Han without spaces.
  static func cut(_ preceding: Preceding, holding place: String) -> Preceding? {
    let bare = preceding.trimming { "の・·".contains($0) }
    for length in [8, 7, 6, 5, 4, 3, 2] where bare.text.count >= length {
      let word = bare.text.suffix(length)
      if word.allSatisfy(\.isLetter), holds(word, place) {
        return bare.dropping(suffix: String(word))
      }
    }
    return nil
  }
}
