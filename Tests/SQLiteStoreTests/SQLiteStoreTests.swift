import SQLiteStore
import Storage
import StoreContract
import Testing

@Test(arguments: StoreContract.all)
func `the SQLite store keeps the contract`(_ item: StoreContract.Item) throws {
  try withPlace { place in try item.check { try SQLiteStore(creating: place + "/vault") } }
}
