/// Matching of shown lines with expected ones.
struct Pattern {
  /// The codes taken so far, by name.
  var captured: [String: String] = [:]

  /// Puts the captured codes into a command.
  func substitute(_ text: String) -> String {
    captured.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// Whether the shown lines are the expected ones; takes codes on the way.
  mutating func matches(_ shown: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return shown.isEmpty }
    if first == "…" {
      for skipped in 0...shown.count {
        var attempt = self
        if attempt.matches(shown.dropFirst(skipped), expected.dropFirst()) {
          self = attempt
          return true
        }
      }
      return false
    }
    guard let line = shown.first else { return false }
    var attempt = self
    guard attempt.matches(line[...], tokens: Self.tokens(first)[...]),
      attempt.matches(shown.dropFirst(), expected.dropFirst())
    else { return false }
    self = attempt
    return true
  }

  private enum Token {
    case text(String)
    case anything
    case code(String)
  }

  private static func tokens(_ line: String) -> [Token] {
    var tokens: [Token] = []
    var rest = line[...]
    var text = ""
    func flush() {
      if !text.isEmpty { tokens.append(.text(text)) }
      text = ""
    }
    while let character = rest.first {
      if character == "…" {
        flush()
        tokens.append(.anything)
      } else if character == "{", let end = rest.firstIndex(of: "}"),
        case let name = rest[rest.index(after: rest.startIndex)..<end], !name.isEmpty,
        name.allSatisfy({ $0.isLowercase || $0.isNumber })
      {
        flush()
        tokens.append(.code(String(name)))
        rest = rest[end...]
      } else {
        text.append(character)
      }
      rest = rest.dropFirst()
    }
    flush()
    return tokens
  }

  private mutating func matches(_ line: Substring, tokens: ArraySlice<Token>) -> Bool {
    guard let token = tokens.first else { return line.isEmpty }
    switch token {
    case .text(let text):
      return line.hasPrefix(text) && matches(line.dropFirst(text.count), tokens: tokens.dropFirst())
    case .anything:
      for skipped in 0...line.count {
        var attempt = self
        if attempt.matches(line.dropFirst(skipped), tokens: tokens.dropFirst()) {
          self = attempt
          return true
        }
      }
      return false
    case .code(let name):
      if let code = captured[name] {
        return line.hasPrefix(code)
          && matches(line.dropFirst(code.count), tokens: tokens.dropFirst())
      }
      let code = line.prefix { ($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "-" }
      guard !code.isEmpty else { return false }
      captured[name] = String(code)
      return matches(line.dropFirst(code.count), tokens: tokens.dropFirst())
    }
  }
}
