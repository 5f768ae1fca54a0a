/// Variants as they are found, each spelling once: what the matcher takes for equal is not repeated.
struct VariantList {
  private(set) var variants: [Variant] = []
  private var seen: Set<[UInt32]>

  init(listed: String) { seen = [Self.key(listed)] }

  init() { seen = [] }

  mutating func add(_ text: String, _ reason: Variant.Reason) {
    if seen.insert(Self.key(text)).inserted { variants.append(Variant(text: text, reason: reason)) }
  }

  /// The letters and digits without case and marks.
  static func key(_ text: String) -> [UInt32] {
    var key: [UInt32] = []
    key.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x61...0x7A, 0x30...0x39: key.append(value)
      case 0x41...0x5A: key.append(value + 0x20)
      case 0..<0x80: continue
      case 0x430...0x44F: key.append(value == 0x439 ? 0x438 : value)
      case 0x410...0x42F: key.append(value == 0x419 ? 0x438 : value + 0x20)
      default: key += FoldTable.shared.fold(value).parts.map(\.scalar)
      }
    }
    return key
  }
}
