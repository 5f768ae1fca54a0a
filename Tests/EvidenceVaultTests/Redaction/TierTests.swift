import Anonymity
import Screen
import Testing

@testable import EvidenceVault

/// Parts of names, shared spellings and slips, in several scripts.
private struct Tiers {
  let desk: RedactionDesk

  init() throws {
    let files = [
      (
        "S-7QH2MX",
        "names: [\"김철수\", \"金哲洙\"]\nborn: 1989-03-14\nphones: [\"+82 10-0000-4417\"]\nrelatives: [{relation: father, names: [\"김영호\"]}]"
      ),
      ("S-7QH2MY", "names: [\"Кузнецов Иван Петрович\"]"),
      ("S-7QH2MZ", "names: [\"Grace Holloway\"]\naliases: [Kestrel]"),
      ("S-7QH2N0", "names: [\"박하나\"]\naliases: [Kestrel]"),
    ]
    desk = try people(files).desk
  }

  private func redactor(_ document: [String]) throws -> Redactor {
    desk.redactor(
      try BuiltIn.policy("court"), audience: "court", language: "en",
      document: document.map { Array($0.utf8) })
  }

  func doubts(_ text: String, with others: [String] = [], decided: [Range<Int>] = []) throws
    -> [String]
  {
    let bytes = Array(text.utf8)
    return try redactor(others + [text]).doubts(in: bytes, decided: decided).map {
      "\($0.reason.rawValue): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  func redacted(_ text: String, with others: [String] = [], leaving left: [Range<Int>] = []) throws
    -> String
  {
    var register = LabelRegister(audience: "public")
    return try redactor(others + [text]).pieces(
      of: Array(text.utf8), leaving: left, register: &register
    ).map(\.text).joined()
  }
}

struct TierTests {
  @Test(arguments: [
    ("철수는 갔다.", "철수"), ("They saw Chol-su there.", "Chol-su"),
    ("They saw Cheolsu there.", "Cheolsu"), ("Он видел Чхоль Су.", "Чхоль Су"),
    ("Я отдал это Ивану.", "Ивану"), ("Спросили у Вани.", "Вани"),
    ("Петрович молчал.", "Петрович"), ("他看见哲洙。", "哲洙"), ("She met Chol-su K. there.", "Chol-su K"),
  ]) func `a given name alone is in doubt and withheld`(_ text: String, _ name: String) throws {
    let tiers = try Tiers()
    #expect(try tiers.doubts(text) == ["given_name: \(name)"])
    #expect(try !tiers.redacted(text).contains(name))
  }

  @Test(arguments: [
    ("They left on 14 March 1989.", "birth_date: 14 March 1989"),
    ("어제김철수를 보았다.", "uncertain_name: 김철수"),
    ("She saw Kim. Chol-su left.", "uncertain_name: Kim. Chol-su"),
    ("Писал В. И. Кузнецов.", "uncertain_name: И. Кузнецов"),
  ]) func `what may be another thing where it stands is in doubt and withheld`(
    _ text: String, _ doubt: String
  ) throws {
    let tiers = try Tiers()
    #expect(try tiers.doubts(text) == [doubt])
    let words = try #require(doubt.split(separator: ": ", maxSplits: 1).last)
    #expect(try !tiers.redacted(text).contains(words))
    let start = try #require(text.firstRange(of: words)).lowerBound
    let from = text[..<start].utf8.count
    let bytes = from..<from + words.utf8.count
    #expect(try tiers.redacted(text, leaving: [bytes]) == text)
    #expect(try tiers.doubts(text, decided: [bytes]).isEmpty)
  }

  @Test(arguments: [
    ("They left on 14 March 1989.", "Kim Chol-su"), ("어제김철수를 보았다.", "김철수"),
    ("She was born 14 March 1989.", "-"), ("탈북민김철수를 보았다.", "-"),
  ]) func `it is the person where the document or a word beside it says so`(
    _ text: String, _ title: String
  ) throws {
    let tiers = try Tiers()
    #expect(try tiers.doubts(text, with: [title]).isEmpty)
    let words = try tiers.redacted(text, with: [title])
    #expect(!words.contains("1989") && !words.contains("철수"), "\(words)")
  }

  @Test(arguments: [
    ("철수는 갔다.", "김철수", "철수"), ("They saw Chol-su there.", "Kim Chol-su", "Chol-su"),
    ("Я отдал это Ивану.", "Иван Кузнецов", "Ивану"),
    ("Писал Кузнецову.", "Иван Кузнецов", "Кузнецову"),
    ("They saw Chol-su there.", "+82 10 0000 4417", "Chol-su"), ("김 과장이 왔다.", "김철수", "김"),
    ("Mr. Kim left.", "Kim Chol-su", "Kim"), ("Пришёл господин Ким.", "김철수", "Ким"),
    ("金先生走了。", "金哲洙", "金"), ("Kim (010-0000-4417) left.", "-", "Kim"),
  ]) func `a part is the person where the document names him elsewhere`(
    _ text: String, _ title: String, _ part: String
  ) throws {
    let tiers = try Tiers()
    #expect(try tiers.doubts(text, with: [title]).isEmpty)
    let words = try tiers.redacted(text, with: [title])
    #expect(!words.contains(part) && !words.contains("[name withheld]"), "\(words)")
  }

  @Test(arguments: [
    "이 사람이 하나 왔다.", "금값이 올랐다. 金的价格。", "Kim said no.", "By the Grace of God.",
    "하나는 둘보다 작다.", "Мы ждали, но он не пришёл.", "이 과장된 말", "小金库",
  ]) func `everyday words and bare common surnames are nothing`(_ text: String) throws {
    #expect(try Tiers().doubts(text).isEmpty)
    #expect(try Tiers().redacted(text) == text)
  }

  @Test func `father and son of one surname are told apart by nobody but a person`() throws {
    let tiers = try Tiers()
    let both = ["김철수, 김영호"]
    #expect(try tiers.doubts("김 과장이 왔다.", with: both) == ["common_name: 김"])
    #expect(try tiers.redacted("김 과장이 왔다.", with: both) == "김 과장이 왔다.")
  }

  @Test func `an alias of two is withheld, and the document only suggests`() throws {
    let tiers = try Tiers()
    #expect(try tiers.doubts("Kestrel left.", with: ["Grace Holloway"]) == ["shared_name: Kestrel"])
    #expect(try tiers.redacted("Kestrel left.", with: ["Grace Holloway"]).contains("withheld"))
  }

  @Test func `a decision ends a doubt`() throws {
    let tiers = try Tiers()
    #expect(try tiers.doubts("Kestrel left.", decided: [0..<7]).isEmpty)
    #expect(try tiers.redacted("Chol-su left.", leaving: [0..<7]) == "Chol-su left.")
    // A whole name never stays.
    #expect(try !tiers.redacted("Kim Chol-su left.", leaving: [0..<11]).contains("Chol"))
  }

  @Test(arguments: ["김철슈가 왔다.", "Kim Chpl-su left.", "Пришёл Кузнецво Иван."])
  func `one slip in a full name is shown and stays`(_ text: String) throws {
    let tiers = try Tiers()
    #expect(try tiers.doubts(text).contains { $0.hasPrefix("near_name") })
  }

  @Test(arguments: [
    "K&#105;m Chol-su left.", "Kim <b>Chol</b>-su left.", "Kim Ch<!-- x -->ol-su left.",
    "Kim Chol&shy;-su left.", "*Kim* Chol-su left.", "Kim\nChol-su left.", "김<b>철수</b>가 왔다.",
  ]) func `a name is found across markup`(_ text: String) throws {
    let words = try Tiers().redacted(text)
    #expect(!words.contains("Ch") && !words.contains("철"), "\(words)")
  }

  @Test func `the screen seeks parts only of those whom the document names`() throws {
    let tiers = try Tiers()
    let policy = try BuiltIn.policy("public")
    let identities = tiers.desk.identities
    func has(_ persons: Set<Int>) -> Bool {
      identities.needles(policy, audience: "public", partsOf: persons).contains { $0.text == "철수" }
    }
    #expect(!has([]) && has([0]) && !has([2]))
  }
}
