/// Names in Han by the sounds of Mandarin: pinyin, and the older Wade-Giles.
enum Pinyin {
  /// More readings than this are not made of one name.
  private static let most = 8
  /// What the letters of ü are, where pinyin marks it.
  private static let rounded = ["u", "v", "yu"]

  /// Pinyin without tones first (marks are equal to the matcher), then with tone digits, then
  /// Wade-Giles; each with family name and given name apart.
  ///
  /// A family name has its own sounds first, then those that its character has elsewhere, which
  /// programs write. The last tone digit may be missing, as it is on a syllable without a tone.
  static func of(_ name: HanName) -> [String] {
    let general = name.family.map(\.entry.sounds)
    let family =
      HanFamilyNames.sounds(name.familyText).map { own in
        zip(own, general).map { own, all in own + all.filter { !own.contains($0) } }
      } ?? general
    let readings = Array(product(family + name.given.map(\.entry.sounds)).prefix(most))
    let cut = name.family.count
    var out: [String] = []
    func append(_ text: String) { if !out.contains(text) { out.append(text) } }
    func append(_ sounds: [String]) {
      append(
        sounds[..<cut].joined(separator: "-") + " " + sounds[cut...].joined(separator: "-"))
    }
    for reading in readings {
      let needsRounding = reading.contains { $0.letters.contains("v") }
      for letters in needsRounding ? rounded : ["u"] {
        append(reading.map { rounded($0.letters, letters) })
      }
    }
    for reading in readings {
      let needsRounding = reading.contains { $0.letters.contains("v") }
      for letters in needsRounding ? ["u", "v"] : ["u"] {
        let sounds = reading.map { "\(rounded($0.letters, letters))\($0.tone)" }
        append(sounds.joined(separator: " "))
        append(
          (sounds.dropLast() + [String(sounds[sounds.count - 1].dropLast())]).joined(separator: " ")
        )
      }
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
