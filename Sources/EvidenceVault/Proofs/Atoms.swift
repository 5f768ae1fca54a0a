/// The smallest parts of a text that are disclosed or hidden: a word with the space behind it, or one
/// wide character (Docs/Specs/releases.md).
enum Atoms {
  /// Cuts words that stay. The atoms, joined, are the words.
  static func cut(_ words: String) -> [[UInt8]] {
    var atoms: [[UInt8]] = []
    var atom: [UInt8] = []
    var before: Unicode.Scalar?
    for scalar in words.unicodeScalars {
      if let before, !isSpace(scalar), isSpace(before) || isWide(scalar) || isWide(before) {
        atoms.append(atom)
        atom = []
      }
      atom.append(contentsOf: UTF8.encode(scalar) ?? .init())
      before = scalar
    }
    if !atom.isEmpty { atoms.append(atom) }
    return atoms
  }

  /// The property White_Space, written out: it does not change, and a verifier needs no tables.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Of a script that is written without spaces.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
