import Testing

@testable import Anonymity

/// The given name 英花 of somebody, the whole name 李成, and 成功, which is all that is known of one.
struct OtherHanNameTests {
  /// Every hit, with "?" behind a piece of another's name.
  private func judged(_ text: String) -> [String] {
    let id = EntityID(raw: "1")
    let bytes = Array(text.utf8)
    return Matcher([
      KnownIdentifier(entity: id, kind: .name, text: "英花", tier: .t2, part: .given),
      KnownIdentifier(entity: id, kind: .name, text: "李成"),
      KnownIdentifier(entity: id, kind: .alias, text: "成功"),
    ]).matches(in: bytes).map {
      String(decoding: bytes[$0.range], as: UTF8.self) + ($0.anothers.isEmpty ? "" : "?")
    }
  }

  @Test(arguments: [
    ("李英花说她累了。", "李英花?"), ("我认识金英花。", "金英花?"), ("欧阳英花来了。", "欧阳英花?"),
    ("劉英花来了。", "劉英花?"), ("和林英花一起", "林英花?"), ("女工高英花", "高英花?"), ("、方英花、", "方英花?"),
    ("她叫向英花", "向英花?"), ("队长马英花说", "马英花?"), ("于英花和丈夫", "于英花?"), ("李<b>英花</b>说", "李<b>英花?"),
    ("朴成功回来了", "朴成功?"), ("张成功和王芳", "张成功?"),
  ]) func `behind another surname it is another person`(_ text: String, _ hit: String) {
    #expect(judged(text).contains(hit), "\(judged(text))")
    #expect(judged(text).allSatisfy { $0.hasSuffix("?") })
  }

  @Test(arguments: [
    "英花说她累了。", "她叫英花。", "对英花说", "和英花一起", "向英花借钱", "从英花那里", "跟英花走", "当时英花在家", "由于英花病了",
    "终于英花来了", "把现金英花收走", "上周英花回来", "一张英花的照片", "鸭绿江英花没过", "不安英花", "应英花的要求", "连英花也哭了",
    "同英花住", "说明英花没错", "我的行李英花拿着", "王、英花", "班主任英花说", "在吉林英花说", "感谢英花帮我", "写成英花",
  ]) func `behind a word it is the name`(_ text: String) { #expect(judged(text) == ["英花"]) }

  @Test(arguments: [
    ("李成浩说", "李成浩?"), ("我见过李成哲。", "李成哲?"), ("李成勋，三十岁", "李成勋?"), ("李成说", "李成"),
    ("李成明天来", "李成"), ("李成学了中文", "李成"), ("李成和他走", "李成"), ("李成的家", "李成"), ("李成东西多", "李成"),
  ]) func `a name of two characters is not the beginning of another of three`(
    _ text: String, _ hit: String
  ) { #expect(judged(text) == [hit]) }

  @Test func `a whole name of three characters is itself behind anything`() {
    #expect(Known("朴英花").judged("李朴英花") == ["朴英花"])
    #expect(Known("丹东", kind: .place).matcher.matches(in: Array("江丹东".utf8))[0].anothers == [])
  }
}
