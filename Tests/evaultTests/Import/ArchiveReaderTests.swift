import EvidenceVault
import Foundation
import Testing

@testable import evault

/// Rows as they come out of files.
struct ArchiveReaderTests {
  private func file(_ bytes: [UInt8], _ work: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try work(path)
  }

  private func rows(_ archive: some ArchiveReader) throws -> [ArchiveRow] {
    var (archive, rows) = (archive, [ArchiveRow]())
    while let row = try archive.next() { rows.append(row) }
    return rows
  }

  private func text(_ row: ArchiveRow) throws -> String {
    String(decoding: try row.draft.get().file, as: UTF8.self)
  }

  private func fault(_ row: ArchiveRow) -> RowFault? {
    if case .failure(let fault) = row.draft { fault } else { nil }
  }

  @Test func `lines are those of the file, also behind line breaks in quotes and empty lines`()
    throws
  {
    let csv = "\u{FEFF}id,text\r\n1,\"a\r\nb\"\r\n\r\n2,c\n3,d"
    try file(Array(csv.utf8)) { path in
      let rows = try rows(CSVArchive(path, ArchiveMapping()))
      #expect(rows.map(\.place) == [2, 5, 6])
      #expect(try rows.map(text) == ["a\r\nb", "c", "d"].map { "---\n---\n\($0)" })
      #expect(try rows.map { try $0.draft.get().identity } == ["1", "2", "3"])
      #expect(rows.map { String(decoding: $0.raw, as: UTF8.self) }.last == "3,d\n")
    }
  }

  @Test
  func `a row that is longer than is taken is refused without being kept, and the next is read`()
    throws
  {
    let long = [UInt8](repeating: 0x61, count: 1_000)
    try file(Array("text\n".utf8) + long + Array("\nshort\n".utf8)) { path in
      let rows = try rows(CSVArchive(path, ArchiveMapping(), limit: 999))
      #expect(rows.map(\.place) == [2, 3] && rows[0].raw.isEmpty)
      #expect(fault(rows[0])?.reason.hasPrefix("longer than 999 bytes") == true)
      #expect(try text(rows[1]) == "---\n---\nshort")
    }
  }

  @Test func `what is not UTF-8 is refused: a file as a whole, a row by itself`() throws {
    let utf16 = "text\nabc\n".data(using: .utf16LittleEndian) ?? Data()
    for head: [UInt8] in [[0xFF, 0xFE], []] {
      try file(head + utf16) { path in
        #expect { _ = try CSVArchive(path, ArchiveMapping()) } throws: {
          ($0 as? Failure)?.status == .badInput
        }
        #expect { _ = try JSONLinesArchive(path, ArchiveMapping()) } throws: {
          ($0 as? Failure)?.status == .badInput
        }
      }
    }
    try file(Array("text\n".utf8) + [0xB1, 0xE8, 0x0A] + Array("fine\n".utf8)) { path in
      let rows = try rows(CSVArchive(path, ArchiveMapping()))
      #expect(fault(rows[0]) == RowFault(column: "text", reason: RowFault.notUTF8))
      #expect(fault(rows[1]) == nil)
    }
  }

  @Test func `columns are named, ignored, or refused`() throws {
    var mapping = try ArchiveMapping(
      yaml: Array(
        "text: [said, more]\ntitle: head\nignore: [page]\ndelimiter: \";\"\n".utf8))
    try file(Array("head;said;more;page\nA \"b\": c;one;;9\nB;one;two;9\n;;;\n".utf8)) { path in
      let rows = try rows(CSVArchive(path, mapping))
      #expect(
        fault(rows[0])?.column == "head", "a quote in a field that is not in quotes")
      #expect(try text(rows[1]) == "---\ntitle: \"B\"\n---\none\n\ntwo")
      #expect(fault(rows[2])?.column == "said")
      mapping.ignored = []
      #expect(throws: Failure.self) { _ = try CSVArchive(path, mapping) }
      mapping.ignored = ["*"]
      mapping.title = "headline"
      #expect(throws: Failure.self) { _ = try CSVArchive(path, mapping) }
    }
    try file(Array("text,text\na,b\n".utf8)) { path in
      #expect(throws: Failure.self) { _ = try CSVArchive(path, ArchiveMapping()) }
    }
    for yaml in ["title: a", "text: []", "text: [a, a]", "text: a\ntitle: a", "text: a\nfoo: b"] {
      #expect(throws: InputFault.self) { _ = try ArchiveMapping(yaml: Array(yaml.utf8)) }
    }
  }

  @Test func `an object a line: texts, numbers and nothing, and no more`() throws {
    let lines = [
      #"{"id": 7, "text": "a\nb", "title": null, "date": 2024}"#, "", #"{"text": ["a"]}"#,
      #"{"text": "a", "who": "b"}"#, #"{"text": "a""#, #"{"id": "8"}"#,
    ]
    try file(Array(lines.joined(separator: "\r\n").utf8)) { path in
      let rows = try rows(JSONLinesArchive(path, ArchiveMapping()))
      #expect(rows.map(\.place) == [1, 3, 4, 5, 6])
      #expect(try text(rows[0]) == "---\ndate: \"2024\"\n---\na\nb")
      #expect(try rows[0].draft.get().identity == "7")
      #expect(rows[1...].map { fault($0)?.column } == ["text", "who", nil, "text"])
    }
  }

  @Test func `a key that stands twice is told, and one in a text or below is none`() throws {
    let lines = [
      #"{"text": "a", "title": "b", "text": "c"}"#, #"{"text": "a", "te\u0078t" : "c"}"#,
      #"{"text": "\"text\": \\", "title": "text"}"#,
    ]
    try file(Array(lines.joined(separator: "\n").utf8)) { path in
      let rows = try rows(JSONLinesArchive(path, ArchiveMapping()))
      #expect(rows.map { fault($0)?.column } == ["text", "text", nil])
      #expect(try text(rows[2]).hasSuffix("\"text\": \\"))
    }
  }
}
