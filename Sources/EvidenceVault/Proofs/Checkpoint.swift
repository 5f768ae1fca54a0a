import Sealing

/// The head of a commitment tree, signed: a note of c2sp.org/tlog-checkpoint that can be printed,
/// mailed, time-stamped or witnessed.
public struct Checkpoint: Equatable, Sendable {
  /// The most bytes of a note.
  public static let limit = 64 << 10
  private static let mostSignatures = 16

  /// The whole note.
  public let text: String
  public let origin: String
  public let size: UInt64
  let root: Digest
  /// The three lines that are signed.
  let body: [UInt8]
  let signatures: [(name: String, id: [UInt8], signature: [UInt8])]

  public static func == (one: Checkpoint, other: Checkpoint) -> Bool {
    Array(one.text.utf8) == Array(other.text.utf8)
  }

  /// Signs the head of a tree.
  init(size: UInt64, root: Digest, by key: borrowing SigningKey) throws(ReleaseFault) {
    let vault = VaultKey(key.publicKey)
    let body = "\(vault.name)\n\(size)\n\(StrictBase64.encode(root.bytes))\n"
    let signature = StrictBase64.encode(vault.id + key.sign(note: Array(body.utf8)))
    try self.init("\(body)\n— \(vault.name) \(signature)\n")
  }

  /// Reads a note.
  ///
  /// - Throws: ``ReleaseFault/checkpoint`` for what is none. Whose it is, ``isSigned(by:)`` tells.
  public init(_ text: String) throws(ReleaseFault) {
    guard text.utf8.count <= Self.limit,
      text.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0A })
    else { throw .checkpoint }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    // Three lines, an empty one, the signatures, and nothing behind the last newline.
    guard (6...(5 + Self.mostSignatures)).contains(lines.count), lines[3].isEmpty,
      lines[lines.count - 1].isEmpty, !lines[0].isEmpty, let size = UInt64(lines[1]),
      "\(size)" == lines[1], let hash = StrictBase64.decode(lines[2]), let root = Digest(hash)
    else { throw .checkpoint }
    var signatures: [(name: String, id: [UInt8], signature: [UInt8])] = []
    for line in lines[4..<(lines.count - 1)] {
      let words = line.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard words.count == 3, words[0] == "—", !words[1].isEmpty,
        let bytes = StrictBase64.decode(words[2]), bytes.count > 4
      else { throw .checkpoint }
      signatures.append((words[1], Array(bytes.prefix(4)), Array(bytes.dropFirst(4))))
    }
    self.text = text
    origin = lines[0]
    self.size = size
    self.root = root
    body = Array(lines[..<3].joined(separator: "\n").utf8) + [0x0A]
    self.signatures = signatures
  }

  /// Whether it is of this vault and has the vault key's signature. For those of witnesses see
  /// ``time(of:)``.
  func isSigned(by key: VaultKey) -> Bool {
    let own = signatures.filter { $0.name == key.name && $0.id == key.id }
    guard origin == key.name, own.count == 1 else { return false }
    return key.signing.verifies(own[0].signature, note: body)
  }

  /// Whether both are of one head.
  func isHead(of other: Checkpoint) -> Bool { body == other.body }
}
