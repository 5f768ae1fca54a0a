/// Collects variants, each text once, under the first reason that gave it.
struct SpellingList {
  private(set) var variants: [Variant] = []
  private var seen: Set<[UInt8]> = []
  private let isShort: Bool

  /// `texts` are those listed already: they are no variants. `isShort` says that the given name is
  /// one syllable, and that phrases of everyday words are to be left out.
  init(leavingOut texts: [String], isShort: Bool) {
    self.isShort = isShort
    for text in texts { seen.insert(Array(text.utf8)) }
  }

  /// A whole text as it stands; false when it was there.
  @discardableResult
  mutating func append(_ text: String, _ reason: Variant.Reason) -> Bool {
    append(bytes: Array(text.utf8), reason)
  }

  /// Words that are not empty, with capitals where the script has them.
  @discardableResult
  mutating func append(words: [[UInt8]], _ reason: Variant.Reason) -> Bool {
    append(bytes: Array(words.filter { !$0.isEmpty }.joined(separator: [0x20])), reason)
  }

  /// Lower-case words with single spaces between.
  @discardableResult
  mutating func append(bytes: [UInt8], _ reason: Variant.Reason) -> Bool {
    if isShort, CommonPhrases.contains(bytes) { return false }
    guard seen.insert(Self.key(bytes)).inserted else { return false }
    variants.append(Variant(text: Self.capitalised(bytes), reason: reason))
    return true
  }

  /// The bytes by which texts are told apart: those of the letters without their marks, as the
  /// matcher has them (ё is е, ガ is カ).
  private static func key(_ bytes: [UInt8]) -> [UInt8] {
    guard let lead = bytes.first, lead >= 0x80 else { return bytes.filter { $0 != 0x2D } }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let value = Int(scalar.value)
      let base =
        cyrillic.contains(value)
        ? bases[value - cyrillic.lowerBound]
        : kana.contains(value) ? bases[value - kana.lowerBound + cyrillic.count] : scalar.value
      out.append(UInt8(truncatingIfNeeded: base >> 16))
      out.append(UInt8(truncatingIfNeeded: base >> 8))
      out.append(UInt8(truncatingIfNeeded: base))
    }
    return out
  }

  private static let cyrillic = 0x400..<0x460
  private static let kana = 0x30A0..<0x3100
  private static let bases: [UInt32] = (Array(cyrillic) + Array(kana)).map { value in
    FoldTable.shared.fold(UInt32(value)).parts.first?.scalar ?? UInt32(value)
  }

  /// Latin and Cyrillic words with a capital each.
  private static func capitalised(_ bytes: [UInt8]) -> String {
    var out = bytes
    for i in out.indices where i == 0 || out[i - 1] == 0x20 {
      switch out[i] {
      case 0x61...0x7A: out[i] -= 0x20
      case 0xD0 where i + 1 < out.count && out[i + 1] >= 0xB0: out[i + 1] -= 0x20
      case 0xD1 where i + 1 < out.count && out[i + 1] == 0x91: (out[i], out[i + 1]) = (0xD0, 0x81)
      case 0xD1 where i + 1 < out.count && out[i + 1] < 0x90:
        (out[i], out[i + 1]) = (0xD0, out[i + 1] + 0x20)
      default: break
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
