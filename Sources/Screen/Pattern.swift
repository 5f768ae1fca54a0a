/// One writing of a needle, folded, with the rules by which it may stand in a text.
struct Pattern: Hashable {
  let needle: Int
  let values: [UInt32]
  /// Positions at which the writing itself has a gap.
  let ownGaps: Set<Int>
  let bounds: Bounds
  /// Positions at which a Hangul syllable goes on.
  let continued: Set<Int>
  let lastScript: Letters.Script
  /// Where a spelling in an alphabet has a space; `nil` for everything else.
  private let ownSpaces: Set<Int>?
  /// Where syllables of a Cyrillic spelling may part: "Ким Чхольсу" is written "ким чхоль су" as well.
  private let breaks: Set<Int>
  /// Whether a word begins, or ends, there even in what else is found anywhere.
  private let startsWord: Bool
  private let endsWord: Bool

  /// How sure a writing is by itself.
  enum Bounds: Hashable {
    /// Found anywhere: eight Latin letters, three Hangul syllables, three Han characters.
    case none
    /// Two Han characters: found anywhere, but not across a sentence.
    case noneInOneSentence
    /// Two Hangul syllables: a word must begin there, and end there or go on like a particle or a
    /// title (은하가, 은하씨), which 은하수 does not.
    case wordStart
    /// A word must begin and end there.
    case word
  }

  /// Nil if nothing would be left to compare, or only one letter of an alphabet: the label
  /// "defector A" must not be a leak because somebody is called A.
  init?(_ needle: Needle, at index: Int, text: String, with fold: inout Fold) {
    var reading = Reading()
    for scalar in text.unicodeScalars { reading.append(scalar.value, from: 0) }
    let hay = Haystack(reading, with: &fold)
    guard let last = hay.scripts.last else { return nil }
    self.needle = index
    values = hay.values
    ownGaps = Set(hay.gaps.indices.filter { $0 > 0 && !hay.gaps[$0].isEmpty })
    continued = Set(hay.continues.indices.filter { hay.continues[$0] })
    lastScript = last
    var weight = 0
    var characters = 0
    for index in 0..<hay.count where !(hay.scripts[index] == .hangul && hay.continues[index]) {
      characters += 1
      switch hay.scripts[index] {
      case .latin, .cyrillic, .greek, .other, .digit: weight += 1
      case .kana, .dense: weight += 2
      case .hangul: weight += 3
      case .han: weight += 4
      }
    }
    guard weight > 1 else { return nil }
    let isAlphabetic = hay.scripts.allSatisfy { $0 == .latin || $0 == .cyrillic }
    ownSpaces =
      needle.kind == .spelling && isAlphabetic
      ? Set(ownGaps.filter { !hay.gaps[$0].contains(.hyphen) }) : nil
    breaks =
      ownSpaces != nil && hay.scripts.contains(.cyrillic)
      ? Self.breaks(values, parts: ownGaps.sorted()) : []
    let words = text.split(separator: " ")
    let isTurned =
      words.last?.lowercased() != needle.text.split(separator: " ").last?.lowercased()
    startsWord = words.count > 1 && Self.isShort(words.first)
    endsWord = words.count > 1 && isTurned && Self.isShort(words.last)
    let allHan = hay.scripts.allSatisfy { $0 == .han || $0 == .kana }
    if allHan, characters > 1 {
      bounds = weight > 8 ? .none : .noneInOneSentence
    } else if weight >= 9 || (weight == 8 && hay.scripts.first != .hangul) {
      bounds = .none
    } else if last == .hangul, characters > 1 {
      bounds = .wordStart
    } else {
      bounds = .word
    }
  }

  /// Positions within a part that have a vowel of that part on both sides.
  private static func breaks(_ values: [UInt32], parts gaps: [Int]) -> Set<Int> {
    let bounds = [0] + gaps + [values.count]
    return zip(bounds, bounds.dropFirst()).reduce(into: []) { breaks, part in
      let spoken = (part.0..<part.1).filter { vowels.contains(values[$0]) }
      if let first = spoken.first, let last = spoken.last {
        breaks.formUnion((first..<last).map { $0 + 1 })
      }
    }
  }

  /// Also as the Latin letters that they look like.
  private static let vowels = Set("аеиоуыэюяaeoy".unicodeScalars.map(\.value))

  /// One or two Latin letters, as other words begin and end: "Chol-su and" is no Chol-su An, nor
  /// "van, Chol-su" An Chol-su.
  private static func isShort(_ word: Substring?) -> Bool {
    guard let word else { return false }
    return word.utf8.count < 3 && word.utf8.allSatisfy { $0 < 0x80 }
  }

  /// Whether the letters at `start`, which are equal, are this writing there.
  func stands(in hay: Haystack, at start: Int) -> Bool {
    let end = start + values.count
    if let ownSpaces { return standsAsSpelling(in: hay, start, end, ownSpaces) }
    if hay.scripts[start] == .hangul, hay.continues[start] { return false }
    if lastScript == .hangul, end < hay.count, hay.continues[end] { return false }
    // 중독 고민: the end of one word and the beginning of the next are no 독고민.
    if lastScript == .hangul, isTornAcrossWords(hay, start, end) { return false }
    switch bounds {
    case .none:
      return (!startsWord || hay.isBoundary(start)) && (!endsWord || hay.isBoundary(end))
    case .noneInOneSentence: break
    case .wordStart:
      guard hay.isBoundary(start), Particles.mayFollow(hay, at: end) else { return false }
    case .word:
      guard hay.isBoundary(start), hay.isBoundary(end) || isPlural(hay, start, end) else {
        return false
      }
    }
    if bounds != .noneInOneSentence, values.count < 8, hay.isNoise[start] { return false }
    return gapsAllow(hay, start, end)
  }

  /// Whether a Korean name of three syllables without a space would have one, and begin or end within
  /// a word. Four syllables hardly meet by chance.
  private func isTornAcrossWords(_ hay: Haystack, _ start: Int, _ end: Int) -> Bool {
    let spaced = ((start + 1)..<end).contains {
      hay.gaps[$0] == .space && !ownGaps.contains($0 - start)
    }
    guard spaced, hay.scripts[start] == .hangul,
      (start..<end).count(where: { !hay.continues[$0] }) < 4
    else { return false }
    return !hay.isBoundary(start) || !Particles.mayFollow(hay, at: end)
  }

  /// Short spellings are words of a language too, and long ones may be put together from words.
  private func standsAsSpelling(
    in hay: Haystack, _ start: Int, _ end: Int, _ ownSpaces: Set<Int>
  ) -> Bool {
    guard hay.isBoundary(start), hay.isBoundary(end) || isPlural(hay, start, end) else {
      return false
    }
    if values.count < 6, !hay.isUpper[start] { return false }
    // Run together, a short one must show its parts by capitals: KimIlsu, but "chosen".
    if values.count < 9,
      !ownSpaces.allSatisfy({ !hay.gaps[start + $0].isEmpty || hay.isUpper[start + $0] })
    {
      return false
    }
    // In small letters a short one is words of Russian: Так Ина, "так и на".
    let mayPart =
      ownSpaces.allSatisfy { !hay.gaps[start + $0].isEmpty }
      && (values.count >= 9
        || hay.isUpper[start] && ownSpaces.allSatisfy { hay.isUpper[start + $0] })
    return ((start + 1)..<end).allSatisfy { index in
      let gap = hay.gaps[index]
      if gap == .space, mayPart, breaks.contains(index - start) { return true }
      // A comma of prose has a space behind it; quotes and a comma alone are between two values.
      if gap == .punctuation { return false }
      return gap.isEmpty || ownGaps.contains(index - start) || hay.isUpper[index]
        || gap.contains(.hyphen) || gap.contains(.newline) || gap.contains(.symbol)
    }
  }

  /// "the Kims"
  private func isPlural(_ hay: Haystack, _ start: Int, _ end: Int) -> Bool {
    values.count > 2 && lastScript == .latin && hay.isUpper[start] && hay.values[end] == 0x73
      && hay.isBoundary(end + 1)
  }

  /// Short writings are not put together from the ends of ordinary words ("as a" is not Asa).
  private func gapsAllow(_ hay: Haystack, _ start: Int, _ end: Int) -> Bool {
    let inside = (start + 1)..<end
    let foreign = inside.filter { !hay.gaps[$0].isEmpty && !ownGaps.contains($0 - start) }
    if foreign.isEmpty { return true }
    if lastScript == .hangul || bounds == .noneInOneSentence {
      let ordinary = foreign.allSatisfy {
        hay.gaps[$0].contains(.symbol)
          || (!continued.contains($0 - start) && !hay.gaps[$0].contains(.punctuation))
      }
      guard ordinary else { return values.count > 2 && spelledOut(hay, inside) }
      return lastScript != .hangul || Particles.mayFollow(hay, at: end)
    }
    // Letter by letter, as in K-I-M; three letters at least, or "a b" would be Ab.
    if spelledOut(hay, inside) { return values.count > 2 }
    return foreign.allSatisfy { index in
      let gap = hay.gaps[index]
      if gap.contains(.symbol) || gap.isSuperset(of: [.hyphen, .newline]) { return true }
      return gap.contains(.newline) && !gap.contains(.punctuation) && values.count > 3
    }
  }

  private func spelledOut(_ hay: Haystack, _ inside: Range<Int>) -> Bool {
    inside.allSatisfy { !hay.gaps[$0].isEmpty }
  }
}

/// What may follow a Korean name of two syllables.
enum Particles {
  // First syllables are enough: what begins like a particle may be one.
  private static let beginnings: Set<[UInt32]> = {
    let syllables = "은는이가을를의에께한와과랑하도만로으까부마처보조야아여씨님군양선동형누언오할아어삼사네들라인였입및쪽집댁측교박목커더뿐밖말끼따때덕탓답"
    return Set(syllables.unicodeScalars.compactMap { Jamo.parts(of: $0.value) })
  }()

  /// Whether the name may end before `index`.
  static func mayFollow(_ hay: Haystack, at index: Int) -> Bool {
    if hay.isBoundary(index) { return true }
    var end = index + 1
    while end < hay.count, hay.continues[end] { end += 1 }
    return beginnings.contains(Array(hay.values[index..<end]))
  }
}
