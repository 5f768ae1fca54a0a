package import Yams

/// A mapping read from YAML with the place of every key, for files whose every key must be known.
///
/// Anchors, aliases and several documents are refused: no file of ours needs them, and they
/// let a small file mean a huge one.
package struct StrictYAML {
  package struct Entry {
    package let key: String
    package let position: TextPosition
    package let value: Node
    package let valuePosition: TextPosition
  }

  package let entries: [Entry]

  /// Reads one mapping. `lines` is added to every line number.
  ///
  /// The caller has capped the size. Depth is capped here, because the reader recurses.
  package init(_ text: String, addingLines lines: Int = 0) throws(YAMLFault) {
    if let deep = Self.tooDeep(text) {
      throw .syntax(at: .init(line: deep.line + lines, column: deep.column))
    }
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw Self.fault(of: error, in: text, addingLines: lines)
    }
    guard let root else { throw .notAMapping(at: .init(line: 1 + lines, column: 1)) }
    // The parser owns the anchors: the nodes forget them with it.
    if let anchored = withExtendedLifetime(parser, { Self.firstAnchor(in: root) }) {
      throw .syntax(at: Self.position(anchored, lines))
    }
    try self.init(root, addingLines: lines)
  }

  /// Reads a mapping inside a mapping.
  package init(_ node: Node, addingLines lines: Int = 0) throws(YAMLFault) {
    let start = Self.position(node, lines)
    guard case .mapping(let mapping) = node else { throw .notAMapping(at: start) }
    var entries: [Entry] = []
    for (key, value) in mapping {
      let position = Self.position(key, lines)
      guard case .scalar(let scalar) = key else {
        throw .syntax(at: position)
      }
      guard !entries.contains(where: { $0.key == scalar.string }) else {
        throw .duplicateKey(at: position)
      }
      entries.append(
        .init(
          key: scalar.string, position: position, value: value,
          valuePosition: Self.position(value, lines)))
    }
    self.entries = entries
  }

  /// The first node in reading order that has an anchor. It comes before every alias to it, so no
  /// alias is ever followed.
  private static func firstAnchor(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .scalar, .alias: return nil
    case .sequence(let sequence):
      for item in sequence { if let found = firstAnchor(in: item) { return found } }
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let found = firstAnchor(in: key) ?? firstAnchor(in: value) { return found }
      }
    }
    return nil
  }

  private static func position(_ node: Node, _ lines: Int) -> TextPosition {
    .init(line: (node.mark?.line ?? 1) + lines, column: node.mark?.column ?? 1)
  }

  private static func fault(
    of error: any Error, in text: String, addingLines lines: Int
  ) -> YAMLFault {
    switch error {
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let second = secondKey(keys, first: context.mark, in: text)
      return .duplicateKey(at: .init(line: second.line + lines, column: second.column))
    case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _):
      return .syntax(at: .init(line: mark.line + lines, column: mark.column))
    case YamlError.reader(_, let offset?, _, _):
      let line = text.prefix(offset).count(where: \.isNewline) + 1
      return .syntax(at: .init(line: line + lines, column: 1))
    default:
      return .syntax(at: .init(line: 1 + lines, column: 1))
    }
  }

  /// Yams tells where a doubled key stands first; the one to strike out is the next one in the same
  /// column.
  private static func secondKey(
    _ keys: [String], first: Mark, in text: String
  ) -> TextPosition {
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated().dropFirst(first.line) {
      let start = row.dropFirst(first.column - 1)
      let indent = row.prefix(first.column - 1)
      guard indent.allSatisfy({ $0 == " " }) else { continue }
      for key in keys {
        for spelling in [key, "\"\(key)\"", "'\(key)'"] where start.hasPrefix(spelling) {
          if start.dropFirst(spelling.count).drop(while: { $0 == " " }).first == ":" {
            return .init(line: index + 1, column: first.column)
          }
        }
      }
    }
    return .init(line: first.line, column: first.column)
  }

  /// The first place where more than 32 collections may be open, or 32 aliases be passed: the reader
  /// hashes keys through their aliases before anyone can refuse them.
  ///
  /// Counts whatever can open one (a bracket, "- ", "? ", indentation), also inside quotes: no file
  /// of ours comes near.
  private static func tooDeep(_ text: String) -> TextPosition? {
    var brackets = 0
    var aliases = 0
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (line, row) in rows.enumerated() {
      var dashes = 0
      var previous: Character = "\n"
      for (column, character) in row.enumerated() {
        switch character {
        case "[", "{": brackets += 1
        case "]", "}": brackets = max(0, brackets - 1)
        case "*": if !previous.isLetter && !previous.isNumber { aliases += 1 }
        case " ", "\t": if previous == "-" || previous == "?" { dashes += 1 }
        default: break
        }
        previous = character
        if brackets + dashes > 32 || aliases > 32 {
          return .init(line: line + 1, column: column + 1)
        }
      }
      if row.prefix(while: { $0 == " " }).count > 64 { return .init(line: line + 1, column: 65) }
    }
    return nil
  }
}

/// What is wrong with a YAML mapping, before anyone asks what its keys mean.
package enum YAMLFault: Error, Equatable {
  case syntax(at: TextPosition)
  case duplicateKey(at: TextPosition)
  case notAMapping(at: TextPosition)
}
