/// A member's passphrase in locked memory, in Unicode normalisation form C.
public struct Passphrase: ~Copyable, Sendable {
  /// The fewest characters that a new passphrase may have.
  public static let leastLength = 12

  /// What was typed, by which its strength is judged.
  let bytes: SecretBytes
  /// What Argon2id stretches: the same, or with a key file its hash under that.
  let stretched: SecretBytes

  /// Takes a passphrase that was read straight into locked memory.
  ///
  /// - Parameter read: fills a buffer of ``PassphraseReader/bufferSize`` bytes from its beginning
  ///   and returns how many it filled.
  public init(read: (inout MutableSpan<UInt8>) throws -> Int) throws {
    let buffer = try SecretBytes.zeros(PassphraseReader.bufferSize)
    let count = try buffer.withMutableBytes(read)
    guard count > 0, count <= PassphraseReader.limit else {
      throw SealingError.passphraseMalformed
    }
    self.init(
      bytes: try buffer.part(0..<count), stretched: try buffer.part(0..<count))
  }

  /// Takes what was typed, brings it to normalisation form C, and zeroes where it came from, also
  /// when it throws.
  ///
  /// - Throws: ``SealingError/passphraseMalformed`` when it is empty, above
  ///   ``PassphraseReader/limit`` bytes, or not text that can be typed again.
  public init(moving typed: inout [UInt8]) throws(SealingError) {
    defer {
      Wipe.zero(&typed)
      typed = []
    }
    let count = typed.count
    guard count <= PassphraseReader.limit else { throw .passphraseMalformed }
    let buffer = try SecretBytes.zeros(PassphraseReader.bufferSize)
    let length = buffer.withMutableBytes { span in
      for index in 0..<count { span[PassphraseText.typedStart + index] = typed[index] }
      return (try? PassphraseText.prepare(&span, typed: count)) ?? 0
    }
    guard length > 0 else { throw .passphraseMalformed }
    self.init(
      bytes: try buffer.part(0..<length), stretched: try buffer.part(0..<length))
  }

  /// Both as they are: what was typed, and what Argon2id gets.
  init(bytes: consuming SecretBytes, stretched: consuming SecretBytes) {
    self.bytes = bytes
    self.stretched = stretched
  }

  /// The passphrase together with a key file, which is a second thing to have.
  ///
  /// Argon2id then gets F(key file, passphrase/key-file, passphrase) in its place.
  public borrowing func mixed(
    with keyFile: borrowing KeyFile
  ) throws(SealingError) -> Passphrase {
    Passphrase(
      bytes: try bytes.part(0..<bytes.count),
      stretched: try KeyedHash.secret(keyFile.secret, .passphraseKeyFile, of: bytes))
  }

  /// Whether both are the same passphrase, with the same key file or none.
  public borrowing func matches(_ other: borrowing Passphrase) -> Bool {
    bytes.matches(other.bytes) && stretched.matches(other.stretched)
  }

  /// Refuses what is guessed first: short, of few different characters, a run such as `123456`,
  /// or the handle itself.
  ///
  /// - Throws: ``SealingError/passphraseTooWeak``.
  public borrowing func checkStrength(handle: String) throws(SealingError) {
    let weak = bytes.withBytes { span in
      var seen = [Bool](repeating: false, count: 256)
      var characters = 0
      var distinct = 0
      var steps = 0
      for index in span.indices {
        let byte = span[index]
        if byte & 0xC0 != 0x80 { characters += 1 }
        if !seen[Int(byte)] {
          seen[Int(byte)] = true
          distinct += 1
        }
        if index > 0 && abs(Int(byte) - Int(span[index - 1])) <= 1 { steps += 1 }
      }
      let leftover = Self.without(Array(handle.utf8), span)
      return characters < Self.leastLength || distinct < 6 || steps * 2 > span.count
        || leftover < 8
    }
    if weak { throw .passphraseTooWeak }
  }

  /// How many bytes remain when every occurrence of `word` is taken out (ASCII case ignored).
  private static func without(_ word: [UInt8], _ span: Span<UInt8>) -> Int {
    guard word.count >= 3 else { return span.count }
    var left = span.count
    var at = 0
    while at + word.count <= span.count {
      var same = true
      for offset in word.indices where span[at + offset] | 0x20 != word[offset] | 0x20 {
        same = false
        break
      }
      if same { left -= word.count }
      at += same ? word.count : 1
    }
    return left
  }

  /// Makes a passphrase of six words of five letters: 99.8 bits.
  ///
  /// A word is consonant, vowel, consonant, vowel, consonant from 16 consonants and 5 vowels:
  /// 102,400 words, 16.64 bits each.
  public static func generate() -> String {
    let consonants = Array("bdfghjklmnprstvz")
    let vowels = Array("aeiou")
    func letter(_ from: [Character]) -> Character { from[Int(Random.below(UInt32(from.count)))] }
    return (0..<6).map { _ in
      String([
        letter(consonants), letter(vowels), letter(consonants), letter(vowels),
        letter(consonants),
      ])
    }.joined(separator: "-")
  }
}
