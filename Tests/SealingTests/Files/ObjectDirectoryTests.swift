import Foundation
import Testing

@testable import Sealing

struct ObjectDirectoryTests {
  private let name = String(repeating: "0a", count: 16)

  private func inDirectory(_ body: (ObjectDirectory, String) throws -> Void) throws {
    try atNewPath { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      try body(ObjectDirectory(path + "/objects"), path + "/objects/")
    }
  }

  @Test func `an object has its name when it is published, and only then`() throws {
    try inDirectory { directory, path in
      #expect(try directory.contents() == .init())
      do {
        let lost = try directory.create(name)
        try FileDescriptor.write([1, 2], to: lost.descriptor)
        #expect(try directory.contents() == .init())
      }
      #expect(try directory.contents() == .init())
      let file = try directory.create(name)
      try FileDescriptor.write([1, 2], to: file.descriptor)
      try file.flush()
      try file.publish()
      #expect(try directory.contents().objects == [name])
      #expect(try directory.open(name).size == 2)
      #expect(throws: FileError.exists) { try file.publish() }
      #expect(throws: FileError.exists) { _ = try directory.create(name) }
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
      try directory.remove([name, String(repeating: "0b", count: 16)])
      #expect(throws: FileError.missing) { _ = try directory.open(name) }
    }
  }

  @Test func `a directory that is a link is refused`() throws {
    try inDirectory { directory, path in
      try FileManager.default.createSymbolicLink(
        atPath: String(path.dropLast()), withDestinationPath: "/tmp")
      #expect(throws: FileError.unsuitable) { _ = try directory.contents() }
      #expect(throws: FileError.unsuitable) { _ = try directory.create(name) }
      #expect(throws: FileError.unsuitable) { _ = try directory.open(name) }
    }
  }

  @Test(arguments: [
    "", "0a", String(repeating: "0A", count: 16), String(repeating: "0g", count: 16),
    "../" + String(repeating: "0", count: 29), String(repeating: "0a", count: 17),
  ])
  func `a name that no object has is none`(name: String) {
    #expect(!ObjectDirectory.isName(name))
  }
}
