/// Names in Han by the sounds of Mandarin: pinyin, and the older Wade-Giles.
enum Pinyin {
  /// More readings than this are not made of one name.
  private static let most = 6
  /// What the letters of ü are, where pinyin marks it.
  private static let rounded = ["u", "v", "yu"]

  /// Pinyin without tones first (marks are equal to the matcher), then with tone digits, then
  /// Wade-Giles; each with family name and given name apart.
  static func of(_ name: HanName) -> [String] {
    let family =
      HanFamilyNames.sounds(name.familyText) ?? name.family.map(\.entry.sounds)
    let given = name.given.map(\.entry.sounds)
    let readings = product(family + given).prefix(most)
    var out: [String] = []
    func append(_ sounds: [String], digits: Bool = false) {
      let count = name.family.count
      let text =
        digits
        ? sounds.joined(separator: " ")
        : sounds[..<count].joined(separator: "-") + " " + sounds[count...].joined(separator: "-")
      if !out.contains(text) { out.append(text) }
    }
    for reading in readings {
      let needsRounding = reading.contains { $0.letters.contains("v") }
      for letters in needsRounding ? rounded : ["u"] {
        append(reading.map { rounded($0.letters, letters) })
      }
    }
    if let first = readings.first {
      append(first.map { "\(rounded($0.letters, "u"))\($0.tone)" }, digits: true)
    }
    for reading in readings { append(reading.map { WadeGiles.syllable($0.letters) }) }
    return out
  }

  /// "lve" is lüe: as yu it is lyue.
  private static func rounded(_ letters: String, _ replacement: String) -> String {
    letters.contains("v")
      ? letters.split(separator: "v", omittingEmptySubsequences: false)
        .joined(separator: replacement) : letters
  }

  private static func product(_ choices: [[HanTable.Sound]]) -> [[HanTable.Sound]] {
    var out: [[HanTable.Sound]] = [[]]
    for choice in choices {
      out = choice.flatMap { sound in out.map { $0 + [sound] } }
    }
    return out
  }
}
