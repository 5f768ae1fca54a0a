/// What of a Russian word stays when it is declined or conjugated, as far as letters tell.
///
/// One ending of vowels, й and ь, with м, х, т behind a vowel of it, is left out ("бригада", "бригадам",
/// "бригады" have "бригад"). It is a stem for searching: it may be that of another word as well.
struct RussianStem {
  /// How many units of the word are its stem.
  let length: Int

  /// Letters that the longest usual endings have: "-иями", "-ешься" are four and five.
  static let longestEnding = 5
  private static let shortest = 3
  private static let soft = Set("аеёиоуыэюяйь".unicodeScalars.map(\.value))
  private static let closing = Set("мхт".unicodeScalars.map(\.value))

  /// - Returns: `nil` for a word that is not all Cyrillic, has several words in it, or would be too
  ///   short without an ending.
  init?(_ units: [FoldedUnit]) {
    guard units.allSatisfy({ $0.traits.kind == .cyrillic }),
      units.dropFirst().allSatisfy({ !$0.hasGap })
    else { return nil }
    // A letter may have a key of several bytes.
    let letters = units.indices.filter { units[$0].isFirst }
    let strict = letters.map { units[$0].strict }
    var length = letters.count
    if length > Self.shortest + 1, Self.closing.contains(strict[length - 1]),
      Self.soft.contains(strict[length - 2])
    {
      length -= 1
    }
    var left = 2
    while left > 0, length > Self.shortest, Self.soft.contains(strict[length - 1]) {
      length -= 1
      left -= 1
    }
    guard length >= Self.shortest, letters.count > Self.shortest else { return nil }
    self.length = length < letters.count ? letters[length] : units.count
  }
}
