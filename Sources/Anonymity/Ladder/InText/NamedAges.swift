/// An age in brackets right behind somebody's name: 최강혁(37), "Choi Kang-hyuk (37)", 崔江赫（37）.
///
/// A number in brackets is anything, but behind a name it is an age.
enum NamedAges {
  /// - Parameter end: the unit behind the name.
  static func find(_ text: LadderText, _ end: Int, _ rules: QuantityRules) -> Spotted? {
    guard rules.age != .keep else { return nil }
    let open = text.kind(end) == .space ? end + 1 : end
    guard text[open] == "(", let number = text.smallNumber(at: text.skip(open + 1)),
      (5...99).contains(number.value), text[number.range.lowerBound] != "0"
    else { return nil }
    let next = text.skip(number.range.upperBound)
    guard ")],;、".contains(text[next]) else { return nil }
    let core = number.range
    let language = text.lineLanguage(core)
    guard let level = rules.age.level else { return Spotted(.age, core, nil, language) }
    let words =
      language == .ko && level == .decade && number.value > 9
      ? "\(number.value / 10 * 10)대" : AgeLadder.write(number.value, at: level, in: language)
    return Spotted(.age, core, words, language)
  }
}
