import Foundation
import Testing

@testable import Screen

@Suite struct RefusalTests {
  @Test(arguments: [
    ([0x61, 0xFF], 1), ([0x61, 0x00], 1), ([0xEA, 0xB9], 0), ([0xC0, 0x80], 0),
    ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xFE, 0xFF, 0, 0x4B], 0),
  ])
  func `what is not UTF-8 is refused in every format`(_ bytes: [UInt8], _ place: Int) {
    for format in OutputFormat.allCases {
      let verdict = screen("Kim").verdict(
        on: Outgoing(bytes: bytes, format: format, fileName: nil, metadata: []))
      #expect(refusal(verdict) == .undecodable(atByte: place))
    }
  }

  @Test(arguments: ["<p>a<b", "<p>a<!-- b", "<a title=\"b>c</a>", "<script>a", "<title>a<p>"])
  func `a page that was cut off is refused`(_ page: String) {
    guard case .truncated = refusal(verdict(screen("Kim"), page, .html)) else {
      Issue.record("not refused as truncated")
      return
    }
  }

  @Test(arguments: ["", "{", "{\"a\": 1", "nothing", "{} {}"])
  func `what is no JSON document is refused as one`(_ text: String) {
    #expect(refusal(verdict(screen("Kim"), text, .json)) == .undecodable(atByte: 0))
  }

  @Test(arguments: [OutputFormat.html, .md, .txt])
  func `an empty output leaks nothing`(_ format: OutputFormat) {
    #expect(passes(screen("Kim"), "", format))
  }

  @Test func `an output that is too large is refused, whatever it is made of`() {
    let bytes = [UInt8](repeating: 0x61, count: Screen.largestOutput + 1)
    let output = Outgoing(bytes: bytes, format: .txt, fileName: nil, metadata: [])
    #expect(refusal(screen("Kim").verdict(on: output)) == .tooLarge)
    let half = String(repeating: "a", count: Screen.largestOutput)
    #expect(refusal(verdict(screen("Kim"), "a", metadata: [half])) == .tooLarge)
  }

  @Test func `a picture in the page is refused, because nobody can search it`() {
    let page = "<p><img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA\"></p>"
    #expect(refusal(verdict(screen("Kim"), page, .html)) == .embeddedData(atByte: 13))
  }

  @Test func `encodings without end are refused`() {
    #expect(refusal(verdict(screen("Kim"), "%2525252525252525254Bim")) == .nestedTooDeeply)
  }

  @Test func `a drawing made of backslashes is no nested encoding`() {
    #expect(passes(screen("Kim"), String(repeating: "\\", count: 200) + "\n"))
  }

  @Test func `a name that stands behind a thousand places of another is told too`() {
    let text = String(repeating: "Kim went. ", count: Screen.mostFindings + 100) + "Pak stayed."
    let findings = leaks(screen("Kim", "Pak"), text, fileName: "Pak.txt")
    #expect(findings.count == Screen.mostFindings + 1)
    #expect(findings.last == Finding(needle: 1, place: .text(line: 1, column: 11_001)))
  }

  @Test func `each finding says where and which, and never what`() {
    let page = """
      <html><head><title>Kim</title><style>a{content:"Kim"}</style></head>
      <!-- Kim -->
      <body><p class="Kim">x</p><Kim><p>said K&#105;m</p></body></html>
      """
    let found = leaks(
      screen("Orlova", "Kim"), page, .html, fileName: "kim.html", metadata: ["a", "for Kim"])
    #expect(
      found.map(\.place) == [
        .title(line: 1, column: 20), .script(line: 1, column: 49), .comment(line: 2, column: 6),
        .attribute(line: 3, column: 17), .markup(line: 3, column: 28), .text(line: 3, column: 40),
        .fileName, .metadata(1),
      ])
    #expect(found.allSatisfy { $0.needle == 1 })
    let description = String(describing: found) + String(reflecting: screen("Kim"))
    #expect(!description.contains("Kim") && !description.contains("kim"))
  }

  @Test func `a finding says that it is in a key`() {
    let found = leaks(screen("Kim"), "{\"a\": 1, \"Kim\": 2}", .json)
    #expect(found == [Finding(needle: 0, place: .jsonKey(line: 1, column: 11))])
  }

  @Test func `printing a screen or a needle shows no name`() {
    var dumped = ""
    dump(screen("Kim"), to: &dumped)
    dump(Needle(id: 4, kind: .name, text: "Kim"), to: &dumped)
    #expect(!dumped.contains("Kim"))
  }

  @Test func `a copy holds what was screened and nothing else`() {
    let verdict = verdict(
      screen("Kim"), "defector A", .md, fileName: "E-1.md", metadata: ["defector A"])
    guard case .clean(let copy) = verdict else {
      Issue.record("refused")
      return
    }
    #expect(copy.bytes == Array("defector A".utf8))
    #expect(copy.format == .md)
    #expect(copy.fileName == "E-1.md")
    #expect(copy.metadata == ["defector A"])
  }

  @Test func `a second reading of the same lines finds what only it shows`() {
    let filler = String(repeating: "The office was closed and nobody came. ", count: 400)
    for index in [0, 7_000, 15_000] {
      var page = filler
      page.insert(contentsOf: " K&#105;m ", at: page.index(page.startIndex, offsetBy: index))
      #expect(finds(screen("Kim"), page))
    }
  }
}
