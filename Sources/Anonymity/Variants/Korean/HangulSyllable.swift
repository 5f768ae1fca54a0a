/// A Hangul syllable taken apart: initial, vowel, final.
struct HangulSyllable: Hashable, Sendable {
  /// The nineteen initials in the order of Unicode; `none` is the silent ㅇ.
  enum Initial: Int, Sendable {
    case g, gg, n, d, dd, r, m, b, bb, s, ss, none, j, jj, ch, k, t, p, h
  }

  /// The twenty-one vowels in the order of Unicode.
  enum Vowel: Int, Sendable {
    case a, ae, ya, yae, eo, e, yeo, ye, o, wa, wae, oe, yo, u, wo, we, wi, yu, eu, ui, i

    /// Begins with the sound of y, or is i: what the initial-sound law asks.
    var isSoft: Bool {
      switch self {
      case .ya, .yae, .yeo, .ye, .yo, .yu, .i: true
      default: false
      }
    }
  }

  /// The seven sounds in which a syllable can end.
  enum Coda: Int, Sendable {
    case none, k, n, t, l, m, p, ng

    /// A stop is not voiced, and does not voice what follows.
    var isStop: Bool { self == .k || self == .t || self == .p }
  }

  let initial: Initial
  let vowel: Vowel
  /// The written final, 0 (none) to 27, in the order of Unicode.
  let final: Int

  init(initial: Initial, vowel: Vowel, final: Int) {
    self.initial = initial
    self.vowel = vowel
    self.final = final
  }

  /// Nil for what is no syllable from U+AC00 to U+D7A3.
  init?(_ scalar: UInt32) {
    guard (0xAC00..<0xD7A4).contains(scalar) else { return nil }
    let index = Int(scalar - 0xAC00)
    guard let initial = Initial(rawValue: index / 588),
      let vowel = Vowel(rawValue: index % 588 / 28)
    else { return nil }
    self.init(initial: initial, vowel: vowel, final: index % 28)
  }

  init?(_ character: Character) {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1
    else { return nil }
    self.init(scalar.value)
  }

  var scalar: UInt32 {
    0xAC00 + UInt32(initial.rawValue * 588 + vowel.rawValue * 28 + final)
  }
  var character: Character { Unicode.Scalar(scalar).map(Character.init) ?? "?" }

  /// The sound of the final when nothing runs into it.
  var coda: Coda {
    switch final {
    case 0: .none
    case 1, 2, 3, 9, 24: .k
    case 4, 5, 6: .n
    case 8, 11, 12, 13, 15: .l
    case 10, 16: .m
    case 14, 17, 18, 26: .p
    case 21: .ng
    default: .t
    }
  }

  /// What remains of the final, and what moves over as initial, before a vowel.
  var liaison: (Coda, Initial) {
    switch final {
    case 1: (.none, .g)
    case 2: (.none, .gg)
    case 3: (.k, .s)
    case 4, 6: (.none, .n)
    case 5: (.n, .j)
    case 7: (.none, .d)
    case 8, 15: (.none, .r)
    case 9: (.l, .g)
    case 10: (.l, .m)
    case 11: (.l, .b)
    case 12: (.l, .s)
    case 13: (.l, .t)
    case 14: (.l, .p)
    case 16: (.none, .m)
    case 17: (.none, .b)
    case 18: (.p, .s)
    case 19: (.none, .s)
    case 20: (.none, .ss)
    case 21: (.ng, .none)
    case 22: (.none, .j)
    case 23: (.none, .ch)
    case 24: (.none, .k)
    case 25: (.none, .t)
    case 26: (.none, .p)
    default: (.none, .none)
    }
  }

  func with(initial: Initial) -> HangulSyllable {
    HangulSyllable(initial: initial, vowel: vowel, final: final)
  }
}

extension [HangulSyllable] {
  /// The syllables of a text that is Hangul alone, decomposed letters put together; nil otherwise.
  init?(hangul text: some StringProtocol) {
    self = []
    var pending: (initial: Int, vowel: Int?)?
    func close(_ final: Int) -> HangulSyllable? {
      guard let (initial, vowel) = pending, let vowel,
        let first = HangulSyllable.Initial(rawValue: initial),
        let middle = HangulSyllable.Vowel(rawValue: vowel)
      else { return nil }
      pending = nil
      return HangulSyllable(initial: first, vowel: middle, final: final)
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if (0x11A8...0x11C2).contains(value), pending?.vowel != nil {
        guard let syllable = close(Int(value) - 0x11A7) else { return nil }
        append(syllable)
        continue
      }
      if (0x1161...0x1175).contains(value), let open = pending, open.vowel == nil {
        pending = (open.initial, Int(value) - 0x1161)
        continue
      }
      // A final may also follow a syllable that came composed, but without one.
      if (0x11A8...0x11C2).contains(value), let last, last.final == 0 {
        self[count - 1] = HangulSyllable(
          initial: last.initial, vowel: last.vowel, final: Int(value) - 0x11A7)
        continue
      }
      if pending != nil {
        guard let syllable = close(0) else { return nil }
        append(syllable)
      }
      if (0x1100...0x1112).contains(value) {
        pending = (Int(value) - 0x1100, nil)
      } else if let syllable = HangulSyllable(value) {
        append(syllable)
      } else {
        return nil
      }
    }
    if pending != nil {
      guard let syllable = close(0) else { return nil }
      append(syllable)
    }
    if isEmpty { return nil }
  }

  var text: String { String(map(\.character)) }
}
