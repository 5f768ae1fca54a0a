/// Tells a patronymic by its ending.
enum Patronymic {
  private static let short: Set<String> = [
    "ильич", "кузьмич", "лукич", "фомич", "никитич", "саввич", "силыч", "фокич", "ионич", "ильїч",
    "аникич", "емельяныч",
  ]

  /// The gender of the person whose patronymic the word may be; nil when it is none.
  ///
  /// Surnames like Рабинович look the same: the place in the name tells.
  static func gender(_ word: String) -> RussianGender? {
    guard word.count > 4 else { return nil }
    if short.contains(word) { return .male }
    let male = ["ович", "евич", "йович", "авіч", "евіч", "ьевич", "еич", "аич", "аныч", "алыч"]
    if male.contains(where: word.hasSuffix) { return .male }
    let female = [
      "овна", "евна", "инична", "ична", "ївна", "івна", "аўна", "еўна",
    ]
    return female.contains(where: word.hasSuffix) ? .female : nil
  }

  /// The place of the patronymic among the words of a name: it follows the first name.
  static func place(_ words: [String]) -> Int? {
    guard words.count > 1 else { return nil }
    return (1..<words.count).last { i in
      gender(words[i]) != nil && gender(words[i - 1]) == nil && fits(words, i)
    }
  }

  /// Станкевич after a woman's first name is a surname, and two words may be Adam Rabinovich.
  private static func fits(_ words: [String], _ i: Int) -> Bool {
    let given = GivenNames.genders(words[i - 1])
    guard let own = gender(words[i]) else { return false }
    if !given.isEmpty, !given.contains(own) { return false }
    return words.count > 2 || own == .female
  }
}
