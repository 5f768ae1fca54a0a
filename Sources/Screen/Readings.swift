/// All the ways in which an output is read before it is searched.
///
/// Markup is removed before and after decoding, and decoding goes round until nothing changes:
/// whatever order the encodings were put on, one of these readings takes them off.
enum Readings {
  // Five encodings inside each other are no accident.
  private static let deepest = 5
  // The work is bounded by all scalars of all readings, and by their number.
  private static let mostReadings = 600
  private static let mostScalars = 160 << 20

  /// Calls `visit` with all that any reading of `raw` says, in slices.
  static func each(
    of raw: Reading, _ visit: (Reading) -> Void
  ) throws(Refusal) {
    var seen = Seen()
    try each(of: raw, unpacking: 2, &seen, visit)
  }

  private struct Seen {
    var hashes: Set<Int> = []
    var scalars = 0
    var novelty = Novelty()
    /// What was unpacked in an earlier reading.
    var runs: Set<Int> = []

    /// Whether the reading is a new one.
    mutating func insert(_ reading: Reading) throws(Refusal) -> Bool {
      guard hashes.insert(reading.scalars.hashValue).inserted else { return false }
      scalars += reading.count
      guard scalars <= mostScalars, hashes.count <= mostReadings else { throw .tooLarge }
      return true
    }
  }

  private static func each(
    of raw: Reading, unpacking: Int, _ seen: inout Seen, _ visit: (Reading) -> Void
  ) throws(Refusal) {
    var layers: Set<Int> = []
    var newest: [Reading] = []
    for layer in [raw] + Markup.Removal.allCases.compactMap({ Markup.removed(raw, $0) })
    where layers.insert(layer.scalars.hashValue).inserted {
      newest.append(layer)
    }
    for depth in 0...deepest {
      var next: [Reading] = []
      for layer in newest {
        if let data = PackedText.embeddedData(in: layer) { throw .embeddedData(atByte: data) }
        for shape in shapes(of: layer) where try seen.insert(shape) {
          for slice in seen.novelty.slices(of: shape) { visit(slice) }
        }
        if unpacking > 0, let packed = PackedText.unpacked(layer, except: &seen.runs) {
          if layers.insert(packed.scalars.hashValue).inserted {
            try each(of: packed, unpacking: unpacking - 1, &seen, visit)
          }
        }
        for decoded in decodings(of: layer)
        where layers.insert(decoded.scalars.hashValue).inserted {
          next.append(decoded)
        }
      }
      if next.isEmpty { return }
      guard depth < deepest else { throw .nestedTooDeeply }
      newest = next
    }
  }

  /// One round of decoding: each encoding alone, because one may spoil another, and what a page
  /// and its links show together with each dialect of the backslash.
  private static func decodings(of layer: Reading) -> [Reading] {
    let shown = CharacterReferences.decoded(layer)
    let linked = shown.flatMap(ByteEscapes.percentDecoded)
    var results = [
      shown, linked, ByteEscapes.percentDecoded(layer), ByteEscapes.quotedPrintableDecoded(layer),
    ].compactMap { $0 }
    for dialect in BackslashEscapes.Dialect.allCases {
      for start in [layer, linked ?? shown].compactMap({ $0 }) {
        if let decoded = BackslashEscapes.decoded(start, dialect) { results.append(decoded) }
      }
    }
    return results
  }

  /// The layer as it is, and without what cuts running text.
  private static func shapes(of layer: Reading) -> [Reading] {
    var shapes = [layer]
    for removal in Markup.Removal.allCases {
      if let shape = Markup.removed(layer, removal) { shapes.append(shape) }
    }
    for plain in [layer, Markup.removed(layer, .leavingNothing)].compactMap({ $0 }) {
      if let shape = InlineSigns.markdownRemoved(plain) { shapes.append(shape) }
    }
    if let shape = InlineSigns.keysRemoved(layer) { shapes.append(shape) }
    if let shape = InvisibleTags.shown(layer) { shapes.append(shape) }
    if turnsText(layer) { shapes += shapes.map { $0.reversed() } }
    return shapes
  }

  /// Whether something in it can make a name appear that is written backwards.
  private static func turnsText(_ layer: Reading) -> Bool {
    layer.scalars.contains { $0 == 0x202D || $0 == 0x202E }
      || layer.firstIndex(of: "<bdo", from: 0) != nil
      || layer.firstIndex(of: "e-override", from: 0) != nil
      || layer.firstIndex(of: "i-override", from: 0) != nil
  }
}

/// Tag characters (U+E0020 to U+E007E) repeat ASCII invisibly.
enum InvisibleTags {
  /// The reading with tag characters shown as what they repeat, or nil if it has none.
  static func shown(_ reading: Reading) -> Reading? {
    let tags: ClosedRange<UInt32> = 0xE0020...0xE007E
    guard reading.scalars.contains(where: tags.contains) else { return nil }
    var result = Reading()
    result.reserve(reading.count)
    for index in 0..<reading.count {
      let scalar = reading.scalars[index]
      result.append(tags.contains(scalar) ? scalar - 0xE0000 : scalar, from: reading.origins[index])
    }
    return result
  }
}
