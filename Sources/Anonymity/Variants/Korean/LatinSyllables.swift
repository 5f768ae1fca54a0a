/// Which syllables of Korean names a piece of Latin text may be.
struct LatinSyllables: Sendable {
  struct Reading: Sendable {
    let hangul: String
    /// In bits: how unusual the spelling, and how rare the syllable.
    let cost: Int
  }

  /// Keys are lower-case letters; ŏ is `O`, ŭ is `U`, an apostrophe after a stop stays.
  private let table: [String: [Reading]]

  /// The longest key; a piece of text beyond that is no syllable.
  static let longest = 10
  private static let budget = 7
  private static let most = 16

  static let first = LatinSyllables(NameSyllables.firstRanks)
  static let last = LatinSyllables(NameSyllables.lastRanks)
  static let families = LatinSyllables()

  func readings(_ text: some StringProtocol) -> [Reading] { table[String(text)] ?? [] }

  private init(_ ranks: [NameSyllables.Rank]) {
    var table: [String: [String: Int]] = [:]
    for (syllable, bits) in ranks {
      let hangul = String(syllable.character)
      func add(_ text: String, _ cost: Int) {
        table[text, default: [:]][hangul] = min(table[text]?[hangul] ?? .max, cost + bits)
      }
      SpellingProduct(HabitualLatin.slots([syllable])).forEach(budget: Self.budget) { bytes, cost in
        let text = String(decoding: bytes, as: UTF8.self)
        add(text, cost)
        // Before a vowel and ㅎ, McCune and Reischauer write ㄹ as r.
        if syllable.coda == .l, text.last == "l" { add(text.dropLast() + "r", cost + 2) }
        return true
      }
      for text in Self.marked(syllable) { add(text, 0) }
    }
    self.table = table.mapValues(Self.sorted)
  }

  /// The family names, rarer by one bit for every doubling of their place in the list.
  private init() {
    var table: [String: [String: Int]] = [:]
    let names =
      KoreanFamilyNames.singles.map(String.init) + KoreanFamilyNames.doubles.sorted()
    for (i, name) in names.enumerated() {
      guard let syllables = [HangulSyllable](hangul: name) else { continue }
      let bits = (Int.bitWidth - (i / 4).leadingZeroBitCount)
      func add(_ spelling: String, _ cost: Int) {
        let text = spelling.filter { $0 != "-" }
        table[text, default: [:]][name] = min(table[text]?[name] ?? .max, cost + bits)
      }
      for spelling in KoreanFamilyNames.latin(syllables) { add(spelling.text, spelling.cost) }
      add(Romanization.revised.spell(syllables, assimilated: true, voicing: true), 2)
      add(Romanization.mccuneReischauer.spell(syllables, assimilated: true, voicing: true), 1)
      if syllables.count == 1 { for text in Self.marked(syllables[0]) { add(text, 0) } }
    }
    self.table = table.mapValues(Self.sorted)
  }

  private static func sorted(_ readings: [String: Int]) -> [Reading] {
    Array(
      readings.map { Reading(hangul: $0.key, cost: $0.value) }
        .sorted { ($0.cost, $0.hangul) < ($1.cost, $1.hangul) }
        .prefix(most))
  }

  private static let vowels =
    "a ae ya yae O e yO ye o wa wae oe yo u wO we wi yu U Ui i".split(separator: " ").map(
      String.init)
  private static let plain =
    "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h".split(separator: " ").map(String.init)

  /// The spellings of McCune and Reischauer that have marks.
  private static func marked(_ syllable: HangulSyllable) -> [String] {
    let codas = ["", "k", "n", "t", "l", "m", "p", "ng"]
    let initial = plain[syllable.initial.rawValue]
    let rest = vowels[syllable.vowel.rawValue] + codas[syllable.coda.rawValue]
    let voiced: [String] =
      switch syllable.initial {
      case .g: ["g"]
      case .d: ["d"]
      case .b: ["b"]
      case .j: ["j"]
      default: []
      }
    let all = ([initial == "-" ? "" : initial] + voiced).map { $0 + rest }
    let flapped = syllable.coda == .l ? all.map { String($0.dropLast()) + "r" } : []
    return (all + flapped).filter { $0.contains { "OU'".contains($0) } }
  }
}
