import Testing

@testable import Sealing

struct DigestTests {
  /// FIPS 180-4 examples (NIST, "SHA-256" in the Cryptographic Standards and Guidelines examples).
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `SHA-256 gives what FIPS 180-4 prints`(_ message: String, _ expected: String) {
    #expect(Hex.encode(Digest.of(Array(message.utf8)).bytes) == expected)
  }

  @Test func `SHA-256 of a million letters gives what FIPS 180-4 prints`() {
    let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      Hex.encode(Digest.of(letters).bytes)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `a labelled hash is the hash of length, label and parts`() {
    let label = Array("evault/1/log/entry".utf8)
    #expect(
      Digest.of(.logEntry, [1, 2], [3])
        == Digest.of([UInt8(label.count)] + label + [1, 2, 3]))
    #expect(Digest.of(.logEntry, [1]) != Digest.of(.rosterEntry, [1]))
  }

  @Test(arguments: [0, 31, 33, 64])
  func `only 32 bytes are a digest`(_ count: Int) {
    #expect(Digest(counting(count)) == nil)
    #expect(VaultID(counting(count)) == nil)
  }

  @Test func `the short form is the first half`() throws {
    let digest = try #require(Digest(counting(32)))
    #expect(digest.short == counting(16))
  }

  @Test func `integers stand big endian`() {
    #expect(UInt64(0x0102_0304_0506_0708).bigEndianBytes == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(UInt32(0x0102_0304).bigEndianBytes == [1, 2, 3, 4])
  }
}
