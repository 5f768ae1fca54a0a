/// A system of transliteration: what it writes for each sound; what is not named is as in
/// `LatinSound.table`, first.
///
/// Marks and apostrophes are left out, as the fold leaves them out.
struct LatinSystem {
  private let spellings: [LatinSound: String]
  /// What it writes for every sound, by raw value.
  private let all: [String]

  private init(_ spellings: [LatinSound: String]) {
    self.spellings = spellings
    all = LatinSound.allCases.map { spellings[$0] ?? LatinSound.table[$0.rawValue][0].text }
  }

  private func with(_ changes: [LatinSound: String]) -> LatinSystem {
    LatinSystem(spellings.merging(changes) { $1 })
  }

  func spelling(of sound: LatinSound) -> String { all[sound.rawValue] }

  /// BGN/PCGN 1947; the English Wikipedia ends -ий in -y; GOST 16876 B.
  private static let bgn = LatinSystem([
    .eInitial: "ye", .eAfterVowel: "ye", .eAfterSign: "ye", .yo: "e", .yoAfterSibilant: "e",
    .yoAfterSign: "ye", .iyEnd: "iy", .skyEnd: "iy", .yyEnd: "yy", .iya: "iya", .q: "q", .gh: "gh",
  ])
  private static let yoPress = LatinSystem([
    .eInitial: "ye", .eAfterVowel: "ye", .yo: "yo", .yoAfterSibilant: "yo", .yoAfterSign: "yo",
    .iya: "iya", .iAfterSign: "yi",
  ])
  /// Russian passports since 2013 (ICAO Doc 9303).
  private static let icao = LatinSystem([
    .eAfterSign: "e", .yo: "e", .yoAfterSign: "e", .yot: "i", .iyEnd: "ii", .skyEnd: "ii",
    .yyEnd: "yi", .hardSign: "ie", .yu: "iu", .yuAfterSign: "iu", .ya: "ia", .yaAfterSign: "ia",
    .iya: "iia", .yi: "i", .ye: "ie",
  ])
  /// Scholarly and ISO/R 9:1968.
  private static let scholarly = LatinSystem([
    .eAfterSign: "e", .yo: "e", .yoAfterSign: "e", .zh: "z", .dzh: "dz", .kh: "x", .ts: "c",
    .ch: "c",
    .sh: "s", .shch: "sc", .yot: "j", .iyEnd: "ij", .skyEnd: "ij", .yyEnd: "yj", .yu: "ju",
    .yuAfterSign: "ju", .ya: "ja", .yaAfterSign: "ja", .iya: "ija", .yi: "ji", .ye: "je",
  ])
  /// GOST 7.79 B.
  private static let gostB = LatinSystem([
    .eAfterSign: "e", .yo: "yo", .yoAfterSibilant: "yo", .yoAfterSign: "yo", .kh: "x", .ts: "cz",
    .shch: "shh", .yot: "j", .iyEnd: "ij", .skyEnd: "ij", .yyEnd: "yj", .iya: "iya",
  ])
  private static let german = LatinSystem([
    .eInitial: "je", .eAfterVowel: "je", .eAfterSign: "je", .yo: "jo", .yoAfterSibilant: "o",
    .yoAfterSign: "jo", .zh: "sch", .dzh: "dsch", .kh: "ch", .ts: "z", .ch: "tsch", .sh: "sch",
    .shch: "schtsch", .yot: "i", .iyEnd: "i", .skyEnd: "i", .yyEnd: "y", .yu: "ju",
    .yuAfterSign: "ju", .ya: "ja", .yaAfterSign: "ja", .iya: "ija", .v: "w", .vEnd: "w",
  ])
  private static let french = LatinSystem([
    .eAfterVowel: "ie", .yo: "io", .yoAfterSign: "io", .zh: "j", .dzh: "dj", .ch: "tch",
    .sh: "ch", .shch: "chtch", .yot: "i", .iyEnd: "i", .skyEnd: "i", .yu: "iou",
    .yuAfterSign: "iou", .ya: "ia", .yaAfterSign: "ia", .iya: "iia", .u: "ou", .eAfterSign: "ie",
    .inEnd: "ine", .gBeforeE: "gu", .sBetweenVowels: "ss",
  ])
  private static let polish = LatinSystem([
    .eInitial: "je", .eAfterVowel: "je", .eAfterSign: "je", .yo: "jo", .yoAfterSibilant: "o",
    .yoAfterSign: "jo", .zh: "z", .kh: "ch", .ts: "c", .ch: "cz", .sh: "sz", .shch: "szcz",
    .yot: "j", .iyEnd: "ij", .skyEnd: "i", .yyEnd: "y", .yu: "ju", .yuAfterSign: "ju", .ya: "ja",
    .yaAfterSign: "ja", .iya: "ija", .v: "w", .vEnd: "w",
  ])

  /// What Russian papers and the press make of a foreign name: those of 1997, 2000 and since 2013.
  static let papers: [LatinSystem] = [
    icao, bgn.with([.eInitial: "e", .eAfterVowel: "e", .ks: "x", .iya: "iya"]), bgn, yoPress,
    LatinSystem([:]),
  ]

  /// The commonest first.
  static let all: [LatinSystem] = [
    LatinSystem([:]),
    icao,
    bgn,
    yoPress,
    bgn.with([.iyEnd: "y", .skyEnd: "y", .yyEnd: "y", .eAfterVowel: "e", .eInitial: "e"]),
    // Library of Congress; Russian passports of 2010 (GOST R 52535.1) with tc for ц.
    icao.with([.hardSign: ""]),
    icao.with([.ts: "tc", .hardSign: ""]),
    // Russian passports of 1997 and 2000.
    bgn.with([.eInitial: "e", .eAfterVowel: "e", .ks: "x", .iya: "iya"]),
    bgn.with([.eInitial: "e", .eAfterVowel: "e", .eAfterSign: "e", .yoAfterSign: "e"]),
    scholarly.with([.kh: "h"]),
    scholarly,
    scholarly.with([.kh: "ch"]),
    // ISO 9:1995, GOST 7.79 A.
    scholarly.with([
      .kh: "h", .shch: "s", .yu: "u", .yuAfterSign: "u", .ya: "a", .yaAfterSign: "a", .iya: "ia",
    ]),
    gostB,
    gostB.with([.ts: "c"]),
    gostB.with([
      .kh: "kh", .ts: "c", .shch: "shch", .yo: "jo", .yoAfterSign: "jo", .yu: "ju", .ya: "ja",
      .yuAfterSign: "ju", .yaAfterSign: "ja", .iya: "ija", .eAfterSign: "je",
    ]),
    // Programs: GOST 7.79 B with h, "sch" with j for every soft vowel, "io" for ё.
    gostB.with([.kh: "h"]),
    gostB.with([
      .kh: "h", .ts: "ts", .shch: "sch", .yo: "e", .yoAfterSibilant: "e", .yoAfterSign: "e",
      .yu: "ju", .yuAfterSign: "ju", .ya: "ja", .yaAfterSign: "ja", .iya: "ija",
    ]),
    icao.with([.yo: "io", .yoAfterSibilant: "io", .yoAfterSign: "io", .hardSign: ""]),
    // Telegrams.
    icao.with([
      .iyEnd: "i", .skyEnd: "i", .yyEnd: "y", .kh: "h", .ts: "c", .shch: "sc", .hardSign: "",
      .zh: "j", .dzh: "dj",
    ]),
    // GOST 16876 B.
    gostB.with([
      .kh: "kh", .ts: "c", .shch: "shh", .yot: "jj", .iyEnd: "ijj", .skyEnd: "ijj", .yyEnd: "yjj",
      .yo: "jo", .yoAfterSibilant: "jo", .yoAfterSign: "jo", .yu: "ju", .ya: "ja",
      .yuAfterSign: "ju", .yaAfterSign: "ja", .iya: "ija",
    ]),
    // Soviet passports: French throughout, or with e after a vowel.
    french,
    french.with([
      .eAfterVowel: "e", .yo: "e", .yoAfterSign: "e", .eAfterSign: "e", .iyEnd: "ii", .skyEnd: "ii",
      .yyEnd: "yi",
    ]),
    german, polish,
  ]
}
