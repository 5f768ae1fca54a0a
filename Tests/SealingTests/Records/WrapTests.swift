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
    let same = try keys.unwrap(wrap, of: record).isSame(as: key)
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
    var jobs: [(record: [UInt8], wrap: [UInt8]?)] = []
    var expected: [[UInt8]] = []
    for index in 0..<20 {
      let key = try RecordKey()
      let record = counting(16, from: UInt8(index))
      jobs.append((record, old.wrap(key, of: record)))
      expected.append(contents(key.secret))
    }
    var changed = try #require(jobs[4].wrap)
    changed[30] ^= 1
    jobs[4].wrap = changed
    jobs[5].wrap = nil
    jobs[6].wrap = jobs[7].wrap
    jobs[8].wrap = jobs[8].wrap.map { Array($0.dropLast()) }
    jobs[9].record = Array(jobs[9].record.dropLast())
    let made = try Rewrapping.run(jobs, from: old, to: next)
    #expect(made.count == 20)
    for index in 0..<20 {
      guard ![4, 5, 6, 8, 9].contains(index) else {
        #expect(made[index]?.wrap == nil)
        continue
      }
      let row = try #require(made[index])
      #expect(row.id == next.wrapID(of: jobs[index].record))
      #expect(contents(try next.unwrap(row.wrap, of: jobs[index].record).secret) == expected[index])
    }
    let nonces = made.compactMap { $0.map { Array($0.wrap.prefix(24)) } }
    #expect(Set(nonces).count == nonces.count)
  }
}
