/// Numbers, compared by their digits alone.
struct NumberSearch: Sendable {
  private static let shortest = 4
  private static let freeOfGaps = 5
  // Long enough to be one line, short enough to lose country code, trunk prefix and area.
  private static let significant = 7
  private static let longEnoughToCut = 9
  // Between the digits of one number stands no more than this.
  private static let widestGap = 4

  private struct Number {
    let needle: Int
    let digits: [UInt8]
    /// Whether more digits may stand before it.
    let isEnding: Bool
  }

  private var numbers: [Number] = []
  private var byBeginning: [[UInt8]: [Int]] = [:]

  /// Adds the digits of a needle; false if they are too few.
  mutating func add(_ needle: Needle, at index: Int) -> Bool {
    let digits = needle.text.unicodeScalars.compactMap(Self.digit)
    var forms: Set<[UInt8]> = [digits]
    if digits.count == 8, let date = Self.date(needle.text, digits) { forms.formUnion(date) }
    for form in forms where form.count >= Self.shortest { insert(index, form, isEnding: false) }
    if digits.count >= Self.longEnoughToCut {
      insert(index, digits.suffix(Self.significant), isEnding: true)
    }
    return digits.count >= Self.shortest
  }

  private mutating func insert(_ needle: Int, _ digits: some Sequence<UInt8>, isEnding: Bool) {
    let number = Number(needle: needle, digits: Array(digits), isEnding: isEnding)
    byBeginning[Array(number.digits.prefix(Self.shortest)), default: []].append(numbers.count)
    numbers.append(number)
  }

  /// `1989-03-14` in its other orders, with and without the century and leading noughts.
  private static func date(_ text: String, _ digits: [UInt8]) -> [[UInt8]]? {
    let parts = text.split { !$0.isNumber }.map(\.count)
    guard parts == [4, 2, 2] else { return nil }
    let (year, month, day) = (digits[0..<4], digits[4..<6], digits[6..<8])
    var forms: [[UInt8]] = []
    for m in [month, month.drop { $0 == 0 }] {
      for d in [day, day.drop { $0 == 0 }] {
        forms += [Array(year + m + d), Array(d + m + year), Array(m + d + year)]
      }
    }
    return forms
  }

  private struct Digits {
    var values: [UInt8] = []
    /// Where in the reading each stands.
    var indices: [Int] = []
    /// What is between this digit and the one before: nothing, a gap, or the end of a number.
    var joins: [Join] = []
    enum Join { case touching, gap, apart }
  }

  /// Calls `found` with a needle and where in the reading it stands.
  func search(_ reading: Reading, _ found: (_ needle: Int, _ stretch: Range<Int>) -> Void) {
    if numbers.isEmpty { return }
    let noise = Noise.marks(of: reading)
    let row = digits(of: reading)
    guard row.values.count >= Self.shortest else { return }
    for start in 0...(row.values.count - Self.shortest) {
      guard let candidates = byBeginning[Array(row.values[start..<(start + Self.shortest)])]
      else { continue }
      for candidate in candidates {
        let number = numbers[candidate]
        let end = start + number.digits.count
        guard end <= row.values.count, row.values[start..<end].elementsEqual(number.digits),
          end == row.values.count || row.joins[end] != .touching,
          number.isEnding || row.joins[start] != .touching
        else { continue }
        let inside = row.joins[(start + 1)..<end]
        let isLong = number.digits.count >= Self.freeOfGaps
        guard inside.allSatisfy({ $0 == .touching || (isLong && $0 == .gap) }) else { continue }
        if number.isEnding || !isLong, noise?[row.indices[start]] == true { continue }
        found(number.needle, row.indices[start]..<(row.indices[end - 1] + 1))
      }
    }
  }

  private func digits(of reading: Reading) -> Digits {
    var row = Digits()
    var join = Digits.Join.apart
    var width = 0
    for index in 0..<reading.count {
      guard let scalar = Unicode.Scalar(reading.scalars[index]) else { continue }
      if let digit = Self.digit(scalar) {
        row.values.append(digit)
        row.indices.append(index)
        row.joins.append(join)
        join = .touching
        width = 0
      } else if Self.isInvisible(scalar) {
        // Some of them are letters, as the filler of Hangul is.
      } else if Self.isLetter(scalar) {
        join = .apart
      } else {
        width += 1
        if join == .touching { join = .gap }
        if width > Self.widestGap { join = .apart }
      }
    }
    return row
  }

  /// The value of a digit of any script, raised, ringed or Chinese.
  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      return ASCII.isDigit(scalar.value) ? UInt8(scalar.value - 0x30) : nil
    }
    let properties = scalar.properties
    guard let value = properties.numericValue, (0...9).contains(value), value == value.rounded()
    else { return nil }
    switch properties.numericType {
    case .decimal, .digit: return UInt8(value)
    case .numeric where properties.isIdeographic: return UInt8(value)
    default: return nil
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ASCII.isLetter(scalar.value) : scalar.properties.isAlphabetic
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }
}
