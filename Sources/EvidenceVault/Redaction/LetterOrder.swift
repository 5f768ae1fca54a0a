import Sealing

/// In what order the letters of an audience are given out.
///
/// In order of first appearance, whoever gets the same texts in the same order for two audiences gets
/// the same letters, and may lay one beside the other. So where labels leave the vault each letter is
/// drawn: from A to Z without replacement, then from AA to AZ, and so on.
enum LetterOrder: Sendable {
  /// A, B, C …: working copies, which never leave.
  case firstAppearance
  case drawn(Secret)

  /// Letters among which one is drawn: readers see single letters first.
  static let blockSize = 26

  /// What decides the draws for one testimony and one audience.
  ///
  /// It comes from the seed in the sealed original, which custodians alone can open, and not from
  /// chance: what a custodian looks at before an approval has the letters of what is approved.
  struct Secret: Sendable {
    private let seed: [UInt8]
    private let audience: [UInt8]

    init(seed: [UInt8], audience: String) {
      self.seed = seed
      self.audience = Array(audience.utf8)
    }

    /// A number below a bound, at most 26, for a source: H(label/letter, seed ‖ u8(length of
    /// audience) ‖ audience ‖ entity), its first 8 bytes modulo the bound.
    func below(_ bound: Int, _ entity: String) -> Int {
      let digest = Digest.of(
        .labelLetter, seed, [UInt8(truncatingIfNeeded: audience.count)], audience,
        Array(entity.utf8))
      let number = digest.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Int(number % UInt64(bound))
    }
  }
}
