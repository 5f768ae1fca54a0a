/// The Hangul that a Korean name listed in Latin letters alone may stand for.
///
/// For a person to choose from: a spelling does not tell 철 from 촐, nor which 정 is meant.
public enum KoreanCandidates {
  /// The most candidates given for a name.
  public static let limit = 24

  /// Candidates for a name in either order, the likeliest first, at most `limit`.
  ///
  /// Words, hyphens and capitals inside a word part syllables where they are given; a name in one
  /// run of letters is cut at every place that makes syllables. Empty for what is no Korean name.
  public static func of(latin: String) -> [String] {
    guard let words = LatinWord.words(of: latin) else { return [] }
    var found: [String: Int] = [:]
    func add(_ name: String, _ cost: Int) { found[name] = min(found[name] ?? .max, cost) }
    func add(family: LatinWord, given: LatinWord, _ extra: Int) {
      let families = LatinSyllables.families.readings(family.text)
      guard !families.isEmpty else { return }
      for given in readings(given) {
        for family in families {
          add(family.hangul + given.hangul, family.cost + given.cost + extra)
        }
      }
    }
    if words.count > 1 {
      add(family: words[0], given: LatinWord(joining: words[1...]), 0)
      let last = words[words.count - 1]
      add(family: last, given: LatinWord(joining: words.dropLast()), 2)
    } else {
      let word = words[0]
      for cut in word.cuts {
        let (head, tail) = word.split(at: cut)
        add(family: head, given: tail, word.cutCost(cut))
        add(family: tail, given: head, word.cutCost(cut) + 4)
      }
    }
    if words.count == 1 || found.isEmpty {
      for given in readings(LatinWord(joining: words[...])) {
        add(given.hangul, given.cost + Self.givenAlone)
      }
    }
    return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(limit).map(\.key)
  }

  /// What it costs, in bits, that a name has no family name, one syllable, three syllables.
  private static let givenAlone = 5
  private static let one = 4
  private static let three = 6
  private static let assimilated = 3
  private static let most = 40

  /// A final as it is written in Hangul, where it may have given way to the sound after it:
  /// Hyŏngmin for 혁민, Cholli for 천리.
  private static func unassimilated(_ word: LatinWord, _ range: Range<Int>) -> String? {
    guard range.upperBound < word.letters.count else { return nil }
    let piece = word.text(range)
    switch word.letters[range.upperBound] {
    case UInt8(ascii: "m"), UInt8(ascii: "n"):
      if piece.hasSuffix("ng") { return piece.dropLast(2) + "k" }
      return piece.hasSuffix("m") ? piece.dropLast() + "p" : nil
    case UInt8(ascii: "l"): return piece.hasSuffix("l") ? piece.dropLast() + "n" : nil
    default: return nil
    }
  }

  /// The given names of one to three syllables that a run of letters may be.
  private static func readings(_ word: LatinWord) -> [LatinSyllables.Reading] {
    var out: [LatinSyllables.Reading] = []
    func extend(_ prefix: String, _ cost: Int, _ from: Int, _ count: Int) {
      if from == word.letters.count {
        let extra = count == 1 ? one : count == 3 ? three : 0
        out.append(LatinSyllables.Reading(hangul: prefix, cost: cost + extra))
        return
      }
      guard count < 3 else { return }
      let table = count == 0 ? LatinSyllables.first : LatinSyllables.last
      let end = min(word.letters.count, from + LatinSyllables.longest)
      for to in from + 1..<end + 1 {
        for reading in table.readings(word.text(from..<to)) {
          extend(prefix + reading.hangul, cost + reading.cost, to, count + 1)
        }
        if let written = unassimilated(word, from..<to) {
          for reading in table.readings(written) {
            extend(prefix + reading.hangul, cost + reading.cost + assimilated, to, count + 1)
          }
        }
        // A piece goes no further than the next mark of a boundary.
        if word.breaks.contains(to) { break }
      }
    }
    extend("", 0, 0, 0)
    return Array(out.sorted { ($0.cost, $0.hangul) < ($1.cost, $1.hangul) }.prefix(most))
  }
}
