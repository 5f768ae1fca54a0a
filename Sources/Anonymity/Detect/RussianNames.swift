/// Names in Cyrillic letters: patronymics, initials, surnames by their endings, Korean names.
enum RussianNames {
  static func find(_ reading: Reading, _ index: Int) -> AlphabetNames.Found? {
    let words = reading.words
    let word = words[index]
    if let next = reading.word(index + 1),
      next.gap.subtracting([.space, .newline, .comma, .dot]).isEmpty,
      let end = capitals(reading, index + 1), let reason = reason(word)
    {
      return .init(words: index + 1..<end, reason: reason)
    }
    guard word.isCapital else { return nil }
    // Initials, a surname on either side.
    if word.count == 1, let end = afterInitials(reading, index) {
      return .init(words: index..<end, reason: .patronymic)
    }
    if word.tags.contains(.stop) && !word.tags.contains(.koreanSurname) { return nil }
    if let end = capitals(reading, index) {
      let span = index..<end
      if span.contains(where: { isPatronymic(reading, words[$0]) }) {
        return .init(words: span, reason: .patronymic)
      }
      if span.contains(where: { words[$0].tags.contains(.givenName) && words[$0].count > 2 }),
        end > index + 1 || !word.gap.opensSentence || !reading.isWrittenSmall(word)
      {
        return .init(words: span, reason: .listedName)
      }
      if let korean = korean(reading, index, end) {
        return .init(words: index..<korean, reason: .romanised)
      }
      if word.count > 1, let initialEnd = initials(reading, end), !reading.isWrittenSmall(word) {
        return .init(words: index..<initialEnd, reason: .patronymic)
      }
      return byCapitals(reading, span)
    }
    return nil
  }

  /// Why a name may follow a word of the same sentence: жене, Ольге Ивановне; товарищ Пак.
  private static func reason(_ word: Word) -> FindingReason? {
    if word.tags.contains(.kin) { return .kin }
    if word.tags.contains(.title) { return .title }
    return word.tags.contains(.introduces) ? .introduced : nil
  }

  /// Capital words in a row from `index` on, at most four.
  private static func capitals(_ reading: Reading, _ index: Int) -> Int? {
    let words = reading.words
    var end = index
    while end < words.count, end - index < 4, words[end].script == .cyrillic, words[end].isCapital,
      words[end].count > 1,
      !words[end].tags.contains(.stop) || words[end].tags.contains(.koreanSurname)
    {
      let gap = words[end].gap
      if end > index, !gap.isPlain, gap != .hyphen { break }
      if end == index, index > 0, gap.isBreak, words[index - 1].isCapital == false,
        reading.isWrittenSmall(words[end])
      {
        break
      }
      end += 1
    }
    return end > index ? end : nil
  }

  /// "С. Н. Ким": the end of the surname.
  private static func afterInitials(_ reading: Reading, _ index: Int) -> Int? {
    var at = index + 1
    guard reading.text.scalar(reading.words[index].end) == 0x2E else { return nil }
    while let word = reading.word(at), at - index <= 2, word.script == .cyrillic, word.isCapital,
      word.gap.subtracting([.dot, .space, .newline]).isEmpty
    {
      if word.count > 1 { return word.count > 2 ? at + 1 : nil }
      at += 1
    }
    return nil
  }

  /// "Ким С. Н.": the end of the initials.
  private static func initials(_ reading: Reading, _ end: Int) -> Int? {
    var at = end
    while let word = reading.word(at), at - end < 2, word.script == .cyrillic, word.count == 1,
      word.isCapital, reading.text.scalar(word.end) == 0x2E,
      word.gap.isPlain || at > end && word.gap.subtracting([.dot, .space]).isEmpty
    {
      at += 1
    }
    return at > end ? at : nil
  }

  private static func korean(_ reading: Reading, _ index: Int, _ end: Int) -> Int? {
    let words = reading.words
    guard words[index].tags.contains(.koreanSurname), end > index + 1 else { return nil }
    if words[index].tags.contains(.ambiguous), words[index].gap.opensSentence,
      words[index].count < 3
    {
      return nil
    }
    return (index + 1..<end).allSatisfy {
      Syllables.isCyrillicKorean(reading.scalars(words[$0]), most: 3)
    }
      ? end : nil
  }

  private static func byCapitals(_ reading: Reading, _ span: Range<Int>) -> AlphabetNames.Found? {
    let words = reading.words
    let first = words[span.lowerBound]
    if first.gap.opensSentence { return nil }
    if span.contains(where: { words[$0].shape != .capital || reading.isWrittenSmall(words[$0]) }) {
      return nil
    }
    let phrase = reading.string(first.start, words[span.upperBound - 1].end)
    if PlaceReading.knows(phrase) { return nil }
    if span.contains(where: { isSurname(reading, words[$0]) }) {
      return .init(words: span, reason: .surnameEnding)
    }
    return span.count >= 2 ? .init(words: span, reason: .capitals) : nil
  }

  private static func ends(_ letters: ArraySlice<UInt32>, _ endings: [[UInt32]]) -> Bool {
    endings.contains { letters.count > $0.count + 1 && letters.suffix($0.count).elementsEqual($0) }
  }

  static func isPatronymic(_ reading: Reading, _ word: Word) -> Bool {
    word.count >= 6 && ends(reading.scalars(word), patronymics)
  }

  private static func isSurname(_ reading: Reading, _ word: Word) -> Bool {
    word.count >= 5 && ends(reading.scalars(word), surnames)
  }

  private static func scalars(_ text: String) -> [[UInt32]] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { $0.unicodeScalars.map(\.value) }
  }

  private static let patronymics = scalars(
    """
    ович овича овичу овичем овиче евич евича евичу евичем евиче ьич ьича ьичу ьичем лаич лаича лаичу
    лаичем аныч аныча анычу аныче овна овны овне овну овной евна евны евне евну евной ична ичны ичне
    ичну ичной инична алыч алыча еич еича ееич
    """)
  private static let surnames = scalars(
    """
    ов ова ову овым ове овой овых ев ева еву евым еве евой евых ёв ёва ин ина ину иным ине иной ын ына
    ыну ыным ыной ский ского скому ским ском ская скую ской цкий цкого цкому цким цкая цкую енко чук
    чука чуку чуком юк юка дзе швили янц ян яна яну
    """)
}
