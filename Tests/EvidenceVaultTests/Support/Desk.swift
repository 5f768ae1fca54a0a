import Foundation
import Sealing
import Storage
import Synchronization
import Testing

@testable import EvidenceVault

/// Pins in memory, one device each.
final class Device: PinStore {
  private let pins = Mutex<[String: [UInt8]]>([:])

  /// Every pin, by name.
  var all: [String: [UInt8]] { pins.withLock { $0 } }

  func load(_ name: String) throws(VaultError) -> [UInt8]? { pins.withLock { $0[name] } }
  func save(_ name: String, _ sealed: [UInt8]) throws(VaultError) {
    pins.withLock { $0[name] = sealed }
  }
}

func phrase(_ text: String) throws -> Passphrase {
  var bytes = Array(text.utf8)
  return try Passphrase(moving: &bytes)
}

/// Sources by their codes, each as a source file says.
func people(_ files: [(code: String, yaml: String)]) throws -> People {
  People(
    try files.map { code, yaml in
      SourceRecord(
        code: try #require(Code(code, .source)),
        document: try SourceDocument(yaml: Array((yaml + "\n").utf8)))
    })
}

/// The invented case under Vault/Samples.
enum Samples {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Vault/Samples").standardized

  static func file(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: directory.appending(path: name)))
  }

  static func source(_ number: Int) throws -> [UInt8] {
    try file("sources/source-\(number).yaml")
  }

  /// Each testimony with the number of its source.
  static func testimonies() throws -> [(file: [UInt8], source: Int)] {
    try (1...10).map { number in
      let bytes = try file("testimonies/testimony-\(number < 10 ? "0" : "")\(number).md")
      let text = String(decoding: bytes, as: UTF8.self)
      let line = text.split(separator: "\n").first { $0.hasPrefix("source:") } ?? ""
      let source = line.filter(\.isNumber)
      return (bytes, Int(source) ?? 0)
    }
  }
}

extension DateConfirmation {
  /// What a custodian with a right clock confirms.
  static var today: DateConfirmation { DateConfirmation(CalendarDate.text(Session.systemClock())) }
}

/// A vault whose founder has every role.
func newVault(_ store: any VaultStore = InMemoryStore(), _ pins: any PinStore = Device()) throws
  -> Session
{
  try Vault.create(
    in: store, handle: "river", passphrase: try phrase("bodak-linem-sutor-halig"),
    parameters: .interactive, pins: pins)
}

/// The sample case taken in by a founder: codes by the number of the file.
struct SampleCase {
  let session: Session
  var sources: [Int: Code] = [:]
  var testimonies: [Code] = []

  init(_ session: Session) throws {
    self.session = session
    let custodian = try session.permit(CustodianRole.self)
    for number in 1...5 {
      sources[number] = try session.addSource(try Samples.source(number), by: custodian)
    }
    for (file, source) in try Samples.testimonies() {
      guard let code = sources[source] else { continue }
      testimonies.append(
        try session.addTestimony(file, source: .code(code), by: custodian).testimony)
    }
  }
}
