import Testing

@testable import Anonymity

@Suite struct DetectorsTests {
  private static let mixed =
    "김철수 씨 +82 10-0000-4417 \u{FEFF}Ким С. Н. 我叫高明，r@example.org 12가 3456 é\u{301} 佐藤さん \u{1F600} @chol_89."

  @Test func `no finding cuts a character`() {
    let bytes = Array(Self.mixed.utf8)
    for finding in Detectors.findings(in: bytes, language: .ko) {
      #expect(String(validating: bytes[finding.range], as: UTF8.self) != nil)
    }
  }

  @Test func `findings stand in order and do not overlap within a kind`() {
    let findings = Detectors.findings(in: Array(Self.mixed.utf8), language: .ko)
    #expect(findings.count >= 6)
    for (a, b) in zip(findings, findings.dropFirst()) {
      #expect(a.range.lowerBound <= b.range.lowerBound)
    }
    for kind in FindingKind.allCases {
      let own = findings.filter { $0.kind == kind }
      for (a, b) in zip(own, own.dropFirst()) { #expect(a.range.upperBound <= b.range.lowerBound) }
    }
  }

  @Test func `every prefix and every broken byte of a text is survived`() {
    let bytes = Array(Self.mixed.utf8)
    for length in 0...bytes.count {
      let findings = Detectors.findings(in: Array(bytes.prefix(length)), language: .other)
      #expect(findings.allSatisfy { $0.range.upperBound <= length })
    }
    for at in bytes.indices {
      var broken = bytes
      broken[at] = 0xFF
      _ = Detectors.findings(in: broken, language: .zh)
    }
  }

  @Test(arguments: [
    "1234567890", "@", "a@", "Kim-", "김 ", "王伟", "1.2.", "А. ", "a://", "20 workers ", "七岁",
    "Xu-li ",
  ])
  func `a hostile text makes no more findings than it has pieces`(piece: String) {
    let text = [UInt8](String(repeating: piece, count: 20_000).utf8)
    #expect(Detectors.findings(in: text, language: .en).count <= 20_000)
  }

  @Test func `a second text is read as the first was`() {
    let bytes = Array(Self.mixed.utf8)
    let first = Detectors.findings(in: bytes, language: .ru)
    #expect(first == Detectors.findings(in: bytes, language: .ru))
  }
}
