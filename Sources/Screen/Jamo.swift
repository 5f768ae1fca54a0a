/// Hangul as a row of basic letters, so that every way of writing a syllable compares equal.
///
/// Finals count as initials and double letters as two: ㄱㅣㅁ, 김 and its conjoining form are one.
enum Jamo {
  /// The basic letters of a precomposed syllable, or nil if the scalar is none.
  static func parts(of scalar: UInt32) -> [UInt32]? {
    guard (0xAC00...0xD7A3).contains(scalar) else { return nil }
    let index = scalar - 0xAC00
    let final = index % 28
    return [0x1100 + index / 588, 0x1161 + index % 588 / 28]
      .flatMap { simple($0) ?? [] } + (final == 0 ? [] : simple(0x11A7 + final) ?? [])
  }

  /// The basic letters of a modern conjoining jamo, or nil if the scalar is none.
  static func simple(_ scalar: UInt32) -> [UInt32]? {
    switch scalar {
    case 0x1100...0x1112: initials[Int(scalar - 0x1100)].map { 0x1100 + $0 }
    case 0x1161...0x1175: vowels[Int(scalar - 0x1161)].map { 0x1161 + $0 }
    case 0x11A8...0x11C2: finals[Int(scalar - 0x11A8)].map { 0x1100 + $0 }
    case 0x1113...0x11FF: [scalar]
    default: nil
    }
  }

  private static let initials: [[UInt32]] = [
    [0], [0, 0], [2], [3], [3, 3], [5], [6], [7], [7, 7], [9], [9, 9], [11], [12], [12, 12], [14],
    [15], [16], [17], [18],
  ]

  // The diphthongs that are typed as two vowels: ㅘ ㅙ ㅚ ㅝ ㅞ ㅟ ㅢ.
  private static let vowels: [[UInt32]] = [
    [0], [1], [2], [3], [4], [5], [6], [7], [8], [8, 0], [8, 1], [8, 20], [12], [13], [13, 4],
    [13, 5], [13, 20], [17], [18], [18, 20], [20],
  ]

  private static let finals: [[UInt32]] = [
    [0], [0, 0], [0, 9], [2], [2, 12], [2, 18], [3], [5], [5, 0], [5, 6], [5, 7], [5, 9], [5, 16],
    [5, 17], [5, 18], [6], [7], [7, 9], [9], [9, 9], [11], [12], [14], [15], [16], [17], [18],
  ]
}
