import Testing

@testable import Sealing

struct RecordOpeningTests {
  private static let record = counting(16, from: 40)

  private func role(epoch: UInt32 = 1) throws -> RoleKeys {
    try RoleKeys(new: RoleContext(vault: try vault(7), role: 3, epoch: epoch))
  }

  private func context(_ keys: borrowing RoleKeys, version: UInt64 = 3) -> RecordContext {
    RecordContext(vault: keys.context.vault, record: Self.record, version: version)
  }

  private func open(
    _ row: [UInt8], _ wrap: [UInt8], version: UInt64 = 3, record: [UInt8] = Self.record,
    by keys: borrowing RoleKeys
  ) throws -> [UInt8]? {
    var opening = try RecordOpening(.listing, under: keys)
    var out: [UInt8] = [9]
    let opened = opening.open(
      row.span, wrap: wrap.span, record: number(record), version: version, by: keys, into: &out)
    #expect(out[0] == 9 && (opened || out.count == 1))
    return opened ? Array(out.dropFirst()) : nil
  }

  @Test func `many listing parts open as each would alone`() throws {
    let keys = try role()
    var opening = try RecordOpening(.listing, under: keys)
    for length in [0, 1, 251, 252, 253, 700, 30] {
      let key = try RecordKey()
      let plain = counting(length)
      let sealed = try key.seal(listing: plain, body: [1], context(keys))
      let wrap = keys.wrap(key, of: Self.record)
      var out: [UInt8] = []
      let opened = opening.open(
        sealed.listing.span, wrap: wrap.span, record: number(Self.record), version: 3, by: keys,
        into: &out)
      #expect(opened && out == plain)
      #expect(try key.openListing(sealed.listing, context(keys)) == plain)
    }
  }

  @Test func `many bodies open as each would alone, and a part is not taken for the other`() throws
  {
    let keys = try role()
    var bodies = try RecordOpening(.body, under: keys)
    var listings = try RecordOpening(.listing, under: keys)
    for length in [0, 1, 4092, 4093, 4094, 9000, 30] {
      let key = try RecordKey()
      let plain = counting(length)
      let sealed = try key.seal(listing: [1], body: plain, context(keys))
      let wrap = keys.wrap(key, of: Self.record)
      var out: [UInt8] = []
      func taken(_ opening: inout RecordOpening, _ row: [UInt8]) -> Bool {
        opening.open(
          row.span, wrap: wrap.span, record: number(Self.record), version: 3, by: keys, into: &out)
      }
      let (isBody, isListing) = (
        taken(&bodies, sealed.listing), taken(&listings, sealed.body)
      )
      #expect(!isBody && !isListing && out.isEmpty)
      let opened = taken(&bodies, sealed.body)
      #expect(opened && out == plain)
      #expect(try key.openBody(sealed.body, context(keys)) == plain)
    }
  }

  @Test func `a changed part, wrap, record, version or epoch is refused`() throws {
    let keys = try role()
    let next = try role(epoch: 2)
    let key = try RecordKey()
    let sealed = try key.seal(listing: [1, 2, 3], body: [4], context(keys))
    let wrap = keys.wrap(key, of: Self.record)
    #expect(try open(sealed.listing, wrap, by: keys) == [1, 2, 3])
    for row in singleBitFlips(sealed.listing) { #expect(try open(row, wrap, by: keys) == nil) }
    for wrap in singleBitFlips(wrap) { #expect(try open(sealed.listing, wrap, by: keys) == nil) }
    for length in [0, 1, 33, 72, 100, sealed.listing.count - 1] {
      #expect(try open(Array(sealed.listing.prefix(length)), wrap, by: keys) == nil)
    }
    #expect(try open(sealed.body, wrap, by: keys) == nil)
    #expect(try open(sealed.listing, Array(wrap.dropLast()), by: keys) == nil)
    #expect(try open(sealed.listing, wrap, version: 4, by: keys) == nil)
    #expect(try open(sealed.listing, wrap, record: counting(16), by: keys) == nil)
    #expect(try open(sealed.listing, wrap, by: next) == nil)
  }

  @Test func `a part that opens under its key but was sealed for another is refused`() throws {
    let keys = try role()
    let one = try RecordKey()
    let other = try RecordKey()
    let sealed = try one.seal(listing: [1], body: [], context(keys))
    let foreign = try other.seal(listing: [1], body: [], context(keys))
    // The commitment of the wrapped key in front of another key's ciphertext, and the reverse.
    let mixed = Array(sealed.listing.prefix(33) + foreign.listing.dropFirst(33))
    let wrap = keys.wrap(one, of: Self.record)
    #expect(try open(mixed, wrap, by: keys) == nil)
    #expect(try open(foreign.listing, wrap, by: keys) == nil)
  }
}
