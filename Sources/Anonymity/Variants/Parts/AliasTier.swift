/// How surely a listed alias is the person: as surely as a name, because a custodian listed it, unless
/// it is a word of every paragraph or a common surname alone.
public enum AliasTier {
  public static func of(_ alias: String) -> Tier {
    guard !alias.contains(where: { $0.isWhitespace || $0.isNumber }) else { return .t1 }
    if EverydayNames.isEverywhere(alias) { return .t3 }
    let isOne = KoreanFamilyNames.contains([HangulSyllable](hangul: alias) ?? [])
    let letters = alias.unicodeScalars.count {
      FoldTable.shared.traits($0.value).script.isAlphabetic
    }
    return isOne || letters > 0 && letters < 5 && CommonSurnames.contains(alias) ? .t3 : .t1
  }
}
