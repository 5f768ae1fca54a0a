/// A Korean name taken apart into family name and given name.
struct KoreanName: Hashable, Sendable {
  /// Empty where the name is a given name alone.
  let family: [HangulSyllable]
  let given: [HangulSyllable]

  /// The ways to take a name apart, the likeliest first; none when it is not a name in Hangul.
  ///
  /// What is written apart is taken as it is written (남궁 민수, 철수 김). Otherwise the family
  /// name is one syllable, or one of the double ones; 황보영 may be either. Two or three syllables
  /// that begin with no family name are a given name alone.
  static func readings(of text: String) -> [KoreanName] {
    // Most of what is asked about is in Latin or Cyrillic letters, all of them below Hangul.
    guard text.utf8.contains(where: { $0 >= 0xE1 }) else { return [] }
    let words = text.split { $0.isWhitespace || "-·・‐‑,，".contains($0) }
    let parts = words.compactMap { [HangulSyllable](hangul: $0) }
    guard parts.count == words.count, let first = parts.first, let last = parts.last
    else { return [] }
    let all = parts.flatMap(\.self)
    guard (2...6).contains(all.count) else { return [] }
    if parts.count == 2, KoreanFamilyNames.contains(first) || !KoreanFamilyNames.contains(last),
      first.count <= 2
    {
      return [KoreanName(family: first, given: last)]
    }
    if parts.count == 2, KoreanFamilyNames.contains(last) {
      return [KoreanName(family: last, given: first)]
    }
    // Every syllable apart, or one word.
    guard parts.count == 1 || parts.allSatisfy({ $0.count == 1 }) || parts.count == 3
    else { return [] }
    let single = KoreanName(family: Array(all.prefix(1)), given: Array(all.dropFirst()))
    if all.count > 2, KoreanFamilyNames.doubles.contains(all.prefix(2).text) {
      let double = KoreanName(family: Array(all.prefix(2)), given: Array(all.dropFirst(2)))
      return all.count == 3 ? [double, single] : [double]
    }
    if KoreanFamilyNames.contains(single.family) {
      return all.count <= 5 ? [single] : []
    }
    return all.count <= 3 ? [KoreanName(family: [], given: all)] : []
  }

  var text: String { family.text + given.text }
}

extension ArraySlice<HangulSyllable> {
  var text: String { String(map(\.character)) }
}
