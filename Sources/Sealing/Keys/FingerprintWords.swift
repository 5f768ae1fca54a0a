/// Fingerprints as words, because letters and digits are misheard.
extension Fingerprint {
  /// The first 112 bits of a fingerprint as seven words of five letters: `bodak-linum-…`.
  ///
  /// Sixteen bits a word, as in a recovery's shares.
  ///
  /// - Parameter fingerprint: as ``text(_:)`` gives it; for anything else there are no words.
  public static func words(_ fingerprint: String) -> String {
    guard let bytes = Crockford.decode(fingerprint, count: 15) else { return "" }
    return stride(from: 0, to: 14, by: 2).map {
      ShareWord.text(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]))
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
