import Testing

@testable import Anonymity

/// Names in spellings that nobody listed.
struct SpellingTests {
  private func matcher(_ name: String) -> (Matcher, [KnownIdentifier]) {
    let entity = EntityID(raw: "1")
    let identifiers =
      [KnownIdentifier(entity: entity, kind: .name, text: name)]
      + NameVariants.of(name).map {
        KnownIdentifier(entity: entity, kind: .name, text: $0.text, reason: $0.reason)
      }
    return (Matcher(identifiers), identifiers)
  }

  private func found(_ name: String, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return matcher(name).0.cover(in: bytes).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("김철수", "Kim Chol Su"), ("김철수", "kim chol su"), ("김철수", "Kim Cheol-soo"),
    ("김철수", "KIM CHEOLSU"), ("김철수", "Gim Chul Soo"), ("김철수", "Chol-su Kim"),
    ("김철수", "Kim Ch'ŏl-su"), ("김철수", "KimCheolsu"), ("김철수", "Ким Чхоль Су"),
    ("김철수", "Ким Чхоль су"), ("김철수", "КИМ чхОль сУ"), ("김철수", "ким чхоль су"),
    ("김철수", "Кима Чхоль Су"), ("김철수", "キム・チョルス"), ("김철수", "Kim Choul Soo"),
    ("김철수", "Kim, Chul-soo"), ("김철수", "chul soo kim"), ("金哲洙", "김철수"),
    ("金哲洙", "Kim Chol Su"), ("金哲洙", "Jin Zhezhu"), ("金哲洙", "jin zhe zhu"),
    ("이설주", "Ri Sol Ju"), ("이설주", "리설주"), ("이설주", "Lee Seol-joo"),
    ("Иванов Пётр Сергеевич", "Иванову Петру Сергеевичу"),
    ("Иванов Пётр Сергеевич", "с Петром Ивановым"), ("Иванов Пётр Сергеевич", "Иванов П. С."),
    ("Иванов Пётр Сергеевич", "П. С. Ивановым"), ("Иванов Пётр Сергеевич", "Petr Ivanov"),
    ("Иванов Пётр Сергеевич", "Pyotr Sergeyevich Ivanov"), ("Kim Chol-su", "C. S. Kim"),
    ("Орлов Марк Ильич", "Марком Ильичом Орловым"), ("Хохлов Андрей Яковлевич", "Khokhlov A. Y."),
    ("Мещеряков Геннадий", "Mescherjakov Gennadij"), ("Соловьёв Артём", "Artiom Solov'iov"),
    ("Mary Ann Smith-Jones", "Mary Smith"), ("Mary Ann Smith-Jones", "M. A. Smith-Jones"),
  ]) func `a spelling that nobody listed is found`(_ name: String, _ spelling: String) {
    for text in ["\(spelling)", "They said \(spelling) was there.", "(\(spelling))\n"] {
      let hits = found(name, in: text)
      #expect(hits.count == 1 && hits[0].count >= spelling.count - 4, "\(text): \(hits)")
    }
  }

  @Test(arguments: [
    ("장은", "We change under pressure, and change un peu."), ("조센", "He was chosen."),
    ("리순옥", "Это рисунок на стене."), ("장런", "It is for unchanged rules."),
    ("Иванов Илья", "Иванов и Петров пришли."), ("Ким Ира", "Ким и Пак пришли."),
    ("임람민", "The Tao of Programming. In short, programming in C."),
    ("Ann Smith", "This is a smith of iron."), ("이온", "See l10n and i18n, on li, on."),
  ]) func `ordinary words are no spelling of a name`(_ name: String, _ text: String) {
    #expect(found(name, in: text).isEmpty)
  }
}
