import Foundation
import Sealing
import Storage
import Testing

@testable import EvidenceVault

/// A backup file that was cut, changed or put together by somebody else.
struct BackupFileTests {
  /// Writes a file of members with right hashes.
  private func write(_ members: [(name: String, bytes: [UInt8])], to path: String) throws {
    var index = BackupIndex()
    for member in members {
      index.append(
        BackupIndex.Member(
          name: member.name, size: UInt64(member.bytes.count), digest: Digest.of(member.bytes)))
    }
    try Data(members.flatMap(\.bytes) + index.bytes).write(to: URL(filePath: path))
  }

  private static let members: [(name: String, bytes: [UInt8])] = [
    ("vault.sqlite", Array(repeating: 1, count: 300)), ("objects/a/b", [1, 2, 3]),
    ("objects/c", []),
  ]

  /// Opens, hashes and extracts, as a restore does.
  private func restore(_ path: String, into place: String) throws {
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let file = try BackupFile(opening: path)
    try file.verify()
    try file.extract(into: place)
  }

  @Test func `every cut and every changed bit is refused`() throws {
    try inPlace { place in
      let path = place + "/backup"
      try write(Self.members, to: path)
      try restore(path, into: place + "/out")
      let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
      func isRefused(_ bytes: [UInt8]) throws -> Bool {
        try Data(bytes).write(to: URL(filePath: path))
        do {
          try restore(path, into: place + "/out")
          return false
        } catch VaultError.integrity(.backup) { return true } catch VaultError.storage(.newerFormat)
        { return true }
      }
      for count in 0..<whole.count { #expect(try isRefused(Array(whole.prefix(count)))) }
      for place in whole.indices {
        var changed = whole
        changed[place] ^= 1 << UInt8(place % 8)
        #expect(try isRefused(changed), "byte \(place)")
      }
      #expect(try isRefused(whole + [0]))
      #expect(try isRefused([0] + whole))
      #expect(try isRefused(whole + whole))
      #expect(try !isRefused(whole))
    }
  }

  @Test(arguments: [
    ["vault.sqlite", "objects/../vault.sqlite"], ["vault.sqlite", "/etc/passwd"],
    ["vault.sqlite", "objects//a"], ["vault.sqlite", "objects/.a"], ["vault.sqlite", "objects/"],
    ["vault.sqlite", "objects/b", "objects/a"], ["vault.sqlite", "objects/a", "objects/a"],
    ["vault.sqlite", "vault.sqlite"], ["objects/a"], ["objects/a", "vault.sqlite"],
    ["vault.sqlite", "vault.sqlite-wal"], ["vault.sqlite", "objects/A"],
  ]) func `names that a vault does not have are refused`(_ names: [String]) throws {
    try inPlace { place in
      try write(names.map { ($0, [1]) }, to: place + "/backup")
      #expect(throws: VaultError.integrity(.backup)) { try BackupFile(opening: place + "/backup") }
    }
  }

  @Test func `no file, a pipe and a directory are refused at once`() throws {
    try inPlace { place in
      #expect(throws: VaultError.storage(.missing)) { try BackupFile(opening: place + "/none") }
      #expect(throws: VaultError.storage(.unsuitable)) { try BackupFile(opening: place) }
      let made = Process()
      made.executableURL = URL(filePath: "/usr/bin/mkfifo")
      made.arguments = [place + "/pipe"]
      try made.run()
      made.waitUntilExit()
      #expect(throws: VaultError.storage(.unsuitable)) { try BackupFile(opening: place + "/pipe") }
    }
  }
}
