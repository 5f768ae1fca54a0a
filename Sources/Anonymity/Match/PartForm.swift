/// How a part of a name, or an alias that is a common word, is sought: as it stands, as a word.
enum PartForm {
  /// Letters from which on a given name of several syllables is no word of a language by chance.
  private static let longerThanWords = 6

  static func of(_ identifier: KnownIdentifier) -> Pattern.Form {
    var text = identifier.text
    var demands: Pattern.Demands = [.part, .bounded]
    if identifier.reason != nil || identifier.part != nil { demands.insert(.spelling) }
    if identifier.part == .givenWithInitial { demands.insert(.initials) }
    let letters = text.unicodeScalars.filter {
      FoldTable.shared.traits($0.value).script.isAlphabetic
    }
    if !letters.isEmpty, !mayBeSmall(identifier, letters.count) { demands.insert(.capital) }
    if identifier.tier == .t3 {
      demands.insert(.titled)
      if isNeverAlone(identifier, letters.count) { demands.insert(.neverAlone) }
      if !letters.isEmpty, EverydayNames.contains(text) { demands.insert(.word) }
      // "Hu-man" shows that it is a name, "Human" does not.
      if text.contains("-"), letters.count > 3 {
        text = String(text.map { $0 == "-" ? " " : $0 })
        demands.remove([.titled, .neverAlone])
        demands.insert(.listedGaps)
      }
    }
    return Pattern.Form(text: text, demands: demands)
  }

  /// A Korean given name of two syllables in Latin letters, as people type it in a hurry.
  private static func mayBeSmall(_ identifier: KnownIdentifier, _ letters: Int) -> Bool {
    identifier.tier == .t2 && identifier.part == .given && letters >= longerThanWords
      && identifier.text.contains("-")
  }

  /// Surnames of one syllable or character are words in every line, 이 and 金; others are reviewed
  /// where the document names the person.
  private static func isNeverAlone(_ identifier: KnownIdentifier, _ letters: Int) -> Bool {
    let word = identifier.text
    if EverydayNames.isEverywhere(word) { return true }
    if letters > 0 {
      return letters < 2 || identifier.part == .surname && EverydayNames.contains(word)
    }
    return word.unicodeScalars.count { FoldTable.shared.traits($0.value).isWord } < 2
  }
}
