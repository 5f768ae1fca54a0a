import Foundation
import SQLiteStore
import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// A source who asks to be forgotten.
struct ErasureTests {
  let office: Office

  init() throws { office = try Office() }

  /// Somebody else's testimony that names the source who is erased.
  private func other(_ session: Session) throws -> Accepted {
    try session.addTestimony(
      Array("Orla Testrand stood beside me. Her number was +7 914 555-77-23. It rained.".utf8),
      source: .document(Office.strangerFile), by: try session.permit(CustodianRole.self))
  }

  private func erase(_ session: Session, keepScreening: Bool = false) throws -> Erasure {
    try session.eraseSource(
      office.codes.source, keepScreening: keepScreening,
      by: try session.permit(CustodianRole.self))
  }

  private func text(_ testimony: Code, _ session: Session) throws -> String {
    try session.testimony(testimony, by: try session.permit(ResearcherRole.self)).text
  }

  /// The rows that are about the source, and the keys under which they stand.
  private func doomed(
    _ session: Session, _ store: any VaultStore
  ) throws -> (rows: [[UInt8]], keys: [MapKey]) {
    try session.read { reader in
      var rows: [[UInt8]] = []
      var keys: [MapKey] = []
      let custodian = try session.holding(.custodian, session.state, reader.store)
      for kind in [
        RecordKind.source, .original, .working, .note, .excerpt, .release, .review, .told,
        .delivery, .drop, .reveal, .attachment,
      ] {
        guard let role = kind.role else { continue }
        let held =
          role == .custodian
          ? custodian : try session.holding(role, session.state, reader.store)
        for (key, _) in try reader.map.leaves(prefix: session.lookup.prefix(of: kind)) {
          keys.append(key)
          rows.append(try #require(try reader.store.record(key.id)))
          rows.append(try #require(try reader.store.listings([key.id])[0]))
          let names = [
            try #require(RowID(held.keys.wrapID(of: key.id.bytes))),
            session.lookup.boxed(key.id, role),
          ]
          rows += try reader.store.wraps(names).compactMap { $0 }
        }
      }
      return (rows, keys)
    }
  }

  @Test func `nothing of the erased is in any file, and an old backup still has it`() throws {
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault")
      let river = try office.unlock("river", in: store)
      // In the office everything but policies and groups came of this one source.
      let doomed = try doomed(river, store)
      #expect(doomed.keys.count >= 12)
      _ = try river.backUp(to: place + "/backup", .of(store), objects: "/none")
      #expect(isLeft(doomed.rows, in: try files(below: place + "/vault")))
      let done = try erase(river)
      #expect(done.left == [] && done.testimonies == [office.codes.testimony] && done.drops == 1)
      #expect(done.releases.map(\.excerpt) == [office.codes.release])
      #expect(done.releases[0].deliveries.map(\.by) == ["river"])
      #expect(!isLeft(doomed.rows, in: try files(below: place + "/vault")))
      for key in doomed.keys {
        #expect(try store.read { try $0.leaf(key.bytes) } == nil)
      }
      // The backup of the day before is out of reach.
      let old = try #require(FileManager.default.contents(atPath: place + "/backup"))
      #expect(isLeft(doomed.rows, in: ["": [UInt8](old)]))
    }
  }

  @Test func `the files of attachments go with their testimony`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let names = try river.objectNames(ofTestimony: office.codes.testimony, by: custodian)
    let kept = try river.attach([1, 2, 3], to: try other(river).testimony)
    #expect(!names.isEmpty)
    #expect(try erase(river).left == [])
    let files = Set(try river.objects().contents().objects)
    #expect(files.isDisjoint(with: names.map(\.name)))
    #expect(try river.extracted(kept.code).bytes == [1, 2, 3])
  }

  @Test func `a file that a killed erasure left is removed by whoever unlocks next`() throws {
    let river = try office.unlock("river")
    let left = String(repeating: "0a", count: 16)
    try river.objects().create(left).publish()
    try office.store.write {
      try UnfinishedErasure([.files], objects: [left]).write($0)
    }
    #expect(try river.objects().contents().objects.contains(left))
    try river.catchUp()
    #expect(try !river.objects().contents().objects.contains(left))
  }

  @Test func `files that another erasure noted meanwhile stay noted, and are no orphans`() throws {
    let river = try office.unlock("river")
    var now = UnfinishedErasure([.files], objects: ["a", "b"])
    now.removeFiles(of: UnfinishedErasure([.files], objects: ["a"]))
    #expect(now.objects == ["b"] && now.steps == [.files])
    let left = String(repeating: "0b", count: 16)
    try river.objects().create(left).publish()
    try office.store.write { try UnfinishedErasure([.files], objects: [left]).write($0) }
    let found = try #require(try river.checkObjects())
    #expect(found.waiting == 1 && !found.orphans.contains(left))
  }

  @Test func `a code that was joined to him leads to nobody`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let other = try other(river)
    _ = try river.mergeSources(office.codes.source, other.source, by: custodian)
    _ = try river.source(other.source, reason: "", by: custodian)
    let done = try river.eraseSource(other.source, keepScreening: false, by: custodian)
    #expect(Set(done.testimonies) == [office.codes.testimony, other.testimony])
    for code in [office.codes.source, other.source] {
      #expect(throws: VaultError.notFound) {
        _ = try river.source(code, reason: "", by: custodian)
      }
    }
    #expect(try river.read { try $0.map.leaves(prefix: river.lookup.prefix(of: .moved)) }.isEmpty)
  }

  @Test func `no key that is left opens an earlier copy, in which the old keys still do`() throws {
    let river = try office.unlock("river")
    let before = office.store.rows
    _ = try erase(river)
    let ring = KeyRing(try office.unlock("river"))
    try ring.harvest(office.store.rows)
    #expect(ring.roles.count == 5)
    // Only rows of the earlier copy; its own grants are what destroying cannot reach.
    #expect(try ring.kinds(before) == [])
    let old = KeyRing(river)
    try old.harvest(before)
    #expect(try old.kinds(before).contains(.source))
  }

  @Test(arguments: [false, true]) func `others' testimonies tell no reader of him, then or later`(
    keepScreening: Bool
  ) throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let other = try other(river)
    #expect(try !text(other.testimony, river).contains("Orla"))
    let done = try erase(river, keepScreening: keepScreening)
    #expect(done.named == [other.testimony] && (done.screening != nil) == keepScreening)
    func isClean() throws -> Bool {
      let text = try text(other.testimony, river)
      return !text.contains("Orla") && !text.contains("555-77-23") && text.contains("It rained.")
    }
    #expect(try isClean())
    // Whatever makes the working copy anew.
    try river.updateSource(
      other.source, Office.strangerFile + Array("\nnote: changed".utf8), by: custodian)
    #expect(try isClean())
    _ = try river.screenVault(by: custodian)
    #expect(try isClean())
    _ = try river.rotateRecords(by: custodian)
    // And what leaves.
    let draft = try river.draftExcerpt(
      of: other.testimony, audience: "desk", policy: "public", selection: nil,
      by: try river.permit(ResearcherRole.self))
    try river.approve(draft, conditionsMet: true, reason: "", by: custodian)
    let release = try river.write { try $0.release(draft) }
    for output in release.outputs {
      let text = String(decoding: output.bytes, as: UTF8.self)
      #expect(!text.contains("Orla") && !text.contains("555-77-23"))
    }
    // The other's original is what the other said.
    let original = try river.original(other.testimony, reason: "", by: custodian)
    #expect(original.text.reveal(by: custodian).contains("Orla Testrand"))
  }

  @Test func `what is kept for screening finds the person, under a code that leads nowhere`() throws
  {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let before = try river.source(office.codes.source, reason: "", by: custodian)
    let code = try #require(try erase(river, keepScreening: true).screening)
    #expect(code != office.codes.source)
    let kept = try river.source(code, reason: "", by: custodian)
    #expect(kept.screenOnly == true && kept.entity != before.entity)
    #expect(kept.document.describeAs.isEmpty && kept.document.consent.audiences.isEmpty)
    let later = try other(river)
    #expect(try !text(later.testimony, river).contains("Orla"))
    #expect(throws: VaultError.notFound) {
      try river.source(office.codes.source, reason: "", by: custodian)
    }
  }

  @Test func `a legal hold stops it, and its release lets it go on`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    #expect(throws: VaultError.input(.emptyText)) {
      try river.holdSource(office.codes.source, reason: "", by: custodian)
    }
    try river.holdSource(office.codes.source, reason: "a court asked", by: custodian)
    // An update of the record does not lift it.
    try river.updateSource(office.codes.source, Office.sourceFile, by: custodian)
    let today = CalendarDate.text(Session.systemClock())
    let held = VaultError.refused(.legalHold(by: "river", since: today))
    #expect(throws: held) { try erase(river) }
    #expect(throws: held) { try river.eraseTestimony(office.codes.testimony, by: custodian) }
    #expect(try text(office.codes.testimony, river).contains("gate"))
    try river.releaseHold(office.codes.source, reason: "", by: custodian)
    #expect(throws: VaultError.refused(.notHeld)) {
      try river.releaseHold(office.codes.source, reason: "", by: custodian)
    }
    _ = try erase(river)
  }

  @Test func `what an erasure would destroy is told, and stays`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let told = try river.planErasure(ofSource: office.codes.source, by: custodian)
    let one = try river.planErasure(ofTestimony: office.codes.testimony, by: custodian)
    #expect(one.testimonies == [office.codes.testimony])
    #expect(
      try river.original(one.testimonies[0], reason: "", by: custodian).source
        == office.codes.source)
    #expect(try office.unlock("river").check().allSatisfy { $0.damaged == 0 })
    let done = try river.eraseSource(
      office.codes.source, keepScreening: false, by: custodian)
    #expect(
      done.testimonies == told.testimonies && done.attachments == told.attachments
        && done.excerpts == told.excerpts && done.releases == told.releases)
    #expect(throws: VaultError.notFound) {
      _ = try river.planErasure(ofSource: office.codes.source, by: custodian)
    }
  }

  @Test func `two testimonies of the same bytes go together, and one without the other`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let file = Office.testimonyFile(8)
    let kit = try river.exportKit(by: custodian)
    func drop() throws -> FieldDrop {
      try FieldDrop(try kit.seal(testimony: file, source: Office.strangerFile).bytes)
    }
    let came = try river.accept(drop(), by: custodian)
    let typed = try river.addTestimony(file, source: .code(came.source), by: custodian)
    // The receipt is of the one that came in the drop.
    _ = try river.eraseTestimony(typed.testimony, by: custodian)
    #expect(throws: VaultError.field(.dropKnown(came.testimony))) {
      _ = try river.accept(drop(), by: custodian)
    }
    _ = try river.addTestimony(file, source: .code(came.source), by: custodian)
    let done = try river.eraseSource(came.source, keepScreening: false, by: custodian)
    #expect(done.testimonies.count == 2)
    #expect(throws: VaultError.field(.dropRefused)) { _ = try river.accept(drop(), by: custodian) }
  }

  @Test func `one testimony goes with all that came of it, and the source stays`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let done = try river.eraseTestimony(office.codes.testimony, by: custodian)
    #expect(done.left == [] && done.excerpts == 3 && done.questions == 1 && done.drops == 0)
    #expect(try river.sources(by: custodian).map(\.code) == [office.codes.source])
    #expect(throws: VaultError.notFound) { _ = try text(office.codes.testimony, river) }
    #expect(try river.excerpts(by: try river.permit(ResearcherRole.self)).isEmpty)
    #expect(try river.releases(by: try river.permit(EditorRole.self)).isEmpty)
  }

  @Test func `the log says that it was done and by whom, and of whom nothing`() throws {
    let cora = try office.unlock("cora")
    let code = office.codes.source.text
    let done = try erase(cora)
    // Only an auditor can tell which details name the code.
    #expect(done.left == [.details])
    let rows = office.store.rows
    let audra = try office.unlock("audra", on: Device())
    let auditor = try audra.permit(AuditorRole.self)
    #expect(try audra.log(newest: .max, by: auditor).contains { $0.subjects.contains(code) })
    #expect(try audra.finishErasure() == [])
    let lines = try audra.log(newest: .max, by: auditor)
    #expect(!lines.contains { $0.subjects.contains(code) || $0.reason.contains(code) })
    let erasing = try #require(lines.first { $0.act == "sourceErased" })
    #expect(erasing.member == "cora" && erasing.subjects == ["testimonies-1"])
    let erased = lines.filter { $0.unreadable == .erased }
    #expect(
      erased.contains { $0.act == "sourceAdded" }
        && erased.allSatisfy { $0.number < erasing.number })
    #expect(try audra.check().allSatisfy { $0.damaged == 0 && $0.unreadable == 0 })
    // Old detail keys open nothing: their wraps are gone, and a rotation leaves it so.
    #expect(try audra.rotateRole(.auditor))
    #expect(
      try audra.log(newest: .max, by: auditor).filter { $0.unreadable == .erased }.count
        == erased.count)
    // A key that storage takes away in the same manner is no erasure.
    let number = try #require(rows.details.keys.max())
    office.store.tamper { $0.details[number - 1]?.wrap = ErasedDetails.mark }
    #expect(throws: VaultError.integrity(.detail(number - 1))) {
      try audra.log(newest: .max, by: auditor)
    }
  }

  @Test func `every device verifies a vault after an erasure, from its beginning and its pin`()
    throws
  {
    let handles = ["river", "cora", "reza", "edda", "audra", "stew"]
    for handle in handles { _ = try office.unlock(handle) }
    _ = try erase(try office.unlock("cora"))
    for handle in handles {
      _ = try office.unlock(handle)
      _ = try office.unlock(handle, on: Device()).verifyLogFromGenesis()
    }
  }

  @Test func `only a custodian erases, by the vault's rules and not by the program`() throws {
    let reza = try office.unlock("reza")
    let forger = try Forger(reza, office.store)
    let key = reza.lookup.record(.working, office.codes.testimony.text)
    let count = reza.state.logCount
    try forger.append(.sourceErased, changes: [(key, nil)])
    #expect(throws: VaultError.integrity(.log(count))) { try office.unlock("cora", on: Device()) }
  }

  @Test func `with a reader open it says that it is unfinished, and the next command finishes`()
    throws
  {
    try inPlace { place in
      let store = try office.store.rows.make(at: place + "/vault", busyTimeout: 0.05)
      let river = try office.unlock("river", in: store)
      let doomed = try doomed(river, store)
      let reader = try SQLiteStore(opening: place + "/vault")
      try reader.read { rows in
        _ = try rows.header("format")
        #expect(try erase(river).left == [.files])
        #expect(isLeft(doomed.rows, in: try files(below: place + "/vault")))
      }
      // Any member's, also one who holds no role.
      let inka = try office.unlock("inka", on: Device(), in: store)
      #expect(try inka.finishErasure() == [])
      #expect(!isLeft(doomed.rows, in: try files(below: place + "/vault")))
    }
  }

  @Test func `killed anywhere it is not begun or goes on, and loses nothing else`() throws {
    let truth = office.store.rows
    let records = truth.records.count
    var step = 0
    var kills = 0
    while true {
      office.store.rows = truth
      let river = try office.unlock("river", on: Device())
      office.store.cutPower(after: step)
      let finished = (try? erase(river).left) == []
      office.store.cutPower(after: nil)
      if finished { break }
      kills += 1
      let after = try office.unlock("river", on: Device())
      let custodian = try after.permit(CustodianRole.self)
      if (try? after.source(office.codes.source, reason: "", by: custodian)) != nil {
        #expect(office.store.rows.records.count == records)
        #expect(try erase(after).left == [])
      } else {
        #expect(try after.finishErasure() == [])
      }
      #expect(try after.check().allSatisfy { $0.damaged == 0 })
      step += 29
    }
    #expect(kills > 3)
  }
}
