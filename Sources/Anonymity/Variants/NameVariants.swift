/// Every way of writing a listed personal name, in whatever script it is listed.
///
/// Han is read as Hangul, Hangul is spelled in Latin, Cyrillic and kana, Cyrillic is declined and
/// spelled in Latin, that of Korean names as well, Latin is cut to initials and halves. The order of the words is left to the
/// matcher. About 100 to 250 texts for a full name of three syllables.
public enum NameVariants {
  /// How many of the Cyrillic spellings of a Korean name are declined as well: the commonest.
  private static let declined = 6
  /// And how many are spelled in Latin again, as papers issued in Russia do.
  private static let inPapers = 8

  /// The variants, each spelling once; never the name itself.
  public static func of(_ name: String) -> [Variant] {
    var out = VariantList(listed: name)
    for variant in KoreanVariants.of(name) + HanVariants.of(name) {
      out.add(variant.text, variant.reason)
    }
    let cyrillic = out.variants.filter { $0.reason == .cyrillic }.map(\.text)
    for variant in CyrillicToLatin.inPapers(cyrillic.prefix(inPapers)) {
      out.add(variant.text, variant.reason)
    }
    for spelling in cyrillic.prefix(declined) {
      for text in RussianVariants.declined(spelling) { out.add(text, .declined) }
    }
    for variant in RussianVariants.of(name) + CyrillicToLatin.of(name) + LatinVariants.of(name) {
      out.add(variant.text, variant.reason)
    }
    return out.variants
  }
}
