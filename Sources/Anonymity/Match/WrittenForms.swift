/// The ways in which an identifier of each kind is written, as texts.
enum WrittenForms {
  static func of(_ identifier: KnownIdentifier) -> [Pattern.Form] {
    let text = identifier.text
    if identifier.part != nil || identifier.tier > .t1 { return [PartForm.of(identifier)] }
    switch identifier.kind {
    case .name, .alias:
      let demands = demands(of: identifier, Folding.units(of: text))
      return [Pattern.Form(text: text, demands: demands)]
    case .phone: return unique(PhoneForms.of(text))
    case .birthDate: return unique(BirthDateForms.of(text))
    case .email: return unique(EmailForms.of(text))
    case .contact: return unique(contact(text))
    case .document, .code: return [Pattern.Form(text: text, demands: .numerals)]
    case .handle: return [Pattern.Form(text: text, demands: .bounded)]
    case .place: return unique(place(text))
    case .employer: return unique(employer(text))
    }
  }

  /// Whether it is sought in all orders of its words; see `FormWriter`.
  static func isWholeName(_ identifier: KnownIdentifier) -> Bool {
    identifier.part == nil && identifier.tier == .t1
      && (identifier.kind == .name || identifier.kind == .alias)
  }

  /// Letters from which on a spelling is too long to be a word by chance.
  private static let longerThanWords = 6

  /// What a whole name demands, given its folded units.
  static func demands(of identifier: KnownIdentifier, _ units: [FoldedUnit]) -> Pattern.Demands {
    guard identifier.kind == .name else { return identifier.kind == .alias ? .alias : [] }
    guard let reason = identifier.reason else { return .person }
    var demands: Pattern.Demands = [.person, .spelling]
    if reason == .initials { demands.formUnion([.initials, .bounded]) }
    let letters = units.count { $0.isFirst && $0.traits.script.isAlphabetic }
    if letters > 0 {
      if letters < longerThanWords { demands.insert(.capital) }
      if EverydayWords.contains(units) { demands.insert(.listedGaps) }
    }
    return demands
  }

  /// A way to reach somebody: a number, or an address, or words with either among them.
  private static func contact(_ text: String) -> [Pattern.Form] {
    let table = FoldTable.shared
    let hasLetters = text.unicodeScalars.contains { table.traits($0.value).isLetter }
    if !hasLetters, !PhoneForms.numbers(in: text).isEmpty { return PhoneForms.of(text) }
    if EmailForms.halves(text) != nil, !text.contains(" ") { return EmailForms.of(text) }
    var forms = [Pattern.Form(text: text)]
    if text.unicodeScalars.contains(where: { $0 == "@" || $0 == "＠" || $0 == "﹫" }) {
      for word in text.split(whereSeparator: { $0.isWhitespace || ",;()<>".contains($0) })
      where EmailForms.halves(word) != nil {
        forms += EmailForms.of(String(word))
      }
    }
    let hasDigits = text.unicodeScalars.contains {
      table.traits($0.value).kind == .digit || Lookalikes.hanDigit($0.value) != nil
    }
    guard hasDigits else { return forms }
    for number in PhoneForms.numbers(in: text) { forms += PhoneForms.of(number) }
    return forms
  }

  /// A town is written with what it is as well: 혜산시, Hyesan-si.
  private static func place(_ text: String) -> [Pattern.Form] {
    let scalars = text.unicodeScalars
    let isHangul = scalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
    guard isHangul, scalars.count > 1 else {
      guard scalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }), scalars.count > 3
      else { return [Pattern.Form(text: text)] }
      return [Pattern.Form(text: text)]
        + ["si", "shi", "gun", "kun", "up", "eup", "ri", "dong", "guyok"].map {
          Pattern.Form(text: "\(text)-\($0)", demands: .bounded)
        }
    }
    return [Pattern.Form(text: text)]
      + ["시", "시내", "읍", "구역", "역", "특별시", "광역시", "성", "현"].filter { !text.hasSuffix($0) }
      .map { Pattern.Form(text: text + $0) }
  }

  /// An employer is called without its legal form and its quotation marks, too.
  private static func employer(_ text: String) -> [Pattern.Form] {
    let words = text.split { $0.isWhitespace || quotes.contains($0) }.map(String.init)
    let bare = words.filter { word in
      !legalForms.contains(word.lowercased().filter { $0.isLetter || $0 == "㈜" })
    }
    let name = String(bare.joined(separator: " ").trimmingPrefix { ",.".contains($0) })
    let forms = [Pattern.Form(text: text)]
    // What is left must be a name, and not a word or two letters.
    guard bare.count < words.count, name.count(where: \.isLetter) > 3 else { return forms }
    // в Примлесе: a name of one word that ends in a consonant is declined.
    let isDeclined =
      name.allSatisfy(\.isLetter) && name.unicodeScalars.last.map(consonants.contains) ?? false
    return forms
      + (isDeclined ? ["", "а", "у", "ом", "е"] : [""]).map {
        Pattern.Form(text: name + $0, demands: [.bounded])
      }
  }

  private static let consonants = Set("бвгджзклмнпрстфхцчшщ".unicodeScalars)

  private static let quotes = Set("\"«»“”„'‘’「」《》")
  private static let legalForms = Set(
    """
    ооо оао зао пао ао ип гуп муп чп тоо ooo oao zao pao llc ltd limited inc co corp corporation
    company gmbh plc sa 주식회사 ㈜ 주 유한회사 유한책임회사 合同会社 株式会社 有限公司 有限责任公司
    股份有限公司
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static func unique(_ forms: [Pattern.Form]) -> [Pattern.Form] {
    var seen: Set<Pattern.Form> = []
    return forms.filter { seen.insert($0).inserted }
  }
}
