// For `_nfc`: Foundation's NFC on Linux leaves a Hangul syllable and its final apart (U+AC00 U+11A8).
@_spi(_Unicode) import Swift

/// What the bytes of a passphrase are: the same for the same words, whatever typed them.
///
/// The OpaqueString profile of RFC 8265: UTF-8, every space as U+0020, normalised to NFC, nothing
/// else changed: letter case, leading and trailing spaces count. So a Korean or Cyrillic passphrase
/// is the same from a keyboard that composes letters and from one that does not. Control, format,
/// invisible, private-use and unassigned characters are refused, because nobody can see or be sure
/// to type them again.
///
/// Works within one buffer, so that a passphrase is never on the heap: characters pass one at a time
/// through a string short enough to have no heap storage (15 bytes).
enum PassphraseText {
  /// The most bytes that a typed line may have.
  static let limit = 1_024

  /// The size of the buffer. The typed bytes lie in its last quarter and NFC makes UTF-8 at most three
  /// times as long, so what is written never overtakes what is still to be read.
  static let bufferSize = 4 * limit

  /// Where the typed bytes begin.
  static let typedStart = 3 * limit

  /// Turns the typed bytes into the passphrase, which then begins the buffer; the rest is zeroed.
  ///
  /// - Parameters:
  ///   - typed: the count of bytes from `typedStart`.
  /// - Returns: the passphrase's count of bytes.
  /// - Throws: `empty`, `tooLong`, `unsuitableText`.
  static func prepare(
    _ buffer: inout MutableSpan<UInt8>, typed: Int
  ) throws(TerminalError) -> Int {
    precondition(buffer.count == bufferSize && (0...limit).contains(typed))
    var written = 0
    do throws(TerminalError) {
      var next = typedStart
      let end = typedStart + typed
      while next < end {
        let first = try Self.scalar(in: buffer, at: &next, end: end)
        var character = String(first)
        while next < end {
          var after = next
          let mark = try Self.scalar(in: buffer, at: &after, end: end)
          guard joins(mark) else { break }
          character.unicodeScalars.append(mark)
          guard character.utf8.count <= 15 else { throw .unsuitableText }
          next = after
        }
        for scalar in character._nfc {
          for byte in UTF8.encode(scalar) ?? .init() {
            buffer[written] = byte
            written += 1
          }
        }
      }
      guard written > 0 else { throw .empty }
      guard written <= limit else { throw .tooLong }
    } catch {
      wipe(&buffer, from: 0)
      throw error
    }
    wipe(&buffer, from: written)
    return written
  }

  /// Whether NFC may join a scalar to the one before: marks, Hangul vowels and finals, and the vowel
  /// signs of Kirat Rai. All others begin anew, so the text can be normalised piece by piece.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: (0x1160...0x11FF).contains(scalar.value) || (0x16D63...0x16D6A).contains(scalar.value)
    }
  }

  /// Decodes one scalar, strictly, and says what it stands for.
  private static func scalar(
    in buffer: borrowing MutableSpan<UInt8>, at next: inout Int, end: Int
  ) throws(TerminalError) -> Unicode.Scalar {
    let lead = buffer[next]
    let (length, bits, least): (Int, UInt32, UInt32) =
      switch lead {
      case 0x00...0x7F: (1, UInt32(lead), 0)
      case 0xC2...0xDF: (2, UInt32(lead & 0x1F), 0x80)
      case 0xE0...0xEF: (3, UInt32(lead & 0x0F), 0x800)
      case 0xF0...0xF4: (4, UInt32(lead & 0x07), 0x1_0000)
      default: throw .unsuitableText
      }
    guard next + length <= end else { throw .unsuitableText }
    var value = bits
    for offset in 1..<max(length, 1) {
      let byte = buffer[next + offset]
      guard byte & 0xC0 == 0x80 else { throw .unsuitableText }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { throw .unsuitableText }
    next += length
    let properties = scalar.properties
    guard !properties.isDefaultIgnorableCodePoint else { throw .unsuitableText }
    switch properties.generalCategory {
    case .spaceSeparator: return " "
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      throw .unsuitableText
    default: return scalar
    }
  }
}
