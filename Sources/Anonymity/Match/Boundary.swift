/// The edges of a hit, judged by the rules of its script.
struct Boundary {
  let left: Neighbour
  let right: Neighbour
  /// Without lookalikes; with them, any alphabet continues a word.
  let isExact: Bool
  /// The Hangul after the hit is none or a tail.
  let hasTail: Bool
  /// A word in two pieces: what stands beyond the neighbour on either side.
  let beyondLeft: Neighbour
  let beyondRight: Neighbour
  /// The first letter of the hit is a capital.
  let isCapitalised: Bool

  init(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ units: [FoldedUnit], isExact: Bool) {
    left = Neighbour.before(text, start)
    right = Neighbour.after(text, end)
    beyondLeft = left.scalar == nil ? .edge : Neighbour.before(text, left.offset)
    beyondRight =
      right.scalar == nil
      ? .edge
      : Neighbour.after(text, right.offset + ScalarReader.read(text, at: right.offset).length)
    self.isExact = isExact
    isCapitalised = units[0].traits.isUpper
    hasTail = Self.tailEnd(text, end, units) != nil
  }

  private static func tailEnd(_ text: Span<UInt8>, _ end: Int, _ units: [FoldedUnit]) -> Int? {
    guard let last = units.last else { return nil }
    return KoreanTail.end(
      text, at: end, afterVowel: last.traits.script != .hangul || last.isVowel)
  }

  /// A gap or another script on the left.
  func isOpen(left script: Script) -> Bool {
    switch script {
    case .han, .none: true
    case .hangul: left.script != .hangul
    case .digit: left.script != .digit
    default: !continues(script, left.script)
    }
  }

  /// A gap or another script on the right; for Hangul also a tail.
  func isOpen(right script: Script) -> Bool {
    switch script {
    case .han, .none: true
    case .hangul: hasTail
    case .digit: right.script != .digit
    default: !continues(script, right.script) && !isNegation
    }
  }

  private func continues(_ script: Script, _ other: Script) -> Bool {
    isExact ? other == script : other.isAlphabetic
  }

  /// Don't holds no Don.
  private var isNegation: Bool {
    right.traits.kind == .apostrophe && (beyondRight.scalar == 0x74 || beyondRight.scalar == 0x54)
  }

  /// A whole token: what follows and goes before is space, the text's edge or punctuation that
  /// does not lead into another word. A token listed with a capital has one.
  func isToken(capitalised: Bool) -> Bool {
    !left.isWord && !right.isWord && !joins(left, beyondLeft)
      && !(joins(right, beyondRight) && !isPossessive) && (!capitalised || isCapitalised)
  }

  /// Directly between two quotation marks.
  var isQuoted: Bool { Self.isQuote(left) && Self.isQuote(right) }

  private static func isQuote(_ mark: Neighbour) -> Bool {
    guard let scalar = mark.scalar.flatMap(Unicode.Scalar.init) else { return false }
    return "\"'“”‘’‚„‟«»‹›「」『』《》〈〉＂＇".unicodeScalars.contains(scalar)
  }

  private var isPossessive: Bool {
    right.traits.kind == .apostrophe && (beyondRight.scalar == 0x73 || beyondRight.scalar == 0x53)
  }

  private func joins(_ mark: Neighbour, _ beyond: Neighbour) -> Bool {
    switch mark.traits.kind {
    case .tight, .apostrophe, .dot, .slash: mark.scalar != nil && beyond.isWord
    default: false
    }
  }

  /// No digit directly before; a short number is no fraction and no part of a word either.
  func isNumberStart(short: Bool) -> Bool {
    if left.isWord && left.script == .digit { return false }
    guard short else { return true }
    return !left.script.isAlphabetic && !isFraction(left, beyondLeft)
  }

  func isNumberEnd(short: Bool) -> Bool {
    if right.isWord && right.script == .digit { return false }
    guard short else { return true }
    return !right.script.isAlphabetic && !isFraction(right, beyondRight)
  }

  private func isFraction(_ mark: Neighbour, _ beyond: Neighbour) -> Bool {
    mark.scalar != nil && (mark.traits.kind == .dot || mark.scalar == 0x2C)
      && beyond.script == .digit
  }

  /// Whether the hit begins or ends inside a syllable that is written letter by letter.
  static func cutsSyllable(_ units: [FoldedUnit], _ text: Span<UInt8>, _ end: Int) -> Bool {
    guard let first = units.first, let last = units.last else { return true }
    if (0x11A8...0x11FF).contains(first.scalar) { return true }
    guard last.traits.script == .hangul else { return false }
    let next = Neighbour.after(text, end)
    guard let scalar = next.scalar, next.traits.script == .hangul, next.traits.kind != .hangul
    else {
      return false
    }
    if (0x1160...0x11FF).contains(scalar) { return true }
    guard last.traits.kind != .hangul, !(0x1100...0x115F).contains(scalar) else { return false }
    // Compatibility letters do not say which syllable they belong to: a vowel does.
    guard next.traits.kind == .jamoStart else { return true }
    let after = Neighbour.after(text, next.offset + ScalarReader.read(text, at: next.offset).length)
    let key = after.scalar.flatMap { FoldTable.shared.fold($0).key.first } ?? 0xFF
    return after.traits.kind != .jamoRest || key >= 0x16
  }

  /// The script of the nearest word within a few separators.
  static func wordScript(_ text: Span<UInt8>, before start: Int) -> Script {
    var at = start
    for _ in 0..<4 {
      let found = Neighbour.before(text, at)
      if found.scalar == nil || found.isWord { return found.script }
      at = found.offset
    }
    return .none
  }

  static func wordScript(_ text: Span<UInt8>, after end: Int) -> Script {
    var at = end
    for _ in 0..<4 {
      let found = Neighbour.after(text, at)
      guard found.scalar != nil, !found.isWord else { return found.script }
      at = found.offset + ScalarReader.read(text, at: found.offset).length
    }
    return .none
  }
}
