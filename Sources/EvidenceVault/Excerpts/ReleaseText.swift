import Anonymity
import Screen

/// A redacted excerpt in the formats in which it can leave. The fields are those of the JSON format
/// (Docs/Specs/releases.md); every format is a function of them.
struct ReleaseText: Decodable, Sendable {
  /// 1 for releases whose lines were joined; they go on to be verified.
  let version: Int
  let excerpt: String
  var audience: String
  let policy: String
  let policyVersion: Int
  let language: String
  var title: String
  /// Their lines are parted by a line feed.
  var paragraphs: [String]
  /// What shows that the words are those of a sealed text; `nil` until it is approved.
  var proof: ReleaseProof?

  static let newestVersion = 2

  /// - Parameter wraps: where line breaks of the original wrap lines.
  init(
    code: Code, audience: String, policy: Policy, language: String, title: [Piece],
    sentences: [[Piece]], wraps: Set<Int> = []
  ) {
    version = Self.newestVersion
    excerpt = code.text
    self.audience = audience
    self.policy = policy.name
    policyVersion = policy.version
    self.language = language
    self.title = ReleaseLayout.oneLine(title.map(\.text).joined())
    paragraphs = ReleaseLayout.paragraphs(
      sentences.map { $0.map { $0.marking(wraps) }.joined() }.joined())
  }

  /// The bytes in a format. The same release always gives the same bytes.
  func bytes(_ format: OutputFormat) -> [UInt8] {
    switch format {
    case .txt: Array(plain.utf8)
    case .md: Array(markdown.utf8)
    case .html: Array(HTMLRelease(self).text.utf8)
    case .json: document + [0x0A]
    }
  }

  /// The JSON document, also as a page holds it.
  var document: [UInt8] {
    var members: [String: ReleaseJSON] = [
      "version": .number(version), "excerpt": .text(excerpt), "audience": .text(audience),
      "policy": .text(policy), "policyVersion": .number(policyVersion),
      "language": .text(language), "title": .text(title),
      "paragraphs": .list(paragraphs.map { .text($0) }),
    ]
    members["proof"] = proof?.json
    return ReleaseJSON.object(members).bytes
  }

  /// What stands below every release: enough to ask about it, nothing about who asks.
  var footer: String { "\(excerpt) · \(audience) · \(policy) \(policyVersion)" }

  private var plain: String {
    ([title].filter { !$0.isEmpty } + paragraphs + ["— \(footer)"]).joined(separator: "\n\n") + "\n"
  }

  private var markdown: String {
    let heading = title.isEmpty ? [] : ["# " + Self.escape(title)]
    // A backslash at its end keeps a line apart from the next one.
    let paragraphs = paragraphs.map { Self.lines($0).map(Self.escape).joined(separator: "\\\n") }
    return (heading + paragraphs + ["---", Self.escape(footer)])
      .joined(separator: "\n\n") + "\n"
  }

  /// The lines of a paragraph; by scalars, because in a character a line feed may have company.
  static func lines(_ paragraph: String) -> [String] {
    paragraph.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  /// Markdown that shows the words as they are.
  private static func escape(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>#|~&".unicodeScalars.contains(scalar)
        || (out.isEmpty && "+-=.:".unicodeScalars.contains(scalar))
      {
        out.append("\\")
      }
      out.append(scalar)
    }
    return String(out)
  }
}
