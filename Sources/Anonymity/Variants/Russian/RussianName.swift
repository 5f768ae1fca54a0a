/// A name in Cyrillic taken apart: which word is the surname, and whose name it can be.
struct RussianName {
  /// `descent` is a father's name with "son of", `fixed` an initial or a particle.
  enum Role {
    case surname, given, patronymic, unknown, fixed, descent

    /// Left out where only first name and surname are said.
    var isFathers: Bool { self == .patronymic || self == .descent }
  }

  struct Word {
    /// In small letters.
    let text: String
    let role: Role
  }

  let words: [Word]
  /// Both where nothing tells.
  let genders: [RussianGender]
  /// Family name and given name follow the Korean habit.
  let isKorean: Bool

  init(_ name: String) {
    let texts = CyrillicWords.split(name)
    var roles = texts.indices.map { Self.isFixed(texts, $0) ? Role.fixed : .unknown }
    // The father's name before "son of".
    for i in texts.indices.dropFirst()
    where ["оглы", "оглу", "кызы", "гызы", "кизи", "улы", "уулу"].contains(texts[i]) {
      roles[i - 1] = .descent
      roles[i] = .descent
    }
    let open = roles.indices.filter { roles[$0] == .unknown }
    let words = open.map { texts[$0] }
    var isKorean = false
    func set(_ role: Role, _ at: Int) { roles[open[at]] = role }

    if let patronymic = Patronymic.place(words) {
      for i in words.indices { set(.surname, i) }
      set(.patronymic, patronymic)
      set(.given, patronymic - 1)
    } else if let family = KoreanInRussian.family(words) {
      isKorean = true
      for i in words.indices { set(i == family ? .surname : .given, i) }
    } else if words.count > 1, let given = Self.given(words) {
      for i in words.indices { set(given.contains(i) ? .given : .surname, i) }
    }
    self.isKorean = isKorean
    self.words = zip(texts, roles).map { Word(text: $0, role: $1) }
    genders = Self.genders(self.words, texts)
  }

  /// Initials and particles; Ben alone or at the beginning is a name.
  private static func isFixed(_ words: [String], _ i: Int) -> Bool {
    if words[i].hasSuffix(".") { return true }
    guard CyrillicWords.particles.contains(words[i]), words.count > 1 else { return false }
    return i > 0 || !["бен", "ден", "сан", "ван", "тер"].contains(words[i])
  }

  /// The places of the first names, where a list of names or the surname's ending tells.
  private static func given(_ words: [String]) -> Set<Int>? {
    let known = words.indices.filter { isGiven(words[$0]) }
    let typical = words.indices.filter { surnameGender(words[$0]) != nil }
    let plain = known.filter { !typical.contains($0) }
    if !plain.isEmpty, plain.count < words.count { return Set(plain) }
    if known.count == 1 { return Set(known) }
    if typical.count == 1, words.count > 1 { return Set(words.indices).subtracting(typical) }
    return nil
  }

  private static func isGiven(_ word: String) -> Bool {
    let parts = word.split(separator: "-").map(String.init)
    return parts.allSatisfy(GivenNames.contains)
  }

  /// The gender that a typical ending of a surname shows.
  static func surnameGender(_ word: String) -> RussianGender? {
    let word = word.split(separator: "-").last.map(String.init) ?? word
    guard CyrillicWords.vowels(word) > 1 else { return nil }
    for (gender, suffixes) in [
      (RussianGender.female, ["ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая", "яя"]),
      (.male, ["ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой", "ый", "ний"]),
    ] where suffixes.contains(where: word.hasSuffix) {
      return gender
    }
    return nil
  }

  private static func genders(_ words: [Word], _ texts: [String]) -> [RussianGender] {
    if texts.contains(where: ["оглы", "оглу", "улы", "уулу"].contains) { return [.male] }
    if texts.contains(where: ["кызы", "гызы", "кизи"].contains) { return [.female] }
    if let own = words.first(where: { $0.role == .patronymic }).flatMap({
      Patronymic.gender($0.text)
    }) {
      return [own]
    }
    let given = words.filter { $0.role == .given || words.count == 1 }
    let known = Set(
      given.flatMap { word in
        word.text.split(separator: "-").flatMap { GivenNames.genders(String($0)) }
      })
    if known.count == 1 { return Array(known) }
    let surnames = words.filter { $0.role == .surname || words.count == 1 }
    if known.isEmpty, !words.contains(where: { $0.role == .unknown && words.count > 1 }),
      let own = surnames.lazy.compactMap({ surnameGender($0.text) }).first
    {
      return fitting(own, given)
    }
    if known.count == 2, let own = surnames.lazy.compactMap({ surnameGender($0.text) }).first {
      return [own]
    }
    return RussianGender.allCases
  }

  /// A typical ending misleads beside a first name of the other sound: Щербина, Дарвин.
  private static func fitting(_ own: RussianGender, _ given: [Word]) -> [RussianGender] {
    guard let last = given.last?.text.last else { return RussianGender.allCases }
    let soundsFemale = last == "а" || last == "я"
    if own == .male { return soundsFemale || last == "ь" ? RussianGender.allCases : [own] }
    return soundsFemale || last == "ь" ? [own] : RussianGender.allCases
  }
}
