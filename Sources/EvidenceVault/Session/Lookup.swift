import Sealing
import Storage

/// The key that turns codes into row ids; every member has it.
final class Lookup: Sendable {
  private let key: SecretBytes
  /// The two bytes that leaf keys of each kind begin with, by kind number.
  private let prefixes: [[UInt8]]

  /// Draws a key under which the prefixes of all kinds differ.
  static func random() throws -> Lookup {
    while true {
      let lookup = try Lookup(key: try SecretBytes.random())
      if Set(lookup.prefixes).count == lookup.prefixes.count { return lookup }
    }
  }

  init(key: consuming SecretBytes) throws {
    var prefixes: [[UInt8]] = []
    for kind in 0..<RecordKind.numbers {
      prefixes.append(Self.prefix(kind, unlike: prefixes, key))
    }
    self.prefixes = prefixes
    self.key = key
  }

  /// first 2 bytes of F(lookup key, map/kind, kind), and for kinds that the drawing of the key did not
  /// think of, where a lower kind has these: of F(lookup key, map/kind, kind ‖ n) for the least n from
  /// 1 on that gives others.
  private static func prefix(
    _ kind: UInt8, unlike lower: [[UInt8]], _ key: borrowing SecretBytes
  ) -> [UInt8] {
    var prefix = Array(KeyedHash.public32(key, .mapKind, [kind]).prefix(2))
    var count: UInt8 = 0
    while kind >= RecordKind.reserved, lower.contains(prefix), count < .max {
      count += 1
      prefix = Array(KeyedHash.public32(key, .mapKind, [kind, count]).prefix(2))
    }
    return prefix
  }

  /// What genesis says of the key, so that no other can be handed to a newcomer.
  func commitment(_ vault: VaultID) -> [UInt8] {
    KeyedHash.public32(key, .lookupCommitment, vault.bytes)
  }

  /// A grant that carries the key, in front of the tail.
  func grant(
    _ epoch: borrowing RoleKeys, to member: BoxPublicKey, _ tail: [UInt8]
  ) throws -> [UInt8] {
    try epoch.grant(to: member, carrying: key, tail: tail)
  }

  /// first 16 bytes of F(lookup key, lookup/row, what ‖ parts).
  func row(_ what: Row, _ parts: [UInt8]...) -> RowID {
    let bytes = KeyedHash.public32(key, .lookupRow, [what.rawValue], parts.flatMap { $0 })
    return RowID(bytes.prefix(16)) ?? RowID(high: 0, low: 0)
  }

  /// Where a record of a kind and code is.
  func record(_ kind: RecordKind, _ code: String) -> MapKey {
    MapKey(
      prefix: prefix(of: kind), id: row(.record, [kind.rawValue], Array(code.utf8)))
  }

  func prefix(of kind: RecordKind) -> [UInt8] { prefixes[Int(kind.rawValue)] }

  /// The kind of a leaf's key.
  func kind(of key: MapKey) -> RecordKind? {
    guard
      let index = prefixes.firstIndex(where: {
        $0[0] == key.prefix >> 8 && $0[1] == key.prefix & 255
      })
    else { return nil }
    return RecordKind(rawValue: UInt8(index))
  }

  /// The leaf that holds number and head of the roster.
  var rosterHead: MapKey {
    MapKey(prefix: prefix(of: .rosterHead), id: RowID(high: 0, low: 0))
  }

  /// The leaf that says what the restore of a log entry left behind.
  func restore(_ number: UInt64) -> MapKey {
    MapKey(prefix: prefix(of: .restore), id: RowID(high: 0, low: number))
  }

  /// What a row id is of.
  enum Row: UInt8 {
    case record = 1
    case grant = 2
    case carry = 3
    case boxed = 4
    case cursor = 5
    case dropKey = 6
    /// What tells a row of an archive apart: its words, and what the archive calls it.
    case importedText = 115
    case importedRow = 116
  }
}
