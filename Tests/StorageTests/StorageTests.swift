import Storage
import StoreContract
import Testing

@Test(arguments: StoreContract.all)
func `the in-memory store keeps the contract`(_ item: StoreContract.Item) throws {
  try item.check { InMemoryStore() }
}

@Test func `a row id is 16 bytes, big endian, ordered as its bytes`() throws {
  let id = try #require(RowID(Array(0..<16)))
  #expect(id.high == 0x0001_0203_0405_0607 && id.low == 0x0809_0A0B_0C0D_0E0F)
  #expect(id.bytes == Array(0..<16))
  for size in [0, 15, 17] { #expect(RowID([UInt8](repeating: 1, count: size)) == nil) }
  let ids = [(0, 1), (0, UInt64.max), (1, 0), (.max, 0), (.max, .max)].map(RowID.init(high:low:))
  #expect(ids.shuffled().sorted() == ids)
  for (a, b) in zip(ids, ids.dropFirst()) {
    #expect(a.bytes.lexicographicallyPrecedes(b.bytes))
  }
}

@Test func `a reader of the in-memory store goes on while another writes`() throws {
  let store = InMemoryStore()
  let id = RowID(high: 1, low: 1)
  try store.read { rows in
    try store.write { try $0.setCell(id, [1]) }
    #expect(try rows.cell(id) == nil)
  }
  #expect(try store.read { try $0.cell(id) } == [1])
}
