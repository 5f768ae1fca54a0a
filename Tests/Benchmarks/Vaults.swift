import Anonymity
import Foundation
import Screen
import Sealing
import Storage
import Synchronization

@testable import EvidenceVault

/// Pins in memory.
final class MemoryPins: PinStore {
  private let pins = Mutex<[String: [UInt8]]>([:])

  func load(_ name: String) throws(VaultError) -> [UInt8]? { pins.withLock { $0[name] } }
  func save(_ name: String, _ sealed: [UInt8]) throws(VaultError) {
    pins.withLock { $0[name] = sealed }
  }
}

/// Vaults of a stated size, filled below the public interface so that filling takes minutes.
///
/// The rows are what the public interface would write; only the redaction is left out.
enum Filled {
  static let handle = "bench"

  static func passphrase() throws -> Passphrase {
    var bytes = Array("bodak-linem-sutor-halig".utf8)
    return try Passphrase(moving: &bytes)
  }

  static func create(_ store: any VaultStore, _ pins: any PinStore) throws -> Session {
    try Vault.create(
      in: store, handle: handle, passphrase: try passphrase(), parameters: .interactive,
      pins: pins)
  }

  static func unlock(_ store: any VaultStore, _ pins: any PinStore) throws -> Session {
    try Vault.unlock(store, handle: handle, passphrase: try passphrase(), pins: pins)
  }

  /// Unlocks with keys that were derived before: all that a command does but Argon2id, whose time
  /// varies by more than the rest takes.
  static func unlock(
    _ store: any VaultStore, _ pins: any PinStore, with keys: borrowing PassphraseKeys
  ) throws -> Session {
    _ = try store.read { try Header($0) }
    return try Vault.unlock(
      Opening(store: store, pins: pins, clock: Session.systemClock), with: keys)
  }

  /// The keys of ``handle``: one Argon2id with the vault's parameters, as every command pays it.
  static func keys(_ store: any VaultStore) throws -> PassphraseKeys {
    try store.read { try Header($0) }.keys(try passphrase(), handle: handle)
  }

  /// Working copies of 2 KiB, as they are after as many testimonies.
  static func testimonies(_ session: Session, _ count: Int) throws {
    try fill(session, count, .working) { code in
      let title = "Overtime at the yard of defector A"
      let working = WorkingRecord(
        version: Version1(), code: code, title: [Piece(text: title, range: 0..<0)],
        date: "2024-05-09", language: "en", sentences: [[Piece(text: text, range: 0..<0)]])
      let summary = TestimonySummary(
        code: code, title: title, date: "2024-05-09", language: "en", sentences: 34)
      return (try Codec.encode(summary), try Codec.encode(working))
    }
  }

  /// Custodians' records of the least size.
  static func custodianRecords(_ session: Session, _ count: Int) throws {
    try fill(session, count, .register) { _ in ([], [0x7B, 0x7D]) }
  }

  /// Sources with a name in three scripts, a phone and a relative.
  static func sources(_ session: Session, _ count: Int) throws -> [Code] {
    var codes: [Code] = []
    try fill(session, count, .source) { code in
      let number = codes.count
      codes.append(code)
      let record = SourceRecord(code: code, document: try Invented.document(number))
      return (try Codec.encode(SourceSummary(record)), try Codec.encode(SealedSource(record)))
    }
    return codes
  }

  static func logEntries(_ session: Session, _ count: Int) throws {
    for start in stride(from: 0, to: count, by: 20_000) {
      try session.write { transaction in
        for _ in start..<min(start + 20_000, count) {
          try transaction.log(.logRead, [], reason: "")
        }
      }
    }
  }

  /// A testimony file of 2 KiB.
  static let file = Array("---\ntitle: The yard\nlanguage: en\n---\n\(text)".utf8)

  private static let text = String(
    repeating: "They worked from six to nine and slept above the workshop. ", count: 34)

  /// Releases of 2 KiB in every format, as they are after as many approvals.
  static func releases(_ session: Session, _ count: Int) throws {
    let policy = try BuiltIn.policy("editor")
    try fill(session, count, .release) { code in
      let text = ReleaseText(
        code: code, audience: "desk", policy: policy, language: "en",
        title: [Piece(text: "The yard", range: 0..<0)],
        sentences: [[Piece(text: "\(text) It was \(code).", range: 0..<0)]])
      let release = ReleaseRecord(
        version: Version1(), code: code, audience: "desk", policy: policy.name,
        policyVersion: policy.version, language: "en", title: text.title,
        outputs: try OutputFormat.allCases.map {
          try passed(Outgoing(bytes: text.bytes($0), format: $0, fileName: nil, metadata: []))
        })
      let summary = ReleaseSummary(
        code: code, audience: "desk", language: "en", title: text.title, withdrawn: nil)
      return (try Codec.encode(summary), try Codec.encode(release))
    }
  }

  /// Passes a screen that seeks nobody.
  private static func passed(_ outgoing: Outgoing) throws -> ReleaseRecord.Output {
    switch Screen(needles: []).verdict(on: outgoing) {
    case .clean(let copy): ReleaseRecord.Output(copy)
    case .refused: throw VaultError.integrity(.content)
    }
  }

  private static func fill(
    _ session: Session, _ count: Int, _ kind: RecordKind,
    _ make: (Code) throws -> (listing: [UInt8], body: [UInt8])
  ) throws {
    for start in stride(from: 0, to: count, by: 20_000) {
      try session.write { transaction in
        for _ in start..<min(start + 20_000, count) {
          let code = Code.random(kind == .source ? .source : .testimony)
          let record = try make(code)
          try transaction.put(kind, code.text, listing: record.listing, body: record.body)
        }
        try transaction.log(.testimonyAdded, [], reason: "")
      }
    }
  }
}

/// Invented people, the same in every run.
enum Invented {
  private static let surnames = ["김", "리", "박", "최", "정", "강", "조", "윤", "장", "임"]
  private static let given = ["철", "수", "영", "호", "민", "성", "혁", "남", "일", "광", "명", "옥"]
  private static let latin = ["Chol", "Su", "Yong", "Ho", "Min", "Song", "Hyok", "Nam", "Il"]

  static func document(_ number: Int) throws -> SourceDocument {
    let one = given[number % 12]
    let two = given[number / 12 % 12]
    let name = surnames[number % 10] + one + two
    let spelled = "Pak \(latin[number % 9])\(latin[number / 9 % 9].lowercased())\(number)"
    let text = """
      names: ["\(name)", "\(spelled)"]
      phones: ["+7 900 555-\(1000 + number % 9000)"]
      relatives: [{relation: father, names: ["\(surnames[number % 10])\(two)\(one)"]}]
      consent: {audiences: [desk]}
      """
    return try SourceDocument(yaml: Array(text.utf8))
  }
}
