/// Words that a reader looks for in texts, found in the spellings that one writer or another gives
/// them.
///
/// Words stand apart from each other; several in double quotes are one phrase. Case, width, marks and
/// invisible characters do not count. Korean and Chinese are found with or without spaces and with
/// any particle behind; Russian in other cases (``RussianStem``). Look-alikes of other scripts do
/// count: this finds what was written, not who is hiding.
public struct WordSearch: Sendable {
  private let terms: [Term]

  /// - Parameter words: what a person typed.
  public init(_ words: String) { terms = Self.split(words).compactMap(Term.init) }

  /// How many words and phrases are sought; none when nothing with a letter or a digit was typed.
  public var count: Int { terms.count }

  /// Where each word or phrase stands in a text: byte ranges in order, one list for each. A mark behind
  /// the last letter is not in them.
  public func places(in text: String) -> [[Range<Int>]] {
    // Most sentences have none of the words.
    let strict = Folding.strict(of: text.utf8.span)
    guard terms.contains(where: { $0.mayStand(in: strict) }) else { return terms.map { _ in [] } }
    var units: [FoldedUnit] = []
    let bytes = Array(text.utf8)
    Folding.units(of: bytes.span, in: 0..<bytes.count, notes: true, into: &units)
    return terms.map { $0.places(in: units) }
  }

  /// Quoted phrases whole, other words one by one; a quote that is never closed is part of a word.
  private static func split(_ words: String) -> [Substring] {
    let quotes: Set<Character> = ["\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}"]
    var found: [Substring] = []
    var rest = words[...]
    while let next = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[next...]
      let inner = rest.dropFirst()
      if quotes.contains(rest[next]), let end = inner.firstIndex(where: quotes.contains) {
        found.append(inner[..<end])
        rest = rest[rest.index(after: end)...]
      } else {
        let end = rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
        found.append(rest[..<end])
        rest = rest[end...]
      }
    }
    return found
  }
}

/// One word or phrase, folded.
private struct Term: Sendable {
  private let keys: [UInt32]
  /// Whether something stands before the unit of this index that separates words.
  private let isApart: [Bool]
  private let isJoined: [Bool]
  /// How many letters of the text may follow up to the word's end; `nil` where any may.
  private let most: Int?

  /// `nil` for what has neither letter nor digit.
  init?(_ words: Substring) {
    let units = Folding.units(of: String(words))
    guard !units.isEmpty else { return nil }
    let stem = RussianStem(units)
    let kept = units.prefix(stem?.length ?? units.count)
    most = stem.map { _ in RussianStem.longestEnding }
    keys = kept.map(\.strict)
    isApart = kept.map(\.separates)
    isJoined = kept.map(\.isWrittenWithoutSpaces)
  }

  /// Whether its letters stand in a row, whatever is between them.
  func mayStand(in strict: [UInt32]) -> Bool {
    guard let first = keys.first, strict.count >= keys.count else { return false }
    for at in 0...strict.count - keys.count where strict[at] == first {
      if keys.indices.allSatisfy({ strict[at + $0] == keys[$0] }) { return true }
    }
    return false
  }

  func places(in units: [FoldedUnit]) -> [Range<Int>] {
    guard let first = keys.first, units.count >= keys.count else { return [] }
    var found: [Range<Int>] = []
    var at = 0
    while at + keys.count <= units.count {
      if units[at].strict == first, let end = end(of: units, from: at) {
        found.append(units[at].offset..<end.offset)
        at = end.index
      } else {
        at += 1
      }
    }
    return found
  }

  /// Where a place that begins with the unit `start` ends: the unit behind it, and its byte.
  private func end(of units: [FoldedUnit], from start: Int) -> (index: Int, offset: Int)? {
    // Not from within a syllable on.
    guard units[start].isFirst else { return nil }
    if most != nil, start > 0, units[start - 1].traits.isLetter, !units[start].separates {
      return nil
    }
    for index in keys.indices.dropFirst() {
      let unit = units[start + index]
      guard unit.strict == keys[index] else { return nil }
      let isFree = isJoined[index] && units[start + index - 1].isWrittenWithoutSpaces
      guard isFree || unit.separates == isApart[index] else { return nil }
    }
    var end = start + keys.count
    // Nor into one.
    if end < units.count, !units[end].isFirst { return nil }
    if let most {
      let last = end
      while end < units.count, !units[end].separates, units[end].traits.isLetter { end += 1 }
      guard units[last..<end].count(where: \.isFirst) <= most else { return nil }
    }
    let last = units[end - 1]
    return (end, last.offset + (Unicode.Scalar(last.scalar).map { UTF8.width($0) } ?? 1))
  }
}

extension FoldedUnit {
  /// Whether a word ends before it. Hyphens, apostrophes and marks of notes are within words.
  fileprivate var separates: Bool {
    !gap.isDisjoint(with: [.space, .newline, .dot, .slash, .hard])
  }

  fileprivate var isWrittenWithoutSpaces: Bool {
    let script = traits.script
    return script == .hangul || script == .han
  }
}
