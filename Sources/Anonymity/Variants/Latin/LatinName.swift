/// A name in Latin letters taken apart: which words are the surname.
struct LatinName {
  /// Words as listed, particles of the surname among them.
  let givens: [String]
  let surname: [String]
  /// A given name of several syllables, none of which is a middle name: Kim Chol Su.
  let isEastAsian: Bool
  /// A title or a Jr was left out.
  let isShortened: Bool

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la",
    "le",
    "las", "los", "bin", "bint", "binti", "ibn", "ben", "al", "el", "abu", "ter", "ten", "zu",
    "zum",
    "zur", "af", "av", "st", "st.", "san", "santa", "mac", "ould", "al-", "el-",
  ]
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "rev", "sir", "dame", "herr", "frau", "jr", "sr", "ii",
    "iii", "iv", "phd", "md", "esq",
  ]
  /// Family names of Korea, China and Vietnam that stand first.
  private static let eastAsian: Set<String> = [
    "kim", "gim", "lee", "yi", "ri", "rhee", "li", "park", "pak", "bak", "choi", "choe", "chue",
    "jung",
    "jeong", "chung", "chong", "jong", "kang", "gang", "cho", "jo", "yoon", "yun", "jang", "chang",
    "lim",
    "im", "rim", "yim", "han", "oh", "o", "seo", "so", "suh", "shin", "sin", "kwon", "gwon",
    "hwang", "ahn", "an",
    "song", "hong", "yoo", "yu", "ryu", "ryoo", "ko", "koh", "go", "moon", "mun", "yang", "ryang",
    "son",
    "sohn", "bae", "pae", "baek", "paek", "paik", "heo", "ho", "hur", "huh", "nam", "sim", "shim",
    "no", "noh",
    "ro", "roh", "ha", "kwak", "gwak", "sung", "song", "seong", "cha", "chu", "joo", "ju", "woo",
    "u", "ku", "koo",
    "gu", "min", "na", "ra", "chin", "jin", "ji", "chi", "om", "um", "eom", "chae", "won", "chon",
    "cheon",
    "bang", "pang", "kong", "gong", "hyon", "hyun", "ham", "byun", "pyon", "yom", "yeom", "to",
    "do", "sok",
    "seok", "sol", "ma", "kil", "gil", "wi", "pyo", "myong", "myung", "ki", "ok", "yuk", "in",
    "maeng", "che",
    "tak", "kuk", "namgung", "hwangbo", "sonu", "sagong", "tokko", "wang", "zhang", "liu", "chen",
    "yang",
    "huang", "zhao", "wu", "zhou", "xu", "sun", "zhu", "hu", "gao", "lin", "he", "guo", "luo",
    "liang", "zheng",
    "xie", "tang", "deng", "feng", "cao", "peng", "zeng", "xiao", "tian", "dong", "pan", "yuan",
    "cai", "jiang",
    "du", "ye", "cheng", "wei", "su", "lu", "ding", "ren", "yao", "shen", "cui", "tan", "nguyen",
    "tran", "pham",
  ]
  private static let patronymics = ["ovich", "evich", "ovna", "evna", "ichna", "ovic", "evic"]

  /// The ways to read a name, the likeliest first: two where either end may be an East Asian
  /// family name (Lee Smith, Kim Chol Su). None for a single word and for what is not Latin.
  static func readings(_ name: String) -> [LatinName] {
    let halves: [[String]] = name.split(separator: ",", maxSplits: 1).map { Self.words($0) }
    let words: [String] = Array(halves.joined())
    guard words.count > 1, isLatin(name) else { return [] }
    let isShortened = words.count < allWords(name).count
    func reading(_ count: Int, isEastAsian: Bool = false) -> LatinName {
      LatinName(
        givens: Array(words[count...]), surname: Array(words[..<count]), isEastAsian: isEastAsian,
        isShortened: isShortened)
    }
    let keys = words.map { $0.lowercased() }
    let last = words.count - 1
    let isFirst = eastAsian.contains(keys[0])
    if halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty {
      return [reading(halves[0].count, isEastAsian: isFirst)]
    }
    if isShouted(words[0]), !isShouted(words[last]) {
      return [reading(words.firstIndex { !isShouted($0) } ?? 1, isEastAsian: isFirst)]
    }
    if words.count > 2, patronymics.contains(where: keys[last].hasSuffix) { return [reading(1)] }
    var start = last
    while start > 1, particles.contains(keys[start - 1]) { start -= 1 }
    let isLast = eastAsian.contains(keys[last])
    let western = LatinName(
      givens: Array(words[..<start]), surname: Array(words[start...]),
      isEastAsian: isLast && words.count < 4, isShortened: isShortened)
    guard isFirst, words.count < 4 else { return [western] }
    let eastern = reading(1, isEastAsian: true)
    // A given name in several syllables is no Western family name.
    if isLast || words.count == 2 && !words[1].contains("-") { return [eastern, western] }
    return [eastern]
  }

  static func words(_ text: some StringProtocol) -> [String] {
    allWords(text).filter { !titles.contains($0.lowercased()) }
  }

  private static func allWords(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: { (c: Character) in c.isWhitespace || c == "," || c == "." })
      .map { String($0) }
  }

  static func isLatin(_ name: String) -> Bool {
    var isFound = false
    for scalar in name.unicodeScalars {
      let traits = FoldTable.shared.traits(scalar.value)
      guard traits.isLetter else { continue }
      if traits.script != .latin { return false }
      isFound = true
    }
    return isFound
  }

  private static func isShouted(_ word: String) -> Bool {
    word.count > 1 && word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }

  /// The surname without its particles and article: Rashid of al-Rashid.
  var bareSurname: [String] {
    let kept = surname.filter { !Self.particles.contains($0.lowercased()) }
    guard kept.count == 1, let word = kept.first else { return kept }
    for article in ["al-", "el-", "ar-", "as-", "ash-", "an-", "ad-", "at-", "az-"]
    where word.lowercased().hasPrefix(article) && word.count > article.count + 2 {
      return [String(word.dropFirst(article.count))]
    }
    return kept
  }
}
