import Foundation
import Testing

@testable import Screen

@Suite struct EncodingTests {
  static let encoded: [String] = [
    "&#44608;&#52384;&#49688;", "&#xAE40;&#xCCA0;&#xC218;", "&#44608&#52384&#49688",
    "김&shy;철&zwj;수", "김&nbsp;철수", "김&ZeroWidthSpace;철수", "&amp;#44608;철수", "&amp;amp;#44608;철수",
    "김<b>철</b>수", "<b>김</b><i>철수</i>", "김<!-- x -->철수", "김<br>철수", "<td>김</td><td>철수</td>",
    "김<script>철</script>철수", "김<sup>1</sup>철수", "<a href=\"/%EA%B9%80%EC%B2%A0%EC%88%98\">x</a>",
    "%EA%B9%80%EC%B2%A0%EC%88%98", "%25EA%25B9%2580%EC%B2%A0%EC%88%98", "%uAE40%uCCA0%uC218",
    "\\uAE40\\uCCA0\\uC218", "\\\\uae40\\\\ucca0\\\\uc218", "\\u{AE40}철수", "\\xEA\\xB9\\x80철수",
    "\\352\\271\\200철수", "\\AE40 \\CCA0 \\C218", "김\\_철\\*수", "**김**철수", "[김](http://x.example/)철수",
    "=EA=B9=80=EC=B2=A0=\n=EC=88=98", "=?UTF-8?B?6rmA7LKg7IiY?=", "6rmA7LKg7IiY",
    "data:text/plain;base64,6rmA7LKg7IiY", "data:text/plain,%EA%B9%80철수", "eab980ecb2a0ec8898",
    "EA B9 80 EC B2 A0 EC 88 98", "U+AE40 U+CCA0 U+C218", "<img alt=\"김철수\">", "<!-- 김철수 -->",
    "<p title='x > 김철수'>y</p>", "<bdo dir=\"rtl\">수철김</bdo>", "\u{202E}수철김\u{202C}", "&#x202e;수철김",
    "김\r\n> 철수", "김\n\n철수",
  ]

  @Test(arguments: encoded, [OutputFormat.txt, .md, .html])
  func `an encoded name is found in every format`(_ text: String, _ format: OutputFormat) {
    let page = "First line, of no interest.\nThen \(text) said so.\n"
    #expect(finds(screen("김철수"), page, format))
  }

  @Test(arguments: encoded) func `an encoded name is found inside JSON`(_ text: String) throws {
    let json = try JSONSerialization.data(withJSONObject: ["a": ["Then \(text) said"]])
    let page = String(decoding: json, as: UTF8.self)
    #expect(finds(screen("김철수"), page, .json))
  }

  @Test(arguments: [
    "&Kfr;im", "&Kopf;&iscr;&mscr;", "K&#105;m", "K&#0105m", "&#X4B;im", "Ki<wbr>m", "K<b>i</b>m",
    "Ki**m**", "\\4B im", "\\00004Bim", "%4Bim", "K\\x69m", "K\\151m", "S2lt", "4b696d", "=4Bim",
    "K&InvisibleTimes;im", "&Kcy;im", "\"Ki\"+\"m\"", "x=%4B%69%6D&y", "a2lt", "SwBpAG0A",
  ])
  func `a short name is found behind an encoding`(_ text: String) {
    #expect(finds(screen("Kim"), "<p>then \(text) said</p>", .html))
  }

  @Test func `a name in a file packed in base64 with lines is found`() {
    let text = String(repeating: "nothing at all happened that day; ", count: 9) + "김철수 left."
    let packed = Data(text.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    #expect(finds(screen("김철수"), "Content:\r\n\(packed)\r\n"))
  }

  @Test func `values of a JSON object stand side by side`() {
    #expect(finds(screen("Kim Chol-su"), #"{"family": "Kim", "given": "Chol-su"}"#, .json))
  }

  /// Any stack of encodings over any part of a name, between any words.
  @Test(arguments: 0..<40) func `no random encoding hides a name`(_ seed: UInt64) throws {
    var random = Seeded(state: seed)
    let names = ["김철수", "Kim Chol-su", "Нина Орлова", "王小明", "Kim"]
    let all = screen("김철수", "Kim Chol-su", "Нина Орлова", "王小明", "Kim")
    for _ in 0..<25 {
      let name = names[Int(random.next() % 5)]
      // What cuts a name is put on first, and in part; encoders that follow escape all signs.
      var text = Self.encode(name, Int(random.next() % 9), share: 3, &random)
      for _ in 0..<(random.next() % 3) {
        text = Self.encode(text, Int(random.next() % 5), share: 0, &random)
      }
      let page = "They met <p>in the office</p> \(text) & waited."
      if !finds(all, page, .txt) { Issue.record("\(text) hid a name") }
    }
  }

  private static func encode(_ text: String, _ kind: Int, share: UInt64, _ random: inout Seeded)
    -> String
  {
    var result = ""
    for scalar in text.unicodeScalars {
      let hex = String(scalar.value, radix: 16)
      let isLeft =
        share > 0 ? random.next() % share == 0 : ASCII.isLetter(scalar.value) && kind < 3
      if isLeft {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch kind {
      case 0: result += "&#\(scalar.value);"
      case 1: result += "&#x\(hex.uppercased());"
      case 2: result += Array(String(scalar).utf8).map { String(format: "%%%02X", $0) }.joined()
      case 3: result += Array(String(scalar).utf16).map { String(format: "\\u%04x", $0) }.joined()
      case 4: result += "\\\(hex) "
      case 5: result += "\(scalar)\u{200B}"
      case 6: result += "\(scalar)&shy;"
      case 7: result += "<b>\(scalar)</b>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// SplitMix64, so that a failing case can be run again.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
