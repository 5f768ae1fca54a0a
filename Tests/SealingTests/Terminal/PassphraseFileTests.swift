import Foundation
import Sealing
import Testing

private func firstLine(_ content: [UInt8], mode: Int = 0o600) throws -> (String, Bool) {
  let path = NSTemporaryDirectory() + "/" + UUID().uuidString
  #expect(
    FileManager.default.createFile(
      atPath: path, contents: Data(content), attributes: [.posixPermissions: mode]))
  defer { try? FileManager.default.removeItem(atPath: path) }
  var bytes = [UInt8](repeating: 0xAA, count: PassphraseReader.bufferSize)
  var span = bytes.mutableSpan
  let (count, open) = try PassphraseReader.read(file: path, into: &span)
  #expect(bytes[count...].allSatisfy { $0 == 0 })
  return (String(decoding: bytes[..<count], as: UTF8.self), open)
}

@Suite struct PassphraseFileTests {
  @Test(arguments: ["words of mine\nmore", "words of mine", "\u{FEFF}words of mine\r\nmore"])
  func `the first line of a file is the passphrase`(content: String) throws {
    let (line, open) = try firstLine(Array(content.utf8))
    #expect(line == "words of mine")
    #expect(!open)
  }

  @Test(arguments: [0o640, 0o604, 0o660]) func `a file that others may read is said to be`(
    mode: Int
  ) throws {
    #expect(try firstLine(Array("words".utf8), mode: mode).1)
  }

  @Test func `an empty, missing, long or binary file is refused`() {
    #expect(throws: TerminalError.empty) { try firstLine([]) }
    #expect(throws: TerminalError.empty) { try firstLine([0x0A, 0x61]) }
    #expect(throws: TerminalError.tooLong) { try firstLine(.init(repeating: 0x61, count: 100_000)) }
    #expect(throws: TerminalError.unsuitableText) { try firstLine([0x61, 0x00, 0x62]) }
    var bytes = [UInt8](repeating: 0, count: PassphraseReader.bufferSize)
    var span = bytes.mutableSpan
    #expect(throws: TerminalError.missing) {
      _ = try PassphraseReader.read(file: "/nonexistent/file", into: &span)
    }
    #expect(throws: TerminalError.unreadable) {
      _ = try PassphraseReader.read(file: "/tmp", into: &span)
    }
    #expect(throws: TerminalError.missing) {
      _ = try PassphraseReader.read(descriptor: 987, into: &span)
    }
  }

  @Test func `a line read from a descriptor leaves what follows`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("words\nthe testimony".utf8))
    try pipe.fileHandleForWriting.close()
    var bytes = [UInt8](repeating: 0, count: PassphraseReader.bufferSize)
    var span = bytes.mutableSpan
    let count = try PassphraseReader.read(
      descriptor: pipe.fileHandleForReading.fileDescriptor, into: &span)
    #expect(count == 5)
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("the testimony".utf8))
  }
}
