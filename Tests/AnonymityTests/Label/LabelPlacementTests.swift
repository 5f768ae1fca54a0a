import Testing

@testable import Anonymity

private let defector = RoleNoun([
  .en: "defector", .ko: "탈북민", .zh: "脱北者", .ru: "перебежчик", .ja: "脱北者",
])

/// Replaces the name between `{` and `}` (its tail after `|`) as the redactor would.
private func placed(
  _ text: String, _ language: Language, _ relation: Relation? = nil, ordinal: Int? = nil
) -> String {
  let open = text.firstIndex(of: "{") ?? text.startIndex
  let shut = text.firstIndex(of: "}") ?? text.endIndex
  let name = text[open..<shut]
  let tail = name.firstIndex(of: "|").map { name[name.index(after: $0)...] } ?? ""
  let before = String(text[..<open])
  let after = String(text[shut...].dropFirst())
  let label = PersonLabel(
    role: defector, letter: LabelLetter(index: 0), relation: relation, ordinal: ordinal)
  let placement = LabelPlacement(
    of: label, in: language, before: before, tail: tail, after: after)
  return spliced(placement, before, after)
}

private func spliced(_ placement: LabelPlacement, _ before: String, _ after: String) -> String {
  var rest = Array(after.utf8)
  if let later = placement.later { rest.replaceSubrange(later.range, with: later.text.utf8) }
  return String(decoding: before.utf8.dropLast(placement.swallowedBefore), as: UTF8.self)
    + placement.text
    + String(decoding: rest.dropFirst(placement.swallowedAfter), as: UTF8.self)
}

@Test(arguments: [
  ("We met {Kim Chol-su} there.", "We met defector A there."),
  ("{Kim Chol-su} left.", "Defector A left."),
  ("He ran. {Kim} left.", "He ran. Defector A left."),
  ("He ran.\n\n{Kim} left.", "He ran.\n\nDefector A left."),
  ("“{Kim} left,” she said.", "“Defector A left,” she said."),
  ("said Mr. {Kim}.", "said defector A."), ("Mr. {Kim} left.", "Defector A left."),
  ("saw Ms {Kim} go", "saw defector A go"), ("Prof. Dr. {Kim} left", "Defector A left"),
  ("told Comrade {Kim} to", "told defector A to"), ("with Captain {Kim} in", "with defector A in"),
  ("The captain {Kim} knew", "The captain defector A knew"),
  ("I miss {Kim} much", "I miss defector A much"),
  ("the defector {Kim} said", "the defector A said"), ("Defector {Kim} said", "Defector A said"),
  ("met the {Kim} I knew", "met the defector A I knew"), ("the {Kim} case", "the defector A case"),
  ("met a {Kim} who", "met defector A who"), ("told Foreman {Kim} to", "told defector A to"),
  ("on {Kim|'s} phone", "on defector A's phone"), ("on {Kim}’s phone", "on defector A’s phone"),
  ("on {James|'} phone", "on defector A's phone"),
  ("the 'late {James}' one", "the 'late defector A' one"),
  ("with {Chol-su}-ssi in", "with defector A in"),
  ("with {Chol-su} hyung's bag", "with defector A's bag"),
  ("e.g. {Kim} and", "e.g. defector A and"), ("{Kim|은} left", "탈북민 A씨는 left"),
  ("flew to {Kim} San Diego", "flew to defector A San Diego"),
])
func `a label fits into an English sentence`(text: String, result: String) {
  #expect(placed(text, .en) == result)
}

@Test(arguments: [
  ("my brother {Kim} said", Language.en), ("My brother, {Kim}, said", .en),
  ("형제 {김영환}은 갔다", .ko), ("我兄弟{金永浩}走了。", .zh), ("Мой брат {Ким Ён Хо} умер.", .ru),
])
func `a word for kin does not stand alone for one of several`(text: String, language: Language) {
  let first = placed(text, language, .brother, ordinal: 1)
  let second = placed(text, language, .brother, ordinal: 2)
  #expect(first != second, "\(first)")
  #expect(placed(text, language, .brother) != first)
}

@Test(arguments: [
  ("We met {Kim Yong-ho} there.", "We met the father of defector A there."),
  ("{Kim Yong-ho} left.", "The father of defector A left."),
  ("in the {Kim Yong-ho} case", "in the father of defector A case"),
  ("in Mr. {Kim}'s house", "in defector A's father's house"),
  ("{Kim}'s house", "Defector A's father's house"),
  ("the late {Kim} was", "the late father of defector A was"),
  ("my father {Kim} said", "my father said"),
  ("my father {Kim|'s} bag", "my father's bag"),
  ("My father, {Kim}, said", "My father said"),
])
func `a relative fits into an English sentence`(text: String, result: String) {
  #expect(placed(text, .en, .father) == result)
}

@Test(arguments: [
  ("그때 {김철수|는} 갔다.", "그때 탈북민 A씨는 갔다."), ("{김영남|은} 갔다.", "탈북민 A씨는 갔다."),
  ("{김철수}씨는 갔다.", "탈북민 A씨는 갔다."), ("{김철수|씨}네집은", "탈북민 A씨네집은"),
  ("{김철수} 선생님께서는 갔다.", "탈북민 A씨께서는 갔다."), ("{김철수} 동지로부터", "탈북민 A씨로부터"),
  ("{김영희}누나가", "탈북민 A씨가"), ("{김철수} 형은 갔다", "탈북민 A씨 형은 갔다"),
  ("탈북민 {김철수}씨는", "탈북민 A씨는"), ("{영남}아!", "탈북민 A씨!"),
  ("{김영남}(35)은 갔다", "탈북민 A씨(35)는 갔다"), ("'{김영남}'이라고 했다", "'탈북민 A씨'라고 했다"),
  ("{김철수} 탈북민은 갔다", "탈북민 A씨는 갔다"), ("{김철수} 이야기", "탈북민 A씨 이야기"), ("{김철수}이야기", "탈북민 A씨이야기"),
  ("{김철수} 양복", "탈북민 A씨 양복"), ("{김철수} 씨\n는", "탈북민 A씨\n는"),
  ("미스 {김}이 왔다", "탈북민 A씨가 왔다"),
])
func `a label fits into a Korean sentence`(text: String, result: String) {
  #expect(placed(text, .ko) == result)
}

@Test(arguments: [
  ("{김영수}는 갔다", Relation.youngerSister, "탈북민 A씨의 여동생은 갔다"),
  ("{김영호}는 갔다", .father, "탈북민 A씨의 아버지는 갔다"),
  ("아버지 {김영환}은 갔다", .father, "아버지는 갔다"),
  ("{김혜진|이} 엄마가 왔다", .spouse, "탈북민 A씨의 배우자의 엄마가 왔다"), ("{김혜진|이두} 왔다", .spouse, "탈북민 A씨의 배우자두 왔다"),
  ("{김영호}로부터", .daughter, "탈북민 A씨의 딸로부터"),
  ("아버지, {김영환}은 갔다", .father, "아버지, 탈북민 A씨의 아버지는 갔다"),
])
func `a relative fits into a Korean sentence`(text: String, relation: Relation, result: String) {
  #expect(placed(text, .ko, relation) == result)
}

@Test(arguments: [
  ("{金哲洙}先生说", Language.zh, "脱北者A说"), ("脱北者{金哲洙}说", .zh, "脱北者A说"),
  ("{金哲洙}先生产", .zh, "脱北者A先生产"), ("{金哲洙}さんは", .ja, "脱北者Aは"), ("{金哲洙}氏名", .ja, "脱北者A氏名"),
  ("{金哲洙}ちゃんが", .ja, "脱北者Aが"), ("Это {Ким} сказал", .ru, "Это перебежчик A сказал"),
  ("{Ким} сказал", .ru, "Перебежчик A сказал"), ("г-жа {Ким} ушла", .ru, "Перебежчик A ушла"),
  ("у перебежчика {Ким} был", .ru, "у перебежчика A был"),
  ("в 1998 г. {Ким} бежал", .ru, "в 1998 г. перебежчик A бежал"),
])
func `a label fits into Chinese, Japanese and Russian`(
  text: String, language: Language, result: String
) {
  #expect(placed(text, language) == result)
}

@Test func `words that are no label fit too`() {
  let company = LabelPlacement(
    of: "a trading company", in: .en, before: "worked at the ", tail: "", after: " then")
  #expect(spliced(company, "worked at the ", " then") == "worked at a trading company then")
  let phone = LabelPlacement(
    of: Withheld.text(.phone, in: .ko), in: .ko, before: "", tail: "으로", after: " 걸었다")
  #expect(phone.text == "[전화번호 비공개]로")
  let start = LabelPlacement(
    of: Withheld.text(.phone, in: .en), in: .en, before: "", tail: "", after: " rang")
  #expect(start.text == "[phone number withheld]")
  let second = LabelPlacement(
    of: "[withheld]", in: .en, before: "He met [withheld] ", tail: "", after: " there")
  #expect(second.text == "[withheld]" && second.swallowedBefore == 0)
}

@Test(arguments: [
  ("runs the magazine {New Focus}, which", "a magazine", "runs a magazine, which"),
  ("at our magazine {New Focus} then", "a magazine", "at our magazine then"),
  ("A Seoul website, {New Focus}, which", "a website", "A Seoul website, which"),
  ("The trading company {Rungra} paid", "a trading company", "A trading company paid"),
  ("the magazine's {New Focus} desk", "a magazine", "the magazine's a magazine desk"),
  (
    "left the company, {Rungra} paid", "a trading company",
    "left the company, a trading company paid"
  ),
])
func `words are not said twice`(text: String, words: String, result: String) {
  let parts = text.split { "{}".contains($0) }.map(String.init)
  let placement = LabelPlacement(of: words, in: .en, before: parts[0], tail: "", after: parts[2])
  #expect(spliced(placement, parts[0], parts[2]) == result)
}

@Test func `a sentence may end in the letter of a label`() {
  func capital(_ before: String, lastLabel: String) -> Bool {
    let label = PersonLabel(role: defector, letter: LabelLetter(index: 1))
    return LabelPlacement(
      of: label, in: .en, before: before, tail: "", after: " left", lastLabel: lastLabel
    ).text.hasPrefix("D")
  }
  #expect(capital("He saw source A. ", lastLabel: "source A"))
  #expect(capital("He saw (source A). ", lastLabel: "source A"))
  #expect(!capital("He saw source A, J. ", lastLabel: "source A"))
  #expect(!capital("said A. ", lastLabel: ""))
}

@Test(arguments: [
  (Language.en, "He met ", " (35) there.", Language.en), (.en, "탈북민 ", "(37)은 갔다", .ko),
  (.en, "He left.\n", " 씨는 덕천에 산다", .ko), (.en, "어머니 ", ".\n\nHe left.", .ko),
  (.en, "In Khabarovsk (", ", Lee Chul-jin) he", .en), (.en, "", " работал там", .ru),
  (.en, "", "先生在工作", .zh), (.en, "", "さんは", .ja), (.ko, "He said that ", " left", .en),
  (.ko, "그는 KBS에서 ", "를 보았다", .ko), (.ko, "주소: someone@example.org (", ")", .ko),
  (.ja, "", "先生", .ja), (.other, "Ele viu ", " ontem", .other),
  (.other, "Він бачив ", " тут", .other), (.other, "그는 ", "를 보았다", .ko), (.ru, "— ", ", 35", .ru),
])
func `a line in another script is labelled in its language`(
  document: Language, before: String, after: String, expected: Language
) {
  #expect(document.ofLine(before: before, after: after) == expected)
}
