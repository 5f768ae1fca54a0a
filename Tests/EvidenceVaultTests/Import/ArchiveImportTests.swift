import Foundation
import Testing

@testable import EvidenceVault
@testable import Storage

/// An archive comes in once, whatever happens in between.
struct ArchiveImportTests {
  let office: Office
  let session: Session

  init() throws {
    office = try Office()
    session = try office.unlock("cora")
  }

  private func row(_ text: String, id: String? = nil, source: Code? = nil) -> ImportRow {
    ImportRow(
      identity: id, file: Array(text.utf8), source: .code(source ?? office.codes.source))
  }

  private func person(_ name: String) -> SourceReference {
    .document(Array("names: [\"\(name)\"]\nconsent: {audiences: [desk]}\n".utf8))
  }

  private func take(
    _ rows: [ImportRow], _ session: Session, rehearsal: Bool = false
  ) throws -> [ImportOutcome] {
    try ArchiveImport(session, isRehearsal: rehearsal)
      .take(rows, by: try session.permit(CustodianRole.self))
  }

  private func count(_ session: Session) throws -> Int {
    try session.testimonies(by: try session.permit(ResearcherRole.self)).count
  }

  @Test func `an import that ended after a batch goes on in another session and doubles nothing`()
    throws
  {
    let before = try count(session)
    let rows = (0..<9).map { row("The gate, part \($0).", id: $0 % 2 == 0 ? "no \($0)" : nil) }
    let first = try take(Array(rows[..<4]), session)
    let entries = office.store.rows.count(.log)
    // Another program, which knows nothing of the first.
    let next = try office.unlock("river")
    let all = try take(rows, next)
    #expect(try count(next) == before + 9)
    #expect(all[..<4].map(\.known) == first.map(\.taken))
    #expect(all[4...].allSatisfy { $0.taken != nil })
    #expect(
      office.store.rows.count(.log) == entries + 2, "one entry for the batch, one for the list")
    // And once more, in the session that has not seen the second.
    #expect(try take(rows, session).map(\.known) == first.map(\.taken) + all[4...].map(\.taken))
    #expect(try count(session) == before + 9)
    #expect(try session.check().allSatisfy { $0.damaged == 0 })
  }

  @Test func `a row is known by its name, or by its words where one of the two has no name`() throws
  {
    let one = try take([row("Words.", id: "1"), row("Words.", id: "2"), row("Words.")], session)
    // Two rows that the archive tells apart are two testimonies; one without a name is either.
    #expect(one[0].taken != nil && one[1].taken != nil && one[0].taken != one[1].taken)
    #expect(one[2].known != nil)
    #expect(
      try take([row("Others.", id: "1"), row("Words.", id: "3")], session)
        .map { $0.taken == nil } == [true, false])
    #expect(try take([row("Others.", id: "1")], session) == [.refused(.otherWords)])
    let elsewhere = ImportRow(
      archive: "north", identity: "1", file: Array("Others.".utf8),
      source: .code(office.codes.source))
    #expect(try take([elsewhere], session)[0].taken != nil)
    // The same within one batch.
    let two = try take(
      [row("A.", id: "x"), row("B.", id: "x"), row("A.", id: "x"), row("C."), row("C.")], session)
    #expect(two[0].taken != nil && two[1] == .refused(.otherWords))
    #expect(two[2].known == two[0].taken && two[4].known == two[3].taken)
  }

  @Test func `a rehearsal leaves no row behind, and tells what the import will`() throws {
    let rows = [
      row("The gate."), row("The gate."), row(" "),
      ImportRow(identity: nil, file: Array("New.".utf8), source: person("Dun Ostrel")),
    ]
    let before = office.store.rows
    let rehearsal = ArchiveImport(session, isRehearsal: true)
    let told =
      try rehearsal.take(Array(rows[..<1]), by: try session.permit(CustodianRole.self))
      + rehearsal.take(Array(rows[1...]), by: try session.permit(CustodianRole.self))
    #expect(office.store.rows.isSame(as: before))
    #expect(rehearsal.addedSources.count == 1)
    let done = try take(rows, session)
    #expect(told.map(\.word) == done.map(\.word))
    #expect(done.map(\.word) == ["taken", "known", "refused", "taken"])
  }

  @Test func `a refused row keeps the others of its batch not out`() throws {
    let other = try newVault()
    let stranger = try other.addSource(
      Array("names: [A B]\n".utf8), by: try other.permit(CustodianRole.self))
    let outcomes = try take(
      [
        row("One."), row("Two.", source: stranger), row("a\0b"),
        ImportRow(identity: nil, file: Array("T.".utf8), source: .document(Array("x".utf8))),
        row("Five."),
      ], session)
    #expect(outcomes.map(\.word) == ["taken", "refused", "refused", "refused", "taken"])
    #expect(outcomes[1] == .refused(.unknownSource))
    #expect(outcomes[2] == .refused(.testimony(.nulByte(byte: 1))))
    if case .refused(.source) = outcomes[3] {} else { Issue.record("\(outcomes[3])") }
  }

  @Test func `somebody who comes with a later batch is a label in the earlier ones`() throws {
    let taking = ArchiveImport(session)
    func add(_ rows: [ImportRow]) throws -> [ImportOutcome] {
      try taking.take(rows, by: try session.permit(CustodianRole.self))
    }
    func given(_ text: String, by name: String) -> ImportRow {
      ImportRow(identity: nil, file: Array(text.utf8), source: person(name))
    }
    let first = try add([given("We hid with Pak Sumin.", by: "Ro Hyonil")])
    let second = try add([
      given("It was Orla Testrand who came, and Pak Sumin.", by: "Pak Sumin"),
      given("I came.", by: "Orla Testrand"), given("I came again.", by: "Orla Testrand"),
    ])
    let researcher = try session.permit(ResearcherRole.self)
    for code in (first + second).compactMap(\.taken) {
      let text = try session.testimony(code, by: researcher).text
      #expect(!text.contains("Sumin") && !text.contains("Testrand"), "\(text)")
    }
    #expect(taking.addedSources.count == 3)
    // Each new source has its own entry, before the one of the testimonies.
    let river = try office.unlock("river")
    let log = try river.log(newest: 12, by: try river.permit(AuditorRole.self))
    #expect(
      log.filter { $0.act == "sourceAdded" || $0.act == "testimoniesImported" }.map(\.subjects)
        .suffix(5).map(\.first)
        == [
          taking.addedSources[0].text, "testimonies-1", taking.addedSources[1].text,
          taking.addedSources[2].text, "testimonies-3",
        ])
  }

  @Test
  func `what was erased does not come back with its archive, and its receipt names it no more`()
    throws
  {
    let rows = [row("The gate.", id: "1"), row("The yard.", id: "2")]
    let taken = try take(rows, session).compactMap(\.taken)
    _ = try session.eraseTestimony(taken[0], by: try session.permit(CustodianRole.self))
    #expect(try take(rows, session) == [.known(nil), .known(taken[1])])
    let named = try session.write { transaction in
      try transaction.all(Receipt.self, .receipt).flatMap { receipt -> [Code?] in
        if case .rows(let receipt) = receipt { receipt.rows.map(\.testimony) } else { [] }
      }
    }
    #expect(named == [nil, taken[1]])
  }

  @Test func `what came as a drop file is known, and what was refused stays out`() throws {
    let custodian = try session.permit(CustodianRole.self)
    let kit = try session.exportKit(by: custodian)
    let texts = ["Sealed in the field.", "Refused at the desk."]
    let drops = try texts.map {
      try FieldDrop(try kit.seal(testimony: Array($0.utf8), source: Office.strangerFile).bytes)
    }
    let accepted = try session.accept(drops[0], isNew: true, by: custodian)
    _ = try session.refuse(drops[1], reason: "", by: custodian)
    // Receipts of both kinds are read beside each other.
    _ = try take([row("Another.")], session)
    #expect(
      try take(texts.map { row($0) }, session) == [.known(accepted.testimony), .known(nil)])
    let later = try kit.seal(testimony: Array("Later.".utf8), source: Office.strangerFile)
    #expect(try session.fieldDrop(try FieldDrop(later.bytes), by: custodian).earlier == 0)
  }

  @Test(arguments: ["reza", "edda", "inka", "audra", "stew"])
  func `nobody but a custodian imports, also past the permit`(handle: String) throws {
    let other = try office.unlock(handle)
    #expect(throws: VaultError.roleMissing(.custodian)) {
      _ = try other.permit(CustodianRole.self)
    }
    #expect(throws: VaultError.roleMissing(.custodian)) {
      try other.write { try $0.log(.testimoniesImported, ["testimonies-1"], reason: "") }
    }
  }

  @Test func `an entry of an import that changes what was there is refused by every reader`() throws
  {
    let code = try #require(try take([row("The gate.")], session)[0].taken)
    let rows = office.store.rows
    for kind in [RecordKind.original, .working] {
      office.store.rows = rows
      let cora = try office.unlock("cora", on: Device())
      let number = cora.state.logCount
      try cora.write { transaction in
        try transaction.put(kind, code.text, listing: [1], body: [2])
        try transaction.log(.testimoniesImported, ["testimonies-1"], reason: "")
      }
      #expect(throws: VaultError.integrity(.log(number))) {
        _ = try office.unlock("river", on: Device())
      }
    }
  }
}

extension ImportOutcome {
  fileprivate var taken: Code? {
    if case .taken(let accepted) = self { accepted.testimony } else { nil }
  }
  fileprivate var known: Code? { if case .known(let code) = self { code } else { nil } }
  fileprivate var word: String {
    switch self {
    case .taken: "taken"
    case .known: "known"
    case .refused: "refused"
    }
  }
}

extension InMemoryState {
  /// Byte for byte.
  fileprivate func isSame(as other: InMemoryState) -> Bool {
    records.mapValues { $0.listing + $0.body } == other.records.mapValues { $0.listing + $0.body }
      && chains == other.chains && cells == other.cells && tiles == other.tiles
      && wraps.all.map(\.value) == other.wraps.all.map(\.value)
      && leaves.all.map(\.value) == other.leaves.all.map(\.value)
      && details.mapValues(\.body) == other.details.mapValues(\.body)
  }
}
