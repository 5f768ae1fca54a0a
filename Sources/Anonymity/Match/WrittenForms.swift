/// The ways in which an identifier of each kind is written, as texts.
enum WrittenForms {
  static func of(_ identifier: KnownIdentifier) -> [Pattern.Form] {
    let text = identifier.text
    if identifier.part != nil || identifier.tier > .t1 { return [PartForm.of(identifier)] }
    switch identifier.kind {
    case .name:
      return unique(NameOrders.of(text, demands: demands(of: text, identifier.reason)))
    case .alias: return unique(NameOrders.of(text, demands: []))
    case .phone: return unique(PhoneForms.of(text))
    case .birthDate: return unique(BirthDateForms.of(text))
    case .email: return unique(EmailForms.of(text))
    case .contact: return unique(contact(text))
    case .document, .code: return [Pattern.Form(text: text, demands: .numerals)]
    case .handle: return [Pattern.Form(text: text, demands: .bounded)]
    case .place, .employer: return [Pattern.Form(text: text)]
    }
  }

  /// Letters from which on a spelling is too long to be a word by chance.
  private static let longerThanWords = 6

  private static func demands(
    of name: String, _ reason: Variant.Reason?
  ) -> Pattern.Demands {
    guard let reason else { return .person }
    var demands: Pattern.Demands = [.person, .spelling]
    if reason == .initials { demands.formUnion([.initials, .bounded]) }
    let letters = name.unicodeScalars.filter {
      FoldTable.shared.traits($0.value).script.isAlphabetic
    }
    if !letters.isEmpty {
      if letters.count < longerThanWords { demands.insert(.capital) }
      if EverydayWords.contains(joined: name) { demands.insert(.listedGaps) }
    }
    return demands
  }

  /// A way to reach somebody: a number, or an address, or words with either among them.
  private static func contact(_ text: String) -> [Pattern.Form] {
    let hasLetters = text.unicodeScalars.contains { FoldTable.shared.traits($0.value).isLetter }
    if !hasLetters, !PhoneForms.numbers(in: text).isEmpty { return PhoneForms.of(text) }
    if EmailForms.halves(text) != nil, !text.contains(" ") { return EmailForms.of(text) }
    var forms = [Pattern.Form(text: text)]
    for word in text.split(whereSeparator: { $0.isWhitespace || ",;()<>".contains($0) })
    where EmailForms.halves(word) != nil {
      forms += EmailForms.of(String(word))
    }
    for number in PhoneForms.numbers(in: text) { forms += PhoneForms.of(number) }
    return forms
  }

  private static func unique(_ forms: [Pattern.Form]) -> [Pattern.Form] {
    var seen: Set<Pattern.Form> = []
    return forms.filter { seen.insert($0).inserted }
  }
}
