/// Collects variants, each text once, under the first reason that gave it.
struct VariantList {
  private(set) var variants: [Variant] = []
  private var seen: Set<[UInt8]> = []

  /// `texts` are those listed already: they are no variants.
  init(leavingOut texts: [String]) {
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
    guard seen.insert(Self.key(bytes)).inserted else { return false }
    variants.append(Variant(text: Self.capitalised(bytes), reason: reason))
    return true
  }

  /// ё and й fold to е and и.
  private static func key(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.first.map({ $0 >= 0xD0 && $0 <= 0xD1 }) ?? false else { return bytes }
    var out = bytes
    for i in out.indices.dropLast() {
      if out[i] == 0xD1, out[i + 1] == 0x91 { (out[i], out[i + 1]) = (0xD0, 0xB5) }
      if out[i] == 0xD0, out[i + 1] == 0xB9 { out[i + 1] = 0xB8 }
    }
    return out
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
