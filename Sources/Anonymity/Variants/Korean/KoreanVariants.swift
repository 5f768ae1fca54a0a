/// The ways to write a Korean name that is listed in Hangul.
///
/// A pure function of the name. What differs only in case, marks, apostrophes, hyphens or spaces is
/// left to the matcher, and so is the order of the words.
public enum KoreanVariants {
  /// The most texts of each script that are made for one name.
  ///
  /// The published systems come first and always fit; the rest of the room goes to the mixtures of
  /// habits in order of how common they are, so a long name loses its rarest spellings.
  enum Limit {
    static let hangul = 8
    static let latin = 300
    static let cyrillic = 64
    static let katakana = 12
  }

  /// The sum of costs up to which a mixture of habits is made; see `Spelling`.
  private enum Budget {
    static let latin = 9
    static let family = 6
    static let cyrillic = 5
    static let katakana = 3
  }

  /// The variants of a personal name in Hangul, in no other form than Hangul: `김철수`, `남궁 민수`.
  ///
  /// Two or three syllables that begin with no Korean family name are taken as a given name alone.
  /// Empty when the text is no Korean name. Never contains the text itself.
  public static func of(_ name: String) -> [Variant] {
    let readings = KoreanName.readings(of: name)
    var out = SpellingList(
      leavingOut: readings.map(\.text), isShort: readings.contains { $0.given.count == 1 })
    for (i, reading) in readings.enumerated() {
      append(reading, share: i == 0 ? 1 : 2, to: &out)
    }
    return out.variants
  }

  /// Appends the variants of one reading, the mixtures held to one part in `share` of their room.
  static func append(_ name: KoreanName, share: Int, to out: inout SpellingList) {
    let alternates = hangul(name)
    let start = out.variants.count
    for other in alternates { out.append(other.text, .habitual) }
    var regular: [String] = []
    for form in [name] + alternates { systems(form, given: &regular, to: &out) }
    // A regular given name beside whatever spelling the family keeps.
    mix(
      [KoreanFamilyNames.latin(name.family), regular.map { Spelling($0) }], .habitual,
      budget: Budget.family, limit: Limit.latin / 3 / share, to: &out)
    mix(
      [KoreanFamilyNames.latin(name.family)] + HabitualLatin.slots(name.given), .habitual,
      budget: Budget.latin, limit: Limit.latin / share - (out.variants.count - start), to: &out)
    mix(
      [KoreanFamilyNames.cyrillic(name.family)] + CyrillicHangul.slots(name.given), .cyrillic,
      budget: Budget.cyrillic, limit: Limit.cyrillic / share, to: &out)
    katakana(name, to: &out)
  }

  /// The name as the other side of the border writes it, the nearest first.
  private static func hangul(_ name: KoreanName) -> [KoreanName] {
    let families = [name.family] + KoreanFamilyNames.alternates(name.family)
    var givens: [[HangulSyllable]] = [[]]
    for (i, syllable) in name.given.enumerated() {
      let choices = [syllable] + InitialSoundLaw.alternates(syllable, isFirst: i == 0)
      givens = choices.flatMap { choice in givens.map { $0 + [choice] } }
    }
    let all = givens.flatMap { given in families.map { KoreanName(family: $0, given: given) } }
    return Array(all.dropFirst().prefix(Limit.hangul))
  }

  private static func systems(
    _ name: KoreanName, given: inout [String], to out: inout SpellingList
  ) {
    var systems: [(Romanization, Variant.Reason)] = [
      (.revised, .revised), (.mccuneReischauer, .mccuneReischauer), (.dprk, .dprk),
    ]
    // What begins with ㄹ is the North's: a spelling of both systems is told as its own.
    if name.family.first?.initial == .r || name.given.first?.initial == .r {
      systems.swapAt(1, 2)
    }
    for (system, reason) in systems {
      var family = system.spell(name.family, assimilated: true, voicing: true)
      // McCune and Reischauer themselves write the surname 이 as Yi.
      if reason == .mccuneReischauer, family == "i" { family = "yi" }
      for text in system.spellings(name.given) {
        out.append(words: [Array(family.utf8), Array(text.utf8)], reason)
        if !given.contains(text) { given.append(text) }
      }
    }
    // Too short, and the letter c would stand for words: nobody writes Co Uk for 조욱.
    let others = name.given.count > 1 ? LetterSystem.others : []
    for (system, reason) in [(LetterSystem.revised, Variant.Reason.revised)]
      + others.map({ ($0, .letterByLetter) })
    {
      out.append(words: [system.spell(name.family), system.spell(name.given)], reason)
    }
  }

  /// Appends the combinations of `slots`, the first of which is the family name.
  private static func mix(
    _ slots: [[Spelling]], _ reason: Variant.Reason, budget: Int, limit: Int,
    to out: inout SpellingList
  ) {
    var slots = slots
    slots[0] = slots[0].map { $0.text.isEmpty ? $0 : Spelling($0.text + " ", $0.cost) }
    var room = limit
    guard room > 0 else { return }
    SpellingProduct(slots).forEach(budget: budget) { text, _ in
      if out.append(bytes: text, reason) { room -= 1 }
      return room > 0
    }
  }

  private static func katakana(_ name: KoreanName, to out: inout SpellingList) {
    var room = Limit.katakana
    let families =
      name.family.isEmpty ? [[]] : [name.family] + KoreanFamilyNames.alternates(name.family)
    for family in families {
      var slots = KatakanaHangul.slots(name.given, after: family.last)
      if !family.isEmpty {
        slots.insert(
          contentsOf: KatakanaHangul.slots(family, after: nil) + [[Spelling("・")]], at: 0)
      }
      let share = room
      var used = 0
      SpellingProduct(slots).forEach(budget: Budget.katakana) { text, _ in
        if out.append(bytes: text, .katakana) { used += 1 }
        return used < (families.count == 1 ? share : Limit.katakana / 2)
      }
      room -= used
    }
  }
}
