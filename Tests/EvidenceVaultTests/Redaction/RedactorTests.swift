import Anonymity
import Testing

@testable import EvidenceVault

/// One source with a father and a friend, redacted for the public.
private struct Room {
  let desk: RedactionDesk

  init() throws {
    let yaml = """
      names: ["김철수", "Kim Chol-su", "金哲洙"]
      aliases: ["Chol-su"]
      describe_as: {en: defector, ko: 탈북민, ru: перебежчик}
      phones: ["+82 10-0000-4417"]
      emails: ["chol@example.org"]
      places: [{name: Khabarovsk, relation: workplace}]
      relatives:
        - {relation: father, names: ["김영호", "Kim Yong-ho"], phones: ["+850 000 555 0148"]}
        - {relation: friend, names: ["정광호", "Jong Kwang-ho"]}
      """
    let document = try SourceDocument(yaml: Array(yaml.utf8))
    let record = SourceRecord(code: try #require(Code("S-7QH2MX", .source)), document: document)
    desk = People([record]).desk
  }

  func redacted(
    _ text: String, _ language: Language = .en, policy: String = "public"
  ) throws -> String {
    var register = LabelRegister(audience: "public")
    let redactor = desk.redactor(
      try BuiltIn.policy(policy), audience: policy, language: language.rawValue)
    let pieces = try RawText(Array(text.utf8)).redacted(by: redactor, register: &register)
    #expect(pieces.first?.range.lowerBound == 0)
    #expect(pieces.last?.range.upperBound == text.utf8.count)
    for (one, next) in zip(pieces, pieces.dropFirst()) {
      #expect(one.range.upperBound == next.range.lowerBound)
    }
    return pieces.map { $0.text }.joined()
  }
}

struct RedactorTests {
  @Test(arguments: [
    ("김철수(金哲洙)는 갔다", "탈북민 A씨는 갔다"),
    ("김철수(010-0000-4417)는 갔다", "탈북민 A씨([전화번호 비공개])는 갔다"),
    ("'김철수(chol@example.org)'이 썼다", "'탈북민 A씨([이메일 주소 비공개])'가 썼다"),
    ("김철수(정광호의 친구)가 왔다", "탈북민 A씨(탈북민 A씨의 친구의 친구)가 왔다"),
    ("김철수(35)은 갔다", "탈북민 A씨(30대)는 갔다"),
  ])
  func `what stands between a name and its particle is redacted too`(
    text: String, result: String
  ) throws {
    #expect(try Room().redacted(text, .ko) == result)
  }

  @Test(arguments: [
    ("He met Kim Chol-su (김철수, 金哲洙) there.", "He met defector A there."),
    ("Kim Chol-su (김철수)'s bag", "Defector A's bag"),
    ("Chol-su (Kim Yong-ho)", "Defector A (the father of defector A)"),
    ("Chol-su (not Kim Chol-su)", "Defector A (not defector A)"),
    ("Chol-su (chol@example.org)", "Defector A ([e-mail address withheld])"),
  ])
  func `a bracket that only repeats a label goes`(text: String, result: String) throws {
    #expect(try Room().redacted(text) == result)
  }

  @Test(arguments: [
    ("He met Kim Chol-su (37) there.", Language.en, "He met defector A (thirties) there."),
    ("그날 김철수(37)가 왔다.", .ko, "그날 탈북민 A씨(30대)가 왔다."), ("我见过金哲洙（37）。", .zh, "我见过消息人士A（三十多岁）。"),
    ("He met Kim Chol-su (2019) there.", .en, "He met defector A (2019) there."),
  ])
  func `an age in brackets behind a name is told as ages are`(
    text: String, language: Language, result: String
  ) throws {
    let words = try Room().redacted(text, language)
    #expect(words == result)
  }

  @Test(arguments: [
    ("He met Kim **Chol-su** there.", Language.en, "He met defector A there."),
    ("He met Kim <b>Chol-su</b> there.", .en, "He met defector A there."),
    ("He met **Kim Chol-su** there.", .en, "He met **defector A** there."),
    ("It was Kim **Chol-su's** bag.", .en, "It was defector A's bag."),
    ("그날 김<b>철수</b>가 왔다.", .ko, "그날 탈북민 A씨가 왔다."), ("그날 김 **철수는** 왔다.", .ko, "그날 탈북민 A씨는 왔다."),
    ("그날 김**철수**는 왔다.", .ko, "그날 탈북민 A씨는 왔다."),
    ("Kim **Chol-su and I** left.", .en, "Defector A** and I** left."),
  ])
  func `no half of a pair of markup is left beside a label`(
    text: String, language: Language, result: String
  ) throws {
    let words = try Room().redacted(text, language)
    #expect(words == result)
  }

  @Test func `each line is labelled in its own language`() throws {
    #expect(
      try Room().redacted("He met Chol-su.\n\n탈북민 김철수(35)은 갔다. 김철수 동지와 Khabarovsk에 갔다.")
        == "He met defector A.\n\n탈북민 A씨(30대)는 갔다. 탈북민 A씨와 러시아에 갔다.")
    #expect(
      try Room().redacted("김철수는 갔다.\n\nKim Chol-su работал там.\n\nKim Chol-su left.")
        == "탈북민 A씨는 갔다.\n\nПеребежчик A работал там.\n\nDefector A left.")
  }

  @Test(arguments: [
    ("He lived in Khabarovsk.", "editor", Language.en, "He lived in the Russian Far East."),
    ("He lived in Khabarovsk.", "public", .en, "He lived in Russia."),
    ("그는 Khabarovsk에서 살았다.", "editor", .ko, "그는 러시아 극동에서 살았다."),
    ("Он жил в Khabarovsk.", "public", .ru, "Он жил в России."),
    ("Он вернулся из Khabarovsk.", "editor", .ru, "Он вернулся с российского Дальнего Востока."),
    ("В Khabarovsk холодно.", "public", .ru, "В [место скрыто] холодно."),
  ])
  func `a place is told as coarsely as the policy says`(
    _ text: String, _ policy: String, _ language: Language, _ result: String
  ) throws {
    #expect(try Room().redacted(text, language, policy: policy) == result)
  }

  @Test func `a sentence after a label's letter begins with a capital`() throws {
    #expect(
      try Room().redacted("He met Chol-su. Jong Kwang-ho left.")
        == "He met defector A. A friend of defector A left.")
  }

  @Test(arguments: [
    ("Я говорил с Ким Чхоль Су.", "Я говорил с перебежчиком A."),
    ("Письмо от Кима Чхоль Су.", "Письмо от перебежчика A."),
    ("Киму Чхоль Су помогли.", "Перебежчику A помогли."),
    ("Я видел Ким Ён Хо.", "Я видел отца перебежчика A."),
  ])
  func `a Russian label stands in the case of the name`(text: String, result: String) throws {
    #expect(try Room().redacted(text, .ru) == result)
  }

  @Test func `the sign before a number goes with it`() throws {
    #expect(
      try Room().redacted("phone, +850 000 555 0148 or +82 10 0000 4417")
        == "phone, [phone number withheld] or [phone number withheld]")
  }
}
