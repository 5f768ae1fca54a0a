/// The orders in which the words of a name are put.
///
/// Words of an alphabet are turned round: "Kim Chol-su" gives "Chol-su Kim", and a name with a
/// patronymic gives it last or first (Иванов Иван Петрович, Иван Петрович Иванов). A Hangul name
/// gives the given name first, which then must stand apart from the family name. No word is
/// left out: a part of a name is found only when it is listed.
enum NameOrders {
  /// Korean family names of two syllables.
  static let doubleFamilyNames: Set<String> = [
    "남궁", "황보", "제갈", "선우", "사공", "독고", "서문", "동방", "어금", "망절", "강전", "소봉", "장곡",
  ]

  /// Names of more words are not turned.
  static let mostWords = 5

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "，" }).map(String.init)
  }

  static func of(_ text: String, demands: Pattern.Demands) -> [Pattern.Form] {
    let words = words(text)
    var forms = [Pattern.Form(text: text, demands: demands)]
    if demands.contains(.person), let turned = turnedHangul(text) {
      forms.append(Pattern.Form(text: turned, demands: [demands, .listedGaps]))
    }
    guard words.count > 1, words.count <= mostWords, isAlphabetic(text) else { return forms }
    for i in 1..<words.count {
      let turned = (words[i...] + words[..<i]).joined(separator: " ")
      forms.append(Pattern.Form(text: turned, demands: demands))
    }
    return forms
  }

  private static func isAlphabetic(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      let traits = FoldTable.shared.traits($0.value)
      return !traits.isLetter || traits.script.isAlphabetic
    }
  }

  /// The given name first, apart from the family name; `nil` for what is no Hangul name.
  static func turnedHangul(_ text: String) -> String? {
    let words = words(text)
    guard text.unicodeScalars.contains(where: { FoldTable.shared.traits($0.value).kind == .hangul })
    else { return nil }
    if words.count == 2, words[0].count <= 2, words[1].count <= 3 {
      return "\(words[1]) \(words[0])"
    }
    let name = words.joined()
    let isHangul = name.unicodeScalars.allSatisfy {
      FoldTable.shared.traits($0.value).script == .hangul
    }
    guard words.count == 1 || words.allSatisfy({ $0.count == 1 }), isHangul, (2...5) ~= name.count
    else { return nil }
    let family = doubleFamilyNames.contains(String(name.prefix(2))) && name.count > 2 ? 2 : 1
    return "\(name.dropFirst(family)) \(name.prefix(family))"
  }
}
