import Foundation
import Sealing
import Testing

/// A directory of its own for a test, removed afterwards.
private func inDirectory(_ body: (String) throws -> Void) throws {
  let path = NSTemporaryDirectory() + "/" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: path) }
  try body(path)
}

@Suite struct NewFileTests {
  let bytes: [UInt8] = Array("what is released".utf8)

  @Test func `a new file is whole, its owner's only, and alone`() throws {
    try inDirectory { directory in
      try NewFile.create(at: directory + "/out", bytes.span)
      #expect(FileManager.default.contents(atPath: directory + "/out") == Data(bytes))
      let attributes = try FileManager.default.attributesOfItem(atPath: directory + "/out")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["out"])
    }
  }

  @Test func `what is there is refused and not touched`() throws {
    try inDirectory { directory in
      try NewFile.create(at: directory + "/out", bytes.span)
      #expect(throws: FileError.exists) { try NewFile.create(at: directory + "/out", [0x61].span) }
      #expect(FileManager.default.contents(atPath: directory + "/out") == Data(bytes))
    }
  }

  @Test func `a symbolic link is refused, also one that leads nowhere`() throws {
    try inDirectory { directory in
      try FileManager.default.createSymbolicLink(
        atPath: directory + "/link", withDestinationPath: directory + "/elsewhere")
      #expect(throws: FileError.exists) { try NewFile.create(at: directory + "/link", bytes.span) }
      #expect(!FileManager.default.fileExists(atPath: directory + "/elsewhere"))
    }
  }

  @Test func `a full disk and a missing directory leave nothing`() throws {
    #expect(throws: FileError.missing) {
      try NewFile.create(at: "/nonexistent/directory/out", bytes.span)
    }
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    #expect(throws: FileError.full) {
      try FileDescriptor.write(bytes, to: full.fileDescriptor)
    }
  }

  @Test func `a reader that has gone is told apart from a full disk`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    signal(SIGPIPE, SIG_IGN)
    #expect(throws: FileError.brokenPipe) {
      try FileDescriptor.write(bytes, to: pipe.fileHandleForWriting.fileDescriptor)
    }
  }
}
