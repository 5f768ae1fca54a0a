/// A place of a Cyrillic name that is written in several ways in Latin letters.
///
/// Whoever writes a name writes the same sound in the same way in all of its words, so a spelling
/// of a name is one choice for each sound that occurs in it.
enum LatinSound: Int, CaseIterable {
  /// е at the start of a word, after a vowel, after a soft or hard sign.
  case eInitial, eAfterVowel, eAfterSign
  /// ё; after ж, ч, ш and щ; after a soft sign.
  case yo, yoAfterSibilant, yoAfterSign
  case zh, dzh, kh, ts, ch, sh, shch
  /// й after a vowel; the endings -ий, -ский and -ый.
  case yot, iyEnd, skyEnd, yyEnd
  case hardSign, iAfterSign, y
  case yu, yuAfterSign, ya, yaAfterSign, iya
  case ks
  /// The в of -ов and -ев; the р of -андр.
  case vEnd, andr
  /// в and у, the ending -ин, г before е and и, с between vowels: French and German have their own.
  case v, u, inEnd, gBeforeE, sBetweenVowels
  /// Ukrainian ї, є, ґ and г, и; Belarusian ў; Kazakh letters.
  case yi, ye, h, ukrainianY, shortU, q, gh, schwa

  /// `options` of every sound, by raw value.
  static let table = allCases.map(\.options)

  /// The spellings people mix, the commonest first, each with what it costs: one letter that is a
  /// habit costs 10, a rare one 40.
  private var options: [(text: String, cost: Int)] {
    switch self {
    case .eInitial: [("e", 0), ("ye", 6), ("je", 35), ("ie", 40)]
    case .eAfterVowel: [("e", 0), ("ye", 4), ("je", 35)]
    case .eAfterSign: [("ye", 0), ("e", 5), ("ie", 4), ("je", 30)]
    case .yo: [("e", 0), ("yo", 4), ("io", 15), ("jo", 30), ("ye", 25), ("o", 35)]
    case .yoAfterSibilant: [("e", 0), ("yo", 9), ("o", 8), ("io", 30)]
    case .yoAfterSign: [("yo", 0), ("ye", 0), ("e", 8), ("ie", 4), ("io", 15), ("jo", 30)]
    case .zh: [("zh", 0), ("j", 20), ("z", 22), ("g", 45)]
    case .dzh: [("dzh", 0), ("j", 3), ("dj", 12), ("g", 40), ("dz", 40)]
    case .kh: [("kh", 0), ("h", 6), ("x", 28), ("ch", 24)]
    case .ts: [("ts", 0), ("c", 14), ("tz", 14), ("tc", 25), ("z", 35)]
    case .ch: [("ch", 0), ("c", 25), ("tch", 13), ("tsch", 30), ("cz", 45)]
    case .sh: [("sh", 0), ("s", 25), ("sch", 25), ("ch", 35), ("sz", 45)]
    case .shch:
      [("shch", 0), ("sch", 6), ("sh", 10), ("sc", 30), ("shh", 35), ("s", 40), ("stch", 40)]
    case .yot: [("y", 0), ("i", 4), ("j", 18)]
    case .iyEnd: [("y", 0), ("i", 7), ("iy", 5), ("ii", 8), ("ij", 20), ("yi", 40)]
    case .skyEnd: [("y", 0), ("iy", 5), ("i", 6), ("ii", 8), ("ij", 20)]
    case .yyEnd: [("y", 0), ("yy", 6), ("iy", 12), ("yi", 10), ("yj", 25), ("i", 25), ("ii", 30)]
    case .hardSign: [("", 0), ("ie", 25)]
    case .iAfterSign: [("i", 0), ("yi", 6), ("ii", 25), ("ji", 30)]
    case .y: [("y", 0), ("i", 18)]
    case .yu: [("yu", 0), ("iu", 8), ("ju", 15), ("u", 35), ("you", 45)]
    case .yuAfterSign: [("yu", 0), ("iu", 8), ("ju", 20), ("u", 35)]
    case .ya: [("ya", 0), ("ia", 8), ("ja", 18), ("a", 40)]
    case .yaAfterSign: [("ya", 0), ("ia", 4), ("iya", 20), ("ja", 20), ("iia", 30), ("a", 40)]
    case .iya: [("ia", 0), ("iya", 2), ("iia", 10), ("ija", 18), ("ya", 25)]
    case .ks: [("ks", 0), ("x", 3)]
    case .vEnd: [("v", 0), ("ff", 25)]
    case .andr: [("r", 0), ("er", 4)]
    case .v: [("v", 0)]
    case .u: [("u", 0), ("ou", 40), ("oo", 45)]
    case .inEnd: [("in", 0), ("ine", 35)]
    case .gBeforeE: [("g", 0)]
    case .sBetweenVowels: [("s", 0)]
    case .yi: [("yi", 0), ("i", 3), ("ii", 20), ("ji", 20)]
    case .ye: [("ye", 0), ("ie", 3), ("e", 10), ("je", 20)]
    case .h: [("h", 0), ("g", 3)]
    case .ukrainianY: [("y", 0), ("i", 5)]
    case .shortU: [("u", 0), ("w", 8), ("v", 20)]
    case .q: [("k", 0), ("q", 3)]
    case .gh: [("g", 0), ("gh", 5)]
    case .schwa: [("a", 0), ("e", 8), ("ae", 15)]
    }
  }
}
