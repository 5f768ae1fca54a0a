/// How surely a listed alias is the person: as surely as a name, unless it is a common word or
/// surname, which a custodian may list because people do call somebody so.
public enum AliasTier {
  public static func of(_ alias: String) -> Tier {
    guard !alias.contains(where: { $0.isWhitespace || $0.isNumber }) else { return .t1 }
    if EverydayNames.contains(alias) { return .t3 }
    let isOne = KoreanFamilyNames.contains([HangulSyllable](hangul: alias) ?? [])
    let letters = alias.unicodeScalars.count {
      FoldTable.shared.traits($0.value).script.isAlphabetic
    }
    return isOne || letters > 0 && letters < 5 && CommonSurnames.contains(alias) ? .t3 : .t1
  }
}
