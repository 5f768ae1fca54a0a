import Testing

@testable import Sealing

struct SealedBoxTests {
  @Test(arguments: [0, 1, 32, 5000])
  func `a box opens for its key and no other`(_ count: Int) throws {
    let key = try BoxKey(seed: try SecretBytes.random())
    let other = try BoxKey(seed: try SecretBytes.random())
    let sealed = try key.publicKey.seal(counting(count))
    #expect(sealed.count == count + BoxPublicKey.overhead)
    #expect(try key.open(sealed) == counting(count))
    #expect(refusal { () throws(SealingError) in try other.open(sealed) } == .notAuthentic)
  }

  @Test func `two boxes of the same bytes differ`() throws {
    let key = try BoxKey(seed: try SecretBytes.random())
    #expect(try key.publicKey.seal([1]) != key.publicKey.seal([1]))
  }

  @Test func `every flipped bit and every truncation is refused`() throws {
    let key = try BoxKey(seed: try SecretBytes.random())
    let sealed = try key.publicKey.seal([1, 2, 3])
    // The top bit of an X25519 key is ignored by RFC 7748, but it is part of the nonce.
    for changed in singleBitFlips(sealed) {
      #expect(refusal { () throws(SealingError) in try key.open(changed) } == .notAuthentic)
      #expect(refusal { () throws(SealingError) in try key.openSecret(changed) } == .notAuthentic)
    }
    for count in 0..<sealed.count {
      let short = Array(sealed.prefix(count))
      #expect(refusal { () throws(SealingError) in try key.open(short) } == .notAuthentic)
      #expect(refusal { () throws(SealingError) in try key.openSecret(short) } == .notAuthentic)
    }
  }

  @Test func `more than a secret may be is refused without taking memory`() throws {
    let key = try BoxKey(seed: try SecretBytes.random())
    let huge = [UInt8](repeating: 0, count: 1 << 20)
    #expect(refusal { () throws(SealingError) in try key.openSecret(huge) } == .notAuthentic)
  }

  @Test(arguments: [0, 1] as [UInt8])
  func `nothing is sealed to a key of small order`(_ first: UInt8) throws {
    let weak = try #require(BoxPublicKey([first] + [UInt8](repeating: 0, count: 31)))
    #expect(refusal { () throws(SealingError) in try weak.seal([1]) } == .malformed)
  }
}
