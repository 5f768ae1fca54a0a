/// Reads a transliterated word back into Cyrillic letters, in several ways.
enum LatinReader {
  /// What a group of Latin letters may stand for, the likeliest first.
  private static let groups: [(latin: String, cyrillic: [String])] = [
    ("shch", ["щ"]), ("schtsch", ["щ"]), ("tsch", ["ч"]), ("tch", ["ч"]), ("sch", ["щ", "ш"]),
    ("zh", ["ж"]),
    ("kh", ["х"]), ("ts", ["ц", "тс"]), ("tz", ["ц"]), ("ch", ["ч", "х"]), ("sh", ["ш"]),
    ("dzh", ["дж"]),
    ("yu", ["ю"]), ("iu", ["ю", "ию"]), ("ju", ["ю"]), ("yo", ["ё"]), ("jo", ["ё"]),
    ("io", ["ё", "ио"]),
    ("ya", ["я"]), ("ia", ["ия", "я", "ья"]), ("ja", ["я", "ья"]), ("ye", ["е", "ье"]),
    ("je", ["е", "ье"]),
    ("iy", ["ий"]), ("ii", ["ий", "ии"]), ("ij", ["ий"]), ("eye", ["ее"]), ("aye", ["ае"]),
    ("oye", ["ое"]), ("uye", ["уе"]), ("iye", ["ие"]),
    ("eya", ["ея"]), ("aya", ["ая"]), ("oya", ["оя"]), ("uya", ["уя"]), ("ayu", ["аю"]),
    ("yy", ["ый"]), ("iya", ["ия"]), ("iia", ["ия"]),
    ("ija", ["ия"]), ("ey", ["ей"]), ("ay", ["ай"]), ("oy", ["ой"]), ("uy", ["уй"]),
    ("ei", ["ей", "еи"]),
    ("ai", ["ай", "аи"]), ("oi", ["ой", "ои"]), ("x", ["кс", "х"]), ("ie", ["ье", "ие"]),
    ("a", ["а"]), ("b", ["б"]), ("c", ["ц", "к", "с"]), ("d", ["д"]), ("e", ["е"]), ("f", ["ф"]),
    ("g", ["г"]),
    ("h", ["х", "г"]), ("i", ["и"]), ("j", ["й", "ж"]), ("k", ["к"]), ("l", ["л"]), ("m", ["м"]),
    ("n", ["н"]),
    ("o", ["о"]), ("p", ["п"]), ("q", ["к"]), ("r", ["р"]), ("s", ["с"]), ("t", ["т"]),
    ("u", ["у"]), ("v", ["в"]),
    ("w", ["в"]), ("y", ["ы", "й", "и"]), ("z", ["з"]), ("-", ["-"]),
  ]

  private static let endings: [(latin: String, cyrillic: [String])] = [
    ("sky", ["ский"]), ("skiy", ["ский"]), ("skii", ["ский"]), ("skij", ["ский"]),
    ("ski", ["ский"]),
    ("skaya", ["ская"]), ("skaia", ["ская"]), ("skaja", ["ская"]), ("aya", ["ая"]), ("aia", ["ая"]),
    ("off", ["ов"]), ("eff", ["ев"]), ("yev", ["ьев", "ев"]), ("yeva", ["ьева", "ева"]),
    ("eyev", ["еев"]), ("eyeva", ["еева"]), ("iev", ["ьев", "иев"]),
    ("ieva", ["ьева", "иева"]), ("yov", ["ёв", "ьёв"]), ("ych", ["ыч"]), ("y", ["ий", "ый", "ы"]),
    ("evich", ["евич"]), ("evitch", ["евич"]), ("evna", ["евна"]), ("ovic", ["ович"]),
    ("evic", ["евич"]),
  ]

  /// At most `count` readings, the cheapest first.
  static func readings(_ word: String, count: Int) -> [(cost: Int, text: String)] {
    let letters = Array(word)
    // Per place, the cheapest readings of what stands before it.
    var beams: [[(cost: Int, text: String)]] = Array(repeating: [], count: letters.count + 1)
    beams[0] = [(0, "")]
    for at in letters.indices {
      if letters[at] == "'" || letters[at] == "\u{2019}" {
        beams[at + 1] += beams[at].map { ($0.cost, $0.text + "ь") }
        continue
      }
      beams[at].sort { $0.cost < $1.cost }
      beams[at] = Array(beams[at].prefix(count))
      for (length, texts) in steps(letters, at) {
        for head in beams[at] {
          for (i, text) in texts.enumerated() {
            for (more, cost) in joined(head.text, text, isFirst: at == 0) {
              beams[at + length].append((head.cost + i * 5 + cost - length * 2, more))
            }
          }
        }
      }
    }
    return beams[letters.count].sorted { $0.cost < $1.cost }.prefix(count).map { $0 }
  }

  private static func steps(_ word: [Character], _ at: Int) -> [(Int, [String])] {
    let rest = word[at...]
    var steps: [(Int, [String])] = []
    for (latin, cyrillic) in endings
    where at > 0 && rest.count == latin.count && rest.elementsEqual(latin) {
      steps.append((latin.count, cyrillic))
    }
    if !steps.isEmpty { return steps }
    let found = groups.filter { rest.starts(with: $0.latin) }
    let longest = found.map(\.latin.count).max() ?? 0
    // A shorter group only where the longer one can be two sounds.
    if at == 0, word[at] == "e" { return [(1, ["е", "э"])] }
    return longest == 0
      ? [(1, [""])] : found.filter { $0.latin.count == longest }.map { (longest, $0.cyrillic) }
  }

  /// The text with more letters, and with a soft sign between where Russian often has one.
  private static func joined(
    _ head: String, _ more: String, isFirst: Bool
  ) -> [(text: String, cost: Int)] {
    guard let last = head.last, let next = more.first else { return [(head + more, 0)] }
    let isVowel = CyrillicWords.isVowel(last)
    var cost = 0
    // й stands after a vowel, ы after a consonant, э hardly ever inside.
    if next == "й", !isVowel { cost += 6 }
    if next == "ы", isVowel { cost += 6 }
    if next == "ь", isVowel { return [] }
    let plain = (text: head + more, cost: cost)
    let takesSign = "лнстдзр".contains(last) && !CyrillicWords.isVowel(next) && next != "ь"
    return takesSign ? [plain, (head + "ь" + more, last == "л" ? 2 : 5)] : [plain]
  }
}
