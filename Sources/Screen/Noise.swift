/// Hashes, keys and other random text: a short name in there is chance.
enum Noise {
  private static let shortest = 24

  /// Which scalars belong to random text, or nil if none does.
  ///
  /// A run is random if letters in upper and lower case and digits change at nearly every step,
  /// which words, dates and names joined by hyphens never do, or if it is long and hexadecimal.
  static func marks(of reading: Reading) -> [Bool]? {
    var marks: [Bool]?
    var start = 0
    for index in 0...reading.count {
      if index < reading.count, isPart(reading.scalars[index]) { continue }
      if index - start >= shortest, isRandom(reading.scalars[start..<index]) {
        if marks == nil { marks = [Bool](repeating: false, count: reading.count) }
        for inside in start..<index { marks?[inside] = true }
      }
      start = index + 1
    }
    return marks
  }

  private static func isPart(_ scalar: UInt32) -> Bool {
    ASCII.isLetter(scalar) || ASCII.isDigit(scalar) || [0x2B, 0x2D, 0x2F, 0x5F].contains(scalar)
  }

  private static func isRandom(_ run: ArraySlice<UInt32>) -> Bool {
    let classes = run.map(kind)
    let changes = zip(classes, classes.dropFirst()).filter { $0 != $1 }.count
    let digits = classes.filter { $0 == 2 }.count
    if run.allSatisfy({ ASCII.hex($0) != nil }) {
      return run.count >= 32 && digits >= 4 && digits <= run.count - 4
    }
    return digits > 0 && changes * 5 >= run.count * 2
  }

  private static func kind(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x41...0x5A: 0
    case 0x61...0x7A: 1
    case 0x30...0x39: 2
    default: 3
    }
  }
}
