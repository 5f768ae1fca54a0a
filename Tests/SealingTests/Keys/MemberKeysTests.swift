import Testing

@testable import Sealing

struct MemberKeysTests {
  private struct File: Decodable {
    let vault, genesis, seed, box, signing, id, pin, pinPlaintext, message: HexText
    let requestSignature: HexText
    let fingerprint, pinName: String
  }

  @Test func `everything derived agrees with an independent implementation`() throws {
    let file = try vectors("member.json", as: File.self)
    let id = try #require(VaultID(file.vault.bytes))
    let genesis = try #require(Digest(file.genesis.bytes))
    let me = try member(seed: file.seed.bytes, vault: id, genesis: genesis)
    #expect(me.publicKeys.box.bytes == file.box.bytes)
    #expect(me.publicKeys.signing.bytes == file.signing.bytes)
    #expect(me.id == file.id.bytes)
    #expect(me.publicKeys.fingerprint(in: id, genesis: genesis) == file.fingerprint)
    #expect(me.pinName == file.pinName)
    #expect(try me.openPin(file.pin.bytes) == file.pinPlaintext.bytes)
    #expect(me.signing.sign(.request, file.message.bytes) == file.requestSignature.bytes)
  }

  @Test func `the same seed in another vault is another member`() throws {
    let seed = counting(32)
    let one = try member(seed: seed, vault: try vault(1))
    let two = try member(seed: seed, vault: try vault(2))
    #expect(one.publicKeys.box != two.publicKeys.box)
    #expect(one.publicKeys.signing != two.publicKeys.signing)
    #expect(one.pinName != two.pinName)
  }

  @Test func `an anchored member keeps the keys and takes the genesis`() throws {
    let genesis = Digest.of([1])
    let before = try MemberKeys(new: try vault(), genesis: .zero)
    let keys = before.publicKeys
    let after = try before.anchored(at: genesis)
    #expect(after.publicKeys == keys)
    #expect(after.genesis == genesis)
  }

  @Test func `a pin opens for its member alone, unchanged`() throws {
    let me = try MemberKeys(new: try vault(), genesis: .zero)
    let other = try MemberKeys(new: try vault(), genesis: .zero)
    let pin = try me.sealPin([1, 2, 3])
    #expect(pin.count == 512 + AEAD.overhead)
    #expect(try me.openPin(pin) == [1, 2, 3])
    #expect(refusal { () throws(SealingError) in try other.openPin(pin) } == .notAuthentic)
    for index in pin.indices {
      var changed = pin
      changed[index] ^= 1
      #expect(refusal { () throws(SealingError) in try me.openPin(changed) } == .notAuthentic)
    }
  }

  @Test func `contents of another version, length or with more in them are refused`() throws {
    let good = counting(32) + [1] + [UInt8](repeating: 0, count: 215)
    let id = try vault()
    var newer = good
    newer[32] = 2
    var more = good
    more[247] = 1
    for bad in [newer, more, Array(good.dropLast()), good + [0], []] {
      let contents = try secret(bad)
      #expect(
        refusal { () throws(SealingError) in try MemberKeys(rowContents: contents, vault: id) }
          == .malformed)
    }
  }

  @Test func `a fingerprint changes with each thing that it covers`() throws {
    let me = try MemberKeys(new: try vault(), genesis: .zero).publicKeys
    let other = try MemberKeys(new: try vault(), genesis: .zero).publicKeys
    let mixed = MemberPublicKeys(box: other.box, signing: me.signing)
    let texts = [
      me.fingerprint(in: try vault(), genesis: .zero),
      other.fingerprint(in: try vault(), genesis: .zero),
      mixed.fingerprint(in: try vault(), genesis: .zero),
      me.fingerprint(in: try vault(8), genesis: .zero),
      me.fingerprint(in: try vault(), genesis: Digest.of([1])),
    ]
    #expect(Set(texts).count == texts.count)
  }
}
