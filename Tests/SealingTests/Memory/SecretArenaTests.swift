import Foundation
import Glibc
import Synchronization
import Testing

@testable import Sealing

/// Each in a process of its own, because the arena is one for the whole process.
struct SecretArenaTests {
  @Test func `the bytes are zero when a secret has ended`() async {
    await #expect(processExitsWith: .success) {
      var address: UInt = 0
      do {
        let held = try secret([UInt8](repeating: 0xA5, count: 100))
        address = unsafe UInt(bitPattern: held.pointer)
        #expect(try memory(address, 100) == [UInt8](repeating: 0xA5, count: 100))
      }
      #expect(try memory(address, 128) == [UInt8](repeating: 0, count: 128))
    }
  }

  @Test func `the bytes are zero when making a secret failed half way`() async {
    await #expect(processExitsWith: .success) {
      let (address, refused) = failingHalfWay()
      let left = try memory(address, 64)
      #expect(refused == .notAuthentic)
      #expect(left == [UInt8](repeating: 0, count: 64))
    }
  }

  @Test func `secrets are locked and left out of core dumps and children`() async {
    await #expect(processExitsWith: .success) {
      let before = try lockedKiB()
      let held = try SecretBytes.random()
      #expect(try lockedKiB() >= before + SecretArena.largest / 1024)
      let flags = try flags(of: unsafe UInt(bitPattern: held.pointer))
      // lo: locked; dd: not in a core dump; dc: not in a forked child.
      for flag in ["lo", "dd", "dc"] { #expect(flags.contains(flag)) }
    }
  }

  @Test(arguments: [-1, 1])
  func `the pages around a chunk cannot be touched`(_ side: Int) async {
    await #expect(processExitsWith: .signal(SIGSEGV)) { [side] in
      signal(SIGSEGV, SIG_DFL)
      let whole = try SecretBytes.random(SecretArena.largest)
      let start = unsafe whole.pointer
      let outside = unsafe side < 0 ? start - 1 : start + SecretArena.largest
      print(unsafe outside.pointee)
    }
  }

  @Test func `memory that may not be locked is an error and no pointer`() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
      #expect(unsafe setrlimit(__rlimit_resource_t(__RLIMIT_MEMLOCK.rawValue), &limit) == 0)
      // A superuser may lock without limit.
      if getuid() == 0 { #expect(setuid(65_534) == 0) }
      try Sodium.start()
      var taken: [UInt] = []
      var refused: SealingError?
      while refused == nil && taken.count < 100 {
        do throws(SealingError) { taken.append(try SecretArena.take(SecretArena.largest)) } catch {
          refused = error
        }
      }
      #expect(refused == .lockedMemoryUnavailable)
      #expect(taken.count <= 4)
      // What was given back serves again.
      if let last = taken.last {
        SecretArena.giveBack(last, SecretArena.largest)
        #expect(try SecretArena.take(SecretArena.largest) == last)
      }
    }
  }

  @Test func `slots are used again, and a hundred thousand secrets need no more memory`() async {
    await #expect(processExitsWith: .success) {
      _ = try SecretBytes.random()
      let before = try lockedKiB()
      for round in 0..<100_000 { _ = try SecretBytes.random(1 + round % 200) }
      #expect(try lockedKiB() == before)
    }
  }

  @Test func `a chunk gives out every slot, also between others, and none twice`() async {
    await #expect(processExitsWith: .success) {
      try Sodium.start()
      let slots = SecretArena.largest / SecretArena.slotSize
      var taken: [UInt] = []
      for _ in 0..<slots { taken.append(try SecretArena.take(1)) }
      #expect(Set(taken).count == slots)
      #expect(taken.max().map { $0 - (taken.min() ?? 0) } == UInt((slots - 1) * 64))
      // A hole of two slots among full ones takes two, and then nothing.
      SecretArena.giveBack(taken[100], 1)
      SecretArena.giveBack(taken[101], 1)
      SecretArena.giveBack(taken[300], 1)
      #expect(try SecretArena.take(65) == taken[100])
      #expect(try SecretArena.take(64) == taken[300])
      // A hole behind where the last search ended is found too.
      SecretArena.giveBack(taken[50], 1)
      #expect(try SecretArena.take(64) == taken[50])
      let outside = try SecretArena.take(1)
      #expect(!taken.contains(outside))
    }
  }

  @Test func `many threads keep their secrets apart`() async {
    await #expect(processExitsWith: .success) {
      let broken = Mutex(0)
      DispatchQueue.concurrentPerform(iterations: 16) { lane in
        for round in 0..<2000 {
          let bytes = [UInt8](repeating: UInt8(lane * 16 + round % 16), count: 1 + round % 150)
          guard let one = try? secret(bytes), let two = try? secret(bytes),
            contents(one) == bytes, one.matches(two)
          else {
            broken.withLock { $0 += 1 }
            continue
          }
        }
      }
      #expect(broken.withLock { $0 } == 0)
    }
  }
}

/// Where a secret was that was given up while it was written.
private func failingHalfWay() -> (address: UInt, refused: SealingError?) {
  var address: UInt = 0
  let refused = refusal { () throws(SealingError) in
    try unsafe SecretBytes(8) { pointer throws(SealingError) in
      unsafe pointer.storeBytes(of: 0xA5A5, as: UInt64.self)
      address = UInt(bitPattern: pointer)
      throw .notAuthentic
    }
  }
  return (address, refused)
}

/// Bytes of this process, read as another program would.
private func memory(_ address: UInt, _ count: Int) throws -> [UInt8] {
  let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/mem"))
  defer { try? file.close() }
  try file.seek(toOffset: UInt64(address))
  return Array(try file.read(upToCount: count) ?? Data())
}

/// A file of procfs to its end; `String(contentsOfFile:)` stops after the first page.
private func system(_ path: String) throws -> String {
  String(decoding: try ExistingFile.read(at: path, limit: 1 << 24), as: UTF8.self)
}

private func lockedKiB() throws -> Int {
  let status = try system("/proc/self/status")
  let match = try #require(status.firstMatch(of: /VmLck:\s*(\d+)/))
  return try #require(Int(match.1))
}

/// The VmFlags of the mapping that holds an address.
private func flags(of address: UInt) throws -> [String] {
  var inside = false
  for line in try system("/proc/self/smaps").split(separator: "\n") {
    if let range = line.firstMatch(of: #/^([0-9a-f]+)-([0-9a-f]+) /#) {
      let from = try #require(UInt(range.1, radix: 16))
      let until = try #require(UInt(range.2, radix: 16))
      inside = address >= from && address < until
    } else if inside, line.hasPrefix("VmFlags:") {
      return line.split(separator: " ").map(String.init)
    }
  }
  return []
}
