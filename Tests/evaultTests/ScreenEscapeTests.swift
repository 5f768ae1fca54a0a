import Testing

@testable import evault

@Suite struct ScreenEscapeTests {
  @Test(arguments: [
    ("\u{1B}[31mred", "\\u{1B}[31mred"), ("a\u{7}b", "a\\u{7}b"), ("\u{9B}2J", "\\u{9B}2J"),
    ("x\u{202E}cod", "x\\u{202E}cod"), ("x\u{2066}y\u{2069}", "x\\u{2066}y\\u{2069}"),
    ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"), ("tag\u{E0041}", "tag\\u{E0041}"),
    ("one\ntwo", "one\\u{A}two"), ("cr\rlf", "cr\\u{D}lf"), ("p\u{2029}", "p\\u{2029}"),
    ("김철수 👩‍🌾 نمی‌خواهم", "김철수 👩‍🌾 نمی‌خواهم"),
  ])
  func `what could steer a terminal is made visible`(text: String, shown: String) {
    #expect(ScreenText(escaping: text).text == shown)
    #expect(("Title: \(text)" as ScreenText).text == "Title: " + shown)
  }

  @Test func `a text of several lines keeps them, and nothing else`() {
    #expect(ScreenText(escaping: "a\n\tb\r\n", multiline: true).text == "a\n\tb\\u{D}\n")
  }

  @Test func `no control or bidirectional character survives`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isBidiControl || value < 0x20
      else { continue }
      #expect(ScreenText(escaping: String(scalar)).text.unicodeScalars.allSatisfy { $0.isASCII })
    }
  }

  @Test func `JSON carries the same text in visible characters`() throws {
    let document = try JSONText.encode(["title": "\u{1B}[2J\u{202E}\u{E0041}김/é", "a": "1"])
    #expect(
      document == """
        {
          "a" : "1",
          "title" : "\\u001b[2J\\u202e\\udb40\\udc41김/é"
        }
        """)
  }
}
