import Testing

@testable import Anonymity

@Suite struct LatinVariantsTests {
  private func has(_ name: String, _ spelling: String) -> Bool {
    LatinVariants.of(name).contains { VariantList.key($0.text) == VariantList.key(spelling) }
  }

  @Test(arguments: [
    ("Kim Chol-su", "Kim C. S."), ("Kim Chol-su", "Kim C.-S."), ("Kim Chol-su", "Kim Ch. S."),
    ("Kim Chol Su", "Kim C.S."), ("Chol-su Kim", "Kim C. S."), ("John Smith", "Smith J."),
    ("KIM Chol Su", "Kim C. S."), ("Smith, John Robert", "Smith J. R."), ("Lee Smith", "Smith L."),
    ("John Robert Smith", "John Smith"), ("John Robert Smith", "John R. Smith"),
    ("Mary Smith-Jones", "Mary Jones"), ("Mary Smith-Jones", "Smith M."),
    ("Jürgen Müller", "Juergen Mueller"), ("Joerg Mueller", "Jörg Müller"),
    ("Søren Ågård", "Soeren Aagaard"),
    ("Jovan Jovanović", "Jovan Jovanovich"), ("Jan van der Berg", "Jan Berg"),
    ("Ahmed bin Khalid al-Rashid", "Ahmed ar-Rashid"),
    ("Ahmed bin Khalid al-Rashid", "Ahmed Rashid"),
    ("Dr. Ann McKay", "Ann McKay"), ("Ann McKay", "Ann MacKay"),
    ("Ivanov Ivan Petrovich", "Ivanov I. P."),
  ])
  func `a Latin name is met as people shorten and spell it`(_ name: String, _ spelling: String) {
    #expect(has(name, spelling), "\(LatinVariants.of(name).map(\.text))")
  }

  @Test func `no syllable of a Korean given name is a middle name`() {
    #expect(!has("Kim Chol Su", "Kim Su"))
    #expect(!has("Kim Chol Su", "Chol Kim"))
    #expect(!has("Ri Sol-ju", "Ri Ju"))
  }

  @Test func `an article is no half and a common pair of vowels no umlaut`() {
    #expect(!has("Omar al-Rashid", "Omar al"))
    #expect(!has("Miguel Samuel", "Migul Samul"))
  }

  @Test func `the list is bounded and other scripts have none`() {
    for name in ["Anne-Marie Jürgensen Søndergård van der Æøå-Müller al-Rashid", "A B C D E F G H"]
    {
      #expect(LatinVariants.of(name).count <= 60)
    }
    for name in ["", "Madonna", "김철수", "Иван Петров", "-", "Jr."] {
      #expect(LatinVariants.of(name).isEmpty, "\(name)")
    }
  }

  @Test func `parts are told apart`() {
    let parts = LatinVariants.parts(of: "John Smith-Jones")
    #expect(parts.map(\.role) == [.surname, .given, .givenWithInitial])
    #expect(parts[0].variants.map(\.text) == ["Smith-Jones", "Smith", "Jones"])
    #expect(parts[2].variants.map(\.text) == ["John S."])
  }

  @Test(arguments: [
    ("Sergei Kovalyov", "Сергей Ковалёв"), ("Yuliya Grigoryeva", "Юлия Григорьева"),
    ("Iurii Shchukin", "Юрий Щукин"), ("Olga Kuzmina", "Ольга Кузьмина"),
    ("Mikhail Zaitsev", "Михаил Зайцев"), ("Anna Politovskaya", "Анна Политовская"),
    ("Ivan Petrovich Alexeyev", "Иван Петрович Алексеев"),
  ])
  func `a transliterated Russian name has its Cyrillic among the candidates`(
    _ name: String, _ cyrillic: String
  ) {
    let all = CyrillicCandidates.of(latin: name)
    #expect(
      all.contains { VariantList.key($0.text) == VariantList.key(cyrillic) }, "\(all.map(\.text))")
    #expect(all.count <= 12)
  }

  @Test(arguments: [
    "John Smith", "Kim Chol-su", "Maria Garcia", "Martin Luther", "김철수", "", "Erwin",
  ])
  func `a name that is not plainly Russian has no candidates`(_ name: String) {
    #expect(CyrillicCandidates.of(latin: name).isEmpty)
  }
}
