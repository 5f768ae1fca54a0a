import Foundation
import SQLiteStore
import Sealing
import Synchronization
import Testing

@testable import EvidenceVault
@testable import Storage

private final class Flag: Sendable {
  let isSet = Mutex(false)
}

/// A vault on disk and one file that has all of it.
struct BackupTests {
  let office: Office

  init() throws { office = try Office() }

  private func backUp(
    _ store: SQLiteStore, _ path: String, as handle: String = "river", objects: String = "/none"
  ) throws -> BackupMade {
    try office.unlock(handle, in: store).backUp(to: path, .of(store), objects: objects)
  }

  /// A backup's content in a directory of its own.
  private func extract(_ backup: String, _ place: String) throws -> SQLiteStore {
    try SQLiteStore.place(at: place) { try BackupFile(opening: backup).extract(into: $0) }
    return try SQLiteStore(opening: place)
  }

  @Test func `a member without any right makes a backup that has everything to its own entry`()
    throws
  {
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault")
      let truth = try Answers(try office.unlock("river", in: store))
      let made = try backUp(store, place + "/one", as: "edda")
      #expect(made.damaged == 0 && made.objects == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: place).sorted() == ["one", "vault"])
      let copy = try extract(place + "/one", place + "/copy")
      let session = try office.unlock("river", on: Device(), in: copy)
      #expect(session.state.logCount == made.entries)
      #expect(Hex.encode(session.state.logHead.bytes) == made.head)
      let said = try Answers(session).said
      for (what, rows) in truth.said where what.hasPrefix("bodies") || what.hasPrefix("listings") {
        #expect(said[what] == rows)
      }
      let line = try session.log(newest: 2, by: try session.permit(AuditorRole.self))[0]
      #expect(line.act == "backupMade" && line.member == "edda")
      // Nothing is overwritten.
      #expect(throws: VaultError.storage(.exists)) { try backUp(store, place + "/one") }
    }
  }

  @Test func `attachments that are rotated while it is made are not lost in silence`() throws {
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault", busyTimeout: 60)
      let objects = place + "/vault/objects"
      try FileManager.default.copyItem(
        atPath: try #require(office.store.directory) + "/objects", toPath: objects)
      let (river, cora) = (
        try office.unlock("river", in: store), try office.unlock("cora", in: store)
      )
      let racing = CopiedStore {
        try store.copy(into: $0)
        _ = try cora.rotateRecords(by: try cora.permit(CustodianRole.self))
      } open: {
        try SQLiteStore(opening: $0)
      } isWhole: {
        try ($0 as? SQLiteStore)?.isWhole() ?? false
      }
      #expect(throws: VaultError.storage(.conflict)) {
        try river.backUp(to: place + "/one", racing, objects: objects)
      }
      #expect(!FileManager.default.fileExists(atPath: place + "/one"))
      #expect(try river.backUp(to: place + "/two", .of(store), objects: objects).objects == 1)
    }
  }

  @Test func `what others commit meanwhile is in it whole or not at all`() throws {
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault", busyTimeout: 60)
      let stop = Flag()
      let (office, path) = (self.office, place + "/vault")
      let writer = Thread {
        guard let other = try? SQLiteStore(opening: path, busyTimeout: 60),
          let cora = try? office.unlock("cora", on: Device(), in: other),
          let permit = try? cora.permit(ResearcherRole.self)
        else { return }
        while !stop.isSet.withLock({ $0 }) {
          try? cora.addNote("again", to: office.codes.testimony, by: permit)
        }
      }
      writer.start()
      defer { stop.isSet.withLock { $0 = true } }
      for number in 0..<3 {
        let made = try backUp(store, place + "/backup\(number)")
        let copy = try extract(place + "/backup\(number)", place + "/copy\(number)")
        let session = try office.unlock("river", on: Device(), in: copy)
        #expect(session.state.logCount == made.entries && made.damaged == 0)
        #expect(try session.check().allSatisfy { $0.damaged == 0 })
      }
    }
  }

  @Test func `rows that were replaced before are in no byte of it`() throws {
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault")
      let river = try office.unlock("river", in: store)
      let id = river.lookup.record(.note, office.codes.testimony.text).id
      let old = try #require(try store.read { try $0.record(id) })
      try river.addNote(
        "more", to: office.codes.testimony, by: try river.permit(ResearcherRole.self))
      _ = try backUp(store, place + "/backup")
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: place + "/backup")))
      #expect(!isLeft([old], in: ["": bytes]))
      let new = try #require(try store.read { try $0.record(id) })
      #expect(isLeft([new], in: ["": bytes]))
    }
  }

  @Test func `attachments' files go along, and a link among them is refused`() throws {
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault")
      let objects = place + "/vault/objects"
      try FileManager.default.createDirectory(
        atPath: objects + "/a0", withIntermediateDirectories: true)
      let contents = [
        "a0/one": Data([1, 2, 3]), "a0/two": Data(), "b": Data(repeating: 7, count: 3 << 20),
      ]
      for (name, data) in contents { try data.write(to: URL(filePath: objects + "/" + name)) }
      let made = try backUp(store, place + "/backup", objects: objects)
      #expect(made.objects == 3)
      _ = try extract(place + "/backup", place + "/copy")
      for (name, data) in contents {
        #expect(FileManager.default.contents(atPath: place + "/copy/objects/" + name) == data)
      }
      try FileManager.default.createSymbolicLink(
        atPath: objects + "/c", withDestinationPath: "/etc/passwd")
      #expect(throws: VaultError.storage(.unsuitable)) {
        try backUp(store, place + "/other", objects: objects)
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: place).sorted()
          == ["backup", "copy", "vault"])
    }
  }

  @Test func `what a killed run left for the same name is removed by the next`() throws {
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault")
      let chance = "0011223344556677"
      // The last is of a backup called b.c, which may be under way.
      let others = [".b.c.\(chance).partial", ".other.\(chance).partial"]
      for name in [".b.\(chance).partial"] + others {
        try FileManager.default.createDirectory(
          atPath: place + "/" + name, withIntermediateDirectories: false)
        try Data([1]).write(to: URL(filePath: place + "/\(name)/vault.sqlite"))
      }
      func left() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place).sorted()
      }
      func age() throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: place)
        where path.hasPrefix(".b.\(chance)") {
          try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3_700)],
            ofItemAtPath: place + "/" + path)
        }
      }
      // Somebody may be writing it.
      _ = try backUp(store, place + "/b")
      #expect(try left() == [".b.\(chance).partial"] + others + ["b", "vault"])
      try FileManager.default.removeItem(atPath: place + "/b")
      try age()
      _ = try backUp(store, place + "/b")
      #expect(try left() == others + ["b", "vault"])
      // Killed when the file had its name already: the next run refuses the name, and tidies all the same.
      try FileManager.default.createDirectory(
        atPath: place + "/.b.\(chance).partial", withIntermediateDirectories: false)
      try age()
      #expect(throws: VaultError.storage(.exists)) { try backUp(store, place + "/b") }
      #expect(try left() == others + ["b", "vault"])
    }
  }

  @Test func `a damaged record is told of and copied all the same`() throws {
    let river = try office.unlock("river")
    let id = river.lookup.record(.source, office.codes.source.text).id
    office.store.tamper { $0.records[id]?.body[60] ^= 1 }
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault")
      #expect(try backUp(store, place + "/backup").damaged == 1)
    }
  }
}
