import Testing

@testable import Sealing

struct SigningTests {
  /// RFC 8032, section 7.1, tests 1 to 3: secret key and public key.
  @Test(arguments: [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
    ),
  ])
  func `the keys of RFC 8032 come out`(_ seed: String, _ expected: String) throws {
    let key = try SigningKey(seed: try secret(try #require(Hex.decode(seed))))
    #expect(Hex.encode(key.publicKey.bytes) == expected)
  }

  @Test func `a signature holds for its label and message alone`() throws {
    let key = try SigningKey(seed: try SecretBytes.random())
    let signature = key.sign(.log, [1, 2], [3])
    #expect(key.publicKey.verifies(signature, .log, [1, 2, 3]))
    #expect(!key.publicKey.verifies(signature, .roster, [1, 2, 3]))
    #expect(!key.publicKey.verifies(signature, .log, [1, 2, 4]))
    #expect(!key.publicKey.verifies(signature, .log, [1, 2]))
    let other = try SigningKey(seed: try SecretBytes.random())
    #expect(!other.publicKey.verifies(signature, .log, [1, 2, 3]))
  }

  @Test func `every flipped bit and every other length is refused`() throws {
    let key = try SigningKey(seed: try SecretBytes.random())
    let signature = key.sign(.log, [1])
    for changed in singleBitFlips(signature) {
      #expect(!key.publicKey.verifies(changed, .log, [1]))
    }
    for count in 0..<64 {
      #expect(!key.publicKey.verifies(Array(signature.prefix(count)), .log, [1]))
    }
    #expect(!key.publicKey.verifies(signature + [0], .log, [1]))
  }

  @Test func `a signature whose scalar was raised by the group order is refused`() throws {
    let key = try SigningKey(seed: try SecretBytes.random())
    var signature = key.sign(.log, [1])
    let order = try #require(
      Hex.decode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"))
    var carry = 0
    for index in 0..<32 {
      let sum = Int(signature[32 + index]) + Int(order[index]) + carry
      signature[32 + index] = UInt8(sum & 255)
      carry = sum >> 8
    }
    #expect(carry == 0)
    #expect(!key.publicKey.verifies(signature, .log, [1]))
  }

  @Test func `a public key of small order verifies nothing`() throws {
    let identity = try #require(SigningPublicKey([1] + [UInt8](repeating: 0, count: 31)))
    let forged = [1] + [UInt8](repeating: 0, count: 63)
    #expect(!identity.verifies(forged, .log, [1]))
  }

  @Test(arguments: [0, 16, 31, 33, 64])
  func `a seed or key of another length is refused`(_ count: Int) throws {
    let seed = try secret(counting(count))
    #expect(refusal { () throws(SealingError) in try SigningKey(seed: seed) } == .malformed)
    #expect(refusal { () throws(SealingError) in try BoxKey(seed: seed) } == .malformed)
    #expect(SigningPublicKey(counting(count)) == nil)
    #expect(BoxPublicKey(counting(count)) == nil)
  }
}
