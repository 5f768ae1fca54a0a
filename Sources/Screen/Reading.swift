/// One way to read an output: scalars, each with the byte of the raw output that it came from.
struct Reading: Sendable {
  private(set) var scalars: [UInt32] = []
  private(set) var origins: [Int] = []

  var count: Int { scalars.count }

  mutating func append(_ scalar: UInt32, from origin: Int) {
    scalars.append(scalar)
    origins.append(origin)
  }

  mutating func append(_ other: Reading, _ index: Int) {
    append(other.scalars[index], from: other.origins[index])
  }

  mutating func reserve(_ capacity: Int) {
    scalars.reserveCapacity(capacity)
    origins.reserveCapacity(capacity)
  }

  func has(_ ascii: Unicode.Scalar, at index: Int) -> Bool {
    index < scalars.count && scalars[index] == ascii.value
  }

  /// Whether `word`, which is ASCII in lower case, stands here in any case.
  func hasWord(_ word: StaticString, at index: Int) -> Bool {
    has(word.description.unicodeScalars.map(\.value), at: index)
  }

  /// The first index from `start` at which `word`, ASCII in lower case, stands in any case.
  func firstIndex(of word: StaticString, from start: Int) -> Int? {
    let word = word.description.unicodeScalars.map(\.value)
    guard let first = word.first else { return nil }
    return (start..<max(start, count)).first { lowered(scalars[$0]) == first && has(word, at: $0) }
  }

  private func has(_ word: [UInt32], at index: Int) -> Bool {
    guard index + word.count <= count else { return false }
    return word.indices.allSatisfy { lowered(scalars[index + $0]) == word[$0] }
  }

  /// What it says in a part.
  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars[range] { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(text)
  }

  /// A part of it.
  func slice(_ range: Range<Int>) -> Reading {
    if range == 0..<count { return self }
    var result = Reading()
    result.scalars = Array(scalars[range])
    result.origins = Array(origins[range])
    return result
  }

  /// The same scalars from the last to the first, which is how an override makes them look.
  func reversed() -> Reading {
    var result = Reading()
    result.scalars = scalars.reversed()
    result.origins = origins.reversed()
    return result
  }

  private func lowered(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
  }
}

/// What one scalar is to the encodings of ASCII text.
enum ASCII {
  static func isLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || (0x09...0x0D).contains(scalar)
  }

  static func isPunctuation(_ scalar: UInt32) -> Bool {
    (0x21...0x7E).contains(scalar) && !isLetter(scalar) && !isDigit(scalar)
  }

  /// The value of a hexadecimal digit.
  static func hex(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30...0x39: scalar - 0x30
    case 0x41...0x46: scalar - 0x41 + 10
    case 0x61...0x66: scalar - 0x61 + 10
    default: nil
    }
  }
}
