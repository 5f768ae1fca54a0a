/// Names in Han and kana: a surname and a given name between words that people's names stand
/// between, or with a title; Japanese names with さん and the like.
enum HanNames {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    var end = 0
    for (index, word) in words.enumerated() {
      guard word.start >= end else { continue }
      var found: Finding?
      switch word.script {
      case .han:
        found =
          japanese(reading, index) ?? chinese(reading, index) ?? spaced(reading, index)
          ?? familiar(reading, index)
      case .katakana: found = kana(reading, index)
      default: break
      }
      if let found {
        out.append(found)
        // The words inside the name begin no other.
        var last = index + 1
        while last < words.count, reading.text.offsets[words[last].start] < found.range.upperBound {
          last += 1
        }
        end = words[last - 1].end
      }
    }
  }

  private static func chinese(_ reading: Reading, _ index: Int) -> Finding? {
    let words = reading.words
    let word = words[index]
    let text = reading.text
    guard word.tags.contains(.hanSurname), word.count <= 2 else { return nil }
    // 王经理, 南宫同志.
    if let title = reading.word(index + 1), title.gap.isEmpty, title.tags.contains(.honorific),
      title.count >= 2 || isSet(title)
    {
      return opens(reading, index)
        ? reading.finding(word.start, title.end, .personName, .title) : nil
    }
    // Characters of given names; in Han and nothing else.
    let start = word.end
    var length = 0
    while length < 2, text.kind(start + length) == .han, given.contains(text.scalar(start + length))
    { length += 1 }
    guard length > 0, reading.words.indices.contains(index + 1) else { return nil }
    var candidates = length == 2 ? [2, 1] : [1]
    if !covers(reading, index, start + length) { candidates.removeAll { $0 == length } }
    for count in candidates {
      let end = start + count
      guard covers(reading, index, end), let next = firstWord(reading, index, at: end) else {
        if covers(reading, index, end), opens(reading, index),
          count == 2 || introduced(reading, index)
        {
          return reading.finding(word.start, end, .personName, .listedName)
        }
        continue
      }
      let after = words[next]
      let titled = after.gap.isEmpty && after.tags.contains(.honorific)
      if titled, opens(reading, index) {
        return reading.finding(word.start, after.end, .personName, .title)
      }
      let left = opens(reading, index)
      let right = !after.gap.isEmpty || after.tags.contains(.hanBoundary) || after.script != .han
      if introduced(reading, index) {
        return reading.finding(word.start, end, .personName, .introduced)
      }
      if left, count == 2, index == 0 || !words[index].gap.isEmpty {
        return reading.finding(word.start, end, .personName, .listedName)
      }
      if left, right, index > 0, words[index].gap.isEmpty,
        takesPerson.contains(words[index - 1].hash)
      {
        return reading.finding(word.start, end, .personName, .listedName)
      }
      if left, right,
        count == 2 || after.tags.contains(.hanBoundary) && (index == 0 || !words[index].gap.isEmpty)
      {
        return reading.finding(word.start, end, .personName, .listedName)
      }
    }
    return nil
  }

  /// What is done to or with a person.
  private static let takesPerson = Set(
    ["找到", "告诉", "问", "把", "被", "给", "对", "跟", "和", "等", "劝", "替", "认识", "了", "与", "向", "找"]
      .map { Lexicon.hash($0) })

  /// 崔 日 花, letter by letter.
  private static func spaced(_ reading: Reading, _ index: Int) -> Finding? {
    let word = reading.words[index]
    guard word.tags.contains(.hanSurname), index == 0 || !word.gap.isEmpty,
      let first = reading.word(index + 1), first.gap == .space, first.script == .han,
      first.count == 1, given.contains(reading.text.scalars[first.start]),
      let second = reading.word(index + 2), second.gap == .space, second.script == .han,
      given.contains(reading.text.scalars[second.start])
    else { return nil }
    return reading.finding(word.start, second.start + 1, .personName, .listedName)
  }

  /// No word of the lexicon reaches over the end of a name.
  private static func covers(_ reading: Reading, _ index: Int, _ end: Int) -> Bool {
    var at = index + 1
    while let word = reading.word(at), word.start < end {
      if word.end > end { return false }
      if word.count > 1, word.tags.contains(.notName) || word.tags.contains(.hanBoundary) {
        return false
      }
      at += 1
    }
    return true
  }

  private static func firstWord(_ reading: Reading, _ index: Int, at end: Int) -> Int? {
    var at = index + 1
    while let word = reading.word(at) {
      if word.start >= end { return at }
      at += 1
    }
    return nil
  }

  /// What stands before a name is no half of another word.
  private static func opens(_ reading: Reading, _ index: Int) -> Bool {
    let word = reading.words[index]
    if index == 0 || !word.gap.isEmpty { return true }
    let before = reading.words[index - 1]
    return before.script != .han
      || !before.tags.isDisjoint(with: [
        .hanBoundary, .kin, .post, .group, .introduces, .honorific, .placeWord, .and,
      ])
  }

  private static func introduced(_ reading: Reading, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = reading.words[index - 1]
    let gap = reading.words[index].gap
    return gap.isEmpty && !before.tags.isDisjoint(with: [.kin, .introduces])
      && before.script == .han
      || before.tags.contains(.introduces) && gap.subtracting([.hard, .space]).isEmpty
  }

  private static func isSet(_ word: Word) -> Bool { word.tags.contains(.honorific) }

  /// 小, 老, 阿, which stand before a surname.
  private static func isSmallOrOld(_ scalar: UInt32) -> Bool {
    scalar == 0x5C0F || scalar == 0x8001 || scalar == 0x963F
  }

  private static let kinTitles = Set("姐哥嫂叔姨婶爷".unicodeScalars.map(\.value))

  /// 老王, 小南宫, 花姐.
  private static func familiar(_ reading: Reading, _ index: Int) -> Finding? {
    let word = reading.words[index]
    let text = reading.text
    if word.count == 1, isSmallOrOld(text.scalars[word.start]), opens(reading, index),
      let surname = reading.word(index + 1), surname.gap.isEmpty,
      surname.tags.contains(.hanSurname), surname.count <= 2
    {
      let after = reading.word(index + 2)
      if after.map({ !$0.gap.isEmpty || $0.tags.contains(.hanBoundary) }) ?? true {
        return reading.finding(word.start, surname.end, .personName, .title)
      }
    }
    if word.count == 1, word.tags.contains(.honorific),
      kinTitles.contains(text.scalars[word.start]), word.gap.isEmpty, index > 0,
      given.contains(text.scalar(word.start - 1))
        || reading.words[index - 1].tags.contains(.hanSurname),
      reading.words[index - 1].count == 1, opens(reading, index - 1),
      reading.word(index + 1).map({
        !$0.gap.isEmpty || $0.tags.contains(.hanBoundary) || $0.script != .han
      }) ?? true
    {
      return reading.finding(word.start - 1, word.end, .personName, .title)
    }
    return nil
  }

  /// 佐藤さん, 佐藤花子, 金さん.
  private static func japanese(_ reading: Reading, _ index: Int) -> Finding? {
    guard reading.language == .ja || reading.words[index].tags.contains(.japaneseSurname) else {
      return nil
    }
    let word = reading.words[index]
    var end = word.end
    var last = index
    while let next = reading.word(last + 1), next.gap.isEmpty, next.script == .han,
      next.end - word.start <= 5, !next.tags.contains(.honorific)
    {
      last += 1
      end = next.end
    }
    if let after = reading.word(last + 1), after.gap.isEmpty, after.tags.contains(.honorific),
      end - word.start <= 5,
      word.gap.isEmpty == false || index == 0 || reading.words[index - 1].script != .han,
      word.tags.isDisjoint(with: [.kin, .group, .post]), !noName.contains(word.hash),
      word.tags.contains(.japaneseSurname) || word.tags.contains(.hanSurname) || after.count == 2
    {
      return reading.finding(word.start, after.end, .personName, .title)
    }
    if word.tags.contains(.japaneseSurname), reading.language == .ja, end > word.end,
      end - word.end <= 3
    {
      return reading.finding(word.start, end, .personName, .listedName)
    }
    return nil
  }

  private static let noName = Set(
    ["皆", "客", "奥", "患者", "業者", "神", "王", "娘", "息子", "同", "某", "彼", "本", "仕", "多"].map {
      Lexicon.hash($0)
    })
  private static let honorifics = Set(
    ["さん", "氏", "様", "さま", "君", "くん", "ちゃん", "先生"].map { Lexicon.hash($0) })

  /// キム・チョルス, ナターシャさん.
  private static func kana(_ reading: Reading, _ index: Int) -> Finding? {
    let word = reading.words[index]
    if word.tags.contains(.koreanSurname), let next = reading.word(index + 1),
      next.script == .katakana, next.start - word.end == 1
    {
      return reading.finding(word.start, next.end, .personName, .romanised)
    }
    if let after = reading.word(index + 1), after.gap.isEmpty, honorifics.contains(after.hash),
      word.count >= 2
    {
      return reading.finding(word.start, after.end, .personName, .title)
    }
    return nil
  }

  /// Characters of given names.
  static let given = Set(
    """
    伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂花日松锐银河玉红梅兰竹菊春夏秋冬华国建民志文武
    俊峰龙凤云飞鹏宇轩浩然子涵梓欣怡佳琪雪晴雨婷婉莹洁琳萍燕莉珍珠美惠淑贞慧雅琴瑶瑞祥福禄寿喜财
    贵荣光辉耀东西南北海江山林森木水火土金成功德才学思恩仁义礼智信忠孝哲男女顺哲浩镇永泰昌盛兴旺
    康健安宁和顺义善良星月晨曦阳晓旭铁钢铜哲秉炳炫勋勲勳秀洙哲鐵喆順姬姫玉淑英善美貞惠恩實仙香蓮
    梅蘭花順子福女男吉龍虎鶴鳳國光赫峻錫泰基東元昌植相薰在承亨範根完萬德浩燮弼圭澤煥均雄健強銀河
    锦绣霖霆博达远方圆通宝生权权全兵彬斌波川丹冬栋帆凡冠广翰航豪宏洪欢慧继坚骏凯坤岚乐磊立亮烈
    """.unicodeScalars.map(\.value))
}
