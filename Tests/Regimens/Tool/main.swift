// What the regimens need and no command does: a vault of thousands of records, a process that holds
// the database, and a look at the rows.
//
//   regimens fill VAULT MEMBER COUNT   adds so many testimonies; passphrase on descriptor 3
//   regimens count VAULT MEMBER        one line that says what the vault has; opens every record
//   regimens state VAULT MEMBER [texts]
//                                      all that a member can open, without codes of keys or times;
//                                      with the text of every tenth testimony, for a founder
//   regimens hold VAULT read|write     holds a transaction until standard input ends
//   regimens leaves|wraps VAULT        one line for each row: id and value in hex
//   regimens records VAULT             one line for each record: listing and body in hex
//   regimens remnants BEFORE VAULT     one line for each record, wrap or key of a log detail that
//                                      another copy has and this vault has no more, and that stands
//                                      in one of its files all the same
//   regimens noted VAULT               what erasures have still to do, as the vault notes it
import EvidenceVault
import Foundation
import SQLiteStore
import Sealing
import Storage

func unlock(_ path: String, _ member: String) throws -> Session {
  let passphrase = try Passphrase { (buffer: inout MutableSpan<UInt8>) in
    try PassphraseReader.read(descriptor: 3, into: &buffer)
  }
  let state = ProcessInfo.processInfo.environment["EVAULT_STATE"] ?? path + "-state"
  return try Vault.unlock(
    try SQLiteStore(opening: path), handle: member, passphrase: passphrase,
    pins: FilePinStore(directory: state))
}

/// Titles and texts all differ a little.
func fill(_ path: String, _ member: String, _ count: Int) throws {
  let session = try unlock(path, member)
  let custodian = try session.permit(CustodianRole.self)
  let source = try session.addSource(
    Array("names: [\"Orla Testrand\"]\nconsent: {audiences: [desk]}\n".utf8), by: custodian)
  for start in stride(from: 0, to: count, by: 1000) {
    let files = (start..<min(start + 1000, count)).map { number in
      let text = """
        ---
        title: Night shift \(number)
        language: en
        ---
        I am Orla Testrand. The gate of yard \(number) closed at nine. Nobody said why.
        """
      return (file: Array(text.utf8), source: SourceReference.code(source))
    }
    _ = try session.addTestimonies(files, by: custodian)
  }
}

/// Everything that an act can change, but codes and times. For a founder, who holds every role.
func count(_ path: String, _ member: String) throws {
  let session = try unlock(path, member)
  _ = try session.verifyLogFromGenesis()
  let custodian = try session.permit(CustodianRole.self)
  let researcher = try session.permit(ResearcherRole.self)
  let members = try session.members()
    .map { "\($0.handle):\($0.rights.map(\.word).sorted()):\($0.holds.map(\.word).sorted())" }
    .sorted()
  let roles = try session.roleList().map { "\($0.role.word)=\($0.epoch ?? 0)" }.sorted()
  let excerpts = try session.excerpts(by: researcher).map(\.status.rawValue).sorted()
  let damaged = try session.check().reduce(0) { $0 + $1.damaged }
  // Orphans are what a killed addition may leave; they are not counted.
  let objects = try session.checkObjects()
  print(
    "members \(members) waiting \(try session.waitingMembers().map(\.handle)) roles \(roles)",
    "sources \(try session.sources(by: custodian).map { "\($0.name)\($0.withdrawn == true ? " withdrawn" : "")" }.sorted())",
    "kits \(try session.kits(by: custodian).count)",
    "testimonies \(try session.testimonies(by: researcher).count) excerpts \(excerpts)",
    "inbox \(try session.inbox(by: custodian).drops.count) damaged \(damaged)",
    "attachments \(objects?.attachments ?? 0) damaged \(objects?.damaged.count ?? 0)",
    "foreign \(objects?.foreign.count ?? 0)")
}

/// What rotations must leave as it is, whoever looks: how many records of each kind open, and what
/// they say.
func state(_ path: String, _ member: String, texts: Bool) throws {
  let session = try unlock(path, member)
  _ = try session.verifyLogFromGenesis()
  for kind in try session.check() {
    // Each look adds to the log.
    let records = kind.kind == "log detail" ? "" : " \(kind.records)"
    print("\(kind.kind)\(records): \(kind.damaged) damaged, \(kind.unreadable) unreadable")
  }
  print("roles \(session.roles.map(\.word).sorted())")
  for member in try session.members().sorted(by: { $0.handle < $1.handle }) {
    print(member.handle, member.rights.map(\.word).sorted(), member.holds.map(\.word).sorted())
  }
  if session.roles.contains(.researcher) {
    let researcher = try session.permit(ResearcherRole.self)
    for testimony in try session.testimonies(by: researcher) { print(testimony) }
    for excerpt in try session.excerpts(by: researcher) { print(excerpt) }
  }
  if session.roles.contains(.editor) {
    for release in try session.releases(by: session.permit(EditorRole.self)) { print(release) }
  }
  guard session.roles.contains(.custodian) else { return }
  let custodian = try session.permit(CustodianRole.self)
  for source in try session.sources(by: custodian) { print(source) }
  guard texts else { return }
  let researcher = try session.permit(ResearcherRole.self)
  let some = try session.testimonies(by: researcher).enumerated().filter { $0.offset % 10 == 0 }
  for (_, testimony) in some {
    let original = try session.original(testimony.code, reason: "compared", by: custodian)
    print(original.text.reveal(by: custodian))
    print(try session.testimony(testimony.code, by: researcher).sentences)
  }
}

/// Says "held" when it has the transaction.
func hold(_ path: String, writing: Bool) throws {
  let store = try SQLiteStore(opening: path)
  func wait() {
    FileHandle.standardOutput.write(Data("held\n".utf8))
    while readLine() != nil {}
  }
  if writing {
    try store.write { _ in wait() }
  } else {
    try store.read { rows in
      _ = try rows.last(.log)
      wait()
    }
  }
}

func hex(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

func printLeaves(_ path: String) throws {
  try SQLiteStore(opening: path).read { rows in
    for leaf in try rows.leaves(from: [], prefix: [], limit: .max) {
      print(hex(leaf.key), hex(leaf.value))
    }
  }
}

/// Rows that an erasure or a rotation destroys.
func destroyable(_ path: String) throws -> Set<[UInt8]> {
  var found: Set<[UInt8]> = []
  try SQLiteStore(opening: path).read { rows in
    for leaf in try rows.leaves(from: [], prefix: [], limit: .max) {
      guard let id = RowID(Array(leaf.key.suffix(RowID.size))), let body = try rows.record(id),
        let listing = try rows.listings([id])[0]
      else { continue }
      found.formUnion([body, listing])
    }
    found.formUnion(try rows.wraps(after: nil, limit: .max).map(\.body))
    found.formUnion(try rows.details(from: 0, limit: .max).map(\.wrap))
  }
  return found.filter { $0.count >= 16 }
}

/// Files are read before the database is opened, which may tidy them.
func printRemnants(_ before: String, _ path: String) throws {
  var files: [(name: String, bytes: Data)] = []
  for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
    if let data = FileManager.default.contents(atPath: path + "/" + name) {
      files.append((name, data))
    }
  }
  let gone = try destroyable(before).subtracting(try destroyable(path))
  for row in gone {
    let middle = row.count / 2 - 8
    for mark in [row.prefix(16), row[middle..<(middle + 16)], row.suffix(16)] {
      for file in files where file.bytes.range(of: Data(mark)) != nil {
        print(row.count, "bytes in", file.name, hex(Array(mark)))
      }
    }
  }
}

func printNoted(_ path: String) throws {
  print(
    try SQLiteStore(opening: path).read {
      String(decoding: try $0.header("unfinished") ?? [], as: UTF8.self)
    })
}

func printRecords(_ path: String) throws {
  try SQLiteStore(opening: path).read { rows in
    for leaf in try rows.leaves(from: [], prefix: [], limit: .max) {
      // The roster's head is a leaf without a record.
      guard let id = RowID(Array(leaf.key.suffix(RowID.size))), let body = try rows.record(id),
        let listing = try rows.listings([id])[0]
      else { continue }
      print(hex(listing), hex(body))
    }
  }
}

func printWraps(_ path: String) throws {
  try SQLiteStore(opening: path).read { rows in
    for wrap in try rows.wraps(after: nil, limit: .max) {
      print(hex(wrap.id.bytes), hex(wrap.body))
    }
  }
}

let words = Array(CommandLine.arguments.dropFirst())
do {
  switch (words.first, words.count) {
  case ("fill", 4): try fill(words[1], words[2], Int(words[3]) ?? 0)
  case ("count", 3): try count(words[1], words[2])
  case ("state", 3): try state(words[1], words[2], texts: false)
  case ("state", 4): try state(words[1], words[2], texts: words[3] == "texts")
  case ("hold", 3): try hold(words[1], writing: words[2] == "write")
  case ("leaves", 2): try printLeaves(words[1])
  case ("records", 2): try printRecords(words[1])
  case ("remnants", 3): try printRemnants(words[1], words[2])
  case ("noted", 2): try printNoted(words[1])
  case ("wraps", 2): try printWraps(words[1])
  default:
    FileHandle.standardError.write(Data("usage: see the beginning of this program\n".utf8))
    exit(64)
  }
} catch {
  FileHandle.standardError.write(Data("regimens: \(error)\n".utf8))
  exit(1)
}
