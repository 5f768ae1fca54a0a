/// Hangul in Cyrillic: Kontsevich and Kholodovich, the older spellings of the Soviet press, and
/// what comes by way of English.
enum CyrillicHangul {
  /// The slots of a given name, like those of `HabitualLatin`.
  static func slots(_ syllables: [HangulSyllable]) -> [[Spelling]] {
    var out: [[Spelling]] = []
    for (i, syllable) in syllables.enumerated() {
      out.append(i == 0 ? first(syllable) : boundary(syllables[i - 1], syllable))
      out.append(vowel(syllable))
      if i == syllables.count - 1 { out.append(finals[syllable.coda.rawValue]) }
    }
    return out
  }

  /// A family name that has no row of its own.
  static func family(_ syllables: [HangulSyllable]) -> [Spelling] {
    var out: [Spelling] = []
    SpellingProduct(slots(syllables)).forEach(budget: 4) { bytes, cost in
      let text = String(decoding: bytes, as: UTF8.self)
      if !out.contains(where: { $0.text == text }) { out.append(Spelling(text, cost)) }
      return out.count < 10
    }
    return out
  }

  private static func rows(_ text: String) -> [[Spelling]] {
    text.split(separator: "\n").map { row in
      row.split(separator: " ").flatMap { word -> [Spelling] in
        word.hasPrefix("-")
          ? [Spelling("", Int(word.dropFirst()) ?? 0)] : [Spelling](list: String(word))
      }
    }
  }

  /// The nineteen initials at the head of a word and after a stop.
  private static let plain = rows(
    """
    к г3
    кк к2
    н
    т д1
    тт т2
    р л2
    м
    п б3
    пп п2
    с
    сс с2
    -
    ч чж2 дж2
    чч ч2 цц6
    чх ч
    кх к1
    тх т1
    пх п1
    х
    """)
  /// The same after a vowel or a voiced final.
  private static let voiced = rows(
    """
    г к1
    кк к2
    н
    д т1
    тт т2
    р л2
    м
    б п1
    пп п2
    с
    сс с2
    -
    чж дж1 ч
    чч ч2 цц6
    чх ч
    кх к1
    тх т1
    пх п1
    х
    """)
  private static let finals = rows(
    """
    -
    к
    н
    т
    ль л2 р2
    м
    п
    н нг3
    """)
  /// Before a vowel: voiced, and the final ng kept apart by a hard sign.
  private static let linked: [[Spelling]] = rows(
    """
    -
    г к1
    н
    д т1
    р ль1 л2
    м
    б п1
    нъ н нг3
    """)

  private static func first(_ syllable: HangulSyllable) -> [Spelling] {
    if syllable.initial == .none, !InitialSoundLaw.alternates(syllable, isFirst: true).isEmpty {
      return [Spelling(""), Spelling("р", 3)]
    }
    return hushed(plain[syllable.initial.rawValue], syllable)
  }

  /// ㅅ before i as the English hears it.
  private static func hushed(_ list: [Spelling], _ syllable: HangulSyllable) -> [Spelling] {
    guard syllable.initial == .s, syllable.vowel == .i || syllable.vowel == .wi else { return list }
    return list + [Spelling("ш", 2)]
  }

  private static func boundary(_ left: HangulSyllable, _ right: HangulSyllable) -> [Spelling] {
    if right.initial == .none, left.coda != .none {
      var out = linked[left.coda.rawValue]
      if let pair = SoundChange.between(left, right), pair.coda == .none, pair.initial != .none {
        out += voiced[pair.initial.rawValue].map { Spelling($0.text, $0.cost + 1) }
      }
      return out.tidied
    }
    let initials = (left.coda.isStop ? plain : voiced)[right.initial.rawValue]
    var out: [Spelling] = []
    for final in finals[left.coda.rawValue] {
      for initial in hushed(initials, right) {
        out.append(Spelling(final.text + initial.text, final.cost + initial.cost))
      }
    }
    if let pair = SoundChange.between(left, right) {
      // ㄹㄹ is лл, and a nasal before a nasal is written as heard.
      let coda = pair.coda == .l ? "л" : finals[pair.coda.rawValue][0].text
      let initial = pair.coda == .l ? "л" : voiced[pair.initial.rawValue][0].text
      out.append(Spelling(coda + initial, 0))
    } else if left.coda == .l, right.initial == .h {
      out.append(Spelling("рх", 1))
    } else if left.coda == .p || left.coda == .n, right.initial == .b || right.initial == .p {
      out.append(Spelling("м" + initials[0].text, left.coda == .n ? 2 : 5))
    }
    return out.tidied
  }

  private static func vowel(_ syllable: HangulSyllable) -> [Spelling] {
    let isBare = syllable.initial == .none
    let isSharp = syllable.initial == .j || syllable.initial == .ch || syllable.initial == .s
    return switch syllable.vowel {
    case .a: lists[0]
    case .ae: isBare ? lists[1] : lists[2]
    case .ya: lists[3]
    case .yae: lists[4]
    case .eo: isSharp ? (syllable.coda == .none ? lists[5] : lists[6]) : lists[7]
    case .e: lists[8]
    case .yeo: isBare ? lists[9] : lists[10]
    case .ye: isBare ? lists[11] : lists[12]
    case .o: lists[13]
    case .wa: lists[14]
    case .wae, .we: lists[15]
    case .oe: lists[16]
    case .yo: isBare ? lists[9] : lists[17]
    case .u: lists[18]
    case .wo: lists[19]
    case .wi: lists[20]
    case .yu: lists[21]
    case .eu: lists[22]
    case .ui: isBare ? lists[23] : lists[24]
    case .i: lists[25]
    }
  }

  private static let lists: [[Spelling]] = [
    "а", "э е3", "э е1 ай5", "я", "йя я2", "о е3 у5", "о е1 у4", "о у5", "е э1 ей7", "ё йо3 е3",
    "ё йо4", "йе е1 э4", "е йе2 э3 ье4", "о", "ва уа5", "вэ ве1", "ве вэ1 ой2", "ё", "у", "во уо5",
    "ви", "ю", "ы у3", "ый и1 ы3 уй4", "и ый2", "и",
  ].map { [Spelling](list: $0) }
}
