/// Names in Latin and Cyrillic letters, by titles, shapes and capitals.
enum AlphabetNames {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    var index = 0
    while index < words.count {
      let word = words[index]
      guard word.script == .latin || word.script == .cyrillic else {
        index += 1
        continue
      }
      let found = word.script == .latin ? latin(reading, index) : RussianNames.find(reading, index)
      if let found {
        out.append(
          reading.finding(
            words[found.words.lowerBound].start, words[found.words.upperBound - 1].end, .personName,
            found.reason))
        index = max(found.words.upperBound, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// A name by the words it has.
  struct Found {
    let words: Range<Int>
    let reason: FindingReason
  }

  private static let name = Lexicon.hash("name")
  private static let called = Lexicon.hash("called")

  private static func latin(_ reading: Reading, _ index: Int) -> Found? {
    let words = reading.words
    let word = words[index]
    if word.tags.isEmpty, !word.isCapital { return nil }
    // A word before that says who follows.
    if word.tags.contains(.title), word.isCapital || word.count > 3,
      let end = capitals(reading, after: index, most: 3)
    {
      return Found(words: index + 1..<end, reason: .title)
    }
    if word.tags.contains(.kin), let end = capitals(reading, after: index, most: 3) {
      return Found(words: index + 1..<end, reason: .kin)
    }
    if word.tags.contains(.introduces) || word.tags.contains(.copula) && isNaming(reading, index),
      let end = capitals(reading, after: index, most: 4)
    {
      return Found(words: index + 1..<end, reason: .introduced)
    }
    guard word.isCapital else { return nil }
    if let end = romanised(reading, index) { return Found(words: index..<end, reason: .romanised) }
    if word.tags.contains(.stop) { return nil }
    if word.tags.contains(.givenName), word.count > 2, !isRestOfPlace(reading, index) {
      let end = capitals(reading, after: index, most: 2) ?? index + 1
      if end > index + 1 || !word.gap.opensSentence || !reading.isWrittenSmall(word) {
        return Found(words: index..<end, reason: .listedName)
      }
    }
    return pair(reading, index)
  }

  /// "A man called", "her name is".
  private static func isNaming(_ reading: Reading, _ index: Int) -> Bool {
    if reading.words[index].hash == called { return isOfPeople(reading, index) }
    return reading.word(index - 1)?.hash == name
  }

  private static func isOfPeople(_ reading: Reading, _ index: Int) -> Bool {
    (1...3).contains {
      reading.word(index - $0).map {
        $0.tags.contains(.kin) || $0.tags.contains(.group) || $0.tags.contains(.possessive)
      } ?? false
    }
  }

  private static func isRestOfPlace(_ reading: Reading, _ index: Int) -> Bool {
    reading.word(index + 1).map { $0.gap.isPlain && $0.isCapital && $0.tags.contains(.stop) }
      ?? false
  }

  /// The end of the capital words directly after a word, or `nil` if there is none.
  static func capitals(_ reading: Reading, after index: Int, most: Int) -> Int? {
    let words = reading.words
    var end = index + 1
    while end < words.count, end - index <= most, joins(words[end].gap, first: end == index + 1),
      words[end].script == words[index].script || words[end].script == .latin,
      words[end].isCapital || end > index + 1 && words[end].gap == .hyphen,
      !words[end].tags.contains(.stop) || isHyphenated(reading, end)
    {
      end += 1
    }
    return end > index + 1 ? end : nil
  }

  /// "Un-ju" begins with a word that is otherwise no name.
  private static func isHyphenated(_ reading: Reading, _ index: Int) -> Bool {
    let words = reading.words
    if words[index].gap == .hyphen { return words[index].count == 1 }
    guard words[index].shape == .capital, let next = reading.word(index + 1), next.gap == .hyphen
    else { return false }
    return Syllables.isKorean(reading.scalars(words[index]), most: 1)
      && Syllables.isKorean(reading.scalars(next), most: 1)
  }

  private static func joins(_ gap: WordGap, first: Bool) -> Bool {
    gap.isPlain || gap.subtracting([.space, .dot, .newline]).isEmpty && !gap.isEmpty
      || !first && gap == .hyphen
      || first && gap.subtracting([.space, .newline, .comma]).isEmpty && !gap.isEmpty
  }

  /// Kim Chol-su, Chol-su Kim, KIM CHOL SU, Namgung Un-ha, Gao Ming, Rihua Cui, Chol-min.
  private static func romanised(_ reading: Reading, _ index: Int) -> Int? {
    let words = reading.words
    let word = words[index]
    let korean = word.tags.contains(.koreanSurname)
    if korean || word.tags.contains(.pinyinSurname),
      let end = given(
        reading, index + 1, korean: korean, pinyin: word.tags.contains(.pinyinSurname),
        isFirst: false)
    {
      let isHyphenated = (index + 2..<max(end, index + 2)).contains { words[$0].gap == .hyphen }
      let isPlain = word.tags.contains(.ambiguous) || word.tags.contains(.stop)
      if isHyphenated || !(isPlain && word.gap.opensSentence),
        isHyphenated || !words[index + 1..<end].contains(where: { reading.isWrittenSmall($0) })
      {
        return end
      }
    }
    // The given name first: Chol-su Kim, Rihua Cui; or alone with its hyphen.
    if word.tags.contains(.stop), word.count < 4,
      word.shape != .capital || word.gap.opensSentence || reading.word(index + 1)?.gap != .hyphen
    {
      return nil
    }
    guard let end = given(reading, index, korean: true, pinyin: true, isFirst: true) else {
      return nil
    }
    let isHyphenated = end == index + 2
    if let last = reading.word(end), last.gap.isPlain, last.isCapital,
      last.tags.contains(.koreanSurname) || last.tags.contains(.pinyinSurname),
      isHyphenated || !reading.isWrittenSmall(word) && !word.tags.contains(.koreanSurname)
        || word.shape == .upper && last.shape == .upper && !reading.isWrittenSmall(word),
      isHyphenated || !last.tags.contains(.ambiguous),
      // "Without Namgung Thae-su": the surname has its own given name after it.
      isHyphenated || given(reading, end + 1, korean: true, pinyin: true, isFirst: false) == nil
    {
      return end + 1
    }
    let second = words[end - 1]
    return isHyphenated && second.shape == .lower
      && Syllables.isKorean(reading.scalars(word), most: 1)
      && Syllables.isKorean(reading.scalars(second), most: 1) && word.count >= 2
      && second.count >= 1
      && (!second.tags.contains(.stop) || second.count == 1) && !second.tags.contains(.number)
      && !reading.isWrittenSmall(word) ? end : nil
  }

  /// The end of a given name that begins at `index`: one word of one or two syllables, two words
  /// with a hyphen, or further words all in capitals.
  private static func given(
    _ reading: Reading, _ index: Int, korean: Bool, pinyin: Bool, isFirst: Bool
  ) -> Int? {
    guard let first = reading.word(index), first.script == .latin, first.isCapital,
      first.count <= 12
    else { return nil }
    let isAfterSurname = first.gap.isPlain
    let letters = reading.scalars(first)
    let fits = { (word: Word, most: Int) in
      korean && Syllables.isKorean(reading.scalars(word), most: most)
        || pinyin && Syllables.isPinyin(reading.scalars(word), most: most)
    }
    if let second = reading.word(index + 1), second.gap == .hyphen, second.script == .latin,
      second.count <= 7, isFirst || isAfterSurname, fits(first, 1), fits(second, 1)
    {
      return index + 2
    }
    guard isAfterSurname || isFirst else { return nil }
    if first.shape == .upper {
      var end = index
      while end < index + 3, let word = reading.word(end), word.shape == .upper,
        end == index || word.gap.isPlain, fits(word, 2)
      {
        end += 1
      }
      if end > index, first.count > 1 || end > index + 1 { return end }
      return nil
    }
    guard letters.count >= 2, !first.tags.contains(.stop) else { return nil }
    if let second = reading.word(index + 1), second.gap.isPlain, second.isCapital,
      second.count <= 6,
      !second.tags.contains(.stop) || second.count == 2,
      !second.tags.contains(.koreanSurname) || second.count == 2, fits(first, 1),
      fits(second, 1)
    {
      return index + 2
    }
    return fits(first, 2) && letters.count >= 3 ? index + 1 : nil
  }

  /// Two or three capital words inside a sentence that the text does not write small.
  private static func pair(_ reading: Reading, _ index: Int) -> Found? {
    let words = reading.words
    let word = words[index]
    guard !word.gap.opensSentence, word.shape == .capital, word.count > 1 else { return nil }
    if index > 0, words[index - 1].isName, word.gap.isPlain, words[index - 1].tags.contains(.stop) {
      return nil
    }
    var end = index
    while end < words.count, end - index < 4,
      words[end].shape == .capital || words[end].count == 1 && words[end].isCapital,
      end == index || words[end].gap.isPlain || words[end].gap == .hyphen
        || words[end].gap.subtracting([.dot, .space]).isEmpty,
      words[end].script == .latin
    {
      if words[end].tags.contains(.stop)
        || words[end].count > 1 && reading.isWrittenSmall(words[end])
      {
        return nil
      }
      end += 1
    }
    guard (2...3).contains(end - index) else { return nil }
    if let next = reading.word(end), next.gap.isPlain, next.isCapital { return nil }
    if words[end - 1].count == 1 { return nil }
    let phrase = reading.string(word.start, words[end - 1].end)
    if !Gazetteer.shared.places(named: phrase).isEmpty { return nil }
    return Found(words: index..<end, reason: .capitals)
  }
}
