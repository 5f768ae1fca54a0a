import EvidenceVault
import Foundation
import SQLiteStore
import Storage
import Testing

/// A golden vault whose bytes are changed one by one.
///
/// Whatever is changed, each member is refused with one of the library's errors or is told exactly
/// what the unchanged vault tells, and the removed member learns nothing; a crash ends the test run.
struct ByteFlipTests {
  @Test func `a changed byte is refused or changes no answer`() async throws {
    let bench = try FlipBench()
    guard let parts = FlipParts(of: bench.pristine.count) else {
      var random = SplitMix(state: 20_260_101)
      let places = (0..<300).map { _ in Int(random.next() % UInt64(bench.pristine.count)) }
      try await bench.flip(places).expectMostlyRefused()
      return
    }
    var sum = FlipTally()
    for part in parts.ranges {
      sum += try await bench.flip(Array(part))
      FileHandle.standardError.write(
        Data("flips: to byte \(part.upperBound) of \(parts.end): \(sum)\n".utf8))
    }
    sum.expectMostlyRefused()
  }

  @Test func `a truncated vault is refused or changes no answer`() throws {
    let bench = try FlipBench()
    let lane = try FlipLane(bench)
    let step = FlipParts(of: bench.pristine.count) == nil ? 4096 : 512
    for length in stride(from: 0, to: bench.pristine.count, by: step) {
      for known in [true, false] {
        _ = try lane.isRefusedOrSame(
          Array(bench.pristine.prefix(length)), onKnownDevice: known, "length \(length)")
      }
    }
  }
}

/// What `make flips` asks for in the environment: FLIPS=all, or FLIPS=4096-8192 to go on from there.
struct FlipParts {
  let begin: Int
  let end: Int

  /// `nil` when only a sample is wanted.
  init?(of count: Int) {
    guard let asked = ProcessInfo.processInfo.environment["FLIPS"] else { return nil }
    let bounds = asked.split(separator: "-").compactMap { Int($0) }
    begin = bounds.first ?? 0
    end = min(bounds.count > 1 ? bounds[1] : count, count)
  }

  /// Each is followed by a line that says how far it is.
  var ranges: [Range<Int>] {
    stride(from: begin, to: end, by: 2048).map { $0..<min($0 + 2048, end) }
  }
}

/// How many changed bytes did what.
struct FlipTally: CustomStringConvertible {
  var tried = 0
  /// At least one member was refused.
  var refused = 0
  var wrong = 0

  static func += (sum: inout FlipTally, more: FlipTally) {
    sum.tried += more.tried
    sum.refused += more.refused
    sum.wrong += more.wrong
  }

  var description: String {
    "\(tried) tried, \(refused) refused, \(tried - refused - wrong) without effect, "
      + "\(wrong) wrong answers"
  }

  /// Most of a vault is sealed; a test that opened nothing would see no refusal.
  func expectMostlyRefused() { #expect(wrong == 0 && refused > tried / 4) }
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

/// The golden vault and what its members know of it.
final class FlipBench: Sendable {
  let pristine: [UInt8]
  fileprivate let members: [GoldenUnlocking]
  fileprivate let expected: [QuietAnswers]
  fileprivate let departed: GoldenUnlocking

  init() throws {
    let place = try GoldenFiles.copy()
    defer { try? FileManager.default.removeItem(at: place) }
    pristine = Array(try Data(contentsOf: GoldenFiles.database))
    let store = try SQLiteStore(opening: place.appending(path: "vault").path)
    members = try GoldenCase.remaining.map { try GoldenUnlocking($0, store) }
    departed = try GoldenUnlocking(GoldenCase.departed, store)
    expected = try members.map { try QuietAnswers(of: $0, in: store, pins: Device()) }
  }

  /// Changes the byte at each of these places, on all cores.
  ///
  /// What it becomes and which device looks at it depend on the place alone, so that a failure
  /// comes again when the place is asked for again.
  func flip(_ places: [Int]) async throws -> FlipTally {
    let lanes = ProcessInfo.processInfo.activeProcessorCount
    return try await withThrowingTaskGroup(of: FlipTally.self) { group in
      for first in 0..<lanes {
        group.addTask {
          let lane = try FlipLane(self)
          var tally = FlipTally()
          for index in stride(from: first, to: places.count, by: lanes) {
            tally += try lane.flip(places[index])
          }
          return tally
        }
      }
      return try await group.reduce(into: FlipTally()) { $0 += $1 }
    }
  }
}

/// One place in which a changed vault is opened again and again: in memory where there is such a
/// file system. A crash leaves it behind, with the file that did it.
final class FlipLane {
  private let bench: FlipBench
  private let place: URL

  init(_ bench: FlipBench) throws {
    self.bench = bench
    let memory = URL(filePath: "/dev/shm")
    place = try GoldenFiles.copy(
      into: FileManager.default.isWritableFile(atPath: memory.path)
        ? memory : FileManager.default.temporaryDirectory)
  }

  deinit { try? FileManager.default.removeItem(at: place) }

  func flip(_ byte: Int) throws -> FlipTally {
    var random = SplitMix(state: 20_260_101 &+ UInt64(byte))
    var changed = bench.pristine
    changed[byte] ^= UInt8(1 + random.next() % 255)
    let refused = try isRefusedOrSame(
      changed, onKnownDevice: random.next() % 2 == 0, "byte \(byte)")
    return FlipTally(tried: 1, refused: refused == true ? 1 : 0, wrong: refused == nil ? 1 : 0)
  }

  /// - Parameter known: on a device whose pin has seen the vault; on a new one otherwise.
  /// - Returns: whether at least one member was refused; `nil` when one was told something else.
  func isRefusedOrSame(
    _ bytes: [UInt8], onKnownDevice known: Bool, _ what: String
  ) throws -> Bool? {
    try put(bytes)
    var refused = false
    var wrong = false
    func refusing(_ ask: () throws -> Void) throws {
      do { try ask() } catch is VaultError { refused = true } catch is StoreError { refused = true }
    }
    for (member, answers) in zip(bench.members, bench.expected) {
      try refusing {
        let found = try QuietAnswers(of: member, in: try open(), pins: device(known))
        guard found != answers else { return }
        wrong = true
        Issue.record("\(what): a wrong answer for \(member.handle)")
      }
    }
    // That they are refused is no sign that the change was seen.
    let before = refused
    try refusing {
      _ = try bench.departed.unlock(try open(), pins: device(known))
      wrong = true
      Issue.record("\(what): the removed member is let in")
    }
    return wrong ? nil : before
  }

  private func open() throws -> SQLiteStore {
    try SQLiteStore(opening: place.appending(path: "vault").path)
  }

  private func device(_ known: Bool) -> any PinStore {
    known ? ReadOnlyPins(FilePinStore(directory: place.appending(path: "pins").path)) : Device()
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
