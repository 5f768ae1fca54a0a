/// Cuts a text into words: runs of one script; in Han and hiragana the longest words of the lexicon
/// and single characters between them.
struct WordCutter {
  private let text: PlainText
  private let lexicon = Lexicon.shared
  private var words: [Word] = []
  private var gap: WordGap = .paragraph
  private var at = 0

  static func words(of text: PlainText) -> [Word] {
    var cutter = WordCutter(text: text)
    return cutter.cut()
  }

  private init(text: PlainText) { self.text = text }

  private mutating func cut() -> [Word] {
    words.reserveCapacity(text.count / 5)
    while at < text.count {
      let kind = text.classes[at]
      if !kind.isWord {
        separator(kind)
        at += 1
        continue
      }
      switch kind {
      case .han, .hiragana: pieces(kind)
      default: run(kind)
      }
      gap = []
    }
    return words
  }

  private mutating func separator(_ kind: PlainText.Class) {
    switch kind {
    case .space: gap.insert(.space)
    case .newline:
      if gap.contains(.newline) { gap.insert(.paragraph) }
      gap.insert(.newline)
    default:
      switch text.scalars[at] {
      case 0x2D: gap.insert(.hyphen)
      case 0x2E:
        let next = text.kind(at + 1)
        let ends = !next.isWord && !endsAbbreviation
        gap.insert(ends ? .stop : .dot)
      case 0x21, 0x3F, 0x3002, 0x2026: gap.insert(.stop)
      case 0x2C, 0x3001: gap.insert(.comma)
      case 0x22, 0x27: gap.insert(gap.isEmpty && text.kind(at + 1).isWord ? .dot : .hard)
      default: gap.insert(.hard)
      }
    }
  }

  /// A full stop after an initial or an abbreviated title ends no sentence.
  private var endsAbbreviation: Bool {
    guard let last = words.last, last.end == at, last.script != .digits else { return false }
    return last.tags.contains(.abbreviation) || last.count == 1 && last.isName
  }

  private static func script(_ kind: PlainText.Class) -> Word.Script {
    switch kind {
    case .digit: .digits
    case .latinLower, .latinUpper: .latin
    case .cyrillicLower, .cyrillicUpper: .cyrillic
    case .hangul: .hangul
    case .han: .han
    case .hiragana: .hiragana
    case .katakana: .katakana
    default: .other
    }
  }

  private mutating func run(_ kind: PlainText.Class) {
    let start = at
    var script = Self.script(kind)
    var uppers = 0
    var hash = Lexicon.seed
    // The hashes of the last prefixes, for stems; of the first ones for Hangul.
    var tail = (Lexicon.seed, Lexicon.seed, Lexicon.seed)
    while at < text.count {
      let next = text.classes[at]
      let found = Self.script(next)
      if found != script {
        // Lookalikes mix the two alphabets inside one word; the first letter may be the stranger.
        guard (script == .latin || script == .cyrillic) && (found == .latin || found == .cyrillic)
        else { break }
        if at == start + 1 { script = found }
      }
      if next == .latinUpper || next == .cyrillicUpper { uppers += 1 }
      tail = (tail.1, tail.2, hash)
      hash = Lexicon.add(Lexicon.lower(text.scalars[at], next), to: hash)
      at += 1
    }
    let isUpperFirst = kind == .latinUpper || kind == .cyrillicUpper
    let shape: Word.Shape =
      uppers == 0
      ? .lower
      : isUpperFirst && uppers == 1
        ? .capital : uppers == at - start ? .upper : isUpperFirst ? .mixed : .lower
    var tags: Tags = []
    var stem = at - start
    switch script {
    case .latin, .cyrillic:
      tags = lexicon.tags(hash)
      if at - start >= 4 {
        for (drop, prefix) in [(0, hash), (1, tail.2), (2, tail.1), (3, tail.0)]
        where at - start - drop >= 3 {
          let more = lexicon.stemTags(prefix)
          if !more.isEmpty {
            tags.formUnion(more)
            stem = at - start - drop
            break
          }
        }
      }
    case .hangul: (tags, stem) = hangulTags(start)
    case .katakana, .other: tags = lexicon.tags(hash)
    default: break
    }
    words.append(
      Word(
        start: start, end: at, script: script, shape: shape, gap: gap, tags: tags, stem: stem,
        hash: hash))
  }

  /// The longest beginning that the lexicon knows and that leaves nothing or a particle.
  private func hangulTags(_ start: Int) -> (Tags, Int) {
    var hash = Lexicon.seed
    var best: (Tags, Int) = ([], at - start)
    for index in start..<min(at, start + 6) {
      hash = Lexicon.add(text.scalars[index], to: hash)
      let tags = lexicon.tags(hash)
      if tags.isEmpty { continue }
      let rest = at - index - 1
      if rest == 0 || KoreanEnding.isParticle(text, index + 1, at)
        || !tags.isDisjoint(with: [.event, .notName]) && index > start
          && KoreanEnding.isVerbal(text.scalars[index + 1])
      {
        best = (tags, index + 1 - start)
      }
    }
    return best
  }

  private mutating func pieces(_ kind: PlainText.Class) {
    let script = Self.script(kind)
    var end = at
    while end < text.count, text.classes[end] == kind, end - at < 4 { end += 1 }
    var hash = Lexicon.seed
    var length = 1
    var tags: Tags = []
    var found = Lexicon.seed
    for index in at..<end {
      hash = Lexicon.add(text.scalars[index], to: hash)
      if index == at { found = hash }
      let here = lexicon.tags(hash)
      if !here.isEmpty {
        tags = here
        length = index + 1 - at
        found = hash
      }
    }
    words.append(
      Word(
        start: at, end: at + length, script: script, shape: .lower, gap: gap, tags: tags,
        stem: length, hash: found))
    at += length
  }
}
