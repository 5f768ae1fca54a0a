import Foundation
import SQLiteStore
import Testing

@testable import EvidenceVault
@testable import Sealing
@testable import Storage

/// What an erasure leaves in the bytes of a vault's files: database, log, index and sealed files.
struct ErasedFilesTests {
  let office: Office

  init() throws { office = try Office() }

  /// The office in SQLite, with its sealed files, and everything that may not be left.
  private func onDisk(
    _ place: String,
    _ body: (_ store: SQLiteStore, _ river: Session, _ doomed: [[[UInt8]]]) throws -> Void
  ) throws {
    let path = place + "/vault"
    let store = try office.store.rows.make(at: path, busyTimeout: 0.05)
    try FileManager.default.createDirectory(
      atPath: path + "/objects", withIntermediateDirectories: false)
    var sealed: [[UInt8]] = []
    for name in office.store.objectNames {
      let bytes = try office.store.object(name)
      sealed.append(bytes)
      #expect(
        FileManager.default.createFile(
          atPath: path + "/objects/" + name, contents: Data(bytes)))
    }
    let river = try office.unlock("river", in: store)
    // Written just now, so that the log beside the database has rows of the person, too.
    let added = try river.addTestimony(
      Office.testimonyFile(7), source: .code(office.codes.source),
      by: try river.permit(CustodianRole.self))
    try river.addNote(
      "in the log", to: added.testimony, by: try river.permit(ResearcherRole.self))
    let record = river.lookup.record(.original, added.testimony.text)
    let original = try #require(try store.read { try $0.record(record.id) })
    let all = try files(below: path)
    #expect(isLeft([original], in: all.filter { $0.key.hasSuffix("-wal") }))
    let doomed = [sealed, try rows(river, store), try grants(river, store)]
    for kind in doomed { #expect(isLeft(kind, in: all)) }
    try body(store, river, doomed)
  }

  /// Bodies and wraps of records that were made of the source.
  private func rows(_ session: Session, _ store: SQLiteStore) throws -> [[UInt8]] {
    try store.read { reading in
      let map = try MapView(reading, root: session.state.root)
      var rows: [[UInt8]] = []
      for kind in [RecordKind.source, .original, .working, .note, .excerpt, .release, .attachment] {
        for (key, _) in try map.leaves(prefix: session.lookup.prefix(of: kind)) {
          rows.append(try #require(try reading.record(key.id)))
        }
      }
      rows += try reading.wraps(after: nil, limit: .max).map(\.body)
      return rows
    }
  }

  /// What gives the keys of the epochs that could open these.
  private func grants(_ session: Session, _ store: SQLiteStore) throws -> [[UInt8]] {
    try store.read { reading in
      var cells: [[UInt8]] = []
      for role in [Role.custodian, .researcher, .editor] {
        let epoch = try session.holding(role, session.state, reading).epoch
        for id in session.state.roster.members.keys {
          let row = session.lookup.row(.grant, id.bytes, [role.rawValue], epoch.bigEndianBytes)
          if let cell = try reading.cell(row) { cells.append(cell) }
        }
      }
      #expect(cells.count >= 8)
      return cells
    }
  }

  private func erase(_ session: Session) throws -> Erasure {
    try session.eraseSource(
      office.codes.source, keepScreening: false, by: try session.permit(CustodianRole.self))
  }

  private func isAnyLeft(_ doomed: [[[UInt8]]], _ place: String) throws -> Bool {
    isLeft(doomed.flatMap { $0 }, in: try files(below: place + "/vault"))
  }

  @Test func `no record, wrap, grant or sealed file of the erased is in any file`() throws {
    try inPlace { place in
      try onDisk(place) { store, river, doomed in
        #expect(try erase(river).left == [])
        #expect(try !isAnyLeft(doomed, place))
        let names = Set(try files(below: place + "/vault").keys)
        #expect(names.isSubset(of: ["vault.sqlite", "vault.sqlite-wal", "vault.sqlite-shm"]))
      }
    }
  }

  @Test func `with a reader open it stays unfinished for all, and whoever comes after finishes`()
    throws
  {
    try inPlace { place in
      try onDisk(place) { store, river, doomed in
        let reader = try SQLiteStore(opening: place + "/vault")
        try reader.read { rows in
          _ = try rows.header("format")
          #expect(try erase(river).left == [.files])
          // Another's command finds it unfinished, says so again, and does not forget it.
          let cora = try office.unlock("cora", on: Device(), in: store)
          #expect(try cora.finishErasure() == [.files])
          #expect(try isAnyLeft(doomed, place))
          // Sealed files are no pages that a reader holds.
          #expect(
            try FileManager.default.contentsOfDirectory(atPath: place + "/vault/objects") == [])
        }
        let inka = try office.unlock("inka", on: Device(), in: store)
        try inka.catchUp()
        #expect(try store.read { try UnfinishedErasure($0).steps } == [])
        #expect(try !isAnyLeft(doomed, place))
      }
    }
  }

  /// A vault in which a rotation of records was killed when an attachment's record was new already and
  /// its former file was not removed yet.
  private func interrupted() throws -> (river: Session, old: String) {
    let old = try #require(office.store.objectNames.first)
    let bytes = try office.store.object(old)
    let river = try office.unlock("river")
    _ = try river.rotateNextAttachment(after: nil)
    #expect(!office.store.objectNames.contains(old))
    office.store.setObject(old, bytes)
    #expect(try river.read { try river.cursor($0.store)?.objects } == [old])
    return (river, old)
  }

  @Test func `the former file that a killed rotation left goes with an erasure`() throws {
    let (river, old) = try interrupted()
    #expect(office.store.objectNames.count == 2)
    #expect(try erase(river).left == [])
    #expect(!office.store.objectNames.contains(old))
    #expect(office.store.objectNames == [])
  }

  @Test func `the former file that a killed rotation left goes with the next epoch`() throws {
    let (river, old) = try interrupted()
    let cora = try office.unlock("cora", on: Device())
    _ = try cora.rotateRole(.custodian)
    // Whoever comes next, for whom it is no orphan.
    #expect(try river.checkObjects()?.isClean == true)
    try office.unlock("inka", on: Device()).catchUp()
    #expect(!office.store.objectNames.contains(old) && office.store.objectNames.count == 1)
    #expect(try river.extracted(office.codes.attachment).bytes == Office.recording)
  }
}
