import Testing

@testable import Sealing

struct WrapTests {
  private struct File: Decodable {
    let vault, record, key, roleSeed, wrapId, wrap: HexText
    let role: UInt8
    let epoch: UInt32
  }

  private func role(_ role: UInt8 = 3, epoch: UInt32 = 1, vaultByte: UInt8 = 7) throws -> RoleKeys {
    try RoleKeys(new: RoleContext(vault: try vault(vaultByte), role: role, epoch: epoch))
  }

  @Test func `a wrap of an independent implementation opens in its place`() throws {
    let file = try vectors("records.json", as: File.self)
    let keys = try RoleKeys(
      seed: try secret(file.roleSeed.bytes),
      RoleContext(
        vault: try #require(VaultID(file.vault.bytes)), role: file.role, epoch: file.epoch))
    #expect(keys.wrapID(of: file.record.bytes) == file.wrapId.bytes)
    let key = try keys.unwrap(file.wrap.bytes, of: file.record.bytes)
    #expect(contents(key.secret) == file.key.bytes)
  }

  @Test func `a wrap opens for its record and its epoch alone`() throws {
    let keys = try role()
    let next = try role(epoch: 2)
    let key = try RecordKey()
    let record = counting(16)
    let wrap = keys.wrap(key, of: record)
    #expect(wrap.count == RoleKeys.wrapSize)
    let same = try keys.unwrap(wrap, of: record).secret.matches(key.secret)
    #expect(same)
    #expect(
      refusal { () throws(SealingError) in try keys.unwrap(wrap, of: counting(16, from: 1)) }
        == .notAuthentic)
    #expect(
      refusal { () throws(SealingError) in try next.unwrap(wrap, of: record) } == .notAuthentic)
  }

  @Test func `one seed under another context opens no wrap`() throws {
    let record = counting(16)
    let key = try RecordKey()
    let seed = counting(32)
    let here = try RoleKeys(
      seed: try secret(seed), RoleContext(vault: try vault(7), role: 3, epoch: 1))
    let wrap = here.wrap(key, of: record)
    for context in [
      RoleContext(vault: try vault(8), role: 3, epoch: 1),
      RoleContext(vault: try vault(7), role: 4, epoch: 1),
      RoleContext(vault: try vault(7), role: 3, epoch: 2),
    ] {
      let other = try RoleKeys(seed: try secret(seed), context)
      #expect(
        refusal { () throws(SealingError) in try other.unwrap(wrap, of: record) }
          == .notAuthentic)
    }
  }

  @Test func `every flipped bit and every other length is refused`() throws {
    let keys = try role()
    let record = counting(16)
    let wrap = keys.wrap(try RecordKey(), of: record)
    for changed in singleBitFlips(wrap) {
      #expect(
        refusal { () throws(SealingError) in try keys.unwrap(changed, of: record) }
          == .notAuthentic)
    }
    for bad in (0..<wrap.count).map({ Array(wrap.prefix($0)) }) + [wrap + [0]] {
      #expect(
        refusal { () throws(SealingError) in try keys.unwrap(bad, of: record) } == .notAuthentic)
    }
  }

  @Test func `rewrapping gives what unwrapping and wrapping would`() throws {
    let old = try role()
    let next = try role(epoch: 2)
    var rewrapping = try Rewrapping(from: old, to: next)
    var nonces: Set<[UInt8]> = []
    for index in 0..<600 {
      let key = try RecordKey()
      let record = counting(16, from: UInt8(index % 200))
      let wrap = old.wrap(key, of: record)
      var made: [UInt8] = [7]
      #expect(rewrapping.rewrap(wrap.span, of: number(record), from: old, to: next, into: &made))
      let new = Array(made.dropFirst())
      let same = try next.unwrap(new, of: record).secret.matches(key.secret)
      #expect(made[0] == 7 && same)
      nonces.insert(Array(new.prefix(24)))
    }
    #expect(nonces.count == 600)
  }

  @Test func `what does not open is not rewrapped`() throws {
    let old = try role()
    let next = try role(epoch: 2)
    var rewrapping = try Rewrapping(from: old, to: next)
    let record = counting(16)
    let wrap = old.wrap(try RecordKey(), of: record)
    let another = old.wrap(try RecordKey(), of: counting(16, from: 1))
    var bad = singleBitFlips(wrap) + (0..<wrap.count).map { Array(wrap.prefix($0)) }
    bad += [wrap + [0], another, next.wrap(try RecordKey(), of: record)]
    for wrap in bad {
      var made: [UInt8] = []
      #expect(!rewrapping.rewrap(wrap.span, of: number(record), from: old, to: next, into: &made))
      #expect(made.isEmpty)
    }
    var made: [UInt8] = []
    #expect(rewrapping.rewrap(wrap.span, of: number(record), from: old, to: next, into: &made))
  }

  @Test func `a wrap's name is the same for both forms of a record's id`() throws {
    let keys = try role()
    for start in 0..<40 {
      let record = counting(16, from: UInt8(start * 6))
      let name = keys.wrapID(of: number(record))
      #expect(name.high.bigEndianBytes + name.low.bigEndianBytes == keys.wrapID(of: record))
    }
  }
}

/// A record's id as two words.
func number(_ record: [UInt8]) -> RecordNumber {
  func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
  return RecordNumber(high: word(record[0..<8]), low: word(record[8..<16]))
}
