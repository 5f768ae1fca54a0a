import Sealing
import Storage

/// What a backup file consists of: its members in the order of their bytes.
///
/// index = count (4) ‖ count × (length of name (1) ‖ name ‖ size (8) ‖ SHA-256 (32));
/// trailer = length of index (8) ‖ SHA-256 of index (32) ‖ version (4) ‖ "EvVa-backup\n".
struct BackupIndex: Equatable, Sendable {
  struct Member: Equatable, Sendable {
    let name: String
    /// In bytes.
    let size: UInt64
    let digest: Digest
  }

  /// The name of the first member, which every backup has.
  static let database = "vault.sqlite"
  /// How the names of all others begin.
  static let objects = "objects/"

  static let version: UInt32 = 1
  static let mark = Array("EvVa-backup\n".utf8)
  static let trailerSize = 8 + Digest.size + 4 + mark.count
  /// The most bytes of an index: it is held in memory.
  static let limit: UInt64 = 64 << 20

  private(set) var members: [Member] = []

  init() {}

  mutating func append(_ member: Member) { members.append(member) }

  /// How many bytes all members have.
  var size: UInt64 { members.reduce(0) { $0 &+ $1.size } }

  /// Index and trailer, as they end the file.
  var bytes: [UInt8] {
    var index = UInt32(members.count).bigEndianBytes
    for member in members {
      index += [UInt8(member.name.utf8.count)] + Array(member.name.utf8)
      index += member.size.bigEndianBytes + member.digest.bytes
    }
    return index + UInt64(index.count).bigEndianBytes + Digest.of(index).bytes
      + Self.version.bigEndianBytes + Self.mark
  }

  /// What the end of a file says of its index.
  struct Trailer {
    let size: UInt64
    let digest: Digest

    /// - Throws: ``IntegrityFault/backup`` for what is no trailer, ``StoreError/newerFormat`` for one
    ///   of a later version.
    init(_ bytes: [UInt8]) throws(VaultError) {
      guard bytes.count == BackupIndex.trailerSize,
        Array(bytes.suffix(BackupIndex.mark.count)) == BackupIndex.mark,
        let digest = Digest(bytes[8..<40])
      else { throw .integrity(.backup) }
      guard Array(bytes[40..<44]) == BackupIndex.version.bigEndianBytes else {
        throw .storage(.newerFormat)
      }
      size = bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
      self.digest = digest
    }
  }

  /// Reads an index; `nil` for one that is not exactly as this program writes it.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard rest.count >= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
    guard let count = take(4)?.reduce(0, { $0 << 8 | Int($1) }), count > 0 else { return nil }
    while members.count < count {
      guard let length = take(1)?.first, let name = take(Int(length)),
        let text = String(validating: name, as: UTF8.self), let size = take(8),
        let digest = take(Digest.size).flatMap({ Digest($0) }),
        Self.isValid(text, after: members.last?.name)
      else { return nil }
      members.append(
        Member(name: text, size: size.reduce(0) { $0 << 8 | UInt64($1) }, digest: digest))
    }
    guard rest.isEmpty else { return nil }
  }

  /// The database first, then files below `objects`, in ascending order: so none comes twice, and none
  /// leads out of the vault.
  static func isValid(_ name: String, after last: String?) -> Bool {
    guard let last else { return name == database }
    guard name.utf8.count <= 255, name.hasPrefix(objects) else { return false }
    guard last == database || Array(last.utf8).lexicographicallyPrecedes(Array(name.utf8)) else {
      return false
    }
    return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.first != "."
        && part.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
            || [0x2D, 0x2E, 0x5F].contains($0)
        }
    }
  }
}
