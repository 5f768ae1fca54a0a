/// Puts an area in the place of a town in English: articles, and what stands beside the town.
enum EnglishArea {
  /// The area as it is written there; what it brings itself is taken off the preceding text.
  static func fitted(
    _ area: String, _ preceding: inout Preceding, following: Substring, covering place: String
  ) -> String {
    if let owner = AreaNeighbours.owner(preceding, of: place) { preceding = owner }
    let bare = area.hasPrefix("the ") ? String(area.dropFirst(4)) : area
    if let kind = preceding.lastWord, kind.lowercased() == "of", isTown(preceding) {
      for _ in 0..<3 { preceding.swallowLastWord() }
      return area
    }
    guard let article = preceding.lastWord?.lowercased() else { return area }
    switch article {
    case "the":
      // "the Dandong plant" keeps its article; elsewhere an area has its own or none.
      if standsBeforeNoun(following) { return bare }
      preceding.swallowLastWord()
      return area
    case "a", "an":
      preceding.swallowLastWord()
      return "\(indefiniteArticle(before: bare)) \(bare)"
    default: return area
    }
  }

  /// "the city of".
  private static func isTown(_ preceding: Preceding) -> Bool {
    var rest = preceding
    rest.swallowLastWord()
    guard let kind = rest.lastWord?.lowercased(), towns.contains(kind),
      let article = rest.wordBeforeLast?.lowercased()
    else { return false }
    return article == "the"
  }

  private static let towns: Set<String> = ["city", "town", "village", "port", "county", "province"]

  /// Whether what follows is a noun that the place describes.
  private static func standsBeforeNoun(_ text: Substring) -> Bool {
    guard text.first == " " else { return text.first == "-" }
    let word = text.dropFirst().prefix(while: \.isLetter)
    return word.count > 2 && word.first?.isLowercase ?? false
      && !functionWords.contains(String(word))
  }

  private static let functionWords: Set<String> = [
    "the", "and", "but", "nor", "for", "was", "were", "has", "had", "have", "are", "with", "from",
    "near",
    "who", "where", "when", "which", "that", "then", "because", "after", "before", "while", "until",
    "there", "this", "they", "she", "his", "her", "our", "their", "its", "you", "can", "could",
    "would",
    "should", "will", "did", "does", "not", "never", "also", "since", "during", "through", "into",
    "over",
    "under", "without", "again", "once", "than", "itself",
  ]
}
