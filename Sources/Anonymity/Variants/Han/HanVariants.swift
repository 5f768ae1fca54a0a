/// The ways to write a name that is listed in Han characters.
///
/// A pure function of the name, for a Korean, Chinese or Korean-Chinese person alike.
public enum HanVariants {
  /// The variants of a personal name in Han: the other forms of its characters, its Korean
  /// readings and all that `KoreanVariants` makes of them, its Mandarin sounds.
  ///
  /// A name whose family name no Korean bears is read as Hangul, but not romanised from it.
  /// Empty when the text is no name of two to five characters. Never contains the text itself.
  public static func of(_ name: String) -> [Variant] {
    guard let han = HanName(name) else { return [] }
    var out = SpellingList(
      leavingOut: [name, han.text], isShort: han.given.count == 1)
    for text in HanForms.of(han) { out.append(text, .otherHan) }
    let (names, isKorean) = HanReadings.of(han)
    for reading in names { out.append(reading.text, .koreanReading) }
    for text in Pinyin.of(han) { out.append(text, .pinyin) }
    if isKorean {
      for (i, reading) in names.enumerated() {
        KoreanVariants.append(reading, share: i == 0 ? 1 : 4, to: &out)
      }
    }
    return out.variants
  }
}
