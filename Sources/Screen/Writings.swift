internal import Foundation

/// The ways of writing a needle that the fold does not make equal.
enum Writings {
  // Four tokens have 24 orders; longer names are taken as they are and turned once.
  private static let mostTokens = 4

  /// All writings of `needle` as patterns; empty if there is nothing that could be searched.
  static func patterns(
    of needle: Needle, at index: Int, _ folds: inout Folds
  ) -> Set<Pattern> {
    var patterns: Set<Pattern> = []
    for text in texts(of: needle) {
      for form in cases(of: text, needle.kind) {
        if let pattern = Pattern(needle, at: index, text: form, with: &folds.plain) {
          patterns.insert(pattern)
        }
        if let pattern = Pattern(needle, at: index, text: form, with: &folds.skeleton) {
          patterns.insert(pattern)
        }
      }
    }
    return patterns
  }

  /// A look-alike looks like one case of a letter, so each case has a skeleton of its own. Of spellings
  /// there are many: the small letters do where they are Latin, which look like themselves, or have no
  /// case.
  static func cases(of text: String, _ kind: Needle.Kind) -> [String] {
    let small = text.lowercased()
    guard kind == .spelling else { return [text, small, text.uppercased(), text.capitalized] }
    // From Greek to Armenian.
    let mayDiffer = text.unicodeScalars.contains { (0x370...0x58F).contains($0.value) }
    return mayDiffer ? [small, text, text.uppercased()] : [small]
  }

  private static func texts(of needle: Needle) -> Set<String> {
    switch needle.kind {
    case .name: Set(orders(of: needle.text).flatMap { [$0] + blurred($0) })
    case .spelling: Set(orders(of: needle.text))
    case .address: Set([needle.text] + spoken(needle.text))
    case .words: Set([needle.text] + blurred(needle.text))
    case .number:
      needle.text.unicodeScalars.contains { $0.properties.isAlphabetic }
        ? [needle.text] : []
    }
  }

  private static func orders(of name: String) -> [String] {
    let tokens = name.split { $0.isWhitespace || $0 == "," || $0 == "、" || $0 == "，" || $0 == "·" }
      .map(String.init)
    switch tokens.count {
    case 0: return []
    case 1: return [name] + turned(tokens[0])
    case 2...mostTokens: return [name] + permutations(tokens).map { $0.joined(separator: " ") }
    default: return [name, ((tokens.suffix(1)) + tokens.dropLast()).joined(separator: " ")]
    }
  }

  private static func permutations(_ tokens: [String]) -> [[String]] {
    guard tokens.count > 1 else { return [tokens] }
    return tokens.indices.flatMap { index in
      var rest = tokens
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// A Korean or Chinese name in one word, with the surname behind.
  private static func turned(_ name: String) -> [String] {
    let characters = Array(name.precomposedStringWithCanonicalMapping)
    let isEastAsian = characters.allSatisfy { character in
      character.unicodeScalars.allSatisfy {
        (0xAC00...0xD7A3).contains($0.value) || $0.properties.isIdeographic
      }
    }
    guard isEastAsian, (3...4).contains(characters.count) else { return [] }
    return (1...(characters.count - 2)).map { surname in
      String(characters[surname...]) + " " + String(characters[..<surname])
    }
  }

  /// Long names as bad scans and careful eyes read them: rn for m, and the reverse.
  private static func blurred(_ text: String) -> [String] {
    let lower = text.lowercased()
    guard lower.unicodeScalars.count >= 8 else { return [] }
    return [
      lower.replacingOccurrences(of: "m", with: "rn"),
      lower.replacingOccurrences(of: "rn", with: "m"),
    ].filter { $0 != lower }
  }

  /// "chol at example dot org", and the part before the at sign if it looks like a handle.
  private static func spoken(_ address: String) -> [String] {
    guard let at = address.lastIndex(of: "@"), at > address.startIndex else { return [] }
    let local = String(address[..<at])
    let domain = String(address[address.index(after: at)...])
    let isHandle =
      local.count >= 6 && local.contains { $0.isNumber } && local.contains { $0.isLetter }
    // The signs of either half may be said without those of the other.
    let halves = [local, said(local)].flatMap { local in
      [domain, said(domain)].flatMap { ["\(local) at \($0)", "\(local)@\($0)"] }
    }
    return halves + (isHandle ? [local] : [])
  }

  private static func said(_ text: String) -> String {
    text.replacingOccurrences(of: ".", with: " dot ")
  }
}
