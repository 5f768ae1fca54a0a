import Testing

@testable import Anonymity

@Suite struct CyrillicToLatinTests {
  private func has(_ name: String, _ spelling: String) -> Bool {
    let key = VariantList.key(spelling)
    return CyrillicToLatin.of(name).contains { VariantList.key($0.text) == key }
  }

  @Test(arguments: [
    "Shchukin Yury", "Shchukin Yuriy", "Shchukin Iurii", "Ščukin Jurij", "Ŝukin Ûrij",
    "Shhukin Yurij",
    "Schukin Yuri", "Schtschukin Juri", "Chtchoukine Iouri", "Szczukin Jurij", "Shchukin Iuri",
  ])
  func `one name is met in every system and mixture`(_ spelling: String) {
    #expect(has("Щукин Юрий", spelling))
    #expect(has("Щукин Юрий Львович", spelling))
  }

  @Test(arguments: [
    ("Александр Хрущёв", "Alexander Khrushchev"), ("Александр Хрущёв", "Aleksandr Khrushchyov"),
    ("Алексей Соловьёв", "Alexei Solovyov"), ("Алексей Соловьёв", "Aleksey Solovyev"),
    ("Мария Ельцина", "Maria Yeltsina"), ("Мария Ельцина", "Mariia Eltsina"),
    ("Татьяна Цветаева", "Tatiana Tsvetaeva"), ("Татьяна Цветаева", "Tatyana Cvetaeva"),
    ("Пётр Горбачев", "Pyotr Gorbachyov"), ("Петр Чайковский", "Pyotr Tchaikovsky"),
    ("Игорь Достоевский", "Igor Dostoyevsky"), ("Игорь Достоевский", "Igor' Dostoevskij"),
    ("Джамиля Хасанова", "Jamilya Khasanova"), ("Белый Михаил", "Bely Mihail"),
    ("Сергій Григоренко", "Serhii Hryhorenko"), ("Олексій Їжак", "Oleksii Yizhak"),
    ("Васіль Быкаў", "Vasil Bykau"), ("Айдар Қасымов", "Aidar Qasymov"),
    ("Объедков Лев", "Obieedkov Lev"),
    ("Ким Чхоль Су", "Kim Chkhol Su"), ("Романов Глеб", "Romanoff Gleb"),
  ])
  func `habits of letters and languages are met`(_ name: String, _ spelling: String) {
    #expect(has(name, spelling), "\(CyrillicToLatin.of(name).map(\.text))")
  }

  @Test func `the patronymic, a half and initials are met`() {
    let name = "Петров-Водкин Юрий Львович"
    #expect(has(name, "Petrov-Vodkin Yury Lvovich"))
    #expect(has(name, "Vodkin Yury"))
    #expect(has(name, "Petrov-Vodkin Yu. L."))
    #expect(has(name, "Petrov-Vodkin Iu. L."))
  }

  @Test func `the list is short, without repeats and commonest first`() {
    let all = CyrillicToLatin.of("Щербаков-Хрущёв Александр Юрьевич")
    #expect(all.count < 120)
    #expect(CyrillicToLatin.of("Юрьев Дмитрий Алексеевич").count < 90)
    #expect(Set(all.map { VariantList.key($0.text) }).count == all.count)
    #expect(CyrillicToLatin.of("Юрьев Дмитрий").first?.text == "Yuryev Dmitry")
    #expect(CyrillicToLatin.of("Kim").isEmpty)
  }
}
