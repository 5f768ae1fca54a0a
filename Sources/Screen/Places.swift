/// Where in the raw output a byte is, in a person's terms.
struct Places {
  private enum Region { case title, markup, attribute, comment, script, jsonKey }

  private let raw: Reading
  private let lineStarts: [Int]
  /// Byte ranges of the output that are no running text, in order; later ones win.
  private var regions: [(range: Range<Int>, region: Region)] = []

  init(_ raw: Reading, format: OutputFormat) throws(Refusal) {
    self.raw = raw
    lineStarts = [0] + (0..<raw.count).filter { raw.scalars[$0] == 0x0A }.map { $0 + 1 }
    switch format {
    case .html: try findMarkup(isStrict: true)
    case .md: try findMarkup(isStrict: false)
    case .json: findKeys()
    case .txt: break
    }
  }

  /// The place of the byte at `origin`.
  func place(of origin: Int) -> Finding.Place {
    let index = Self.firstIndex(raw.count) { raw.origins[$0] >= origin }
    let line = Self.firstIndex(lineStarts.count) { lineStarts[$0] > index }
    let column = index - lineStarts[line - 1] + 1
    switch regions.last(where: { $0.range.contains(origin) })?.region {
    case .title: return .title(line: line, column: column)
    case .markup: return .markup(line: line, column: column)
    case .attribute: return .attribute(line: line, column: column)
    case .comment: return .comment(line: line, column: column)
    case .script: return .script(line: line, column: column)
    case .jsonKey: return .jsonKey(line: line, column: column)
    case nil: return .text(line: line, column: column)
    }
  }

  /// The first of `count` positions at which an order-keeping condition holds.
  private static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    let end = range.upperBound < raw.count ? raw.origins[range.upperBound] : Int.max
    return raw.origins[range.lowerBound]..<end
  }

  private mutating func findMarkup(isStrict: Bool) throws(Refusal) {
    var index = 0
    while index < raw.count {
      switch Markup.scan(raw, at: index) {
      case .none: index += 1
      case .unterminated:
        if isStrict { throw .truncated(atByte: raw.origins[index]) }
        return
      case .construct(let construct):
        let isTag = construct.kind == .tag
        regions.append((bytes(construct.start..<construct.end), isTag ? .markup : .comment))
        for value in construct.values { regions.append((bytes(value), .attribute)) }
        index = construct.end
        guard ["title", "script", "style"].contains(construct.name), !construct.closes else {
          continue
        }
        let closing = raw.firstIndex(of: "</", from: index).flatMap { _ in
          Markup.closing(construct.name, in: raw, from: index)
        }
        guard let closing else {
          if isStrict { throw .truncated(atByte: raw.origins[construct.start]) }
          return
        }
        regions.append((bytes(index..<closing), construct.name == "title" ? .title : .script))
        index = closing
      }
    }
  }

  private mutating func findKeys() {
    var index = 0
    while index < raw.count {
      guard raw.has("\"", at: index) else {
        index += 1
        continue
      }
      let end = InlineSigns.stringEnd(in: raw, at: index)
      if InlineSigns.isKey(in: raw, endingAt: end) {
        regions.append((bytes(index..<end), .jsonKey))
      }
      index = end
    }
  }
}
