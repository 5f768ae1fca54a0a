import Testing

@testable import Anonymity

private let defector = RoleNoun([
  .en: "defector", .ko: "탈북민", .zh: "脱北者", .ru: "перебежчик", .ja: "脱北者",
])

private func label(
  _ relation: Relation? = nil, _ ordinal: Int? = nil, role: RoleNoun = defector, index: Int = 0
) -> PersonLabel {
  PersonLabel(
    role: role, letter: LabelLetter(index: index), relation: relation, ordinal: ordinal)
}

@Test(arguments: [
  (0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"),
  (702, "AAA"),
])
func `letters count in bijective base 26`(index: Int, text: String) {
  #expect(LabelLetter(index: index).text == text)
}

@Test func `no two letters are alike and all are ASCII, so that B is B in every language`() {
  let letters = (0..<2_000).map { LabelLetter(index: $0).text }
  #expect(Set(letters).count == letters.count)
  #expect(letters.allSatisfy { $0.utf8.allSatisfy { (0x41...0x5A).contains($0) } })
}

@Test(arguments: [
  (Language.en, "defector A", "the father of defector A", "a second brother of defector A"),
  (.ko, "탈북민 A씨", "탈북민 A씨의 아버지", "탈북민 A씨의 남자 형제(2)"),
  (.zh, "脱北者A", "脱北者A的父亲", "脱北者A的兄弟(2)"),
  (.ru, "перебежчик A", "отец перебежчика A", "брат (2) перебежчика A"),
  (.ja, "脱北者A", "脱北者Aの父", "脱北者Aの男兄弟(2)"),
  (.other, "defector A", "the father of defector A", "a second brother of defector A"),
])
func `labels in five languages, and English for the others`(
  language: Language, source: String, father: String, brother: String
) {
  #expect(label().text(in: language) == source)
  #expect(label(.father).text(in: language) == father)
  #expect(label(.brother, 2).text(in: language) == brother)
}

@Test(arguments: [
  (Language.en, "source A"), (.ko, "취재원 A씨"), (.zh, "消息人士A"), (.ru, "источник A"),
  (.ja, "情報提供者A"),
])
func `a record without a noun gets the plain word of the language`(
  language: Language, text: String
) {
  #expect(label(role: RoleNoun()).text(in: language) == text)
  #expect(label(role: RoleNoun([language: " \n\t"])).text(in: language) == text)
}

@Test func `a noun of one language is never used in another`() {
  let korean = RoleNoun([.ko: "노동자"])
  #expect(label(role: korean).text(in: .en) == "source A")
  #expect(label(role: korean).text(in: .ko) == "노동자 A씨")
}

@Test func `a noun is one line`() {
  #expect(RoleNoun([.en: " factory\n worker\u{1B} "]).text(in: .en) == "factory worker")
}

@Test func `a Russian noun of unknown forms is written around`() {
  let role = RoleNoun([.ru: "дети"])
  #expect(label(role: role).text(in: .ru) == "дети A")
  #expect(label(.mother, role: role).text(in: .ru) == "мать источника «дети A»")
}

@Test(arguments: Language.allCases)
func `no two relations render alike`(language: Language) {
  let all = Relation.allCases.map { label($0).text(in: language) }
  #expect(Set(all).count == all.count)
  let numbered =
    (1...12).map { label(.brother, $0).text(in: language) } + [
      label(.brother).text(in: language)
    ]
  #expect(Set(numbered).count == numbered.count)
}

@Test(arguments: [
  ("father", Relation.father), ("Father", .father), ("아버지", .father), ("wife", .spouse),
  ("husband", .spouse), ("남편", .spouse), ("아내", .spouse), ("older brother", .olderBrother),
  ("elder-brother", .olderBrother), ("형", .olderBrother), ("오빠", .olderBrother),
  ("누나", .olderSister), ("언니", .olderSister), ("남동생", .youngerBrother),
  ("mother-in-law", .motherInLaw), ("장모", .motherInLaw), ("boss", .manager), ("친구", .friend),
  ("외할머니", .grandmother), (" Cousin ", .cousin), ("fiancée", .partner), ("동료", .colleague),
])
func `relation words are read in English and Korean`(word: String, relation: Relation) {
  #expect(Relation(word: word) == relation)
}

@Test(arguments: ["Kim Yong-ho's broker", "the man from Hyesan", "", "형수님의 친구 박철", "father of Kim"])
func `an unknown relation never shows its words`(word: String) {
  let relation = Relation(word: word)
  #expect(relation == .associate)
  #expect(label(relation).text(in: .en) == "a person close to defector A")
  #expect(label(relation).text(in: .ko) == "탈북민 A씨의 주변 인물")
}

@Test func `a label never tells the gender of the source`() {
  for relation in Relation.allCases {
    let text = label(relation).text(in: .ko)
    for word in ["누나", "오빠", "언니", "아내", "남편", "장인", "시어머니", "처제"] { #expect(!text.contains(word)) }
    let english = label(relation).text(in: .en)
    for word in ["wife", "husband", " his ", " her "] { #expect(!english.contains(word)) }
  }
}

@Test(arguments: [
  (1, "a brother of"), (2, "a second brother of"), (8, "an eighth brother of"),
  (11, "an 11th brother of"), (12, "a 12th brother of"), (18, "an 18th brother of"),
  (21, "a 21st brother of"), (22, "a 22nd brother of"), (111, "a 111th brother of"),
])
func `ordinals bring the right article`(ordinal: Int, text: String) {
  #expect(label(.brother, ordinal).text(in: .en) == "\(text) defector A")
}

@Test func `what is withheld has fixed words in every language`() {
  #expect(Withheld.text(.phone, in: .en) == "[phone number withheld]")
  #expect(Withheld.text(.phone, in: .ko) == "[전화번호 비공개]")
  #expect(Withheld.text(.phone, in: .zh) == "[电话号码不公开]")
  #expect(Withheld.text(.phone, in: .ru) == "[номер телефона скрыт]")
  #expect(Withheld.text(.phone, in: .ja) == "[電話番号は非公開]")
  #expect(Withheld.text(.phone, in: .other) == "[phone number withheld]")
  #expect(
    Withheld.generalised("a trading\ncompany", .employer, in: .en) == "a trading company")
  #expect(Withheld.generalised("  ", .employer, in: .en) == "[employer withheld]")
  #expect(Withheld.generalised(nil, .employer, in: .ko) == "[근무처 비공개]")
}
