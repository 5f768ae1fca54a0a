import Sealing

/// Bytes as letters of a release: two for each byte, the high half first, from sixteen consonants, in
/// groups of 64 with a space between.
///
/// Random hexadecimal or base64 spells a short name or a number once in a while, which the screen
/// would rightly stop. These letters have neither vowels nor digits. The spaces are for the screen, too: it
/// searches whole words around every place where two readings of an output differ.
enum ProofLetters {
  private static let alphabet = Array("bcdfghjkmnpqrstz".utf8)

  private static let group = 32

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if index > 0, index.isMultiple(of: group) { out.append(0x20) }
      out.append(alphabet[Int(byte >> 4)])
      out.append(alphabet[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `nil` for anything that ``encode(_:)`` does not write.
  static func decode(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var high: UInt8?
    for letter in text.utf8 where letter != 0x20 {
      guard let value = alphabet.firstIndex(of: letter).map({ UInt8($0) }) else { return nil }
      if let first = high {
        out.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil && encode(out).utf8.elementsEqual(text.utf8) ? out : nil
  }

  /// As ``decode(_:)``, in parts of one size; `nil` where they do not come out even.
  static func decode(_ text: String, parts size: Int) -> [[UInt8]]? {
    guard let bytes = decode(text), bytes.count.isMultiple(of: size) else { return nil }
    return stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<($0 + size)]) }
  }

  /// As ``decode(_:parts:)``, as hashes.
  static func digests(_ text: String) -> [Digest]? {
    decode(text, parts: Digest.size).map { $0.compactMap { Digest($0) } }
  }
}
