import Foundation
import Testing

@testable import Sealing

struct PassphraseTests {
  @Test(arguments: [
    "푸른 바다 위의 하얀 등대", "Zoë lives in Åse's häuschen", "граница за рекой, ёлка", "각 A\u{11A8}",
  ])
  func `composed and decomposed spellings are one passphrase`(_ text: String) throws {
    let composed = try passphrase(text.precomposedStringWithCanonicalMapping)
    let decomposed = try passphrase(text.decomposedStringWithCanonicalMapping)
    let same = composed.matches(decomposed)
    #expect(same)
  }

  @Test func `case, spelling and a trailing space make another passphrase`() throws {
    let base = try passphrase("bodak-linem-sutor")
    for other in [
      "Bodak-linem-sutor", "bodak-linem-sutor ", "bodak-linem-suto", "bodak_linem_sutor",
    ] {
      let same = base.matches(try passphrase(other))
      #expect(!same, "\(other)")
    }
  }

  @Test(arguments: [
    [], [UInt8](repeating: 97, count: 1025), [0xFF, 0x61], [0xC0, 0x80], [0xED, 0xA0, 0x80],
    [0x61, 0xE2, 0x82], [0x61, 0x00, 0x62], [0xF4, 0x90, 0x80, 0x80],
  ])
  func `nothing, too much and what is not text are refused, and zeroed`(_ bytes: [UInt8]) {
    var typed = bytes
    #expect(
      refusal { () throws(SealingError) in try Passphrase(moving: &typed) }
        == .passphraseMalformed)
    #expect(typed == [])
  }

  @Test func `the longest is taken`() throws {
    #expect(try passphrase(String(repeating: "a", count: 1024)).bytes.count == 1024)
  }

  @Test(arguments: [
    "short pass", "bodak-linem", "aaaaaaaaaaaaaaaaaaaa", "abababababababab", "123456789012345",
    "abcdefghijklmnopq", "riverriverriver", "River-RIVER-riv", "111222333444555", "한한한한한한한한한한한한",
  ])
  func `what is guessed first is too weak`(_ text: String) throws {
    let phrase = try passphrase(text)
    #expect(
      refusal { () throws(SealingError) in try phrase.checkStrength(handle: "river") }
        == .passphraseTooWeak)
  }

  @Test(arguments: [
    "bodak-linem-sutor-halig", "correct horse battery", "푸른 바다 위의 하얀 등대", "граница за рекой",
    "river-bodak-linem", "x9$Lq!27vB@mZ",
  ])
  func `an ordinary good passphrase passes`(_ text: String) throws {
    let phrase = try passphrase(text)
    #expect(refusal { () throws(SealingError) in try phrase.checkStrength(handle: "river") } == nil)
  }

  @Test func `made passphrases are six words, strong and never the same`() throws {
    var seen = Set<String>()
    for _ in 0..<1000 {
      let made = Passphrase.generate()
      #expect(
        made.wholeMatch(of: #/([b-z][aeiou][b-z][aeiou][b-z]-){5}[b-z][aeiou][b-z][aeiou][b-z]/#)
          != nil)
      seen.insert(made)
    }
    #expect(seen.count == 1000)
    for made in seen.prefix(100) {
      let phrase = try passphrase(made)
      #expect(
        refusal { () throws(SealingError) in try phrase.checkStrength(handle: "river") } == nil)
    }
  }
}
