import Foundation
import Glibc
import Testing

@testable import Sealing

private func link(_ path: String, to target: String) throws {
  try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
}

struct ExistingFileTests {
  /// A folder that lives as long as a test.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "existing-file-\(Hex.encode(Random.bytes(8)))").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func fault(_ path: String, limit: Int = 10) -> FileError? {
    do throws(FileError) {
      _ = try ExistingFile.read(at: path, limit: limit)
      return nil
    } catch { return error }
  }

  @Test func `a plain file is read to its limit, links followed, and not beyond`() throws {
    try inFolder { folder in
      try ReplacedFile.write(at: "\(folder)/ten", counting(10))
      try ReplacedFile.write(at: "\(folder)/eleven", counting(11))
      try ReplacedFile.write(at: "\(folder)/none", [])
      try link("\(folder)/link", to: "ten")
      #expect(try ExistingFile.read(at: "\(folder)/ten", limit: 10) == counting(10))
      #expect(try ExistingFile.read(at: "\(folder)/link", limit: 10) == counting(10))
      #expect(try ExistingFile.read(at: "\(folder)/none", limit: 10) == [])
      #expect(fault("\(folder)/eleven") == .tooLarge)
      #expect(fault("\(folder)/absent") == .missing)
    }
  }

  @Test func `a file that grows while it is read stays within the limit`() {
    // procfs says a size of 0 and gives more.
    #expect(fault("/proc/self/status", limit: 100) == .tooLarge)
  }

  @Test func `a directory, a device and a loop of links are unsuitable`() throws {
    try inFolder { folder in
      try link("\(folder)/loop", to: "loop")
      #expect(fault(folder) == .unsuitable)
      #expect(fault("/dev/zero") == .unsuitable)
      #expect(fault("/dev/null") == .unsuitable)
      #expect(fault("\(folder)/loop") == .unsuitable)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a named pipe that nobody writes to is refused and not waited for`() throws {
    try inFolder { folder in
      let made = unsafe mkfifo("\(folder)/pipe", 0o600)
      #expect(made == 0)
      #expect(fault("\(folder)/pipe") == .unsuitable)
    }
  }

  @Test func `a pipe that a shell made is read to its end`() throws {
    let pipe = Pipe()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    try pipe.fileHandleForWriting.write(contentsOf: Data(counting(10)))
    try pipe.fileHandleForWriting.close()
    #expect(try ExistingFile.read(at: path, limit: 10) == counting(10))
  }

  @Test func `a pipe that gives more than the limit is refused`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(counting(11)))
    try pipe.fileHandleForWriting.close()
    #expect(fault("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)") == .tooLarge)
  }
}

struct ReplacedFileTests {
  @Test func `a file is replaced whole, also a link, and nothing is left beside it`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "replaced-file-\(Hex.encode(Random.bytes(8)))").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/pin"
    for bytes in [[1], counting(100_000), []] as [[UInt8]] {
      try ReplacedFile.write(at: path, bytes)
      #expect(try ExistingFile.read(at: path, limit: 1 << 20) == bytes)
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)

    // A link is replaced itself; what it points to stays.
    try ReplacedFile.write(at: "\(folder)/target", [5])
    try link("\(folder)/link", to: "target")
    try ReplacedFile.write(at: "\(folder)/link", [6])
    #expect(try ExistingFile.read(at: "\(folder)/target", limit: 9) == [5])
    #expect(try ExistingFile.read(at: "\(folder)/link", limit: 9) == [6])

    #expect(throws: FileError.unsuitable) {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/sub", withIntermediateDirectories: false)
      try ReplacedFile.write(at: "\(folder)/sub", [1])
    }
    #expect(throws: FileError.missing) {
      try ReplacedFile.write(at: "\(folder)/absent/pin", [1])
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["link", "pin", "sub", "target"])
  }
}
