/// What tells people by their circumstances: kin, groups of a number, posts of one, rare events.
enum CircumstanceDetector {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    for (index, word) in words.enumerated() {
      if word.tags.isEmpty { continue }
      if word.tags.contains(.kin) { kin(reading, index, &out) }
      if word.tags.contains(.group) { GroupDetector.find(reading, index, &out) }
      if word.tags.contains(.post) { post(reading, index, &out) }
      if word.tags.contains(.only) { only(reading, index, &out) }
      if !word.tags.isDisjoint(with: [.most, .very]) { most(reading, index, &out) }
      if word.tags.contains(.event) {
        out.append(reading.finding(word.start, reading.end(word), .rareEvent, .event))
      }
      if word.tags.contains(.loses) { together(reading, index, .bodyPart, 5, &out) }
      if word.tags.contains(.fall) { together(reading, index, .height, 6, &out) }
      if word.tags.contains(.comesDown), comesFrom(reading, index) {
        together(reading, index, .height, 6, &out)
      }
    }
  }

  /// "My uncle", 우리 장인, 我丈夫, моя жена; in Korean also without a possessive.
  private static func kin(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    let word = words[index]
    if index > 0, words[index - 1].tags.contains(.possessive), !word.gap.isBreak,
      word.gap.subtracting([.space, .newline]).isEmpty
    {
      out.append(reading.finding(words[index - 1].start, reading.end(word), .kinship, .kin))
    } else if word.script == .latin || word.script == .cyrillic, index > 1,
      words[index - 2].tags.contains(.possessive), word.gap.isPlain, words[index - 1].gap.isPlain
    {
      // "My younger brother", мой старший сын.
      out.append(reading.finding(words[index - 2].start, reading.end(word), .kinship, .kin))
    } else if word.script == .hangul, word.count > 1 {
      out.append(reading.finding(word.start, reading.end(word), .kinship, .kin))
    }
  }

  private static func post(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    let word = words[index]
    switch word.script {
    case .latin:
      guard index > 0, words[index - 1].tags.contains(.definite), word.gap.isPlain,
        word.shape == .lower
      else { return }
      out.append(reading.finding(words[index - 1].start, word.end, .uniquePost, .post))
    case .cyrillic:
      if word.shape == .lower {
        out.append(reading.finding(word.start, word.end, .uniquePost, .post))
      }
    default:
      if word.stem > 1 {
        out.append(reading.finding(word.start, reading.end(word), .uniquePost, .post))
      }
    }
  }

  /// "The only doctor", 유일한 의사, 唯一的女医生: a person must follow.
  private static func only(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    for next in index + 1..<max(index + 1, min(words.count, index + 5)) {
      if words[next].gap.isBreak { return }
      if !words[next].tags.isDisjoint(with: [.post, .group, .kin, .honorific, .title]) {
        out.append(
          reading.finding(
            words[index].start, reading.end(words[next]), .uniquePost, .context))
        return
      }
    }
  }

  /// "The youngest cook", "the oldest of us", самый молодой повар, 가장 어린 노동자, 最年轻的女工. Of kin the
  /// possessive says as much.
  private static func most(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    var last = index
    if !words[index].tags.contains(.most) {
      guard let quality = reading.word(index + 1), quality.tags.contains(.quality),
        !quality.gap.isBreak
      else { return }
      last = index + 1
    }
    for next in last + 1..<max(last + 1, min(words.count, last + 4)) {
      if words[next].gap.isBreak { return }
      if !words[next].tags.isDisjoint(with: [.post, .group, .honorific, .title])
        || among.contains(words[next].hash)
      {
        out.append(
          reading.finding(
            words[index].start, reading.end(words[next]), .uniquePost, .context))
        return
      }
    }
  }

  /// After "the youngest of": who the others are.
  private static let among = Set(
    [
      "us", "them", "crew", "team", "brigade", "group", "нас", "них", "бригаде", "бригады",
      "группе",
    ]
    .map { Lexicon.hash($0) })

  /// "Carried down from", "jumped off", 5층에서; not "carried to".
  private static func comesFrom(_ reading: Reading, _ index: Int) -> Bool {
    reading.words[index].script == .hangul
      || reading.sentence(around: index, reach: 6).contains {
        reading.words[$0].tags.contains(.from)
          && reading.word($0 + 1)?.tags.isDisjoint(with: .from) == true
          && ($0 > index || reading.words[$0].script != .latin)
      }
  }

  /// Two words of an event near each other: lost … leg, fell … metres.
  private static func together(
    _ reading: Reading, _ index: Int, _ other: Tags, _ reach: Int, _ out: inout [Finding]
  ) {
    let words = reading.words
    let sentence = reading.sentence(around: index, reach: reach)
    guard
      let second = sentence.first(where: {
        $0 != index && words[$0].tags.contains(other) && isMeasured(reading, $0, other)
      })
    else { return }
    let (low, high) = (min(index, second), max(index, second))
    var start = low
    // The number before "metre" belongs to it.
    if low > sentence.lowerBound, words[low].tags.contains(.height) { start = low - 1 }
    out.append(reading.finding(words[start].start, words[high].end, .rareEvent, .event))
  }

  private static func isMeasured(_ reading: Reading, _ index: Int, _ other: Tags) -> Bool {
    guard other == .height else { return true }
    guard let number = reading.word(index - 1) else { return false }
    return number.script == .digits || !number.tags.isDisjoint(with: [.number, .ordinal])
      || number.script == .han
  }
}
