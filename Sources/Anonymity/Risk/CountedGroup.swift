/// A number of people of a kind and posts beside them in one sentence: "20 workers and their manager".
public struct CountedGroup: Equatable, Sendable {
  /// The name of the part of the text.
  public let place: String
  public let members: [Member]

  public struct Member: Equatable, Sendable {
    /// As the text has it.
    public let words: String
    public let count: Int
    /// It is a post of the group, not one of the numbers that make it.
    public let isPost: Bool
    let concept: String
  }

  /// How many people there are.
  public var size: Int { members.reduce(0) { $0 + $1.count } }

  /// How far from the group a post counts as its own, in words.
  private static let reach = 10
  private static let limit = 1_000_000_000

  /// The groups of a part, one for each stretch in which groups and posts stand near each other.
  static func all(in reading: Reading, place: String) -> [CountedGroup] {
    var groups: [(at: Int, span: Range<Int>, count: Int)] = []
    for (index, word) in reading.words.enumerated() where word.tags.contains(.group) {
      guard let span = GroupDetector.counted(reading, index),
        let count = SpokenNumber.first(in: reading.string(span.lowerBound, span.upperBound)),
        (2...limit).contains(count)
      else { continue }
      groups.append((index, span, count))
    }
    var out: [CountedGroup] = []
    var rest = groups[...]
    while let first = rest.first {
      let sentence = reading.sentence(around: first.at, reach: 40)
      let together = rest.prefix { sentence.contains($0.at) }
      rest = rest.dropFirst(max(1, together.count))
      var members = together.map { group in
        let word = reading.words[group.at]
        let text = reading.string(word.start, reading.end(word))
        return Member(
          words: text, count: group.count, isPost: false, concept: PersonWord.concept(text))
      }
      let near = sentence.filter { at in
        together.contains { abs($0.at - at) <= reach }
          && !together.contains { $0.span.contains(reading.words[at].start) }
      }
      for post in NamedPost.all(in: reading, among: near, place: place)
      where !members.contains(where: { $0.concept == post.concept }) {
        members.append(
          Member(words: post.words, count: post.count, isPost: true, concept: post.concept))
      }
      out.append(CountedGroup(place: place, members: members))
    }
    return out
  }
}

/// A post in a text, and how many hold it.
public struct NamedPost: Equatable, Sendable {
  /// The name of the part of the text.
  public let place: String
  public let words: String
  /// One, or the number before it.
  public let count: Int
  let concept: String

  static func all(in reading: Reading, place: String) -> [NamedPost] {
    all(in: reading, among: Array(reading.words.indices), place: place)
  }

  /// Posts among some words; those in a plural without a number are left out.
  static func all(in reading: Reading, among words: [Int], place: String) -> [NamedPost] {
    words.compactMap { index in
      let word = reading.words[index]
      guard word.tags.contains(.post) else { return nil }
      // 通 of one character and the like are parts of other words.
      let text = reading.string(word.start, reading.end(word))
      guard text.count > 1 else { return nil }
      let number = number(reading, index)
      if number == nil, isPlural(word, text.lowercased()) { return nil }
      return NamedPost(
        place: place, words: text, count: number ?? 1, concept: PersonWord.concept(text))
    }
  }

  private static func isPlural(_ word: Word, _ text: String) -> Bool {
    switch word.script {
    case .latin: text.hasSuffix("s") && text != "boss" || text == "foremen"
    case .cyrillic: ["ики", "ров", "ков", "рам", "кам"].contains(where: text.hasSuffix)
    default: false
    }
  }

  /// The number that belongs to the post itself, and not to a group before it.
  private static func number(_ reading: Reading, _ index: Int) -> Int? {
    let word = reading.words[index]
    if word.script == .han {
      guard let span = GroupDetector.counted(reading, index) else { return nil }
      let lead = reading.string(span.lowerBound, word.start)
      return lead.contains { "和跟与及的同".contains($0) } ? nil : SpokenNumber.first(in: lead)
    }
    if let before = reading.word(index - 1), !word.gap.isBreak, isNumber(before) {
      return value(reading, before)
    }
    guard word.script == .hangul else { return nil }
    // 두 명의 지배인, 지배인 두 명.
    if let counter = reading.word(index - 1), isCounter(reading, counter),
      reading.text.scalar(counter.end - 1) == 0xC758, let number = reading.word(index - 2),
      isNumber(number)
    {
      return value(reading, number)
    }
    // After a particle the number belongs to what follows: 지배인은 스무 명의 노동자를.
    guard word.stem == word.count, let number = reading.word(index + 1), isNumber(number),
      let counter = reading.word(index + 2), isCounter(reading, counter)
    else { return nil }
    return value(reading, number)
  }

  private static func isNumber(_ word: Word) -> Bool {
    word.script == .digits && word.count < 4 || word.tags.contains(.number)
  }

  private static func isCounter(_ reading: Reading, _ word: Word) -> Bool {
    reading.text.scalar(word.start) == 0xBA85 && word.count <= 2
  }

  private static func value(_ reading: Reading, _ word: Word) -> Int? {
    SpokenNumber.first(in: reading.string(word.start, word.end)).flatMap {
      (1...999).contains($0) ? $0 : nil
    }
  }
}
