import Anonymity
import Foundation
import SQLiteStore
import Screen
import Sealing
import Storage

@testable import EvidenceVault

/// The figures of Docs/Design.md, in one run over one growing vault.
struct Figures {
  let report = Report()
  let place: Workplace
  let sizes: Sizes
  /// Only these are measured; all when empty.
  var only: Set<String> = []
  let pins = MemoryPins()

  /// How large the run is.
  struct Sizes {
    let few: Int
    let listed: Int
    let many: Int
    let bulk: Int
    let entries: Int
    let patterns: Int
    let people: Int
    /// Bytes.
    let attachment: Int

    static let full = Sizes(
      few: 10_000, listed: 100_000, many: 1_000_000, bulk: 2_000, entries: 1_000_000,
      patterns: 100_000, people: 1_000, attachment: 1 << 30)
    static let smoke = Sizes(
      few: 500, listed: 2_000, many: 5_000, bulk: 100, entries: 5_000, patterns: 5_000, people: 50,
      attachment: 16 << 20)
  }

  func run() throws {
    if wants("match") { try matching() }
    if wants("people") { try people() }
    if wants("screen") { try screening() }
    if wants("risk") { try risk() }
    let store = try SQLiteStore(creating: place.path + "/vault")
    let session = try Filled.create(store, pins)
    if wants("attachments") { try attachments(session) }
    if wants("add") { try adding(store, session) }
    if wants("import") { try importing(session) }
    if wants("command") || wants("list") || wants("rotate") {
      try Filled.testimonies(session, sizes.few)
      if wants("command") { try command(store, sizes.few) }
      try Filled.testimonies(session, sizes.listed - sizes.few)
      if wants("list") { try listing(store, session) }
    }
    if wants("command") || wants("rotate") {
      if wants("rotate") { try rotation(store, session, .researcher, sizes.listed) }
      try Filled.custodianRecords(session, sizes.many - sizes.listed)
      if wants("command") { try command(store, sizes.many) }
      try Filled.custodianRecords(session, sizes.listed)
      if wants("rotate") { try rotation(store, session, .custodian, sizes.many) }
    }
    if wants("log") { try log(store, session) }
  }

  private func wants(_ part: String) -> Bool { only.isEmpty || only.contains(part) }

  // MARK: - Commands

  private func command(_ store: SQLiteStore, _ records: Int) throws {
    report.heading("A command beyond Argon2id, \(records) records in the vault")
    let derive = try report.seconds(runs: 9) { _ = try Filled.keys(store) }
    let code = try anyTestimony(store)
    let keys = try Filled.keys(store)
    let took = try report.seconds(runs: 9) {
      let opened = try SQLiteStore(opening: place.path + "/vault")
      let session = try Filled.unlock(opened, pins, with: keys)
      _ = try session.testimony(code, by: try session.permit(ResearcherRole.self))
    }
    let sqlite = try report.seconds(runs: 9) {
      let opened = try SQLiteStore(opening: place.path + "/vault")
      try opened.write { try $0.setHeader("bench", Random.bytes(16)) }
    }
    report.line(
      "open the vault, log, show one testimony", took,
      "open and one durable write of SQLite alone", sqlite)
    report.line("Argon2id in the same run (interactive)", Report.time(derive))
  }

  private func anyTestimony(_ store: SQLiteStore) throws -> Code {
    let session = try Filled.unlock(store, pins)
    let all = try session.testimonies(by: try session.permit(ResearcherRole.self))
    guard let first = all.first else { throw VaultError.notFound }
    return first.code
  }

  private func listing(_ store: SQLiteStore, _ session: Session) throws {
    report.heading("Listing \(sizes.listed) testimonies")
    let researcher = try session.permit(ResearcherRole.self)
    let took = try report.seconds(runs: 3) { _ = try session.testimonies(by: researcher) }
    let ids = try session.read { reader in
      try reader.map.leaves(prefix: session.lookup.prefix(of: .working)).map(\.key.id)
    }
    let sqlite = try report.seconds(runs: 3) {
      _ = try store.read { try $0.listings(ids) }
    }
    report.line("list, verified and opened", took, "the rows from SQLite alone", sqlite)
    let bodies = try report.seconds {
      for start in stride(from: 0, to: ids.count, by: 256) {
        _ = try store.read { try $0.records(Array(ids[start..<min(start + 256, ids.count)])) }
      }
    }
    let search = try report.seconds(runs: 3) {
      _ = try session.search("nobody wrote this", by: researcher)
    }
    report.line("search, nothing found", search, "the rows from SQLite alone", bodies)
  }

  // MARK: - Adding

  private func adding(_ store: SQLiteStore, _ session: Session) throws {
    report.heading("Adding testimonies of 2 KiB")
    let custodian = try session.permit(CustodianRole.self)
    let codes = try Filled.sources(session, 1)
    let sqlite = try report.seconds(runs: 21) {
      try store.write { try $0.setHeader("bench", Random.bytes(16)) }
    }
    let one = try report.seconds(runs: 21) {
      _ = try session.addTestimony(Filled.file, source: .code(codes[0]), by: custodian)
    }
    report.line("one, durable, 1 source", one, "one durable write of SQLite alone", sqlite)
    let seal = try report.seconds(runs: 3) {
      for _ in 0..<sizes.bulk * 2 {
        let key = try RecordKey()
        _ = try key.seal(
          listing: [], body: Filled.file,
          RecordContext(
            vault: session.state.roster.vault, record: [UInt8](repeating: 0, count: 16),
            version: 1))
      }
    }
    let files = (0..<sizes.bulk).map { _ in
      (file: Filled.file, source: SourceReference.code(codes[0]))
    }
    let bulk = try report.seconds { _ = try session.addTestimonies(files, by: custodian) }
    report.line(
      "\(sizes.bulk) in one transaction (\(Int(Double(sizes.bulk) / bulk)) a second)", bulk,
      "sealing as many bodies", seal)
    _ = try Filled.sources(session, 999)
    let known = try report.seconds(runs: 5) {
      _ = try session.addTestimony(Filled.file, source: .code(codes[0]), by: custodian)
    }
    report.line("one, durable, 1,000 sources", known, "one durable write of SQLite alone", sqlite)
    let keys = try Filled.keys(store)
    let whole = try report.seconds(runs: 5) {
      let opened = try SQLiteStore(opening: place.path + "/vault")
      let session = try Filled.unlock(opened, pins, with: keys)
      _ = try session.addTestimony(
        Filled.file, source: .code(codes[0]), by: try session.permit(CustodianRole.self))
    }
    report.line(
      "the same from opening the vault on, but Argon2id", whole,
      "one durable write of SQLite alone", sqlite)
  }

  // MARK: - Rotation and log

  private func rotation(
    _ store: SQLiteStore, _ session: Session, _ role: Role, _ records: Int
  ) throws {
    report.heading("Rotating the role \(role.word), about \(records) records")
    let took = try report.seconds { _ = try session.rotateRole(role) }
    let alone = try SQLiteStore(creating: place.path + "/wraps-\(role.word)")
    func rows(_ salt: UInt64) -> [WrapRow] {
      var state = salt
      return (0..<records).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let high = state
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return WrapRow(
          id: RowID(high: high, low: state), body: [UInt8](repeating: 7, count: 72))
      }
    }
    let (before, after) = (rows(1), rows(2))
    try alone.write { try $0.replaceWraps(deleting: [], inserting: before) }
    let sqlite = try report.seconds {
      try alone.write { try $0.replaceWraps(deleting: before.map(\.id), inserting: after) }
    }
    report.line("one transaction", took, "replacing as many rows in SQLite alone", sqlite)
  }

  private func log(_ store: SQLiteStore, _ session: Session) throws {
    report.heading("Verifying a log of \(sizes.entries) entries")
    try Filled.logEntries(session, sizes.entries - Int(session.state.logCount))
    let took = try report.seconds(runs: 3) { _ = try session.verifyLog() }
    let sqlite = try report.seconds(runs: 3) {
      try store.read { reading in
        var from: UInt64 = 0
        while let last = try reading.chain(.log, from: from, limit: 16_384).last {
          from = last.number + 1
        }
      }
    }
    report.line("to a trusted head", took, "reading the rows in SQLite alone", sqlite)
    let genesis = try report.seconds { _ = try session.verifyLogFromGenesis() }
    report.line("from the genesis, signatures and map", genesis, "to a trusted head", took)
  }

  // MARK: - Matching

  /// What a command that redacts or screens pays for knowing many people.
  private func people() throws {
    report.heading("Knowing \(sizes.people) sources, each with a relative, in every spelling")
    let records = try (0..<sizes.people).map { number in
      SourceRecord(code: Code.random(.source), document: try Invented.document(number))
    }
    var people = People([])
    let spell = report.seconds(runs: 3) { people = People(records) }
    let all = report.seconds { _ = people.identities }
    let identities = people.identities
    report.line("\(identities.identifiers.count) spellings made", Report.time(spell))
    report.line("unpacked into identifiers", Report.time(all))
    let sealed = try records.map { try Codec.encode(SealedSource($0, knowing: people.spellings)) }
    let bytes = sealed.reduce(0) { $0 + $1.count } / max(1, sealed.count)
    var opened: [SealedSource] = []
    let decode = try report.seconds(runs: 3) {
      opened = try Codec.decodeAll(SealedSource.self, sealed)
    }
    report.line("read from \(bytes) bytes of JSON a source", Report.time(decode))
    let know = report.seconds(runs: 3) { _ = People(opened) }
    report.line("known without making", Report.time(know))
    let write = report.seconds(runs: 5) { _ = people.writingDesk(for: [Filled.file]) }
    report.line("what writes a working copy of 2 KiB", Report.time(write))
    var matcher = Matcher([])
    report.line(
      "matcher", Report.time(report.seconds { matcher = Matcher(identities.identifiers) }))
    let testimony = [Filled.file]
    let few = report.seconds(runs: 3) { _ = people.desk(for: testimony) }
    report.line("matcher for one testimony of 2 KiB", Report.time(few))
    let needles = identities.needles(try BuiltIn.policy("public"), audience: "public")
    let output = Outgoing(bytes: Filled.file, format: .txt, fileName: nil, metadata: [])
    let screen = report.seconds { _ = Screen(needles: needles).verdict(on: output) }
    report.line("screen of one release, \(needles.count) needles", Report.time(screen))
    for (language, text) in Patterns.prose {
      let bytes = Array(
        String(repeating: text, count: max(1, 8_000_000 / text.utf8.count)).utf8)
      let took = report.seconds(runs: 3) { _ = matcher.matches(in: bytes) }
      let hash = report.seconds(runs: 3) { _ = Digest.of(bytes) }
      report.line(
        "\(language), \(Int(Double(bytes.count) / took / 1e6)) MB/s", took,
        "SHA-256 of the same bytes", hash)
    }
  }

  private func matching() throws {
    report.heading("Matching \(sizes.patterns) identifiers")
    let known = (0..<sizes.patterns).map { number in
      KnownIdentifier(
        entity: EntityID(raw: "\(number)"), kind: .name,
        text: Patterns.name(number))
    }
    var matcher = Matcher([])
    let build = report.seconds { matcher = Matcher(known) }
    report.line("build", Report.time(build))
    for (language, text) in Patterns.prose {
      let bytes = Array(
        String(repeating: text, count: max(1, 8_000_000 / text.utf8.count)).utf8)
      let took = report.seconds(runs: 3) { _ = matcher.matches(in: bytes) }
      let hash = report.seconds(runs: 3) { _ = Digest.of(bytes) }
      let rate = Int(Double(bytes.count) / took / 1e6)
      report.line("\(language), \(rate) MB/s", took, "SHA-256 of the same bytes", hash)
    }
  }
}
