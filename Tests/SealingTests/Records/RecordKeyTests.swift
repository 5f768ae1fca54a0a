import Testing

@testable import Sealing

struct RecordKeyTests {
  private struct File: Decodable {
    struct Body: Decodable {
      let length: Int
      let plaintextSha256, body: HexText
    }

    struct Listing: Decodable {
      let plaintext, listing: HexText
    }

    struct Detail: Decodable {
      let number: UInt64
      let plaintext, detail: HexText
    }

    struct TwoKeys: Decodable {
      let otherKey, sealed, otherCommitment: HexText
    }

    let vault, record, key, commitment: HexText
    let version: UInt64
    let bodies: [Body]
    let listings: [Listing]
    let detail: Detail
    let twoKeys: TwoKeys

    func context() throws -> RecordContext {
      RecordContext(
        vault: try #require(VaultID(vault.bytes)), record: record.bytes, version: version)
    }
  }

  private func context(
    vaultByte: UInt8 = 7, record: UInt8 = 1, version: UInt64 = 1
  ) throws -> RecordContext {
    RecordContext(
      vault: try vault(vaultByte), record: [UInt8](repeating: record, count: 16),
      version: version)
  }

  /// What refuses the body, and what the listing part.
  private func refusals(
    _ key: borrowing RecordKey, _ sealed: SealedRecord, _ context: RecordContext
  ) -> [SealingError?] {
    [
      refusal { () throws(SealingError) in try key.openBody(sealed.body, context) },
      refusal { () throws(SealingError) in try key.openListing(sealed.listing, context) },
    ]
  }

  private let refused: [SealingError?] = [.notAuthentic, .notAuthentic]

  @Test func `records of an independent implementation open`() throws {
    let file = try vectors("records.json", as: File.self)
    let key = RecordKey(secret: try secret(file.key.bytes))
    let context = try file.context()
    for body in file.bodies {
      let opened = try key.openBody(body.body.bytes, context)
      #expect(opened.count == body.length)
      #expect(Digest.of(opened).bytes == body.plaintextSha256.bytes)
    }
    for listing in file.listings {
      #expect(try key.openListing(listing.listing.bytes, context) == listing.plaintext.bytes)
    }
    let detail = RecordContext(
      vault: context.vault,
      record: [UInt8](repeating: 0, count: 8) + file.detail.number.bigEndianBytes, version: 1)
    #expect(try key.openBody(file.detail.detail.bytes, detail) == file.detail.plaintext.bytes)
  }

  @Test func `a ciphertext that opens under two keys is refused under one commitment`() throws {
    let file = try vectors("records.json", as: File.self)
    let context = try file.context()
    let one = try secret(file.key.bytes)
    let two = try secret(file.twoKeys.otherKey.bytes)
    let sealed = file.twoKeys.sealed.bytes
    let bound = Label.recordListing.prefixed([context.bytes])
    // The cipher alone takes it for genuine under both.
    let first = try AEAD.open(
      sealed, under: try KeyedHash.secret(one, .recordListing, context.bytes), bound: bound)
    let second = try AEAD.open(
      sealed, under: try KeyedHash.secret(two, .recordListing, context.bytes), bound: bound)
    #expect(first != second)

    let mine = RecordKey(secret: one)
    let other = RecordKey(secret: two)
    let underMine = [1] + file.commitment.bytes + sealed
    let underOther = [1] + file.twoKeys.otherCommitment.bytes + sealed
    #expect(
      refusal { () throws(SealingError) in try other.openListing(underMine, context) }
        == .notAuthentic)
    #expect(
      refusal { () throws(SealingError) in try mine.openListing(underOther, context) }
        == .notAuthentic)
    // With the right commitment only the padding, which the attacker did not care for, is wrong.
    #expect(
      refusal { () throws(SealingError) in try mine.openListing(underMine, context) }
        == .malformed)
  }

  @Test(arguments: [0, 1, 4091, 4092, 4093, 100_000])
  func `both parts open again, in lengths that tell little`(_ count: Int) throws {
    let key = try RecordKey()
    let sealed = try key.seal(
      listing: counting(count % 300), body: counting(count), try context())
    #expect(sealed.body.count == 33 + 40 + max(4096, Padding.padmeLength(count + 4)))
    #expect((sealed.listing.count - 33 - 40) % 256 == 0)
    #expect(try key.openBody(sealed.body, try context()) == counting(count))
    #expect(try key.openListing(sealed.listing, try context()) == counting(count % 300))
  }

  @Test func `another version, record, vault or key is refused`() throws {
    let key = try RecordKey()
    let other = try RecordKey()
    let sealed = try key.seal(listing: [1], body: [2], try context())
    #expect(refusals(key, sealed, try context(version: 2)) == refused)
    #expect(refusals(key, sealed, try context(record: 2)) == refused)
    #expect(refusals(key, sealed, try context(vaultByte: 8)) == refused)
    #expect(refusals(other, sealed, try context()) == refused)
    #expect(refusals(key, sealed, try context()) == [nil, nil])
    let same = key.secret.matches(other.secret)
    #expect(!same)
  }

  @Test func `a listing is no body, and a seal no other record's`() throws {
    let key = try RecordKey()
    let here = try context()
    let sealed = try key.seal(listing: [1], body: [2], here)
    let next = try key.seal(listing: [1], body: [2], try context(version: 2))
    let swapped = SealedRecord(listing: sealed.body, body: sealed.listing)
    #expect(refusals(key, swapped, here) == refused)
    let spliced = SealedRecord(
      listing: Array(sealed.listing.prefix(33)) + next.listing.dropFirst(33),
      body: Array(sealed.body.prefix(33)) + next.body.dropFirst(33))
    #expect(refusals(key, spliced, here) == refused)
  }

  @Test func `the commitment alone is enough to refuse`() throws {
    let key = try RecordKey()
    let other = try RecordKey()
    let here = try context()
    let sealed = try key.seal(listing: [1], body: [2], here)
    let foreign = try other.seal(listing: [1], body: [2], here)
    // The same ciphertext, genuine under this key, with another key's commitment in front.
    let spliced = SealedRecord(
      listing: Array(foreign.listing.prefix(33)) + sealed.listing.dropFirst(33),
      body: Array(foreign.body.prefix(33)) + sealed.body.dropFirst(33))
    #expect(refusals(key, spliced, here) == refused)
    #expect(refusals(other, spliced, here) == refused)
  }

  @Test func `every changed byte, unknown version and truncation is refused`() throws {
    let key = try RecordKey()
    let here = try context()
    let sealed = try key.seal(listing: [1], body: [2], here)
    for index in sealed.listing.indices {
      var listing = sealed.listing
      listing[index] ^= 1
      var body = sealed.body
      body[index] ^= 1
      #expect(refusals(key, SealedRecord(listing: listing, body: body), here) == refused)
    }
    for count in 0..<sealed.listing.count {
      let cut = SealedRecord(
        listing: Array(sealed.listing.prefix(count)), body: Array(sealed.body.prefix(count)))
      #expect(refusals(key, cut, here) == refused)
    }
    let longer = SealedRecord(listing: sealed.listing + [0], body: sealed.body + [0])
    #expect(refusals(key, longer, here) == refused)
  }

  @Test func `a detail is a body in blocks`() throws {
    let key = try RecordKey()
    let sealed = try key.sealDetail([1, 2], block: 1024, try context())
    #expect(sealed.count == 33 + 40 + 1024)
    #expect(try key.openBody(sealed, try context()) == [1, 2])
  }

  @Test func `two seals of the same words share nothing but version and commitment`() throws {
    let key = try RecordKey()
    let one = try key.seal(listing: [1], body: [2], try context())
    let two = try key.seal(listing: [1], body: [2], try context())
    #expect(one.body.prefix(33) == two.body.prefix(33))
    #expect(one.body[33..<57] != two.body[33..<57])
    #expect(one.body.dropFirst(57) != two.body.dropFirst(57))
  }

  @Test func `a body beyond the limit is refused`() throws {
    let key = try RecordKey()
    let here = try context()
    let huge = [UInt8](repeating: 0, count: Padding.limit + 1)
    #expect(
      refusal { () throws(SealingError) in try key.sealDetail(huge, block: 1024, here) }
        == .tooLarge)
  }
}
