/// Names in Hangul: with a title, with a word of kinship, introduced, or by surname and syllables.
enum KoreanNames {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    for (index, word) in words.enumerated() where word.script == .hangul && word.count <= 12 {
      if let found = find(reading, index) {
        let start = words[found.words.lowerBound].start
        out.append(reading.finding(start, found.end, .personName, found.reason))
      } else if word.tags.contains(.kin) || word.tags.contains(.introduces),
        let next = named(reading, index)
      {
        out.append(next)
      }
    }
  }

  private struct Found {
    let words: Range<Int>
    let end: Int
    let reason: FindingReason
  }

  private static func find(_ reading: Reading, _ index: Int) -> Found? {
    let word = reading.words[index]
    let text = reading.text
    let surname = surnameLength(text, word.start, word.end)
    let next = reading.word(index + 1)
    let spaced = next.flatMap { $0.script == .hangul && $0.gap.isPlain ? $0 : nil }
    let titled =
      spaced.map {
        $0.tags.contains(.honorific)
          && ($0.stem == $0.count || KoreanEnding.isParticle(text, $0.start + $0.stem, $0.end))
      } ?? false
    if surname > 0 {
      let given = word.count - surname
      // 박 과장, 남궁 동무.
      if given == 0, titled, let spaced,
        word.tags.isDisjoint(with: [.number, .possessive]) || surname == 2,
        !rare.contains(text.scalars[word.start]) || surname == 2
      {
        return Found(words: index..<index + 2, end: spaced.start + spaced.stem, reason: .title)
      }
      // 김철수 씨, 김세르게이 씨.
      if (1...5).contains(given), titled, let spaced, !word.tags.contains(.notName),
        // 주방의 언니, 명의 통역: whose or how many.
        text.scalars[word.end - 1] != 0xC758,
        word.tags.isDisjoint(with: [.kin, .group]),
        given <= 2 || Array(text.scalars[spaced.start..<spaced.end]).first == 0xC528
      {
        return Found(words: index..<index + 2, end: spaced.start + spaced.stem, reason: .title)
      }
      // 김 철수, written apart.
      if given == 0, let spaced, spaced.count >= 2, isGiven(text, spaced.start, 2),
        spaced.count == 2 || KoreanEnding.isParticle(text, spaced.start + 2, spaced.end),
        !rare.contains(text.scalars[word.start]) || surname == 2, !spaced.tags.contains(.notName)
      {
        return Found(words: index..<index + 2, end: spaced.start + 2, reason: .listedName)
      }
      if let end = together(reading, word, surname) {
        return Found(words: index..<index + 1, end: end.0, reason: end.1)
      }
    }
    // 은하 언니, 철수 형, 송이 아빠: a given name and who it is to the speaker.
    if titled, let spaced, word.count == 2, isGiven(text, word.start, 2), word.tags.isEmpty,
      familiar.contains(hash(text, spaced.start, spaced.start + spaced.stem))
    {
      return Found(words: index..<index + 2, end: spaced.start + spaced.stem, reason: .title)
    }
    // 세르게이 아바이.
    if titled, let spaced, (3...5).contains(word.count), word.tags.isEmpty,
      close.contains(hash(text, spaced.start, spaced.start + spaced.stem))
    {
      return Found(words: index..<index + 2, end: spaced.start + spaced.stem, reason: .title)
    }
    // 철수형만, 은하언니는; 명진이는, which only names take.
    if word.count >= 4 || word.count == 3 && !word.tags.contains(.notName),
      isGiven(text, word.start, 2),
      word.tags.isEmpty
    {
      for length in [2, 1] where word.count >= 2 + length {
        let end = word.start + 2 + length
        guard end == word.end || KoreanEnding.isParticle(text, end, word.end) else { continue }
        if close.contains(hash(text, word.start + 2, end)) {
          return Found(words: index..<index + 1, end: end, reason: .title)
        }
      }
      if word.count >= 4, text.scalars[word.start + 2] == 0xC774,
        hasFinal(text.scalars[word.start + 1]),
        [0xB294, 0xAC00, 0xB97C, 0xB3C4, 0xC640].contains(text.scalars[word.start + 3]),
        word.count == 4
      {
        return Found(words: index..<index + 1, end: word.start + 2, reason: .listedName)
      }
    }
    if let end = Vocative.end(reading, index) {
      return Found(words: index..<index + 1, end: end, reason: .listedName)
    }
    // 은하야: an address.
    if word.count == 3, isGiven(text, word.start, 2), word.tags.isEmpty,
      [0xC57C, 0xC544].contains(text.scalars[word.end - 1]),
      hasFinal(text.scalars[word.end - 2]) == (text.scalars[word.end - 1] == 0xC544),
      word.gap.contains(.hard) || next?.gap.contains(.comma) ?? false
        || next?.gap.contains(.hard) ?? false
    {
      return Found(words: index..<index + 1, end: word.start + 2, reason: .listedName)
    }
    return nil
  }

  /// 김철수는, 김철수씨, 정성이라는: a surname and a given name in one word.
  private static func together(_ reading: Reading, _ word: Word, _ surname: Int) -> (
    Int, FindingReason
  )? {
    let text = reading.text
    if !word.tags.isDisjoint(with: [.notName, .kin, .group, .post, .honorific, .number]),
      word.stem >= 2
    {
      return nil
    }
    for length in [2, 1] where word.count >= surname + length {
      let end = word.start + surname + length
      let rest = word.end - end
      let isParticle = rest == 0 || KoreanEnding.isParticle(text, end, word.end)
      if length == 2 || surname == 2 {
        if isParticle, isGiven(text, word.start + surname, length) {
          // 허용하는, 선택해: a verb; a name ending so is asked for a particle that no verb takes.
          if verbal.contains(text.scalars[end - 1]), surname == 1,
            rest == 0 || !nominal(text, end, word.end)
          {
            continue
          }
          // After a frequent surname both syllables of a name are enough; after a rare one a particle
          // that only people take, or a double surname, is needed.
          if surname == 2 || !rare.contains(text.scalars[word.start])
            || rest > 0 && people(text, end, word.end)
          {
            return (end, .listedName)
          }
        }
        // 김세르게이씨.
        if rest >= 1, people(text, end, word.end),
          surname == 2 || common.contains(text.scalars[word.start])
        {
          return (end, .title)
        }
      } else if isParticle, rest >= 2, people(text, end, word.end),
        common.contains(text.scalars[word.start]) || text.scalars[end] == 0xB77C
      {
        return (end, .introduced)
      }
    }
    return nil
  }

  /// 동생 남궁은주와, 딸 송이에게, 이름은 정성이고.
  private static func named(_ reading: Reading, _ index: Int) -> Finding? {
    let text = reading.text
    let word = reading.words[index]
    guard word.stem == word.count || word.tags.contains(.introduces),
      let next = reading.word(index + 1), next.script == .hangul, next.gap.isPlain,
      next.tags.isEmpty || next.tags == .event
    else { return nil }
    for length in [4, 3, 2] where next.count >= length {
      let end = next.start + length
      guard next.count == length && length > 2 || KoreanEnding.isParticle(text, end, next.end)
      else { continue }
      let surname = surnameLength(text, next.start, next.end)
      let isName =
        surname > 0 && length - surname >= 1
        && isGiven(text, next.start + surname, min(2, length - surname))
        || length == 2 && isGiven(text, next.start, 2)
      if isName {
        return reading.finding(
          next.start, end, .personName, word.tags.contains(.kin) ? .kin : .introduced)
      }
    }
    return nil
  }

  private static func hash(_ text: PlainText, _ start: Int, _ end: Int) -> UInt64 {
    text.scalars[start..<end].reduce(Lexicon.seed) { Lexicon.add($1, to: $0) }
  }

  private static func hasFinal(_ scalar: UInt32) -> Bool {
    (0xAC00..<0xD7A4).contains(scalar) && (scalar - 0xAC00) % 28 != 0
  }

  private static func people(_ text: PlainText, _ start: Int, _ end: Int) -> Bool {
    end - start <= 6 && personal.contains(hash(text, start, end))
  }

  private static func isGiven(_ text: PlainText, _ start: Int, _ count: Int) -> Bool {
    (start..<start + count).allSatisfy { given.contains(text.scalar($0)) }
  }

  /// How many syllables of the word are a surname: 2, 1 or 0.
  private static func surnameLength(_ text: PlainText, _ start: Int, _ end: Int) -> Int {
    if end - start >= 2, double.contains(hash(text, start, start + 2)) { return 2 }
    return common.contains(text.scalars[start]) || rare.contains(text.scalars[start]) ? 1 : 0
  }

  /// A syllable that is a surname.
  static func isSurname(_ scalar: UInt32) -> Bool {
    common.contains(scalar) || rare.contains(scalar)
  }

  private static func set(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
  private static func hashes(_ text: String) -> Set<UInt64> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Lexicon.hash($0) })
  }

  private static let common = set(
    "김리박최정강조윤장림임한오서신권황안송류홍전고문양손배백허남심노곽성차주우구민진엄채원천방공현함변염여추도석설선마길표명반라왕금옥육인맹탁국어은편용")
  /// Surnames that begin many ordinary words: more is asked of what follows.
  private static let rare = set("이유나하전고성주우구원공현함여도선마명반라금인국어은용문방차진채천추석설노")
  private static let double = hashes("남궁 황보 선우 제갈 사공 독고 서문 동방")
  private static let given = set(
    "철수영호민지현우성진명길옥순희미경숙자은하주정일화금복남녀춘향송이란분월련연선혜애심봉학용룡국광혁남준석태기동원창식상훈재승형범근완만덕호근섭필규택환균웅건강산해솔별봄설아나라리인윤서예린유빈찬혁탁평권신충효천룡림철강윤실매죽국단선옥련화향"
  )
  private static let verbal = set("하해지기이")
  private static func nominal(_ text: PlainText, _ start: Int, _ end: Int) -> Bool {
    people(text, start, end)
      || end - start == 1 && [0xAC00, 0xB97C, 0xC758, 0xC640, 0xC57C].contains(text.scalars[start])
  }
  private static let close = hashes("형 형님 누나 언니 오빠 이모 삼촌 아바이 아매 씨")
  private static let familiar = hashes(
    "형 형님 누나 언니 오빠 이모 삼촌 아바이 아매 아빠 엄마 할머니 할아버지 아저씨 아주머니 동무 동지 선생 선생님 씨")
  /// What follows the names of people and few other words.
  private static let personal = hashes(
    "씨 씨는 씨가 씨를 씨의 씨와 씨도 씨에게 씨에게서 씨입니다 님 동무 동무는 동지 에게 에게서 에게는 에게도 에게만 한테 한테서 라는 이라는 께서 께 과장 선생 선생님 라고 이라고"
  )
}
