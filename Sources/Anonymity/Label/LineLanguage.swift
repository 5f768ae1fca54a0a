extension Language {
  /// The language of a place in a document of this language: that of the line, if it is written in
  /// another script.
  ///
  /// A testimony is often followed by its translation, or quotes a letter. The letters around the
  /// place decide, 96 characters each way up to the ends of the line; a line that has none is in the
  /// document's language. Latin letters alone make a line English only if there are no others:
  /// companies and addresses are written in them everywhere. A document in a language without
  /// labels of its own is left only for Korean, whose particles need it.
  public func ofLine(before: some StringProtocol, after: some StringProtocol) -> Language {
    let left = before.suffix(96).reversed().prefix { !$0.isNewline }
    let right = after.prefix(96).prefix { !$0.isNewline }
    let line = String(left.reversed()) + " " + right
    let found = Language.guess(from: line)
    if found == self || found == .other { return self }
    switch (self, found) {
    // Han alone may well be Japanese.
    case (.ja, .zh): return self
    case (.other, .ko): return .ko
    case (.other, _): return self
    case (_, .en):
      // Without the Latin letters, whatever else there is decides.
      return Language.guess(from: line.filter { !$0.isASCII }) == self ? self : .en
    default: return found
    }
  }
}

extension String {
  /// Whether words can stand in a line of this language.
  public func isWritten(in language: Language) -> Bool {
    let found = Language.guess(from: self)
    return found == language || found == .other || language == .other
      || language == .ja && found == .zh
  }
}
