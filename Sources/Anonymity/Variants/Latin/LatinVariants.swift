/// Other ways to write a personal name that is listed in Latin letters.
public enum LatinVariants {
  /// The longest list; what is likeliest comes first.
  private static let most = 60

  /// The name with its initials, by each half of a double surname, without middle names, with and
  /// without the particles of the surname, and with marked letters as two (Müller, Mueller).
  ///
  /// Orders are not turned: `NameOrders` does that. Variants with initials must be sought with
  /// their full stops or capitals: "Kim C. S." is not in "Kim, C's". A Korean name's other
  /// romanisations are not made here, nor a Russian name's Cyrillic (`CyrillicCandidates`).
  public static func of(_ name: String) -> [Variant] {
    guard LatinName.isLatin(name) else { return [] }
    var list = VariantList(listed: name)
    for spelling in LatinSpellings.of(name) { list.add(spelling, .habitual) }
    for spelling in [name] + LatinSpellings.of(name) {
      let readings = LatinName.readings(spelling)
      // Where either end may be the family name, no word is a middle name.
      let isAmbiguous = readings.count > 1
      for parsed in readings {
        for surname in surnames(parsed) where !isAmbiguous { addWhole(parsed, surname, to: &list) }
        addHalves(parsed, to: &list)
        for surname in surnames(parsed) { addInitials(parsed, surname, to: &list) }
      }
    }
    return Array(list.variants.prefix(most))
  }

  /// Surname, given name, given name with the surname's initial, each alone.
  public static func parts(of name: String) -> [NamePart] {
    guard let parsed = LatinName.readings(name).first, let given = parsed.givens.first else {
      return []
    }
    let givens = parsed.isEastAsian ? parsed.givens.joined(separator: " ") : given
    var surname = VariantList()
    for one in surnames(parsed) { surname.add(one, .habitual) }
    for half in halves(parsed) { surname.add(half, .half) }
    var first = VariantList()
    first.add(givens, .habitual)
    var short = VariantList()
    for letter in letters(parsed.bareSurname.first ?? "") {
      short.add("\(givens) \(letter)", .initials)
    }
    return [
      NamePart(role: .surname, variants: surname.variants),
      NamePart(role: .given, variants: first.variants),
      NamePart(role: .givenWithInitial, variants: short.variants),
    ]
  }

  /// The surname as listed, bare of particles, and with the Arabic article as others hear it.
  private static func surnames(_ name: LatinName) -> [String] {
    let whole = name.surname.joined(separator: " ")
    let bare = name.bareSurname.joined(separator: " ")
    let key = whole.lowercased()
    var all = [whole]
    if bare != whole, !bare.isEmpty {
      all.append(bare)
      let isArabic = ["al-", "el-", "al ", "el "].contains { key.hasPrefix($0) }
      if isArabic { all += articles(bare).map { "\($0)-\(bare)" } }
    }
    if key.hasPrefix("mac"), key.count > 5 { all.append("Mc" + whole.dropFirst(3)) }
    if key.hasPrefix("mc"), key.count > 4 { all.append("Mac" + whole.dropFirst(2)) }
    return all
  }

  /// al-Rashid is spoken ar-Rashid: the article takes on the sound of a dental.
  private static func articles(_ word: String) -> [String] {
    let key = word.lowercased()
    for head in ["sh", "th", "dh"] where key.hasPrefix(head) { return ["Al", "El", "A" + head] }
    guard let first = key.first, "tdrsznl".contains(first) else { return ["Al", "El"] }
    return ["Al", "El", "A\(first)", "E\(first)"]
  }

  /// Middle names dropped, or cut to their letters.
  private static func addWhole(_ name: LatinName, _ surname: String, to list: inout VariantList) {
    let given = name.givens.joined(separator: " ")
    // The listed words in another order are no other name.
    if surname != name.surname.joined(separator: " ") || name.isShortened {
      list.add("\(given) \(surname)", .habitual)
    }
    guard let first = name.givens.first, name.givens.count > 1, !name.isEastAsian else { return }
    list.add("\(first) \(surname)", .habitual)
    let middle = name.givens.dropFirst().compactMap { letters($0).first }.joined(separator: " ")
    list.add("\(first) \(middle) \(surname)", .initials)
    if let letter = letters(first).first {
      list.add("\(letter) \(name.givens.dropFirst().joined(separator: " ")) \(surname)", .initials)
    }
  }

  private static func halves(_ name: LatinName) -> [String] {
    name.surname.flatMap { word -> [String] in
      let halves = word.split(separator: "-").map(String.init)
      // The article of al-Rashid is no half.
      return halves.count > 1 && halves.allSatisfy { $0.count > 2 } ? halves : []
    }
  }

  private static func addHalves(_ name: LatinName, to list: inout VariantList) {
    guard let first = name.givens.first else { return }
    let given = name.givens.joined(separator: " ")
    for half in halves(name) {
      list.add("\(given) \(half)", .half)
      if !name.isEastAsian { list.add("\(first) \(half)", .half) }
      for text in initials(name) { list.add("\(half) \(text)", .initials) }
    }
  }

  private static func addInitials(_ name: LatinName, _ surname: String, to list: inout VariantList)
  {
    for text in initials(name) { list.add("\(surname) \(text)", .initials) }
  }

  /// All given names by their letters, and the first alone: "C. S.", "Ch. S.", "C.".
  private static func initials(_ name: LatinName) -> [String] {
    let parts = name.givens.flatMap { $0.split(separator: "-").map(String.init) }.map(letters)
    guard let first = parts.first, !parts.contains(where: \.isEmpty) else { return [] }
    var all: [String] = []
    if parts.count > 1 {
      all.append(parts.map { $0[0] }.joined(separator: " "))
      let long = parts.map { $0[$0.count - 1] }.joined(separator: " ")
      if long != all[0] { all.append(long) }
    }
    return all + first
  }

  private static let digraphs: Set<String> = [
    "ch", "sh", "zh", "kh", "ts", "yu", "ya", "ye", "iu", "ia", "dz", "th",
  ]

  /// The first letter with its full stop, and the first two where they are one sound (Ch., Yu.).
  private static func letters(_ word: String) -> [String] {
    guard let first = word.first else { return [] }
    let pair = word.prefix(2)
    let one = first.uppercased() + "."
    return digraphs.contains(pair.lowercased()) && word.count > 2
      ? [one, first.uppercased() + pair.dropFirst().lowercased() + "."] : [one]
  }
}
