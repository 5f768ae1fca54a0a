import Testing

@testable import Sealing

struct PassphraseKeysTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let typed: HexText
      let handle: String
      let salt: HexText
      let parameters: HexText
      let rowId: HexText
      let row: HexText
      let publicKeys: HexText
    }

    let vault: HexText
    let genesis: HexText
    let cases: [Case]
  }

  @Test func `rows of an independent implementation are found and opened`() throws {
    let file = try vectors("passphrase.json", as: File.self)
    let id = try #require(VaultID(file.vault.bytes))
    #expect(file.cases.count == 4)
    for vector in file.cases {
      var typed = vector.typed.bytes
      let keys = try PassphraseKeys(
        try Passphrase(moving: &typed), handle: vector.handle, vault: id, salt: vector.salt.bytes,
        parameters: try PassphraseParameters(vector.parameters.bytes))
      #expect(keys.rowID == vector.rowId.bytes)
      let opened = try keys.open(vector.row.bytes)
      #expect(opened.publicKeys.bytes == vector.publicKeys.bytes)
      #expect(opened.genesis.bytes == file.genesis.bytes)
    }
  }

  private func keys(
    _ text: String = "bodak-linem-sutor", handle: String = "river", vaultByte: UInt8 = 7,
    salt: UInt8 = 1, passes: UInt32 = 2
  ) throws -> PassphraseKeys {
    try PassphraseKeys(
      try passphrase(text), handle: handle, vault: try vault(vaultByte),
      salt: [UInt8](repeating: salt, count: 32),
      parameters: try PassphraseParameters(UInt32(65_536).bigEndianBytes + passes.bigEndianBytes))
  }

  @Test func `a wrong passphrase and every flipped bit of the row are refused alike`() throws {
    let right = try keys()
    let me = try MemberKeys(new: try vault(), genesis: .zero)
    let row = try right.seal(me)
    #expect(row.count == PassphraseKeys.rowSize)
    #expect(try right.open(row).publicKeys == me.publicKeys)
    let wrong = try keys("bodak-linem-sutoR")
    #expect(refusal { () throws(SealingError) in try wrong.open(row) } == .notAuthentic)
    for changed in singleBitFlips(row) {
      #expect(refusal { () throws(SealingError) in try right.open(changed) } == .notAuthentic)
    }
  }

  @Test func `a row of any other length is refused alike`() throws {
    let right = try keys()
    let row = try right.seal(try MemberKeys(new: try vault(), genesis: .zero))
    for count in 0..<row.count {
      #expect(
        refusal { () throws(SealingError) in try right.open(Array(row.prefix(count))) }
          == .notAuthentic)
    }
    let long = row + [UInt8](repeating: 0, count: 1 << 20)
    #expect(refusal { () throws(SealingError) in try right.open(long) } == .notAuthentic)
  }

  @Test func `a row moved to another member's place is refused`() throws {
    let one = try keys()
    let two = try keys("megar-tilon-basik")
    let row = try two.seal(try MemberKeys(new: try vault(), genesis: .zero))
    let mine = try one.seal(try MemberKeys(new: try vault(), genesis: .zero))
    let spliced = Array(mine.prefix(32)) + row.dropFirst(32)
    #expect(refusal { () throws(SealingError) in try one.open(row) } == .notAuthentic)
    #expect(refusal { () throws(SealingError) in try one.open(spliced) } == .notAuthentic)
  }

  @Test func `handle, vault, salt and parameters each give another row`() throws {
    let ids = [
      try keys().rowID, try keys(handle: "stone").rowID, try keys(vaultByte: 8).rowID,
      try keys(salt: 2).rowID, try keys(passes: 3).rowID, try keys("bodak-linem-suto").rowID,
    ]
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.count == 16 })
    #expect(try keys().rowID == ids[0])
  }
}
