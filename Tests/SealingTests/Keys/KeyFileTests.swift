import Foundation
import Testing

@testable import Sealing

struct KeyFileTests {
  private struct File: Decodable {
    let vault: HexText
    let genesis: HexText
    let key: HexText
    let texts: [String]
    let typed: HexText
    let handle: String
    let salt: HexText
    let parameters: HexText
    let stretched: HexText
    let rowId: HexText
    let row: HexText
    let publicKeys: HexText
  }

  private func file() throws -> File { try vectors("key-file.json", as: File.self) }

  private func keyFile(_ text: String) throws -> KeyFile {
    try KeyFile(text: try secret(Array(text.utf8)))
  }

  private func text(_ keyFile: borrowing KeyFile) throws -> String {
    let text = try keyFile.text()
    return String(decoding: contents(text), as: UTF8.self)
  }

  @Test func `key files of an independent implementation are read, and rows opened with them`()
    throws
  {
    let file = try file()
    let id = try #require(VaultID(file.vault.bytes))
    for written in file.texts {
      let keyFile = try keyFile(written)
      let key = contents(keyFile.secret)
      #expect(key == file.key.bytes)
      let again = try text(keyFile)
      #expect(again == file.texts[0])
      var typed = file.typed.bytes
      let both = try Passphrase(moving: &typed).mixed(with: keyFile)
      let stretched = contents(both.stretched)
      #expect(stretched == file.stretched.bytes)
      let keys = try PassphraseKeys(
        both, handle: file.handle, vault: id, salt: file.salt.bytes,
        parameters: try PassphraseParameters(file.parameters.bytes))
      #expect(keys.rowID == file.rowId.bytes)
      let opened = try keys.open(file.row.bytes)
      #expect(opened.publicKeys.bytes == file.publicKeys.bytes)
      #expect(opened.genesis.bytes == file.genesis.bytes)
    }
  }

  @Test func `every slip of a letter is seen, and every other form refused`() throws {
    let whole = Array(try file().texts[0].utf8)
    for index in whole.indices.dropLast() {
      var changed = whole
      changed[index] = whole[index] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
      let text = try secret(changed)
      #expect(refusal { () throws(SealingError) in try KeyFile(text: text) } == .keyFileMalformed)
    }
    let word = String(decoding: whole, as: UTF8.self)
    for other in [
      "", "evault-key-1 ", word + "7", String(word.dropLast(2)), "x" + word,
      word.replacing("evault-key-1", with: "evault-key-2"), word.replacing("Y5MX", with: "Y5UX"),
      word.replacing("Y5MX", with: "Y5MX_"), word + word,
    ] {
      let text = try secret(Array(other.utf8) + [0x20])
      #expect(refusal { () throws(SealingError) in try KeyFile(text: text) } == .keyFileMalformed)
    }
  }

  @Test func `a new one is another each time, and comes back from its text`() throws {
    let one = try KeyFile()
    let two = try KeyFile()
    let (first, second) = (try text(one), try text(two))
    #expect(first != second && first.utf8.count == 83 && first.hasSuffix("\n"))
    let back = try keyFile(first)
    let same = back.secret.matches(one.secret)
    #expect(same)
  }

  @Test func `a passphrase with another key file, with none and alone are three`() throws {
    let id = try vault()
    let one = try KeyFile()
    let two = try KeyFile()
    let typed = try passphrase("bodak-linem-sutor")
    let first = try typed.mixed(with: one)
    let second = try typed.mixed(with: two)
    let again = try passphrase("bodak-linem-sutor").mixed(with: one)
    let alike = [
      first.matches(again), first.matches(second), first.matches(typed), typed.matches(first),
    ]
    #expect(alike == [true, false, false, false])
    func row(_ passphrase: borrowing Passphrase) throws -> [UInt8] {
      try PassphraseKeys(
        passphrase, handle: "river", vault: id, salt: counting(32), parameters: .interactive
      ).rowID
    }
    let rows = [try row(first), try row(second), try row(typed)]
    #expect(Set(rows).count == 3)
  }

  @Test func `a key file makes no weak passphrase strong`() throws {
    let keyFile = try KeyFile()
    let weak = try passphrase("aaaaaaaaaaaaaaaa").mixed(with: keyFile)
    #expect(
      refusal { () throws(SealingError) in try weak.checkStrength(handle: "river") }
        == .passphraseTooWeak)
  }

  @Test func `what is no plain file is refused at once, and open permissions are told`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "river.key").path()
    #expect(
      refusal { () throws(SealingError) in try KeyFile(reading: path) } == .keyFileMissing)
    #expect(
      refusal { () throws(SealingError) in try KeyFile(reading: folder.path()) }
        == .keyFileUnreadable)
    let pipe = folder.appending(path: "pipe").path()
    let made = unsafe mkfifo(pipe, 0o600)
    #expect(made == 0)
    #expect(
      refusal { () throws(SealingError) in try KeyFile(reading: pipe) } == .keyFileUnreadable)
    let text = try KeyFile().text()
    try text.withBytes { try NewFile.create(at: path, $0) }
    let read = try KeyFile(reading: path)
    let alone = read.readableByOthers
    #expect(!alone)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let open = try KeyFile(reading: path)
    let others = open.readableByOthers
    #expect(others)
    try Data(repeating: 0x41, count: 1 << 20).write(to: URL(filePath: path))
    #expect(
      refusal { () throws(SealingError) in try KeyFile(reading: path) } == .keyFileMalformed)
  }
}
