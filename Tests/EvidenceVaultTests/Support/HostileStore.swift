import EvidenceVault
import Foundation
import Synchronization

@testable import Storage

/// A store whose keeper reads and edits every row, keeps old states, and cuts the power.
final class HostileStore: VaultStore {
  private let state: Mutex<InMemoryState>
  private let writer = Mutex<Void>(())
  private let fuse = Mutex<Int?>(nil)
  private let failingReads = Mutex(false)
  private let failingCommits = Mutex(false)

  /// The sealed files that it begins with, by name.
  private let objects: [String: [UInt8]]
  private let place = Mutex<String?>(nil)

  init(_ rows: InMemoryState = InMemoryState(), objects: [String: [UInt8]] = [:]) {
    state = Mutex(rows)
    self.objects = objects
  }

  deinit {
    if let made = place.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: made) }
  }

  /// A directory of its own, made with the sealed files when it is first asked for.
  var directory: String? {
    place.withLock { place in
      if let made = place { return made }
      let made = NSTemporaryDirectory() + "/" + UUID().uuidString
      place = made
      restoreObjects(in: made)
      return made
    }
  }

  /// Puts the sealed files back as they were at the beginning, and takes all others away.
  func restoreObjects() {
    if let made = place.withLock({ $0 }) { restoreObjects(in: made) }
  }

  private func restoreObjects(in made: String) {
    try? FileManager.default.removeItem(atPath: made)
    try? FileManager.default.createDirectory(
      atPath: made + (objects.isEmpty ? "" : "/objects"), withIntermediateDirectories: true)
    for (name, bytes) in objects {
      _ = FileManager.default.createFile(
        atPath: made + "/objects/" + name, contents: Data(bytes))
    }
  }

  /// Every row there is.
  var rows: InMemoryState {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// Edits rows as no program of ours would.
  func tamper(_ edit: (inout InMemoryState) -> Void) { state.withLock { edit(&$0) } }

  /// The power fails at the writing call after so many; beginning, commit and return count too.
  func cutPower(after steps: Int?) { fuse.withLock { $0 = steps } }
  func failReads(_ fail: Bool) { failingReads.withLock { $0 = fail } }
  func failCommits(_ fail: Bool) { failingCommits.withLock { $0 = fail } }

  fileprivate func step() throws(StoreError) {
    let dead = fuse.withLock { left -> Bool in
      guard let now = left else { return false }
      left = max(0, now - 1)
      return now == 0
    }
    if dead { throw .inputOutput }
  }

  func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result {
    if failingReads.withLock({ $0 }) { throw StoreError.inputOutput }
    return try body(InMemoryReading(rows))
  }

  func write<Result>(_ body: (any StoreWriting) throws -> Result) throws -> Result {
    var result: Result?
    try writer.withLock { _ in
      try step()
      let transaction = InMemoryWriting(rows)
      result = try body(FusedWriting(transaction, self))
      let committed = try transaction.end()
      try step()
      if failingCommits.withLock({ $0 }) { throw StoreError.full }
      rows = committed
      try step()
    }
    guard let result else { throw StoreError.inputOutput }
    return result
  }

  func destroyRemnants(of rows: ReplacedKind) throws(StoreError) -> Bool {
    try step()
    return true
  }
}

/// Passes every call on, unless the power has failed.
private final class FusedWriting: StoreWriting {
  private let inner: InMemoryWriting
  private let store: HostileStore

  init(_ inner: InMemoryWriting, _ store: HostileStore) {
    self.inner = inner
    self.store = store
  }

  func header(_ name: String) throws(StoreError) -> [UInt8]? { try inner.header(name) }
  func cell(_ id: RowID) throws(StoreError) -> [UInt8]? { try inner.cell(id) }
  func requests() throws(StoreError) -> [(id: RowID, body: [UInt8])] { try inner.requests() }
  func record(_ id: RowID) throws(StoreError) -> [UInt8]? { try inner.record(id) }
  func records(_ ids: [RowID]) throws(StoreError) -> Bodies { try inner.records(ids) }
  func listings(_ ids: [RowID]) throws(StoreError) -> Bodies { try inner.listings(ids) }
  func wraps(_ ids: [RowID]) throws(StoreError) -> Bodies { try inner.wraps(ids) }
  func wraps(after: RowID?, limit: Int) throws(StoreError) -> [WrapRow] {
    try inner.wraps(after: after, limit: limit)
  }
  func chain(_ chain: Chain, from: UInt64, limit: Int) throws(StoreError) -> [ChainRow] {
    try inner.chain(chain, from: from, limit: limit)
  }
  func last(_ chain: Chain) throws(StoreError) -> ChainRow? { try inner.last(chain) }
  func details(from: UInt64, limit: Int) throws(StoreError) -> [DetailRow] {
    try inner.details(from: from, limit: limit)
  }
  func leaf(_ key: [UInt8]) throws(StoreError) -> [UInt8]? { try inner.leaf(key) }
  func leaves(from: [UInt8], prefix: [UInt8], limit: Int) throws(StoreError) -> Leaves {
    try inner.leaves(from: from, prefix: prefix, limit: limit)
  }
  func tile(_ path: [UInt8]) throws(StoreError) -> [UInt8]? { try inner.tile(path) }

  func setHeader(_ name: String, _ value: [UInt8]) throws(StoreError) {
    try store.step()
    try inner.setHeader(name, value)
  }
  func setCell(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    try store.step()
    try inner.setCell(id, body)
  }
  func setRequest(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    try store.step()
    try inner.setRequest(id, body)
  }
  func setRecord(
    _ id: RowID, _ record: (listing: [UInt8], body: [UInt8])?
  ) throws(StoreError) {
    try store.step()
    try inner.setRecord(id, record)
  }
  func setWrap(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    try store.step()
    try inner.setWrap(id, body)
  }
  func replaceWraps(deleting: [RowID], inserting: Wraps) throws(StoreError) {
    try store.step()
    try inner.replaceWraps(deleting: deleting, inserting: inserting)
  }
  func append(_ chain: Chain, _ row: ChainRow) throws(StoreError) {
    try store.step()
    try inner.append(chain, row)
  }
  func addDetail(_ row: DetailRow) throws(StoreError) {
    try store.step()
    try inner.addDetail(row)
  }
  func replaceDetailWraps(_ wraps: [(number: UInt64, wrap: [UInt8])]) throws(StoreError) {
    try store.step()
    try inner.replaceDetailWraps(wraps)
  }
  func setLeaves(_ leaves: [(key: [UInt8], value: [UInt8]?)]) throws(StoreError) {
    try store.step()
    try inner.setLeaves(leaves)
  }
  func setTiles(_ tiles: [(path: [UInt8], body: [UInt8]?)]) throws(StoreError) {
    try store.step()
    try inner.setTiles(tiles)
  }
}

extension SortedRows {
  /// All rows, in order.
  var all: [(key: Key, value: [UInt8])] { rows(atLeast: nil, limit: .max) }
}
