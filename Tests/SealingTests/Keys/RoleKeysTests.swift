import Testing

@testable import Sealing

struct RoleKeysTests {
  private struct File: Decodable {
    struct Epoch: Decodable {
      let epoch: UInt32
      let seed, box, signing, keyId, message, rosterSignature: HexText
    }

    struct Row: Decodable {
      let label: String
      let number: UInt64
      let plaintext, row: HexText
    }

    let vault, genesis, memberSeed: HexText
    let role: UInt8
    let epochs: [Epoch]
    let rows: [Row]
    let carried, grant, grantCarrying, carriedSecret, tail, longestTail, grantLongest: HexText

    func keys(_ index: Int) throws -> RoleKeys {
      let epoch = epochs[index]
      return try RoleKeys(
        seed: try secret(epoch.seed.bytes),
        RoleContext(
          vault: try #require(VaultID(vault.bytes)), role: role, epoch: epoch.epoch))
    }
  }

  @Test func `everything derived agrees with an independent implementation`() throws {
    let file = try vectors("role.json", as: File.self)
    for (index, epoch) in file.epochs.enumerated() {
      let keys = try file.keys(index)
      #expect(keys.publicKeys.box.bytes == epoch.box.bytes)
      #expect(keys.publicKeys.signing.bytes == epoch.signing.bytes)
      #expect(keys.keyID == epoch.keyId.bytes)
      #expect(keys.signing.sign(.roster, epoch.message.bytes) == epoch.rosterSignature.bytes)
    }
  }

  @Test func `rows, carried seed and grants of an independent implementation open`() throws {
    let file = try vectors("role.json", as: File.self)
    let before = try file.keys(0)
    let now = try file.keys(1)
    for row in file.rows {
      let label: Label = row.label == "log" ? .log : .roster
      #expect(
        try now.openChainRow(row.row.bytes, label, number: row.number) == row.plaintext.bytes)
    }
    #expect(try now.predecessor(carried: file.carried.bytes).publicKeys == before.publicKeys)

    let me = try member(seed: file.memberSeed.bytes, vault: before.context.vault)
    let plain = try RoleKeys.open(
      grant: file.grant.bytes, by: me, now.context, expecting: now.publicKeys)
    #expect(plain.tail == [])
    let carrying = try RoleKeys.open(
      firstGrant: file.grantCarrying.bytes, by: me, role: file.role)
    #expect(contents(try carrying.takeSecret(32)) == file.carriedSecret.bytes)
    #expect(carrying.tail(from: 32) == file.tail.bytes)
    #expect(carrying.takeKeys().publicKeys == now.publicKeys)
    let longest = try RoleKeys.open(
      grant: file.grantLongest.bytes, by: me, now.context, expecting: nil)
    #expect(longest.tail == file.longestTail.bytes)
  }

  @Test func `vault, role and epoch each give other keys`() throws {
    let contexts = [
      RoleContext(vault: try vault(1), role: 1, epoch: 1),
      RoleContext(vault: try vault(2), role: 1, epoch: 1),
      RoleContext(vault: try vault(1), role: 2, epoch: 1),
      RoleContext(vault: try vault(1), role: 1, epoch: 2),
    ]
    let record = counting(16)
    var boxes = Set<BoxPublicKey>()
    var signers = Set<SigningPublicKey>()
    var ids = Set<[UInt8]>()
    for context in contexts {
      let keys = try RoleKeys(seed: try secret(counting(32)), context)
      boxes.insert(keys.publicKeys.box)
      signers.insert(keys.publicKeys.signing)
      ids.insert(keys.wrapID(of: record))
    }
    #expect(boxes.count == 4 && signers.count == 4 && ids.count == 4)
  }

  @Test func `a row is refused in another place, chain or epoch, and with any bit changed`() throws
  {
    let context = RoleContext(vault: try vault(), role: 1, epoch: 1)
    let keys = try RoleKeys(new: context)
    let other = try RoleKeys(new: RoleContext(vault: try vault(), role: 1, epoch: 2))
    let row = try keys.sealChainRow([1, 2, 3], .log, number: 5)
    #expect(row.count == 4 + 512 + AEAD.overhead)
    #expect(try keys.openChainRow(row, .log, number: 5) == [1, 2, 3])
    func refused(_ row: [UInt8], _ label: Label, _ number: UInt64) -> Bool {
      refusal { () throws(SealingError) in
        try keys.openChainRow(row, label, number: number)
      } == .notAuthentic
    }
    #expect(refused(row, .roster, 5))
    #expect(refused(row, .log, 6))
    #expect(refused(try other.sealChainRow([1], .log, number: 5), .log, 5))
    for index in row.indices {
      var changed = row
      changed[index] ^= 0x80
      #expect(refused(changed, .log, 5))
    }
    for count in 0..<row.count { #expect(refused(Array(row.prefix(count)), .log, 5)) }
  }
}
