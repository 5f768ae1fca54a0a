import Anonymity

/// How the words of a release are set: white space only is moved. By scalars, so that other programs
/// get the same (Docs/Specs/releases.md).
enum ReleaseLayout {
  /// Stands where words of the text were left out.
  static let leftOut = "[…] "

  /// Stands for a line break that only wrapped a line of the original.
  static let wrap: Unicode.Scalar = "\u{B}"

  /// What becomes of a single line break.
  enum Breaks {
    /// A space, or nothing between Chinese or Japanese characters, which use none: version 1.
    case joined
    /// A line feed.
    case kept
    /// A line feed, but for ``wrap``, which is joined.
    case keptUnlessWrapped
  }

  /// Paragraphs are parted by an empty line.
  static func paragraphs(_ text: String, _ breaks: Breaks = .keptUnlessWrapped) -> [String] {
    var paragraphs: [String] = []
    var joined = String.UnicodeScalarView()
    for (line, cut) in lines(text) {
      guard let first = line.first else {
        if !joined.isEmpty { paragraphs.append(String(joined)) }
        joined = .init()
        continue
      }
      if let last = joined.last {
        if breaks == .kept || breaks == .keptUnlessWrapped && cut != wrap {
          joined.append("\n")
        } else if !(Atoms.isWide(last) && Atoms.isWide(first)) {
          joined.append(" ")
        }
      }
      joined.append(contentsOf: line)
    }
    if !joined.isEmpty { paragraphs.append(String(joined)) }
    return paragraphs
  }

  /// Whether paragraphs show a text: white space apart only where a line ends, and as the layout
  /// writes it.
  ///
  /// - Parameter version: of the document. In version 2 the writer chooses which of the text's lines
  ///   stay apart, because a wrapped line and a verse look alike.
  static func shows(_ paragraphs: [String], _ text: String, version: Int) -> Bool {
    func same(_ a: [String], _ b: [String]) -> Bool {
      a.elementsEqual(b) { $0.utf8.elementsEqual($1.utf8) }
    }
    let wanted = Self.paragraphs(text, .joined)
    if version == 1 { return same(paragraphs, wanted) }
    let whole = paragraphs.joined(separator: "\n\n")
    return same(Self.paragraphs(whole, .kept), paragraphs)
      && same(Self.paragraphs(whole, .joined), wanted)
  }

  /// All on one line, with one space between words.
  static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: Atoms.isSpace).map { String($0) }
      .joined(separator: " ")
  }

  /// Lines without the space at their ends, with the sign that parts them from the line before; CR LF
  /// is one line break.
  private static func lines(
    _ text: String
  ) -> [(line: Substring.UnicodeScalarView, cut: Unicode.Scalar?)] {
    var lines: [(line: Substring.UnicodeScalarView, cut: Unicode.Scalar?)] = []
    var cut: Unicode.Scalar?
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
        lines.append((trimmed(line.lowerBound..<index), cut))
        cut = scalar
      }
      line = next..<next
    }
    lines.append((trimmed(line), cut))
    return lines
  }
}
