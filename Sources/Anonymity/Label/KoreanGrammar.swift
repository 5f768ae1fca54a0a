import Foundation

/// Refits what follows a name in Korean, so that it suits a label and tells nothing of the name.
///
/// A particle shows whether the name ended in a consonant, a title shows gender and rank. Both are
/// made anew: titles are dropped, and the first particle takes the form the label asks for. What is
/// stacked on it depends on the particle and stays.
public enum KoreanGrammar {
  /// The tail for a label, given the tail of the name ("씨는", "이가", " 선생님께서는", "").
  ///
  /// Calls (아, 야, 이야) are dropped. A tail that is no sequence of known titles and particles is
  /// returned as it is, but for a leading 씨.
  public static func fit(tail: String, to label: String) -> String {
    if let reading = read(tail) { return reading.rendered(after: Ending(of: label)) }
    return tail.hasPrefix("씨") ? String(tail.dropFirst()) : tail
  }

  /// Whether the text is a whole tail: titles, particles, endings and nothing else.
  static func isTail(_ text: some StringProtocol) -> Bool { read(String(text)) != nil }

  /// How a word ends, which decides the form of the particle.
  enum Ending: Equatable {
    case vowel, liquid, consonant

    /// Reads the last letter said aloud: a Hangul syllable, a Latin letter or digit by its Korean
    /// name. What stands in round brackets is not said. Other scripts count as a vowel.
    init(of label: String) {
      var scalars = Array(label.precomposedStringWithCanonicalMapping.unicodeScalars)
      var depth = 0
      while let last = scalars.last {
        if last == ")" || last == "）" { depth += 1 }
        if last == "(" || last == "（" { depth = max(0, depth - 1) }
        let silent = !last.properties.isAlphabetic && last.properties.numericType == nil
        guard depth > 0 || silent else { break }
        scalars.removeLast()
      }
      guard let last = scalars.last else {
        self = .vowel
        return
      }
      switch last.value {
      case 0xAC00...0xD7A3:
        let final = (last.value - 0xAC00) % 28
        self = final == 0 ? .vowel : final == 8 ? .liquid : .consonant
      default:
        switch last {
        case "L", "l", "R", "r", "1", "7", "8": self = .liquid
        case "M", "m", "N", "n", "0", "3", "6": self = .consonant
        default: self = .vowel
        }
      }
    }
  }

  /// A tail taken apart: the first particle in its two forms, and what is stacked on it.
  struct Reading {
    var consonant = ""
    var vowel = ""
    var liquid = false
    var stacked = ""

    func rendered(after ending: Ending) -> String {
      let useVowel = ending == .vowel || (liquid && ending == .liquid)
      return (useVowel ? vowel : consonant) + stacked
    }
  }

  /// Titles first, then a particle, then either of them after the 이 that familiar speech puts
  /// after a name in a consonant (영남이는).
  static func read(_ tail: String) -> Reading? {
    let tail = tail.precomposedStringWithCanonicalMapping
    if tail.isEmpty { return Reading() }
    let bare = tail.drop { $0.isWhitespace }
    if let reading = afterTitles(bare) { return reading }
    guard bare.startIndex == tail.startIndex else { return nil }
    if let reading = particles(bare) { return reading }
    guard bare.first == "이", bare.count > 1 else { return nil }
    let rest = bare.dropFirst()
    return afterTitles(rest) ?? particles(rest)
  }

  private static func afterTitles(_ text: Substring) -> Reading? {
    for title in KoreanParticles.honorifics where text.hasPrefix(title) {
      let rest = text.dropFirst(title.count)
      if rest.isEmpty { return Reading() }
      if let reading = afterTitles(rest) ?? particles(rest) { return reading }
    }
    return nil
  }

  /// The longest first particle that leaves a readable rest.
  private static func particles(_ text: Substring) -> Reading? {
    if KoreanParticles.vocative.contains(String(text)) { return Reading() }
    for length in stride(from: min(text.count, longest), through: 1, by: -1) {
      let first = String(text.prefix(length))
      let rest = text.dropFirst(length)
      guard let pair = forms[first] else { continue }
      let closed = closing.contains(first)
      guard rest.isEmpty || (closed ? rest == "요" : stacks(rest)) else { continue }
      return Reading(
        consonant: pair.consonant, vowel: pair.vowel, liquid: pair.liquid, stacked: String(rest))
    }
    return nil
  }

  private static func stacks(_ text: Substring) -> Bool {
    if text.isEmpty { return true }
    for length in stride(from: min(text.count, longest), through: 1, by: -1) {
      let first = String(text.prefix(length))
      guard KoreanParticles.following.contains(first) else { continue }
      let rest = text.dropFirst(length)
      if rest.isEmpty || (closing.contains(first) ? rest == "요" : stacks(rest)) { return true }
    }
    return false
  }

  /// After these no further particle can stand, but the polite 요.
  private static let closing: Set<String> = ["은", "는", "이", "가", "을", "를"]

  private static let forms: [String: (consonant: String, vowel: String, liquid: Bool)] = {
    var table: [String: (consonant: String, vowel: String, liquid: Bool)] = [:]
    for form in KoreanParticles.fixed { table[form] = (form, form, false) }
    for pair in KoreanParticles.alternating {
      table[pair.consonant] = (pair.consonant, pair.vowel, false)
      table[pair.vowel] = (pair.consonant, pair.vowel, false)
    }
    for word in KoreanParticles.misspelled {
      table[word.form] = (word.consonant, word.vowel, false)
    }
    for pair in KoreanParticles.liquid {
      table[pair.consonant] = (pair.consonant, pair.vowel, true)
      table[pair.vowel] = (pair.consonant, pair.vowel, true)
    }
    return table
  }()

  private static let longest = forms.keys.map(\.count).max() ?? 0
}
