/// Syllables of pinyin in the system of Wade and Giles, without its marks and apostrophes.
enum WadeGiles {
  private static let whole: [String: String] = [
    "zi": "tzu", "ci": "tzu", "si": "ssu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih",
    "er": "erh", "yan": "yen", "ye": "yeh", "yue": "yueh", "you": "yu", "yong": "yung", "yi": "i",
    "ge": "ko", "ke": "ko", "he": "ho", "e": "o", "gui": "kuei", "kui": "kuei", "ju": "chu",
    "qu": "chu", "xu": "hsu",
  ]
  private static let initials: [(String, String)] = [
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"),
    ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"),
  ]

  /// `pinyin` without a tone and with v for ü.
  static func syllable(_ pinyin: String) -> String {
    if let known = whole[pinyin] { return known }
    var initial = ""
    var rest = Substring(pinyin)
    if let (from, to) = initials.first(where: { pinyin.hasPrefix($0.0) }) {
      initial = to
      rest = rest.dropFirst(from.utf8.count)
    } else if let first = rest.first, !"aeiouv".contains(first), !"yw".contains(first) {
      initial = String(first)
      rest = rest.dropFirst()
    }
    return initial + final(String(rest), after: initial)
  }

  private static func final(_ final: String, after initial: String) -> String {
    switch final {
    case "ong": "ung"
    case "iong": "iung"
    case "ian": "ien"
    case "ie": "ieh"
    case "ve", "ue": "ueh"
    case "v": "u"
    case "uo" where !["k", "h", "sh"].contains(initial): "o"
    case "i" where initial == "j": "ih"
    default: final
    }
  }
}
