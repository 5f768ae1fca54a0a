/// Every form of every word of a Russian name, for one gender.
struct NameForms {
  /// Per word of the name: the ways to decline it, with capitals.
  let ways: [[Paradigm]]
  let name: RussianName

  init(_ name: RussianName, _ gender: RussianGender) {
    self.name = name
    let lastGiven = name.words.lastIndex { $0.role == .given }
    ways = name.words.indices.map { i in
      let word = name.words[i]
      let isDeclined = !name.isKorean || word.role == .surname || i == lastGiven
      return Self.ways(word, gender, isKorean: name.isKorean, isDeclined: isDeclined)
        .map(\.capitalised)
    }
  }

  private static func ways(
    _ word: RussianName.Word, _ gender: RussianGender, isKorean: Bool, isDeclined: Bool
  ) -> [Paradigm] {
    let text = word.text
    if word.role == .fixed || word.role == .descent || !isDeclined {
      return [Paradigm(undeclined: text)]
    }
    if isKorean { return doubled(text) { part in korean(part) } }
    switch word.role {
    case .surname: return doubled(text) { part in SurnameDeclension.ways(part, gender) }
    case .given: return doubled(text) { part in GivenNameDeclension.spellings(part, gender) }
    case .patronymic: return GivenNameDeclension.spellings(text, gender)
    default:
      let surname = doubled(text) { part in SurnameDeclension.ways(part, gender) }
      let given = doubled(text) { part in GivenNameDeclension.spellings(part, gender) }
      return surname + given.filter { !surname.contains($0) }
    }
  }

  /// Whether a man's or a woman's: the last syllable takes the ending, or nothing does.
  private static func korean(_ word: String) -> [Paradigm] {
    let undeclined = Paradigm(undeclined: word)
    guard let last = word.last else { return [undeclined] }
    if last == "а" || last == "я" {
      return CyrillicWords.vowels(word) > 1
        ? [NounDeclension.first(word), undeclined] : [undeclined]
    }
    return CyrillicWords.isVowel(last) ? [undeclined] : [NounDeclension.second(word), undeclined]
  }

  /// A double name declines in both halves or in the last alone.
  private static func doubled(
    _ word: String, _ ways: (String) -> [Paradigm]
  ) -> [Paradigm] {
    let halves = word.split(separator: "-").map(String.init)
    guard halves.count > 1, let last = halves.last else { return ways(word) }
    let heads = halves.dropLast().map { half in
      (ways(half).first ?? Paradigm(undeclined: half), Paradigm(undeclined: half))
    }
    var all: [Paradigm] = []
    for way in ways(last) {
      for paradigm in [
        Paradigm(joining: heads.map(\.0) + [way], by: "-"),
        Paradigm(joining: heads.map(\.1) + [way], by: "-"),
      ] where !all.contains(paradigm) {
        all.append(paradigm)
      }
    }
    return all
  }

  /// The spellings of some of the words in one case: every way of each with every way of the others.
  static func spellings(_ words: [[Paradigm]], in c: RussianCase) -> [String] {
    words.reduce([""]) { heads, ways in
      var forms: [String] = []
      for way in ways where !forms.contains(way[c]) { forms.append(way[c]) }
      return heads.flatMap { head in forms.map { head.isEmpty ? $0 : head + " " + $0 } }
    }
  }
}
