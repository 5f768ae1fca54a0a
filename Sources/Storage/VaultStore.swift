/// A place that keeps sealed rows.
///
/// A store sees ciphertext, keyed row ids and the public header, and can name no key and no
/// plaintext. Its duties:
///
/// - `write` is one transaction, alone in the whole vault from its first statement to its end,
///   also among several processes. It waits a bounded time for another writer, then throws
///   ``StoreError/busy``. When it returns, everything written is durable: it survives a crash of
///   the process and of the machine. When its body throws, nothing is changed and the error is
///   passed on as it is. A writing method that threw has spoiled its transaction: `write` then
///   throws that error, also when the body caught it.
/// - `read` sees one consistent state from its first to its last statement.
/// - Nothing of a kind that was deleted or replaced can be read from the store's files after
///   ``destroyRemnants(of:)`` of that kind returned `true`.
///
/// A body must not call its store again, and what it was lent ends with it. A limit of zero or
/// less gives nothing. Any body may be empty, and may have ``largestBody`` bytes.
public protocol VaultStore: Sendable {
  /// Reads from one consistent state.
  func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result

  /// Reads and writes in one exclusive, durable transaction.
  func write<Result>(_ body: (any StoreWriting) throws -> Result) throws -> Result

  /// Makes replaced and deleted rows unreadable in the store's files.
  ///
  /// - Returns: `false` when another reader or writer keeps them alive, so that the caller says
  ///   "unfinished" and the next command tries again.
  func destroyRemnants(of rows: ReplacedKind) throws(StoreError) -> Bool

  /// The directory, absolute, that the store's files are in and that is the vault's alone; sealed
  /// objects are kept in it. `nil` for a store without files.
  var directory: String? { get }
}

/// Which rows ``VaultStore/destroyRemnants(of:)`` is for.
public enum ReplacedKind: Sendable {
  /// Those that hold keys: headers, cells, requests and wraps. Without them nothing that was sealed
  /// under these keys opens, and a large vault's other pages need not be looked at.
  case keys
  case all
}

extension VaultStore {
  /// Makes every replaced and deleted row unreadable in the store's files.
  ///
  /// - Returns: as ``destroyRemnants(of:)``.
  public func destroyRemnants() throws(StoreError) -> Bool { try destroyRemnants(of: .all) }

  /// The bytes that every store takes in one body: 512 MiB. A store may refuse more, with
  /// ``StoreError/inputOutput``; what is larger belongs into a file of its own.
  public static var largestBody: Int { 1 << 29 }

  public var directory: String? { nil }
}

/// What can be read within a transaction. Rows come back exactly as they were written.
public protocol StoreReading {
  /// A public header field (vault id, format, KDF parameters, salts, card), readable by anybody.
  func header(_ name: String) throws(StoreError) -> [UInt8]?

  /// A side row: member rows, grants, carried seeds.
  func cell(_ id: RowID) throws(StoreError) -> [UInt8]?

  /// Every waiting request of a newcomer, in the order of ids.
  func requests() throws(StoreError) -> [(id: RowID, body: [UInt8])]

  /// A record's sealed body.
  func record(_ id: RowID) throws(StoreError) -> [UInt8]?

  /// The sealed bodies of many records, in the order asked for; callers ask for some hundreds at once.
  func records(_ ids: [RowID]) throws(StoreError) -> Bodies

  /// The small sealed listing parts of many records, in the order asked for.
  ///
  /// Fast for ascending ids; callers ask for some thousands at once.
  func listings(_ ids: [RowID]) throws(StoreError) -> Bodies

  /// Sealed record keys, in the order asked for.
  func wraps(_ ids: [RowID]) throws(StoreError) -> Bodies

  /// Every wrap with an id above `after`, ascending, at most `limit` of them.
  func wraps(after: RowID?, limit: Int) throws(StoreError) -> [WrapRow]

  /// Rows of a chain from `number` on, ascending, at most `limit` of them.
  func chain(_ chain: Chain, from number: UInt64, limit: Int) throws(StoreError) -> [ChainRow]

  /// The last row of a chain; `nil` when it is empty.
  func last(_ chain: Chain) throws(StoreError) -> ChainRow?

  /// Details from `number` on, ascending, at most `limit` of them. Details may be missing.
  func details(from number: UInt64, limit: Int) throws(StoreError) -> [DetailRow]

  /// The value of a leaf of the authenticated map.
  func leaf(_ key: [UInt8]) throws(StoreError) -> [UInt8]?

  /// Leaves whose key is at least `from` and begins with `prefix`, ascending, at most `limit`.
  func leaves(from: [UInt8], prefix: [UInt8], limit: Int) throws(StoreError) -> Leaves

  /// An inner node of the authenticated map.
  func tile(_ path: [UInt8]) throws(StoreError) -> [UInt8]?
}

/// What can be written within a transaction. `nil` deletes; deleting what is absent does nothing.
///
/// A detail without its log entry at the end of the transaction throws ``StoreError/conflict``.
public protocol StoreWriting: StoreReading {
  func setHeader(_ name: String, _ value: [UInt8]) throws(StoreError)
  func setCell(_ id: RowID, _ body: [UInt8]?) throws(StoreError)
  func setRequest(_ id: RowID, _ body: [UInt8]?) throws(StoreError)

  /// Writes or replaces a record with its listing part; `nil` deletes both.
  func setRecord(_ id: RowID, _ record: (listing: [UInt8], body: [UInt8])?) throws(StoreError)

  /// Writes or replaces one record's wrap; `nil` deletes it.
  func setWrap(_ id: RowID, _ body: [UInt8]?) throws(StoreError)

  /// Deletes many wraps and inserts many others; fast for a million of each.
  ///
  /// Inserting an id that is there after the deletions throws ``StoreError/conflict``.
  func replaceWraps(deleting: [RowID], inserting: Wraps) throws(StoreError)

  /// Appends to a chain; throws ``StoreError/conflict`` unless `number` follows the last row.
  func append(_ chain: Chain, _ row: ChainRow) throws(StoreError)

  /// Writes the detail of a log entry once; throws ``StoreError/conflict`` when there is one.
  func addDetail(_ row: DetailRow) throws(StoreError)

  /// Replaces the wraps of details, by number; the bodies stay. Fast for a million in order.
  ///
  /// A number that has no detail throws ``StoreError/conflict``, so that no wrap is lost unseen.
  func replaceDetailWraps(_ wraps: [(number: UInt64, wrap: [UInt8])]) throws(StoreError)

  /// Writes, replaces or deletes leaves; a key of other than 18 bytes throws
  /// ``StoreError/conflict``.
  func setLeaves(_ leaves: [(key: [UInt8], value: [UInt8]?)]) throws(StoreError)
  func setTiles(_ tiles: [(path: [UInt8], body: [UInt8]?)]) throws(StoreError)
}

extension StoreWriting {
  /// As ``replaceWraps(deleting:inserting:)`` with the rows one by one.
  public func replaceWraps(deleting: [RowID], inserting: [WrapRow]) throws(StoreError) {
    try replaceWraps(deleting: deleting, inserting: Wraps(inserting))
  }
}
