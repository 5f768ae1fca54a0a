/// Fingerprints as words, because letters and digits are misheard.
extension Fingerprint {
  /// The consonants of ``Passphrase/generate()``; the letter of four bits is at that place.
  private static let consonants = Array("bdfghjklmnprstvz")
  private static let vowels = Array("aiou")

  /// The first 112 bits of a fingerprint as seven words of five letters: `bodak-linum-…`.
  ///
  /// Sixteen bits a word: consonant (4), vowel (2), consonant (4), vowel (2), consonant (4), as in
  /// D. S. Wilkerson's proquints (arXiv:0901.4016).
  ///
  /// - Parameter fingerprint: as ``text(_:)`` gives it; for anything else there are no words.
  public static func words(_ fingerprint: String) -> String {
    guard let bytes = Crockford.decode(fingerprint), bytes.count == 15 else { return "" }
    return stride(from: 0, to: 14, by: 2).map { index in
      let bits = Int(bytes[index]) << 8 | Int(bytes[index + 1])
      return String([
        consonants[bits >> 12], vowels[bits >> 10 & 3], consonants[bits >> 6 & 15],
        vowels[bits >> 4 & 3], consonants[bits & 15],
      ])
    }.joined(separator: "-")
  }

  static func isWords(_ typed: String, of fingerprint: String) -> Bool {
    let expected = letters(words(fingerprint))
    return !expected.isEmpty && letters(typed) == expected
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { !" -\t".contains($0) }
  }
}

extension Crockford {
  /// Whole bytes from letters that ``encode(_:)`` wrote, read as people type them; bits that fill up
  /// the last letter must be zero. `nil` for anything else.
  static func decode(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var buffer = 0
    var bits = 0
    for letter in normalise(text) {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      buffer = buffer << 5 | value
      bits += 5
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(buffer >> bits))
        buffer &= (1 << bits) - 1
      }
    }
    return bits < 5 && buffer == 0 ? out : nil
  }
}
