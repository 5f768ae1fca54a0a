import EvidenceVault
import Foundation
import SQLiteStore
import Storage
import Testing

/// A golden vault whose bytes are changed one by one.
///
/// Whatever is changed, each member is refused with one of the library's errors or is told exactly
/// what the unchanged vault tells; a crash ends the test run.
struct ByteFlipTests {
  /// All of them, for `make flips`; some hundred otherwise.
  static let everything = ProcessInfo.processInfo.environment["FLIPS"] == "all"

  /// Each works through its own part of the places, side by side with the others.
  static let lanes = 4

  @Test(arguments: 0..<lanes) func `a changed byte is refused or changes no answer`(
    _ lane: Int
  ) throws {
    let bench = try FlipBench()
    var random = SplitMix(state: 20_260_101 + UInt64(lane))
    let places =
      Self.everything
      ? Array(stride(from: lane, to: bench.pristine.count, by: Self.lanes))
      : (0..<75).map { _ in Int(random.next() % UInt64(bench.pristine.count)) }
    var refused = 0
    for (number, place) in places.enumerated() {
      var changed = bench.pristine
      changed[place] ^= UInt8(1 + random.next() % 255)
      if try bench.isRefusedOrSame(changed, onKnownDevice: number % 2 == 0, "byte \(place)") {
        refused += 1
      }
    }
    // Most of a vault is sealed; a test that opened nothing would see no refusal.
    #expect(refused > places.count / 4)
  }

  @Test func `a truncated vault is refused or changes no answer`() throws {
    let bench = try FlipBench()
    let step = Self.everything ? 512 : 4096
    for length in stride(from: 0, to: bench.pristine.count, by: step) {
      for known in [true, false] {
        _ = try bench.isRefusedOrSame(
          Array(bench.pristine.prefix(length)), onKnownDevice: known, "length \(length)")
      }
    }
  }
}

/// Numbers that are the same in every run (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// One place on the disk in which a changed vault is opened again and again.
final class FlipBench {
  let pristine: [UInt8]
  private let place: URL
  private let members: [GoldenUnlocking]
  private let expected: [QuietAnswers]

  init() throws {
    place = try GoldenFiles.copy()
    pristine = Array(try Data(contentsOf: GoldenFiles.database))
    let store = try SQLiteStore(opening: place.appending(path: "vault").path)
    members = try GoldenCase.remaining.map { try GoldenUnlocking($0, store) }
    expected = try members.map { try QuietAnswers(of: $0, in: store, pins: Device()) }
  }

  deinit { try? FileManager.default.removeItem(at: place) }

  /// - Parameter known: on a device whose pin has seen the vault; on a new one otherwise.
  /// - Returns: whether at least one member was refused.
  func isRefusedOrSame(
    _ bytes: [UInt8], onKnownDevice known: Bool, _ what: String
  ) throws -> Bool {
    try put(bytes)
    var refused = false
    for (member, answers) in zip(members, expected) {
      let device: any PinStore =
        known ? ReadOnlyPins(FilePinStore(directory: place.appending(path: "pins").path)) : Device()
      do {
        let store = try SQLiteStore(opening: place.appending(path: "vault").path)
        let found = try QuietAnswers(of: member, in: store, pins: device)
        #expect(found == answers, "\(what): a wrong answer for \(member.handle)")
      } catch is VaultError { refused = true } catch is StoreError { refused = true }
    }
    return refused
  }

  private func put(_ bytes: [UInt8]) throws {
    let database = place.appending(path: "vault/vault.sqlite")
    for end in ["-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: database.path + end)
    }
    try Data(bytes).write(to: database)
  }
}

/// Pins that are read and never written.
struct ReadOnlyPins: PinStore {
  private let pins: any PinStore

  init(_ pins: any PinStore) { self.pins = pins }

  func load(_ name: String) throws(VaultError) -> [UInt8]? { try pins.load(name) }
  func save(_ name: String, _ sealed: [UInt8]) throws(VaultError) {}
}
