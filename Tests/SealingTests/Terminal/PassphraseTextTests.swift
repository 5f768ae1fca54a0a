@_spi(_Unicode) import Swift
import Testing

@testable import Sealing

/// The passphrase that typed bytes stand for, or the refusal.
private func prepared(_ typed: [UInt8]) throws(TerminalError) -> String {
  var bytes = [UInt8](repeating: 0xAA, count: PassphraseText.bufferSize)
  for (index, byte) in typed.enumerated() { bytes[PassphraseText.typedStart + index] = byte }
  var span = bytes.mutableSpan
  let count = try PassphraseText.prepare(&span, typed: typed.count)
  #expect(bytes[count...].allSatisfy { $0 == 0 }, "the rest of the buffer is zeroed")
  return String(decoding: bytes[..<count], as: UTF8.self)
}

private func prepared(_ typed: String) throws(TerminalError) -> String {
  try prepared(Array(typed.utf8))
}

@Suite struct PassphraseTextTests {
  @Test(arguments: [
    ("correct horse", "correct horse"), ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"),
    ("\u{AC00}\u{11A8}", "\u{AC01}"), ("\u{0438}\u{0306}", "\u{0439}"), ("\u{212B}", "\u{C5}"),
    ("a\u{302}\u{323}", "\u{1EAD}"), ("\u{3000}x\u{A0}y", " x y"), ("\u{1F600}", "\u{1F600}"),
    (" Case KEPT ", " Case KEPT "),
  ])
  func `one passphrase, whatever typed it`(typed: String, expected: String) throws {
    #expect(Array(try prepared(typed).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    "a\u{0}b", "tab\there", "\u{1B}[A", "zero\u{200B}width", "bidi\u{202E}x", "soft\u{AD}hyphen",
    "private\u{E000}", "unassigned\u{378}", "line\u{2028}",
    "a" + String(repeating: "\u{301}", count: 20),
  ])
  func `a character that nobody can see or type again is refused`(typed: String) {
    #expect(throws: TerminalError.unsuitableText) { try prepared(typed) }
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xE3, 0x81], [0x61, 0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(typed: [UInt8]) {
    #expect(throws: TerminalError.unsuitableText) { try prepared(typed) }
  }

  @Test func `nothing typed is refused`() {
    #expect(throws: TerminalError.empty) { try prepared("") }
  }

  @Test func `text that NFC lengthens never overtakes what is still to be read`() throws {
    // U+1D160 grows from four bytes to twelve, U+FB2C from three to six.
    let line = String(repeating: "\u{FB2C}", count: PassphraseText.limit / 3)
    #expect(throws: TerminalError.tooLong) { try prepared(line) }
    #expect(throws: TerminalError.tooLong) {
      try prepared(String(repeating: "\u{1D160}", count: PassphraseText.limit / 4))
    }
    let half = String(repeating: "\u{FB2C}", count: 100)
    #expect(try prepared(half).unicodeScalars.count == 300)
  }

  @Test func `it agrees with Unicode's NFC on every assigned letter and mark`() throws {
    let usable = (UInt32(0x21)...0x2FFFF).compactMap(Unicode.Scalar.init).filter {
      !$0.properties.isDefaultIgnorableCodePoint
        && ![
          .spaceSeparator, .control, .format, .privateUse, .unassigned, .lineSeparator,
          .paragraphSeparator, .surrogate,
        ].contains($0.properties.generalCategory)
    }
    for start in stride(from: 0, to: usable.count, by: 60) {
      // Each between letters and marks that it may join or be sorted against.
      let line = usable[start..<min(start + 60, usable.count)]
        .map { "x\u{323}\($0)\u{301}\u{11A8}" }.joined()
      let mine = try prepared(line)
      if Array(mine.unicodeScalars) != Array(line._nfc) {
        Issue.record("from U+\(String(usable[start].value, radix: 16))")
      }
    }
  }
}
