/// Judges a hit of a form with initials: "Ким И." is not in "Ким и Пак", nor "A. Smith" in
/// "a Smith".
///
/// An initial has its full stop; without one it is a capital, and two of them stand together
/// (Иванов ИП, Smith J R), or a single one is no word of one letter (J Smith).
enum InitialsRule {
  /// Words of one letter: Russian, Ukrainian, English, Spanish, Italian, Portuguese.
  private static let words: Set<UInt32> = Set("авикосуяжбэізйaioeyu".unicodeScalars.map(\.value))

  /// - Parameters:
  ///   - listed: the form's units; a word of one letter in it is an initial.
  ///   - after: what follows the hit, for the full stop of the last initial.
  static func accepts(
    _ units: [FoldedUnit], _ listed: ArraySlice<PatternUnit>, after: Neighbour
  ) -> Bool {
    let starts = zip(units.indices, listed).filter { $0.0 == 0 || $0.1.hasGap }.map(\.0)
    var initials: [Int] = []
    var hasSmall = false
    for (i, start) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1] : units.count
      let letters = (start..<end).filter { units[$0].isFirst }
      if letters.count == 1 { initials.append(i) }
      if letters.count > 1, letters.contains(where: { !units[$0].traits.isUpper }) {
        hasSmall = true
      }
    }
    if initials.isEmpty { return true }
    let hasStops = initials.allSatisfy { i in
      i + 1 < starts.count
        ? units[starts[i + 1]].gap.contains(.dot) : after.traits.kind == .dot && after.scalar != nil
    }
    if hasStops { return true }
    let isCapital = initials.allSatisfy { units[starts[$0]].traits.isUpper }
    guard isCapital, hasSmall else { return false }
    return initials.count > 1 || !words.contains(units[starts[initials[0]]].strict)
  }
}
