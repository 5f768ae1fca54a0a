/// Judges a hit that agrees with what was listed only by the look of its letters.
enum Lookalikes {
  /// The digit a Chinese numeral stands for.
  static func hanDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// Whether a scalar is a Chinese numeral up to ten.
  static func isHanNumeral(_ scalar: UInt32) -> Bool { scalar == 0x5341 || hanDigit(scalar) != nil }

  /// Whether the letters of `units` may stand for the listed ones.
  ///
  /// - A letter of another script, when the hit mixes scripts as no language does, or is six
  ///   letters long, or stands among words of the listed script ("Рак" among Russian words is
  ///   cancer, not Pak).
  /// - A digit for a letter (K1m) when it touches letters and is outnumbered by them; a letter for
  ///   a digit likewise.
  /// - Inside one script (l and I, rn and m) when the hit is long, or a capital I follows a
  ///   small letter, as nobody writes it.
  static func accept(
    _ units: [FoldedUnit], _ listed: ArraySlice<PatternUnit>, _ pattern: Pattern,
    neighbours: () -> [Script]
  ) -> Bool {
    var crossed = 0
    var exact = 0
    var digitSwaps = 0
    var inside = 0
    var foreign: Script = .none
    var home: Script = .none
    for (i, expected) in zip(units.indices, listed) {
      let unit = units[i]
      if unit.strict == expected.strict {
        exact += 1
        continue
      }
      if let digit = hanDigit(unit.strict) ?? hanDigit(expected.strict) {
        let other = hanDigit(unit.strict) == nil ? unit.strict : expected.strict
        guard pattern.demands.contains(.numerals), other == UInt32(0x30 + digit) else {
          return false
        }
        continue
      }
      let script = FoldTable.shared.traits(expected.strict).script
      if script == .hangul || script == .han || expected.strict >= FoldTable.jamoBase {
        return false
      }
      let isDigit = unit.traits.script == .digit
      if isDigit != (script == .digit) {
        digitSwaps += 1
        if isDigit, pattern.letters > 0, !touchesLetter(units, i) { return false }
      } else if unit.strict < 0x80, expected.strict < 0x80 {
        if !isOddCapital(units, i, expected.strict) { inside += 1 }
      } else {
        crossed += 1
        foreign = unit.traits.script
        home = script
      }
    }
    if inside > 0, pattern.letters < 8 || inside * 3 > units.count { return false }
    if digitSwaps > 0, units.count < 3 || digitSwaps * 2 > units.count { return false }
    if crossed > 0, exact == 0, pattern.letters < 6 {
      if foreign == home { return false }
      return pattern.letters > 2 && !neighbours().contains(foreign)
    }
    return true
  }

  private static func touchesLetter(_ units: [FoldedUnit], _ i: Int) -> Bool {
    (i > 0 && !units[i].hasGap && units[i - 1].traits.isLetter)
      || (i + 1 < units.count && !units[i + 1].hasGap && units[i + 1].traits.isLetter)
  }

  /// A capital I for an l after a small letter, a small l for an I among capitals.
  private static func isOddCapital(_ units: [FoldedUnit], _ i: Int, _ expected: UInt32) -> Bool {
    let unit = units[i]
    if unit.scalar == 0x49, expected == 0x6C {
      return i > 0 && !unit.hasGap && !units[i - 1].traits.isUpper && units[i - 1].traits.isLetter
    }
    guard unit.scalar == 0x6C, expected == 0x69 else { return false }
    let others = units.filter { $0.offset != unit.offset && $0.traits.isLetter }
    return others.count >= 2 && others.allSatisfy(\.traits.isUpper)
  }
}
