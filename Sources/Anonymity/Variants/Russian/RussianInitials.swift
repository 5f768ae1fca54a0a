/// The first letters of first names and patronymics: И. П., Дж. Р.
enum RussianInitials {
  /// The places of the surname and the initials that go with it, for every reading of the name.
  ///
  /// Where nothing tells the surname of two words, each of them may be it.
  static func readings(_ forms: NameForms) -> [(surname: [Int], initials: [String])] {
    let words = forms.name.words
    let givens = words.indices.filter { words[$0].role == .given }
    let surnames = words.indices.filter { words[$0].role == .surname || words[$0].role == .fixed }
    let hasSurname = words.contains { $0.role == .surname }
    if hasSurname, !givens.isEmpty {
      let patronymic = words.first { $0.role == .patronymic }?.text
      return [(surnames, initials(givens.map { words[$0].text }, patronymic))]
    }
    guard words.count == 2, words.allSatisfy({ $0.role == .unknown }) else { return [] }
    return [([0], initials([words[1].text], nil)), ([1], initials([words[0].text], nil))]
  }

  /// First names' and patronymic's letters, and the first letter alone.
  static func initials(_ givens: [String], _ patronymic: String?) -> [String] {
    let parts = givens.flatMap { $0.split(separator: "-").map(String.init) }
    guard let first = parts.first else { return [] }
    return letters(first).flatMap { head -> [String] in
      let rest = (parts.dropFirst() + [patronymic].compactMap(\.self)).compactMap {
        letters($0).first
      }
      let all = ([head] + rest).joined(separator: " ")
      return rest.isEmpty ? [head] : [all, head]
    }
  }

  private static func letters(_ word: String) -> [String] {
    guard let first = word.first else { return [] }
    let one = String(first).uppercased() + "."
    return word.hasPrefix("дж") ? ["Дж.", one] : [one]
  }
}
