/// A number as it is said: figure by figure, in tens and hundreds, doubled, in groups with words
/// between them. "Восемь девятьсот пятнадцать", "nine double oh", 공일공에 5550에 3821, 138，然后5550.
struct SaidNumber {
  private(set) var digits: [UInt8] = []
  /// How many words or figures it is put together of.
  private(set) var groups: [Int] = []
  private(set) var start: Int
  private(set) var end: Int
  private(set) var lastWord: Int
  private(set) var hasPlus = false
  /// Some of it is in words.
  private(set) var hasWords = false
  /// "Then", 다시, 然后 between two groups.
  private(set) var hasJoiner = false
  /// Tens or hundreds, or figures said twice.
  private(set) var isGrouped = false
  /// One syllable of Hangul, which is a particle more often than a figure.
  private(set) var hasLoneSyllable = false
  private(set) var hasFigures = false

  /// How many places at the end "thirty" or "two hundred" leave open.
  private var open = 0
  private var times = 1

  /// The longest number with its country code and an exit code.
  private static let most = 20
  /// Words between two groups: and then, 그 다음에.
  private static let mostJoiners = 3

  /// Reads on from a word while figures and what joins them follow; `nil` where none is.
  init?(_ reading: Reading, at index: Int) {
    let words = reading.words
    start = words[index].start
    end = start
    lastWord = index
    var at = index
    var joiners = 0
    while let word = reading.word(at), digits.count < Self.most {
      if at > index {
        guard word.gap.subtracting([.space, .newline, .comma, .hyphen]).isEmpty else { break }
        if word.gap.contains(.comma) { open = 0 }
      }
      if add(reading, word) {
        lastWord = at
        if joiners > 0 { hasJoiner = true }
        joiners = 0
      } else if Self.isJoiner(reading, word), joiners < Self.mostJoiners, !digits.isEmpty || hasPlus
      {
        joiners += 1
        open = 0
      } else {
        break
      }
      at += 1
    }
    guard !digits.isEmpty else { return nil }
    if reading.text.scalar(start - 1) == 0x2B {
      hasPlus = true
      start -= 1
    }
  }

  /// Whether one of its groups in figures is a year: 2019, then 2020.
  private(set) var hasYear = false

  private mutating func add(_ reading: Reading, _ word: Word) -> Bool {
    switch word.script {
    case .digits:
      guard word.count <= Self.most - digits.count else { return false }
      append(reading.scalars(word).map { UInt8(truncatingIfNeeded: $0 &- 0x30) })
      hasFigures = true
      if word.count == 4, (1900...2099).contains(reading.number(word)) { hasYear = true }
      end = word.end
      return true
    case .latin, .cyrillic: return addSaid(word)
    case .hangul: return addSyllables(reading, word)
    case .han:
      guard word.count == 1, let value = Self.numeral(reading.text.scalars[word.start]) else {
        return false
      }
      put(value, size: 1)
      end = word.end
      hasWords = true
      return true
    default: return false
    }
  }

  private mutating func addSaid(_ word: Word) -> Bool {
    if digits.isEmpty, word.hash == Self.plus.0 || word.hash == Self.plus.1 {
      hasPlus = true
      return true
    }
    if let count = Self.multiples[word.hash] {
      times = count
      return true
    }
    if word.hash == Self.hundred {
      guard let last = digits.last, last > 0, open == 0, groups.last == 1 else { return false }
      digits += [0, 0]
      groups[groups.count - 1] = 3
      (open, isGrouped, end) = (2, true, word.end)
      return true
    }
    guard let value = Self.said[word.hash] else { return false }
    put(value, size: value < 10 ? 1 : value < 100 ? 2 : 3)
    hasWords = true
    end = word.end
    return true
  }

  /// 공일공, 공일공에; one syllable alone is taken too, and remembered.
  private mutating func addSyllables(_ reading: Reading, _ word: Word) -> Bool {
    let letters = Array(reading.scalars(word))
    var count = letters.prefix { Self.syllables[$0] != nil }.count
    // 삼팔이이고: what is left must be no more than a particle; 이고 is one that begins as a figure does.
    while count > 0, !Self.particles.contains(Array(letters[count...])) { count -= 1 }
    guard count > 0 else { return false }
    for letter in letters[..<count] { put(Self.syllables[letter] ?? 0, size: 1) }
    if count == 1 { hasLoneSyllable = true }
    hasWords = true
    end = word.start + count
    return true
  }

  private mutating func put(_ value: Int, size: Int) {
    let text = String(value).utf8.map { $0 - 0x30 }
    defer {
      let isRound = value > 0 && value % 10 == 0
      open = size == 3 ? (value % 100 == 0 ? 2 : 0) : size == 2 && isRound && value > 10 ? 1 : 0
      times = 1
      if size > 1 { isGrouped = true }
    }
    if times == 1, value > 0, size <= open {
      digits.replaceSubrange((digits.count - size)..., with: text)
      return
    }
    if times > 1 { isGrouped = true }
    for _ in 0..<times { append(text) }
  }

  private mutating func append(_ figures: [UInt8]) {
    digits += figures
    groups.append(figures.count)
    open = 0
  }

  private static func isJoiner(_ reading: Reading, _ word: Word) -> Bool {
    switch word.script {
    case .latin, .cyrillic: joiners.contains(word.hash)
    case .hangul:
      between.contains(Array(reading.scalars(word)))
    case .han: reading.scalars(word).allSatisfy(hanJoiners.contains)
    default: false
    }
  }

  // MARK: - Words

  /// In the forms in which figures are read out.
  private static let said: [UInt64: Int] = {
    var out: [UInt64: Int] = [:]
    for word in forms.split(whereSeparator: \.isWhitespace) {
      out[Lexicon.hash(word)] = NumberWords.values[String(word)] ?? 0
    }
    return out
  }()
  private static let forms = """
    zero oh nought ноль нуль ноля нуля нули
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    один одна два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать
    четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок
    пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести триста четыреста пятьсот шестьсот
    семьсот восемьсот девятьсот
    """
  private static let hundred = Lexicon.hash("hundred")
  private static let plus = (Lexicon.hash("plus"), Lexicon.hash("плюс"))
  private static let multiples: [UInt64: Int] = [
    Lexicon.hash("double"): 2, Lexicon.hash("triple"): 3, Lexicon.hash("treble"): 3,
    Lexicon.hash("quadruple"): 4,
  ]
  private static let joiners = Set(
    "and then dash hyphen space и потом затем дальше далее тире дефис пробел".split(separator: " ")
      .map { Lexicon.hash($0) })
  private static let hanJoiners = Set("然后後再接着著是最又面边邊横橫杠槓".unicodeScalars.map(\.value))
  private static let syllables: [UInt32: Int] = Dictionary(
    SpokenNumber.sinoDigits.compactMap { digit, value in
      digit.unicodeScalars.first.map { ($0.value, value) }
    }, uniquingKeysWith: { $1 })

  private static func numeral(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5E7A: 1  // 幺
    case 0x4E24: 2  // 两
    default: Lookalikes.hanDigit(scalar)
    }
  }

  private static func words(_ text: String) -> Set<[UInt32]> {
    Set(text.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
  }
  private static let between = words("에 에다 에다가 의 다시 그리고 다음 다음에 그다음 그다음에 그 하고 이고 고 요 이요 은 는 대시 하이픈")
  /// Behind the figures of a word.
  private static let particles = words(
    """
    에 에다 에다가 의 다시 하고 이고 고 요 이요 은 는 이 가 을 를 로 으로 번 번이 번은 번을 번으로 번이다 번입니다 번이에요 번이라고
    이다 다 입니다 이에요 예요 이었다 였다 이었어요 였어요 이라고 라고 인데 이래 래
    """
  ).union([[]])
}
