/// The ways in which an identifier of each kind is written, as texts.
enum WrittenForms {
  static func of(_ identifier: KnownIdentifier) -> [Pattern.Form] {
    let text = identifier.text
    switch identifier.kind {
    case .name: return unique(NameOrders.of(text, demands: .person))
    case .alias: return unique(NameOrders.of(text, demands: []))
    case .phone: return unique(PhoneForms.of(text))
    case .birthDate: return unique(BirthDateForms.of(text))
    case .email: return unique(email(text))
    case .contact:
      let digits = text.unicodeScalars.count { FoldTable.shared.traits($0.value).kind == .digit }
      let letters = text.unicodeScalars.count { FoldTable.shared.traits($0.value).isLetter }
      if letters == 0, digits >= 7 { return unique(PhoneForms.of(text)) }
      return unique(email(text))
    case .document, .code: return [Pattern.Form(text: text, demands: .numerals)]
    case .handle: return [Pattern.Form(text: text, demands: .bounded)]
    case .place, .employer: return [Pattern.Form(text: text)]
    }
  }

  /// An address, also with its sign spelled out.
  private static func email(_ text: String) -> [Pattern.Form] {
    let halves = text.split(whereSeparator: { $0 == "@" || $0 == "＠" || $0 == "﹫" })
    guard halves.count == 2 else { return [Pattern.Form(text: text)] }
    return [
      Pattern.Form(text: text),
      Pattern.Form(text: "\(halves[0]) at \(halves[1])", demands: .listedGaps),
      Pattern.Form(
        text: "\(halves[0]) at \(halves[1].split(separator: ".").joined(separator: " dot "))",
        demands: .listedGaps),
    ]
  }

  private static func unique(_ forms: [Pattern.Form]) -> [Pattern.Form] {
    var seen: Set<Pattern.Form> = []
    return forms.filter { seen.insert($0).inserted }
  }
}
