import Testing

@testable import Sealing

struct BoxedKeyTests {
  private struct File: Decodable {
    struct Boxed: Decodable {
      let context, boxed: HexText
      let recipientBoxSeeds: [HexText]
    }

    let key: HexText
    let boxed: Boxed
  }

  private func boxKey() throws -> BoxKey { try BoxKey(seed: try SecretBytes.random()) }

  @Test func `a boxed key of an independent implementation opens for each recipient`() throws {
    let file = try vectors("records.json", as: File.self)
    #expect(file.boxed.recipientBoxSeeds.count == 3)
    for seed in file.boxed.recipientBoxSeeds {
      let mine = try BoxKey(seed: try secret(seed.bytes))
      let opened = try BoxedKey.open(
        file.boxed.boxed.bytes, by: mine, context: file.boxed.context.bytes)
      #expect(contents(opened.secret) == file.key.bytes)
    }
  }

  @Test func `each recipient opens, nobody else does, and no other context`() throws {
    let key = try RecordKey()
    let one = try boxKey()
    let two = try boxKey()
    let stranger = try boxKey()
    let boxed = try BoxedKey.seal(key, to: [one.publicKey, two.publicKey], context: [1])
    #expect(boxed.count == 1 + 2 * 104)
    let forOne = try BoxedKey.open(boxed, by: one, context: [1]).secret.matches(key.secret)
    let forTwo = try BoxedKey.open(boxed, by: two, context: [1]).secret.matches(key.secret)
    #expect(forOne && forTwo)
    #expect(
      refusal { () throws(SealingError) in try BoxedKey.open(boxed, by: stranger, context: [1]) }
        == .notAuthentic)
    for other in [[], [2], [1, 0]] as [[UInt8]] {
      #expect(
        refusal { () throws(SealingError) in try BoxedKey.open(boxed, by: one, context: other) }
          == .notAuthentic)
    }
  }

  @Test func `a share moved to another record is refused`() throws {
    let one = try boxKey()
    let here = try BoxedKey.seal(try RecordKey(), to: [one.publicKey], context: [1])
    #expect(
      refusal { () throws(SealingError) in try BoxedKey.open(here, by: one, context: [2]) }
        == .notAuthentic)
  }

  @Test func `every changed byte of one's own share and every truncation is refused`() throws {
    let one = try boxKey()
    let boxed = try BoxedKey.seal(try RecordKey(), to: [one.publicKey], context: [1])
    for changed in singleBitFlips(boxed) {
      #expect(
        refusal { () throws(SealingError) in try BoxedKey.open(changed, by: one, context: [1]) }
          == .notAuthentic)
    }
    for bad in (0..<boxed.count).map({ Array(boxed.prefix($0)) }) + [boxed + [0], [0], [255]] {
      #expect(
        refusal { () throws(SealingError) in try BoxedKey.open(bad, by: one, context: [1]) }
          == .notAuthentic)
    }
  }

  @Test func `a share that is too short or too long inside is refused`() throws {
    let one = try boxKey()
    let name = Array(one.publicKey.bytes.prefix(8))
    let tag = Digest.of(.boxed, [1]).short
    let good = [1] + name + (try one.publicKey.seal(counting(32) + tag))
    #expect(contents(try BoxedKey.open(good, by: one, context: [1]).secret) == counting(32))
    for plain in [counting(31) + tag, counting(33) + tag, tag, []] {
      let bad = [1] + name + (try one.publicKey.seal(plain))
      #expect(
        refusal { () throws(SealingError) in try BoxedKey.open(bad, by: one, context: [1]) }
          == .notAuthentic)
    }
  }

  @Test func `255 recipients are served and 256 refused`() throws {
    let key = try RecordKey()
    let one = try boxKey()
    let many = [BoxPublicKey](repeating: try boxKey().publicKey, count: 254) + [one.publicKey]
    let boxed = try BoxedKey.seal(key, to: many, context: [1])
    let same = try BoxedKey.open(boxed, by: one, context: [1]).secret.matches(key.secret)
    #expect(same)
    let more = many + [one.publicKey]
    #expect(
      refusal { () throws(SealingError) in try BoxedKey.seal(key, to: more, context: [1]) }
        == .tooLarge)
  }
}
