/// Why a policy file is refused, and where.
///
/// Positions and the words that would have been right; never what stands in the file, because a file
/// given by mistake may be a source record.
public enum PolicyError: Error, Equatable, Sendable {
  /// More than 64 KiB.
  case tooLarge
  /// Not UTF-8.
  case notText
  /// No YAML mapping of plain keys, or YAML with anchors or deep nesting.
  case syntax(at: TextPosition)
  case unknownKey(at: TextPosition, expected: [String])
  case duplicateKey(at: TextPosition)
  /// The mapping that begins here lacks keys.
  case missingKeys(at: TextPosition, expected: [String])
  case unknownKind(at: TextPosition, expected: [String])
  /// A value that is none of the expected words, or none of the described form.
  case unexpectedValue(at: TextPosition, expected: [String])
  /// The action would let a known identifier of a protected person leave.
  case wouldIdentify(at: TextPosition, allowed: [String])
}

extension PolicyError: CustomStringConvertible {
  /// What is wrong, where, and what was expected, in one line without the file's name.
  public var description: String {
    switch self {
    case .tooLarge: "a policy file has at most 64 KiB"
    case .notText: "a policy file is UTF-8 text"
    case .syntax(let at): "\(at): not YAML of plain keys and values"
    case .unknownKey(let at, let expected): "\(at): unknown key; expected \(list(expected))"
    case .duplicateKey(let at): "\(at): this key stands here twice"
    case .missingKeys(let at, let expected): "\(at): missing \(list(expected))"
    case .unknownKind(let at, let expected):
      "\(at): unknown kind of identifier; expected \(list(expected))"
    case .unexpectedValue(let at, let expected): "\(at): expected \(list(expected))"
    case .wouldIdentify(let at, let allowed):
      "\(at): this would let a protected person be identified; allowed here: \(list(allowed))"
    }
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
