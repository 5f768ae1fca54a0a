/// Tags, comments and declarations, found without a grammar.
enum Markup {
  enum Kind { case tag, comment, declaration }

  /// One construct from `<` to just after `>`.
  struct Construct {
    let kind: Kind
    let start: Int
    let end: Int
    /// The element's name in lower case, without the slash; empty for what is no tag.
    let name: String
    let closes: Bool
    /// The values of attributes.
    let values: [Range<Int>]
  }

  enum Scan {
    case construct(Construct)
    case none
    case unterminated
  }

  /// What begins at `index`, if a construct does.
  static func scan(_ reading: Reading, at index: Int) -> Scan {
    guard reading.has("<", at: index), index + 1 < reading.count else { return .none }
    if reading.hasWord("<!--", at: index) {
      // `<!-->` and `<!--->` are whole comments too.
      for short in [index + 4, index + 5]
      where reading.has(">", at: short) && (short == index + 4 || reading.has("-", at: index + 4)) {
        return .construct(plain(.comment, index, short + 1))
      }
      var dashes = reading.firstIndex(of: "--", from: index + 4)
      while let at = dashes, !reading.hasWord("-->", at: at), !reading.hasWord("--!>", at: at) {
        dashes = reading.firstIndex(of: "--", from: at + 1)
      }
      guard let dashes else { return .unterminated }
      let end = dashes + (reading.hasWord("-->", at: dashes) ? 3 : 4)
      return .construct(plain(.comment, index, end))
    }
    if reading.hasWord("<![cdata[", at: index) {
      return .construct(plain(.declaration, index, index + 9))
    }
    if reading.has("!", at: index + 1) || reading.has("?", at: index + 1) {
      guard let end = reading.firstIndex(of: ">", from: index) else { return .unterminated }
      return .construct(plain(.declaration, index, end + 1))
    }
    let closes = reading.has("/", at: index + 1)
    let nameStart = closes ? index + 2 : index + 1
    guard nameStart < reading.count, ASCII.isLetter(reading.scalars[nameStart]) else {
      return .none
    }
    return tag(reading, at: index, nameStart: nameStart, closes: closes)
  }

  private static func plain(_ kind: Kind, _ start: Int, _ end: Int) -> Construct {
    Construct(kind: kind, start: start, end: end, name: "", closes: false, values: [])
  }

  private static func tag(
    _ reading: Reading, at start: Int, nameStart: Int, closes: Bool
  ) -> Scan {
    var index = nameStart
    var name = ""
    while index < reading.count, !ASCII.isSpace(reading.scalars[index]),
      !reading.has(">", at: index), !reading.has("/", at: index),
      let scalar = Unicode.Scalar(reading.scalars[index])
    {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    var values: [Range<Int>] = []
    while index < reading.count {
      if reading.has(">", at: index) {
        return .construct(
          Construct(
            kind: .tag, start: start, end: index + 1, name: name.lowercased(), closes: closes,
            values: values))
      }
      guard reading.has("=", at: index) else {
        index += 1
        continue
      }
      index += 1
      while index < reading.count, ASCII.isSpace(reading.scalars[index]) { index += 1 }
      guard index < reading.count else { return .unterminated }
      let quote = reading.scalars[index]
      let first = index
      if quote == 0x22 || quote == 0x27 {
        index += 1
        while index < reading.count, reading.scalars[index] != quote { index += 1 }
        guard index < reading.count else { return .unterminated }
        index += 1
      } else {
        while index < reading.count, !ASCII.isSpace(reading.scalars[index]),
          !reading.has(">", at: index)
        {
          index += 1
        }
      }
      values.append(first..<index)
    }
    return .unterminated
  }

  /// How a reading goes on without its markup.
  enum Removal: CaseIterable {
    /// A space in the place of each construct: cells and paragraphs stay apart.
    case leavingGap
    /// Nothing in its place: a tag inside a word does not cut it.
    case leavingNothing
    /// As before, and elements that are not read as running text go with their content.
    case withHiddenElements
  }

  // Notes stand between the words of a sentence, the others are not shown.
  private static let hidden: Set<String> = [
    "script", "style", "template", "sup", "rt", "rp", "noscript", "del",
  ]

  /// The reading without markup, or nil if it has none.
  static func removed(_ reading: Reading, _ removal: Removal) -> Reading? {
    guard reading.scalars.contains(0x3C) else { return nil }
    var result = Reading()
    result.reserve(reading.count)
    var changed = false
    var index = 0
    // After a construct that never ends, all that follows is cut at the next `>`, whatever the
    // quotes say: a stray quote must not shelter the rest, nor make this quadratic.
    var isStrict = true
    var neverClosed: Set<String> = []
    while index < reading.count {
      if reading.has("<", at: index), let construct = construct(in: reading, at: index, &isStrict) {
        changed = true
        if removal == .leavingGap { result.append(0x20, from: reading.origins[index]) }
        index = construct.end
        if removal == .withHiddenElements, !construct.closes, hidden.contains(construct.name),
          !neverClosed.contains(construct.name)
        {
          if let end = closing(construct.name, in: reading, from: index) {
            index = end
          } else {
            neverClosed.insert(construct.name)
          }
        }
      } else {
        result.append(reading, index)
        index += 1
      }
    }
    return changed ? result : nil
  }

  private static func construct(
    in reading: Reading, at index: Int, _ isStrict: inout Bool
  ) -> Construct? {
    if isStrict {
      switch scan(reading, at: index) {
      case .construct(let construct): return construct
      case .none: return nil
      case .unterminated: isStrict = false
      }
    }
    var end = index + 1
    while end < reading.count, !reading.has(">", at: end) {
      if reading.has("<", at: end) { return nil }
      end += 1
    }
    return end < reading.count ? plain(.tag, index, end + 1) : nil
  }

  /// Just after the closing tag of `name`.
  static func closing(_ name: String, in reading: Reading, from start: Int) -> Int? {
    var index = start
    while let found = reading.firstIndex(of: "</", from: index) {
      if case .construct(let construct) = scan(reading, at: found), construct.name == name {
        return construct.end
      }
      index = found + 2
    }
    return nil
  }
}
