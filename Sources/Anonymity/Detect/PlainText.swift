/// A text as the detectors read it: one scalar a letter, whatever way it was written.
///
/// Full-width forms and digits of any script are ASCII, hyphens and spaces are one each, Hangul is
/// composed, marks and invisible characters are gone. Every unit knows the byte it came from.
struct PlainText {
  enum Class: UInt8 {
    case other, space, newline, digit
    case latinLower, latinUpper, cyrillicLower, cyrillicUpper
    case hangul, han, hiragana, katakana, letter

    var isLetter: Bool { rawValue >= Class.latinLower.rawValue }
    var isWord: Bool { rawValue >= Class.digit.rawValue }
  }

  private(set) var scalars: [UInt32] = []
  private(set) var classes: [Class] = []
  /// One more than there are units: the last is the length of the text.
  private(set) var offsets: [Int] = []
  private var hasCyrillic = false

  var count: Int { scalars.count }

  init(_ text: [UInt8]) {
    scalars.reserveCapacity(text.count)
    classes.reserveCapacity(text.count)
    offsets.reserveCapacity(text.count + 1)
    let table = FoldTable.shared
    let bytes = text.span
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        append(UInt32(byte), Self.ascii[Int(byte)], at)
        at += 1
        continue
      }
      let (scalar, length) = ScalarReader.read(bytes, at: at)
      add(scalar, at, table)
      at += length
    }
    offsets.append(text.count)
    if hasCyrillic { MixedLetters.settle(&scalars, &classes) }
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32, _ kind: Class, _ offset: Int) {
    scalars.append(scalar)
    classes.append(kind)
    offsets.append(offset)
  }

  private mutating func add(_ scalar: UInt32, _ offset: Int, _ table: FoldTable) {
    if (0x400...0x52F).contains(scalar) { hasCyrillic = true }
    switch scalar {
    case 0xAC00..<0xD7A4: append(scalar, .hangul, offset)
    case 0x4E00..<0xA000, 0x3400..<0x4DC0, 0x20000..<0x32400: append(scalar, .han, offset)
    case 0x430...0x45F: append(scalar, .cyrillicLower, offset)
    case 0x400...0x42F: append(scalar, .cyrillicUpper, offset)
    case 0x3041...0x3096: append(scalar, .hiragana, offset)
    case 0x30A1...0x30FA, 0x30FC: append(scalar, .katakana, offset)
    case 0x1160...0x11FF: compose(scalar, offset)
    case 0x2010...0x2013, 0x2212: append(0x2D, .other, offset)
    case 0x2018, 0x2019, 0x2BC: append(0x27, .other, offset)
    case 0x201C, 0x201D, 0xAB, 0xBB: append(0x22, .other, offset)
    case 0xFF01...0xFF5E:
      append(scalar - 0xFEE0, Self.ascii[Int(scalar - 0xFEE0)], offset)
    default: addRare(scalar, offset, table)
    }
  }

  private mutating func addRare(_ scalar: UInt32, _ offset: Int, _ table: FoldTable) {
    let traits = table.traits(scalar)
    switch traits.kind {
    case .invisible, .mark: return
    case .space: append(0x20, .space, offset)
    case .newline: append(0x0A, .newline, offset)
    case .latin: append(scalar, traits.isUpper ? .latinUpper : .latinLower, offset)
    case .digit:
      let part = table.fold(scalar).parts.first?.scalar ?? scalar
      append(part, (0x30...0x39).contains(part) ? .digit : .letter, offset)
    case .cyrillic: append(scalar, traits.isUpper ? .cyrillicUpper : .cyrillicLower, offset)
    case .greek, .other, .jamoRest: append(scalar, .letter, offset)
    case .hangul, .jamoStart: append(scalar, .hangul, offset)
    case .han: append(scalar, .han, offset)
    case .kana: append(scalar, .katakana, offset)
    default: append(scalar, .other, offset)
    }
  }

  /// Joins a conjoining vowel or final to what stands before it.
  private mutating func compose(_ scalar: UInt32, _ offset: Int) {
    if let last = scalars.last {
      if (0x1100...0x1112).contains(last), (0x1161...0x1175).contains(scalar) {
        scalars[scalars.count - 1] = 0xAC00 + (last - 0x1100) * 588 + (scalar - 0x1161) * 28
        return
      }
      if (0xAC00..<0xD7A4).contains(last), (last - 0xAC00) % 28 == 0,
        (0x11A8...0x11C2).contains(scalar)
      {
        scalars[scalars.count - 1] = last + scalar - 0x11A7
        return
      }
    }
    append(scalar, .hangul, offset)
  }

  private static let ascii: [Class] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0x30...0x39: .digit
    case 0x41...0x5A: .latinUpper
    case 0x61...0x7A: .latinLower
    case 0x0A, 0x0D, 0x0B, 0x0C: .newline
    case 0x20, 0x09: .space
    default: .other
    }
  }

  /// The bytes of units `from` up to, not including, `to`.
  func range(_ from: Int, _ to: Int) -> Range<Int> { offsets[from]..<offsets[max(from, to)] }

  /// The scalar at a unit; 0 outside the text.
  @inline(__always)
  func scalar(_ at: Int) -> UInt32 { at >= 0 && at < scalars.count ? scalars[at] : 0 }

  /// The class at a unit; `.newline` outside the text.
  @inline(__always)
  func kind(_ at: Int) -> Class { at >= 0 && at < classes.count ? classes[at] : .newline }
}
