/// Sixteen bits as a word of five letters that can be said and typed: `lusab`.
///
/// Consonant, vowel, consonant, vowel, consonant; each consonant four bits, each vowel two
/// (Wilkerson, A Proposal for Proquints, arXiv:0901.4016).
enum ShareWord {
  static let length = 5
  private static let consonants = Array("bdfghjklmnprstvz".utf8)
  private static let vowels = Array("aiou".utf8)
  /// From the top: how far each letter's bits stand, and how many it has.
  private static let letters: [(shift: UInt16, vowel: Bool)] = [
    (12, false), (10, true), (6, false), (4, true), (0, false),
  ]

  /// Writes the five letters.
  static func write(_ value: UInt16, _ out: inout MutableSpan<UInt8>, at start: Int) {
    for offset in letters.indices { out[start + offset] = letter(of: value, at: offset) }
  }

  /// The word of bits that are no secret.
  static func text(_ value: UInt16) -> String {
    String(decoding: letters.indices.map { letter(of: value, at: $0) }, as: UTF8.self)
  }

  private static func letter(of value: UInt16, at offset: Int) -> UInt8 {
    let bits = Int(value >> letters[offset].shift)
    return letters[offset].vowel ? vowels[bits & 3] : consonants[bits & 15]
  }

  /// Reads five letters in either case; `nil` for what is no such word.
  static func read(_ text: Span<UInt8>, at start: Int, count: Int) -> UInt16? {
    guard count == length else { return nil }
    var value: UInt16 = 0
    for (offset, letter) in letters.enumerated() {
      let typed = text[start + offset] | 0x20
      let alphabet = letter.vowel ? vowels : consonants
      guard let bits = alphabet.firstIndex(of: typed) else { return nil }
      value |= UInt16(bits) << letter.shift
    }
    return value
  }
}
