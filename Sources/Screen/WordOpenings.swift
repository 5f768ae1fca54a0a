/// Three letters that follow each other anywhere in what was read, to tell quickly which words
/// cannot be there.
struct WordOpenings {
  private static let length = 3
  private static let bits = 20
  private var seen = [Bool](repeating: false, count: 1 << bits)

  mutating func insert(_ hay: Haystack) {
    guard hay.count >= Self.length else { return }
    for start in 0...(hay.count - Self.length) {
      seen[Self.place(hay.values[start..<start + Self.length])] = true
    }
  }

  /// `false` only if, in each form of a spelling, some word begins with three letters that are nowhere.
  func hold(_ spelling: Needle, _ folds: inout Folds) -> Bool {
    let cases = Writings.cases(of: spelling.text, spelling.kind)
    // Without look-alikes they are all the same.
    return hold(cases[0], &folds.plain) || cases.contains { hold($0, &folds.skeleton) }
  }

  private func hold(_ text: String, _ fold: inout Fold) -> Bool {
    text.split { $0 == " " || $0 == "-" }.allSatisfy { word in
      var values: [UInt32] = []
      for scalar in word.unicodeScalars {
        switch fold[scalar.value] {
        case .nothing, .gap: continue
        case .unit(let unit): values.append(unit.value)
        case .units(let units): values += units.map(\.value)
        }
        if values.count >= Self.length { break }
      }
      return values.count < Self.length || seen[Self.place(values[..<Self.length])]
    }
  }

  private static func place(_ values: ArraySlice<UInt32>) -> Int {
    let mixed =
      values.reduce(UInt64(0)) { ($0 &* 0x1_0000_01B3) ^ UInt64($1) } &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> UInt64(64 - bits))
  }
}
