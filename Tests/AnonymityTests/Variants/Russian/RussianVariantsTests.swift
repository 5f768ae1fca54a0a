import Testing

@testable import Anonymity

@Suite struct RussianVariantsTests {
  private func spellings(_ name: String) -> Set<[UInt32]> {
    Set(RussianVariants.of(name).map { VariantList.key($0.text) } + [VariantList.key(name)])
  }

  private func has(_ name: String, _ spelling: String) -> Bool {
    spellings(name).contains(VariantList.key(spelling))
  }

  @Test(arguments: [
    ("Иванов Иван Петрович", "Ивановым Иваном Петровичем"),
    ("Иванов Иван Петрович", "Иванове Иване"),
    ("Толстой Илья", "Толстого Ильи"), ("Чайковский Пётр", "Чайковским Петром"),
    ("Горький Игорь", "Горького Игоря"), ("Палий Андрей", "Палия Андрея"),
    ("Заяц Павел", "Зайца Павла"), ("Кравец Лев", "Кравцу Льву"), ("Козёл Савва", "Козлом Саввой"),
    ("Соловей Никита", "Соловья Никиты"), ("Ткач Юрий", "Ткачом Юрием"),
    ("Кузнец Дмитрий", "Кузнеце Дмитрии"), ("Бойко Фома", "Бойко Фому"),
    ("Окуджава Булат", "Окуджавы Булата"), ("Черных Данило", "Черных Данилы"),
    ("Дарвин Карл", "Дарвином Карлом"), ("Гоголь Николай", "Гоголем Николаем"),
    ("Данелия Георгий", "Данелии Георгию"), ("Капица Сергей", "Капицей Сергеем"),
    ("Смирнова Любовь", "Смирновой Любови"), ("Ким Мария Ивановна", "Ким Марии Ивановны"),
    ("Черная Анна", "Чёрную Анну"), ("Смит Элизабет", "Смит Элизабет"),
    ("Анна Рабинович", "Анне Рабинович"),
    ("Абрам Исаакович Рабинович", "Абраму Исааковичу Рабиновичу"),
    ("Мария Ильинична Сорока", "Марией Ильиничной Сорокой"), ("Ковальчук Анна", "Анною Ковальчук"),
    ("Гейдар Гасан оглы Алиев", "Гейдара Алиева"), ("Нинель Синяя", "Нинели Синей"),
    ("Синяя Дарья", "Синюю Дарью"), ("ИВАНОВА, АННА", "Анне Ивановой"),
  ])
  func `every case is found`(_ name: String, _ spelling: String) {
    // The order is the matcher's business.
    let words = Set(VariantList.key(spelling).map(\.self))
    let isFound = RussianVariants.of(name).contains {
      Set(VariantList.key($0.text)) == words
        && VariantList.key($0.text).count == VariantList.key(spelling).count
    }
    #expect(isFound || has(name, spelling), "\(RussianVariants.of(name).map(\.text))")
  }

  @Test(arguments: [
    ("Ким Чхоль Су", "Кима Чхоль Су"), ("Ким Чен Ын", "Ким Чен Ына"), ("Пак Чонхи", "Паку Чонхи"),
    ("Цой Виктор", "Цоя Виктора"), ("Цой Виктор", "Цой Виктора"),
    ("Хегай Алексей", "Хегаем Алексеем"),
    ("Ли Ир Сен", "Ли Ир Сену"), ("Ким Чхольсу", "Кимом Чхольсу"),
    ("Чхоль Су Ким", "Чхоль Су Кима"),
  ])
  func `a Korean name declines in its own way`(_ name: String, _ spelling: String) {
    #expect(has(name, spelling))
  }

  @Test func `a woman's surname in a consonant stays as it is`() {
    #expect(!has("Ким Мария Ивановна", "Кима Марии"))
    #expect(!has("Шмидт Анна", "Шмидта Анны"))
  }

  @Test func `a name whose gender is not told has both`() {
    #expect(has("Саша Кравчук", "Саши Кравчука"))
    #expect(has("Саша Кравчук", "Саши Кравчук"))
  }

  @Test func `a double surname declines whole, in its last half, and each half is one`() {
    let name = "Римский-Корсаков Павел Львович"
    for spelling in [
      "Римского-Корсакова Павла Львовича", "Римский-Корсакова Павла", "Римскому Павлу",
      "Корсаковым Павлом Львовичем", "Корсаков П. Л.", "Римских-Корсаковых Павла",
    ] { #expect(has(name, spelling), "\(spelling)") }
    let halves = RussianVariants.of(name).filter { $0.reason == .half }.map(\.text)
    #expect(halves.contains("Корсаков Павел"))
    #expect(!halves.contains { $0.contains("-") })
  }

  @Test func `initials follow every form of the surname`() {
    for spelling in ["Иванов И. П.", "Иванову И. П.", "Ивановым И."] {
      #expect(has("Иванов Иван Петрович", spelling))
    }
    #expect(has("Ким Чхоль Су", "Кима Ч. С."))
    #expect(has("Смит Джон", "Смита Дж."))
    #expect(has("Юлия Цой", "Цой Ю."))
  }

  @Test func `a family in the plural is found beside a first name`() {
    #expect(has("Иванов Пётр", "Ивановых Петра"))
    #expect(has("Заяц Анна", "Зайцами Анной"))
    #expect(has("Глинка Михаил", "Глинок Михаила"))
    #expect(has("Иванова", "Ивановыми"))
  }

  @Test func `nothing is repeated that the matcher takes for equal`() {
    for name in ["Андреев Андрей Андреевич", "Ким Чхоль-Су", "Ёлкина Алёна"] {
      let all = RussianVariants.of(name).map { VariantList.key($0.text) }
      #expect(Set(all).count == all.count)
      #expect(!all.contains(VariantList.key(name)))
    }
  }

  @Test func `decomposed letters and stress marks make no other name`() {
    #expect(has("Андреи\u{306} Бы\u{301}ков", "Андрея Быкова"))
    #expect(has("Семе\u{308}нов Пётр", "Семёновым Петром"))
  }

  @Test(arguments: [
    "", " ", "-", ".", "Kim Chol-su", "김철수", "И.", "Ы", "-а", "оглы", "Иванов John",
  ])
  func `what is no Cyrillic name has no senseless variant`(_ name: String) {
    for variant in RussianVariants.of(name) { #expect(!variant.text.isEmpty) }
    if !CyrillicWords.isCyrillic(name) { #expect(RussianVariants.of(name).isEmpty) }
    _ = RussianVariants.parts(of: name)
    _ = CyrillicToLatin.of(name)
  }

  @Test func `parts are kept from whole names`() {
    let parts = RussianVariants.parts(of: "Петров Иван Николаевич")
    func texts(_ role: NamePart.Role) -> [String] {
      parts.filter { $0.role == role }.flatMap { $0.variants.map(\.text) }
    }
    #expect(texts(.surname).contains("Петровым") && texts(.surname).contains("Петровых"))
    #expect(texts(.given).contains("Иване"))
    #expect(
      texts(.address).contains("Ивану Николаевичу") && texts(.address).contains("Ивана Николаича"))
    #expect(texts(.givenWithInitial).contains("Иваном П."))
    #expect(!has("Петров Иван Николаевич", "Иван Николаевич"))
  }

  @Test func `a name is found in running text in any case and order`() {
    let name = "Орлов Павел Сергеевич"
    let known = Known([(name, .name)] + RussianVariants.of(name).map { ($0.text, .name) })
    for text in [
      "Он говорил с Павлом Орловым.", "Без П. С. Орлова не начали.", "ОРЛОВУ ПАВЛУ СЕРГЕЕВИЧУ",
      "об Орлове П.С.", "Павла\nСергеевича Орлова", "у Орлова, Павла",
    ] { #expect(!known.found(text).isEmpty, "\(text)") }
    #expect(known.found("Орлова не было; Павел пришёл.").isEmpty)
  }
}
