import Anonymity

/// How the words of a release are set: white space only is moved. By scalars, so that other programs
/// get the same (Docs/Specs/releases.md).
enum ReleaseLayout {
  /// Stands where words of the text were left out.
  static let leftOut = "[…] "

  /// Paragraphs are parted by an empty line; a single line break is a space, or nothing between
  /// Chinese or Japanese characters, which use none.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var joined = String.UnicodeScalarView()
    for line in lines(text) {
      guard let first = line.first else {
        if !joined.isEmpty { paragraphs.append(String(joined)) }
        joined = .init()
        continue
      }
      if let last = joined.last, !(Atoms.isWide(last) && Atoms.isWide(first)) {
        joined.append(" ")
      }
      joined.append(contentsOf: line)
    }
    if !joined.isEmpty { paragraphs.append(String(joined)) }
    return paragraphs
  }

  /// All on one line, with one space between words.
  static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: Atoms.isSpace).map { String($0) }
      .joined(separator: " ")
  }

  /// Lines without the space at their ends; CR LF is one line break.
  private static func lines(_ text: String) -> [Substring.UnicodeScalarView] {
    var lines: [Substring.UnicodeScalarView] = []
    var line = text.unicodeScalars.startIndex..<text.unicodeScalars.startIndex
    var before: Unicode.Scalar?
    func trimmed(_ range: Range<String.Index>) -> Substring.UnicodeScalarView {
      var rest = text.unicodeScalars[range]
      while let first = rest.first, Atoms.isSpace(first) { rest.removeFirst() }
      while let last = rest.last, Atoms.isSpace(last) { rest.removeLast() }
      return rest
    }
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      let next = text.unicodeScalars.index(after: index)
      defer { before = scalar }
      guard Atoms.isNewline(scalar) else {
        line = line.lowerBound..<next
        continue
      }
      if scalar != "\n" || before != "\r" {
        lines.append(trimmed(line.lowerBound..<index))
      }
      line = next..<next
    }
    lines.append(trimmed(line))
    return lines
  }
}
