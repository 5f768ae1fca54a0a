import Anonymity
import Screen

/// A redacted excerpt in the formats in which it can leave.
struct ReleaseText: Sendable {
  let code: Code
  let audience: String
  let policy: Policy
  let language: String
  let title: String
  let paragraphs: [String]

  init(
    code: Code, audience: String, policy: Policy, language: String, title: [Piece],
    sentences: [[Piece]]
  ) {
    self.code = code
    self.audience = audience
    self.policy = policy
    self.language = language
    self.title = Self.oneLine(title.map(\.text).joined())
    let text = sentences.map { $0.map(\.text).joined() }.joined()
    paragraphs = Self.paragraphs(text)
  }

  /// The bytes in a format. The same release always gives the same bytes.
  func bytes(_ format: OutputFormat) throws -> [UInt8] {
    switch format {
    case .txt: Array(plain.utf8)
    case .md: Array(markdown.utf8)
    case .html: Array(HTMLRelease(self).text.utf8)
    case .json: try json()
    }
  }

  /// What stands below every release: enough to ask about it, nothing about who asks.
  var footer: String { "\(code) · \(audience) · \(policy.name) \(policy.version)" }

  private var plain: String {
    ([title].filter { !$0.isEmpty } + paragraphs + ["— \(footer)"]).joined(separator: "\n\n") + "\n"
  }

  private var markdown: String {
    let heading = title.isEmpty ? [] : ["# " + Self.escape(title)]
    return (heading + paragraphs.map(Self.escape) + ["---", Self.escape(footer)])
      .joined(separator: "\n\n") + "\n"
  }

  private struct Document: Encodable {
    let version = 1
    let excerpt: String
    let audience: String
    let policy: String
    let policyVersion: Int
    let language: String
    let title: String
    let paragraphs: [String]
  }

  private func json() throws -> [UInt8] {
    try Codec.encode(
      Document(
        excerpt: code.text, audience: audience, policy: policy.name,
        policyVersion: policy.version, language: language, title: title, paragraphs: paragraphs))
      + [0x0A]
  }

  /// Paragraphs are parted by an empty line; a single line break is a space, or nothing between
  /// Chinese or Japanese characters, which use none.
  private static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    func close() {
      let joined = lines.reduce(into: "") { all, line in
        if let last = all.last, let next = line.first, !(isWide(last) && isWide(next)) {
          all += " "
        }
        all += line
      }
      if !joined.isEmpty { paragraphs.append(joined) }
      lines = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let trimmed = line.drop(while: \.isWhitespace)
      let words = trimmed.reversed().drop(while: \.isWhitespace).reversed()
      let kept = String(words)
      if kept.isEmpty { close() } else { lines.append(Substring(kept)) }
    }
    close()
    return paragraphs
  }

  private static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x3000...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Markdown that shows the words as they are.
  private static func escape(_ text: String) -> String {
    var out = ""
    for (index, character) in text.enumerated() {
      if "\\`*_{}[]<>#|~&".contains(character)
        || (index == 0 && "+-=.:1234567890".contains(character))
      {
        out += character.isNumber ? "\(character)" : "\\\(character)"
      } else {
        out.append(character)
      }
    }
    return out
  }
}
