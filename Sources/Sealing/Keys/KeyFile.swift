import Glibc

/// A second thing to have beside a passphrase: 32 random bytes in a file that is kept apart.
///
/// The file's text is `evault-key-1`, a space, and 56 letters of base32 in groups of four: the bytes
/// and 20 bits of their hash, so that a slip is seen. Bytes and text are in locked memory only.
public struct KeyFile: ~Copyable, Sendable {
  let secret: SecretBytes
  /// Whether others on the machine may read the file that it came from.
  public let readableByOthers: Bool

  /// The most bytes that a file may have.
  static let limit = 256
  private static let head = Array("evault-key-1 ".utf8)
  /// Letters of the bytes, and of the check behind them.
  private static let letters = (key: 52, check: 4)

  /// Draws a new one.
  public init() throws(SealingError) {
    secret = try SecretBytes.random()
    readableByOthers = false
  }

  /// Reads a file.
  ///
  /// - Throws: ``SealingError/keyFileMissing``, ``SealingError/keyFileUnreadable``,
  ///   ``SealingError/keyFileMalformed``.
  public init(reading path: String) throws(SealingError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .keyFileMissing : .keyFileUnreadable
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .keyFileUnreadable
    }
    let text = try SecretBytes.zeros(Self.limit)
    let count = text.withMutableBytes { span in
      unsafe span.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    }
    guard count >= 0 else { throw .keyFileUnreadable }
    guard status.st_size <= Self.limit else { throw .keyFileMalformed }
    try self.init(
      text: try text.part(0..<count), readableByOthers: status.st_mode & 0o077 != 0)
  }

  init(text: borrowing SecretBytes, readableByOthers: Bool = false) throws(SealingError) {
    let secret = try SecretBytes.zeros(32)
    let check = text.withBytes { text in
      secret.withMutableBytes { out in Self.parse(text, into: &out) }
    }
    guard let check, try Self.check(secret) == check else { throw .keyFileMalformed }
    self.secret = secret
    self.readableByOthers = readableByOthers
  }

  /// The text of the file, its line end included.
  public borrowing func text() throws(SealingError) -> SecretBytes {
    let check = try Self.check(secret)
    let groups = (Self.letters.key + Self.letters.check) / 4
    let text = try SecretBytes.zeros(Self.head.count + groups * 5)
    secret.withBytes { key in
      text.withMutableBytes { out in
        var at = 0
        for byte in Self.head {
          out[at] = byte
          at += 1
        }
        for index in 0..<(groups * 4) {
          let value =
            index < Self.letters.key
            ? Self.bits(key, from: index * 5)
            : check >> (5 * (Self.letters.key + Self.letters.check - 1 - index)) & 31
          out[at] = Self.alphabet[Int(value)]
          at += 1
          if index % 4 == 3 {
            out[at] = index == groups * 4 - 1 ? UInt8(ascii: "\n") : UInt8(ascii: "-")
            at += 1
          }
        }
      }
    }
    return text
  }

  // MARK: - Letters

  private static let alphabet = Crockford.alphabet.compactMap(\.asciiValue)

  /// Five bits; those beyond the end are zero.
  private static func bits(_ key: Span<UInt8>, from start: Int) -> UInt32 {
    (start..<(start + 5)).reduce(0) { value, bit in
      let byte = bit / 8 < key.count ? key[bit / 8] : 0
      return value << 1 | UInt32(byte >> UInt8(7 - bit % 8) & 1)
    }
  }

  /// first 20 bits of H(key-file/check, bytes).
  private static func check(_ secret: borrowing SecretBytes) throws(SealingError) -> UInt32 {
    let message = try secret.preceded(by: Label.keyFileCheck.prefixed([]))
    let digest = message.withBytes { Digest.of($0) }
    return digest.bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1) } >> 4
  }

  /// Reads the letters into `key`; returns the check behind them, `nil` for what is no key file.
  private static func parse(_ text: Span<UInt8>, into key: inout MutableSpan<UInt8>) -> UInt32? {
    guard text.count > head.count, head.indices.allSatisfy({ text[$0] == head[$0] }) else {
      return nil
    }
    var count = 0
    var check: UInt32 = 0
    for index in head.count..<text.count {
      let byte = text[index]
      if [0x20, 0x09, 0x2D, 0x0A, 0x0D].contains(byte) { continue }
      guard let value = value(of: byte), count < letters.key + letters.check else { return nil }
      if count < letters.key {
        for bit in 0..<5 where value >> UInt8(4 - bit) & 1 == 1 {
          let at = count * 5 + bit
          guard at < 256 else { return nil }
          key[at / 8] |= 1 << UInt8(7 - at % 8)
        }
      } else {
        check = check << 5 | UInt32(value)
      }
      count += 1
    }
    return count == letters.key + letters.check ? check : nil
  }

  /// What a letter stands for, in either case and with look-alikes as one.
  private static func value(of byte: UInt8) -> UInt8? {
    let upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    let letter: UInt8 =
      switch upper {
      case UInt8(ascii: "O"): UInt8(ascii: "0")
      case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
      default: upper
      }
    return alphabet.firstIndex(of: letter).map { UInt8($0) }
  }
}
