import Testing

@testable import Sealing

struct GrantTests {
  private func context(role: UInt8 = 3, epoch: UInt32 = 2) throws -> RoleContext {
    RoleContext(vault: try vault(), role: role, epoch: epoch)
  }

  @Test(arguments: [0, 1, 200])
  func `a grant opens for its member, with what went along`(_ count: Int) throws {
    let me = try MemberKeys(new: try vault(), genesis: .zero)
    let role = try RoleKeys(new: try context())
    let grant = try role.grant(to: me.publicKeys.box, tail: counting(count, from: 1))
    #expect(grant.count == 368)
    let opened = try RoleKeys.open(
      grant: grant, by: me, try context(), expecting: role.publicKeys)
    #expect(opened.tail == counting(count, from: 1))
    #expect(opened.takeKeys().publicKeys == role.publicKeys)
    let first = try RoleKeys.open(firstGrant: grant, by: me, role: 3)
    #expect(first.takeKeys().context == (try context()))
  }

  @Test func `a secret goes along in front of the tail`() throws {
    let me = try MemberKeys(new: try vault(), genesis: .zero)
    let role = try RoleKeys(new: try context())
    let grant = try role.grant(
      to: me.publicKeys.box, carrying: try secret(counting(32)), tail: [7, 8])
    #expect(grant.count == 368)
    let opened = try RoleKeys.open(firstGrant: grant, by: me, role: 3)
    #expect(contents(try opened.takeSecret(32)) == counting(32))
    #expect(opened.tail(from: 32) == [7, 8])
    #expect(opened.tail(from: 35) == [])
    #expect(refusal { () throws(SealingError) in try opened.takeSecret(35) } == .malformed)
    #expect(refusal { () throws(SealingError) in try opened.takeSecret(-1) } == .malformed)
  }

  @Test func `another member, vault, role or epoch is refused`() throws {
    let me = try MemberKeys(new: try vault(), genesis: .zero)
    let stranger = try MemberKeys(new: try vault(), genesis: .zero)
    let role = try RoleKeys(new: try context())
    let grant = try role.grant(to: me.publicKeys.box)
    let right = try context()
    #expect(
      refusal { () throws(SealingError) in
        try RoleKeys.open(grant: grant, by: stranger, right, expecting: nil)
      } == .notAuthentic)
    for wrong in [
      try context(role: 4), try context(epoch: 3),
      RoleContext(vault: try vault(8), role: 3, epoch: 2),
    ] {
      #expect(
        refusal { () throws(SealingError) in
          try RoleKeys.open(grant: grant, by: me, wrong, expecting: nil)
        } == .notAuthentic)
    }
    #expect(
      refusal { () throws(SealingError) in
        try RoleKeys.open(firstGrant: grant, by: me, role: 4)
      } == .notAuthentic)
    // A grant from another vault to the same box key.
    let foreign = try RoleKeys(new: RoleContext(vault: try vault(8), role: 3, epoch: 2))
    let planted = try foreign.grant(to: me.publicKeys.box)
    #expect(
      refusal { () throws(SealingError) in
        try RoleKeys.open(firstGrant: planted, by: me, role: 3)
      } == .notAuthentic)
  }

  @Test func `a grant of other keys than the roster names is refused`() throws {
    let me = try MemberKeys(new: try vault(), genesis: .zero)
    let real = try RoleKeys(new: try context())
    let planted = try RoleKeys(new: try context()).grant(to: me.publicKeys.box)
    let expected = real.publicKeys
    let right = try context()
    #expect(
      refusal { () throws(SealingError) in
        try RoleKeys.open(grant: planted, by: me, right, expecting: expected)
      } == .notAuthentic)
  }

  @Test func `every changed byte and every other length is refused`() throws {
    let me = try MemberKeys(new: try vault(), genesis: .zero)
    let grant = try RoleKeys(new: try context()).grant(to: me.publicKeys.box)
    for index in grant.indices {
      var changed = grant
      changed[index] ^= 1
      #expect(
        refusal { () throws(SealingError) in
          try RoleKeys.open(firstGrant: changed, by: me, role: 3)
        } == .notAuthentic)
    }
    for bad in [[], Array(grant.dropLast()), grant + [0]] {
      #expect(
        refusal { () throws(SealingError) in
          try RoleKeys.open(firstGrant: bad, by: me, role: 3)
        } == .notAuthentic)
    }
  }

  @Test func `contents that no grant has are refused, whoever sealed them`() throws {
    let me = try MemberKeys(new: try vault(), genesis: .zero)
    let good = counting(32) + [1] + (try context()).bytes + [2, 9, 9]
    func sealed(_ plain: [UInt8], _ size: Int = 320) throws -> [UInt8] {
      try me.publicKeys.box.seal(plain + [UInt8](repeating: 0, count: size - plain.count))
    }
    #expect(
      try RoleKeys.open(firstGrant: try sealed(good), by: me, role: 3).tail == [9, 9])
    var version = good
    version[32] = 2
    var long = good
    long[54] = 201
    var short = good
    short[54] = 1
    for bad in [
      try sealed(version), try sealed(long), try sealed(short), try sealed(good, 319),
      try sealed(good, 321), try me.publicKeys.box.seal([]), try me.publicKeys.box.seal(good),
    ] {
      #expect(
        refusal { () throws(SealingError) in
          try RoleKeys.open(firstGrant: bad, by: me, role: 3)
        } == .notAuthentic)
    }
  }

  @Test func `an epoch carries the one before it and nothing else`() throws {
    let first = try RoleKeys(new: try context(epoch: 1))
    let second = try RoleKeys(new: try context(epoch: 2))
    let third = try RoleKeys(new: try context(epoch: 3))
    let carried = second.carry(first)
    #expect(try second.predecessor(carried: carried).publicKeys == first.publicKeys)
    #expect(try second.predecessor(carried: carried).context.epoch == 1)
    #expect(
      refusal { () throws(SealingError) in try third.predecessor(carried: carried) }
        == .notAuthentic)
    #expect(
      refusal { () throws(SealingError) in try first.predecessor(carried: carried) } == .malformed)
    for changed in singleBitFlips(carried) {
      #expect(
        refusal { () throws(SealingError) in try second.predecessor(carried: changed) }
          == .notAuthentic)
    }
  }
}
