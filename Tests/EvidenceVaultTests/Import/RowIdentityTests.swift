import Testing

@testable import EvidenceVault
@testable import Sealing
@testable import Storage

struct RowIdentityTests {
  /// Made after Docs/Specs/import.md with Python's hashlib.
  @Test func `what tells a row apart is what the specification says`() throws {
    var bytes = (0..<32).map { UInt8($0) }
    let lookup = try Lookup(key: try SecretBytes(moving: &bytes))
    let row = RowIdentity(
      ImportRow(
        archive: "north", identity: "7",
        file: Array("---\ntitle: \"The gate\"\n---\nIt closed at nine.".utf8),
        source: .document([])), lookup)
    #expect(Hex.encode(row.text.bytes) == "069aa5a62fb7258002a5290f026dbef6")
    #expect(row.row.map { Hex.encode($0.bytes) } == "4362a5d1b741cf4d4ca303ea930d18b2")
  }
}
