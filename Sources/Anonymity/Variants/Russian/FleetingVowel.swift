/// Stems that lose their last vowel before an ending: Павел, Павла; Заяц, Зайца.
///
/// Which surname keeps it is the family's habit (Чеснок: Чеснока and Чеснка are both met), so a
/// caller uses these stems beside the whole one.
enum FleetingVowel {
  /// Words whose ending does not tell.
  private static let listed: [String: String] = [
    "лев": "льв", "пес": "пс", "пёс": "пс", "день": "дн", "пень": "пн", "лоб": "лб", "рот": "рт",
    "лен": "льн", "лён": "льн", "лед": "льд", "лёд": "льд", "заяц": "зайц", "бобер": "бобр",
    "бобёр": "бобр",
    "костер": "костр", "костёр": "костр", "ковер": "ковр", "ковёр": "ковр", "шатер": "шатр",
    "шатёр": "шатр", "овес": "овс", "овёс": "овс", "огонь": "огн", "щегол": "щегл", "посол": "посл",
    "угол": "угл", "узел": "узл", "журавель": "журавл", "хмель": "хмел", "ветер": "ветр",
    "хребет": "хребт",
    "павел": "павл",
  ]

  /// The stem without the vowel, or nil where none can be lost. A soft sign at the end is left out.
  static func stem(_ word: String) -> String? {
    if let stem = listed[word] { return stem }
    guard CyrillicWords.vowels(word) > 1 else { return nil }
    let letters = Array(word)
    func cut(_ count: Int, _ rest: String) -> String { String(letters.dropLast(count)) + rest }
    func letter(_ fromEnd: Int) -> Character {
      letters.count >= fromEnd ? letters[letters.count - fromEnd] : " "
    }
    let before = letter(3)
    let isVowel = CyrillicWords.isVowel(before)
    // Two consonants before the vowel hold it: Кузнец, Кузнеца.
    let isHeld =
      !isVowel && letters.count > 3 && !CyrillicWords.isVowel(letter(4)) && letter(4) != "ь"
    if word.hasSuffix("ец") || word.hasSuffix("яц") {
      if isVowel { return cut(2, "йц") }
      return isHeld ? nil : cut(2, before == "л" ? "льц" : "ц")
    }
    if word.hasSuffix("ок") { return isVowel || isHeld && letter(4) != "с" ? nil : cut(2, "к") }
    if word.hasSuffix("ек") || word.hasSuffix("ёк") {
      if isVowel { return cut(2, "йк") }
      return isHeld ? nil : cut(2, "гкхжшчщц".contains(before) ? "к" : "ьк")
    }
    if word.hasSuffix("ел") || word.hasSuffix("ёл") { return isVowel || isHeld ? nil : cut(2, "л") }
    // Before a soft sign the vowel is one letter further from the end.
    let isHeldSoft =
      letters.count > 4 && !CyrillicWords.isVowel(letter(4)) && !CyrillicWords.isVowel(letter(5))
    if word.hasSuffix("ень") || word.hasSuffix("оть"), !CyrillicWords.isVowel(letter(4)),
      !isHeldSoft
    {
      return cut(3, word.hasSuffix("ень") ? "н" : "т")
    }
    return nil
  }
}
