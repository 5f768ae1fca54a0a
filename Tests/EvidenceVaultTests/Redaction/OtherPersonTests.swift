import Anonymity
import Testing

@testable import EvidenceVault

/// A source of a given name that others have too, and her brother of whom only that is known.
struct OtherPersonTests {
  private func redactor(_ document: String) throws -> Redactor {
    let yaml = """
      names: ["朴英花", "박영화"]
      relatives: [{relation: brother, names: ["成功"]}]
      """
    return try people([("S-7QH2MX", yaml)]).desk.redactor(
      try BuiltIn.policy("court"), audience: "court", language: "zh",
      document: [Array(document.utf8)])
  }

  private func doubts(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try redactor(text).doubts(in: bytes).map {
      "\($0.reason.rawValue): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  private func redacted(_ text: String, leaving left: [Range<Int>] = []) throws -> String {
    var register = LabelRegister(audience: "court")
    return try redactor(text).pieces(
      of: Array(text.utf8), leaving: left, register: &register
    ).map(\.text).joined()
  }

  @Test(arguments: [
    ("朴英花来了。李英花说她累。", "李英花"), ("朴英花来了，后来金英花也来了。", "金英花"),
    ("朴英花来了。她找到欧阳英花。", "欧阳英花"), ("朴英花的弟弟成功来了。朴成功没来。", "朴成功"),
    ("朴英花来了。李<i>英花</i>说她累。", "李<i>英花"),
  ]) func `who has her given name behind another surname is not written as her`(
    _ text: String, _ other: String
  ) throws {
    #expect(try doubts(text) == ["uncertain_name: \(other)"])
    let words = try redacted(text)
    #expect(!words.contains("英花") && words.contains("姓名"), "\(words)")
  }

  @Test func `the other one stays where somebody says so`() throws {
    let text = "朴英花来了。李英花说她累。"
    let start = text.utf8.count - "李英花说她累。".utf8.count
    #expect(try redacted(text, leaving: [start..<start + 9]).contains("李英花说她累。"))
  }

  @Test(arguments: ["英花说她累。", "他和英花一起走。", "向英花借钱。", "她叫英花。", "对英花说。", "当时英花在家。"])
  func `a word before her given name is no surname`(_ sentence: String) throws {
    let text = "朴英花来了。" + sentence
    #expect(try doubts(text).isEmpty)
    let words = try redacted(text)
    #expect(!words.contains("英花"), "\(words)")
  }
}
