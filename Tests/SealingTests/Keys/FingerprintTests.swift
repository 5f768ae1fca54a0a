import Testing

@testable import Sealing

struct FingerprintTests {
  @Test func `a fingerprint is the first 120 bits in six groups of four`() throws {
    let zeros = try #require(Digest([UInt8](repeating: 0, count: 32)))
    #expect(Fingerprint.text(zeros) == "0000-0000-0000-0000-0000-0000")
    let ones = try #require(Digest([UInt8](repeating: 0xFF, count: 32)))
    #expect(Fingerprint.text(ones) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ")
    var bytes = [UInt8](repeating: 0, count: 32)
    bytes[14] = 1
    #expect(Fingerprint.text(try #require(Digest(bytes))) == "0000-0000-0000-0000-0000-0001")
    bytes[14] = 0
    bytes[15] = 0xFF
    #expect(Fingerprint.text(try #require(Digest(bytes))) == "0000-0000-0000-0000-0000-0000")
  }

  @Test func `every one of its bits shows`() throws {
    let base = counting(32)
    let text = Fingerprint.text(try #require(Digest(base)))
    for changed in singleBitFlips(base).prefix(120) {
      #expect(Fingerprint.text(try #require(Digest(changed))) != text)
    }
  }

  @Test(arguments: [
    "7K2M-01AB-ZZZZ-0000-1111-9Q8R", "7k2m-01ab-zzzz-0000-1111-9q8r", "7K2M01ABZZZZ000011119Q8R",
    " 7k2m 01ab zzzz oooo iill 9q8r\t", "7K2M-OLAB-ZZZZ-OoOo-IiLl-9Q8R",
  ])
  func `spaces, hyphens, case and look-alikes do not count`(_ typed: String) {
    #expect(Fingerprint.matches(typed, "7K2M-01AB-ZZZZ-0000-1111-9Q8R"))
  }

  @Test(arguments: [
    "", "7K2M", "7K2M-01AB-ZZZZ-0000-1111-9Q8", "7K2M-01AB-ZZZZ-0000-1111-9Q8RR",
    "7K2M-01A8-ZZZZ-0000-1111-9Q8R", "7K2M-01AB-2ZZZ-0000-1111-9Q8R",
    "7K2M-01AB-ZZZZ-0000-1111-9Q8R!", "7K2M.01AB.ZZZZ.0000.1111.9Q8R",
  ])
  func `anything else is another fingerprint`(_ typed: String) {
    #expect(!Fingerprint.matches(typed, "7K2M-01AB-ZZZZ-0000-1111-9Q8R"))
  }
}

struct CrockfordTests {
  @Test func `five bits make a letter, and the last is filled with zeros`() {
    #expect(Crockford.encode([]) == "")
    #expect(Crockford.encode([0xFF]) == "ZW")
    #expect(Crockford.encode([0x00, 0x44, 0x32, 0x14, 0xC7]) == "01234567")
  }

  @Test func `the alphabet has no look-alikes`() {
    #expect(Crockford.alphabet.count == 32)
    #expect(Set(Crockford.alphabet).count == 32)
    for letter in "ILOU" { #expect(!Crockford.alphabet.contains(letter)) }
    #expect(Crockford.alphabet.allSatisfy { Crockford.normalise(String($0)) == String($0) })
  }
}

struct HexTests {
  @Test func `bytes come back from their digits`() {
    let all = counting(256)
    #expect(Hex.decode(Hex.encode(all)) == all)
    #expect(Hex.encode([0, 10, 255]) == "000aff")
    #expect(Hex.decode("") == [])
  }

  @Test(arguments: [
    "0", "000", "0g", "0x00", "00 00", "FF", "aF", "００", "-1", "0\u{0301}0", "\0\0",
  ])
  func `any other spelling is refused`(_ text: String) { #expect(Hex.decode(text) == nil) }
}
