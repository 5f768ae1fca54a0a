/// Which forms can stand in some texts at all, told by how their keys begin and end.
///
/// To seek a hundred thousand spellings in one short text, leaving out those that cannot be there is
/// much cheaper than building an automaton of them all. Nothing that is there is left out: a form
/// that is found has its whole key in the text's key.
struct Beginnings: Sendable {
  /// The bytes of a key that are looked at, at either end.
  private static let window = 4
  private static let bits = 20
  /// By the hash of one to four key bytes that follow each other in a text.
  private var seen = [Bool](repeating: false, count: 1 << bits)

  init(of texts: [[UInt8]]) {
    for text in texts {
      for notes in [true, false] {
        var units: [FoldedUnit] = []
        Folding.units(of: text.span, in: 0..<text.count, notes: notes, into: &units)
        for start in units.indices {
          var hash = 0
          for index in start..<min(start + Self.window, units.count) {
            hash = hash << 8 | Int(units[index].key)
            seen[Self.place(hash, index - start + 1)] = true
          }
        }
      }
    }
  }

  /// `false` only for a name that no text has in any order of its words: each of them is there.
  ///
  /// Only letters of an alphabet are judged so; what else there is has few forms.
  func mayHold(_ identifier: KnownIdentifier) -> Bool {
    guard identifier.kind == .name, identifier.reason != nil else { return true }
    let table = FoldTable.shared
    var bytes: (length: Int, hash: Int) = (0, 0)
    for scalar in identifier.text.unicodeScalars {
      let traits = table.traits(scalar.value)
      if traits.isAttached { continue }
      guard traits.isWord else {
        if bytes.length > 0, !seen[Self.place(bytes.hash, bytes.length)] { return false }
        bytes = (0, 0)
        continue
      }
      guard traits.script == .latin || traits.script == .cyrillic || traits.script == .digit else {
        return true
      }
      if bytes.length == Self.window { continue }
      let small = scalar.value < 0x800 ? table.small[Int(scalar.value)] : FoldTable.slow
      guard small != FoldTable.slow else { return true }
      var packed = small
      while packed != 0, bytes.length < Self.window {
        bytes = (bytes.length + 1, bytes.hash << 8 | Int(packed & 0xFF))
        packed >>= 8
      }
    }
    return bytes.length == 0 || seen[Self.place(bytes.hash, bytes.length)]
  }

  /// `false` only for a form that no text has.
  func mayHold(_ form: String) -> Bool {
    let scalars = form.unicodeScalars
    guard let first = key(scalars, isStart: true),
      let last = key(scalars.reversed(), isStart: false)
    else { return true }
    return seen[first] && seen[last]
  }

  /// The place of the first or last bytes of a form's key; `nil` where the case decides them.
  private func key(
    _ scalars: some Sequence<Unicode.Scalar>, isStart: Bool
  ) -> Int? {
    let table = FoldTable.shared
    var bytes: [UInt8] = []
    for scalar in scalars {
      let traits = table.traits(scalar.value)
      if traits.kind == .greek || traits.kind == .other { return nil }
      guard !traits.isAttached, traits.isWord else { continue }
      let key = table.fold(scalar.value).key
      bytes = isStart ? bytes + key : key + bytes
      if bytes.count >= Self.window { break }
    }
    let part = isStart ? bytes.prefix(Self.window) : bytes.suffix(Self.window)
    return part.isEmpty ? nil : Self.place(part.reduce(0) { $0 << 8 | Int($1) }, part.count)
  }

  private static func place(_ hash: Int, _ length: Int) -> Int {
    // Multiplying spreads the bytes over the upper bits (Knuth).
    let mixed = UInt64(truncatingIfNeeded: hash << 3 | length) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> UInt64(64 - bits))
  }
}
