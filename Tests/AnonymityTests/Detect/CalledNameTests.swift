import Testing

@testable import Anonymity

/// Names as people are called, and names spelt letter by letter.
struct CalledNameTests {
  @Test(arguments: [
    ("\"훈아, 어디 가?\"", "훈"), ("진아! 이리 와.", "진"), ("그가 불렀다. 혁아, 빨리!", "혁"), ("철아, 밥 먹자.", "철"),
    ("그날 최 서방이 왔다.", "최 서방"), ("李大娘说她累了。", "李大娘"), ("我认识张大妈。", "张大妈"), ("王大婶在家", "王大婶"),
  ]) func `who is called by a short name is found`(_ text: String, _ name: String) {
    #expect(found(.personName, text, .ko) == [name])
  }

  @Test(arguments: [
    "좋아, 가자.", "많아! 너무 많아.", "그는 남아, 나는 갔다.", "미아, 찾았다.", "나는 훈아 노래를", "서방이 왔다.", "大娘说她累了。",
    "그 서방은", "같아, 맞아.", "호야, 물을 줬다.", "수야, 길었다.",
  ]) func `who is called by no name is not`(_ text: String) {
    #expect(found(.personName, text, .ko).isEmpty, "\(found(.personName, text, .ko))")
  }

  private func spelt(_ text: String) -> [String] {
    let id = EntityID(raw: "1")
    let bytes = Array(text.utf8)
    return Matcher([
      KnownIdentifier(entity: id, kind: .name, text: "Choi Kang-hyuk", reason: .habitual),
      KnownIdentifier(entity: id, kind: .name, text: "An I", reason: .revised),
    ]).matches(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    "C h o i   K a n g h y u k", "C h o i   k a n g h y u k", "c h o i  k a n g  h y u k",
    "C-h-o-i K-a-n-g-h-y-u-k",
    "C H O I K A N G H Y U K",
  ]) func `a name spelt letter by letter is one`(_ text: String) {
    #expect(spelt("He wrote \(text).") == [text])
  }

  @Test(arguments: ["choi kang hy uk", "a n i", "the cho i kang hyuk"])
  func `pieces of words are no name spelt out`(_ text: String) {
    #expect(spelt("so \(text) then").isEmpty, "\(spelt("so \(text) then"))")
  }
}
