import Testing

@testable import Sealing

struct AEADTests {
  /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
  @Test func `the draft's XChaCha20-Poly1305 vector opens`() throws {
    let key = try secret(counting(32, from: 0x80))
    let nonce = counting(24, from: 0x40)
    let bound = try #require(Hex.decode("50515253c0c1c2c3c4c5c6c7"))
    let ciphertext = try #require(
      Hex.decode(
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
          + "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
          + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
          + "21f9664c97637da9768812f615c68b13b52e"
          + "c0875924c1c7987947deafd8780acf49"))
    let opened = try AEAD.open(nonce + ciphertext, under: key, bound: bound)
    #expect(
      String(decoding: opened, as: UTF8.self)
        == "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
        + "future, sunscreen would be it.")
  }

  @Test(arguments: [0, 1, 15, 16, 17, 4096, 100_001])
  func `what was sealed opens, and is 40 bytes longer`(_ count: Int) throws {
    let key = try SecretBytes.random()
    let sealed = AEAD.seal(counting(count), under: key, bound: [1])
    #expect(sealed.count == count + AEAD.overhead)
    #expect(try AEAD.open(sealed, under: key, bound: [1]) == counting(count))
  }

  @Test func `every flipped bit is refused`() throws {
    let key = try SecretBytes.random()
    let sealed = AEAD.seal(counting(11), under: key, bound: [1, 2, 3])
    for changed in singleBitFlips(sealed) {
      #expect(
        refusal { () throws(SealingError) in
          try AEAD.open(changed, under: key, bound: [1, 2, 3])
        } == .notAuthentic)
    }
  }

  @Test func `every truncation and every added byte is refused`() throws {
    let key = try SecretBytes.random()
    let sealed = AEAD.seal(counting(11), under: key, bound: [])
    for count in 0..<sealed.count {
      let short = Array(sealed.prefix(count))
      #expect(
        refusal { () throws(SealingError) in try AEAD.open(short, under: key, bound: []) }
          == .notAuthentic)
      #expect(
        refusal { () throws(SealingError) in try AEAD.openSecret(short, under: key, bound: []) }
          == .notAuthentic)
    }
    #expect(
      refusal { () throws(SealingError) in try AEAD.open(sealed + [0], under: key, bound: []) }
        == .notAuthentic)
  }

  @Test(arguments: [[], [1, 2], [1, 2, 3, 0], [0, 1, 2, 3], [1, 2, 4]] as [[UInt8]])
  func `another bound is refused`(_ other: [UInt8]) throws {
    let key = try SecretBytes.random()
    let sealed = AEAD.seal(counting(11), under: key, bound: [1, 2, 3])
    #expect(
      refusal { () throws(SealingError) in try AEAD.open(sealed, under: key, bound: other) }
        == .notAuthentic)
  }

  @Test func `another key is refused`() throws {
    let key = try SecretBytes.random()
    let other = try SecretBytes.random()
    let sealed = AEAD.seal(counting(11), under: key, bound: [])
    #expect(
      refusal { () throws(SealingError) in try AEAD.open(sealed, under: other, bound: []) }
        == .notAuthentic)
  }

  @Test func `nonces never repeat`() throws {
    let key = try SecretBytes.random()
    var seen = Set<[UInt8]>()
    for _ in 0..<20_000 {
      seen.insert(Array(AEAD.seal([], under: key, bound: []).prefix(AEAD.nonceSize)))
    }
    #expect(seen.count == 20_000)
  }

  @Test func `a sealed secret opens into a secret`() throws {
    let key = try SecretBytes.random()
    let inner = try secret(counting(32))
    let sealed = AEAD.seal(inner, under: key, bound: [5])
    #expect(contents(try AEAD.openSecret(sealed, under: key, bound: [5])) == counting(32))
    for changed in singleBitFlips(sealed) {
      #expect(
        refusal { () throws(SealingError) in
          try AEAD.openSecret(changed, under: key, bound: [5])
        } == .notAuthentic)
    }
  }
}
