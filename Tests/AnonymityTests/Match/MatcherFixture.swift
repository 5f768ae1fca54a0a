import Testing

@testable import Anonymity

/// Identifiers of invented people and short ways to ask what is found.
struct Known {
  let identifiers: [KnownIdentifier]
  let matcher: Matcher

  init(_ texts: String..., kind: KnownIdentifier.Kind = .name) {
    self.init(texts.map { ($0, kind) })
  }

  init(_ list: [(String, KnownIdentifier.Kind)]) {
    identifiers = list.enumerated().map { i, item in
      KnownIdentifier(entity: EntityID(raw: "e\(i)"), kind: item.1, text: item.0)
    }
    matcher = Matcher(identifiers)
  }

  /// The text of every hit.
  func found(_ text: String) -> [String] { found(bytes: Array(text.utf8)) }

  /// A matcher for this text alone must find the same.
  func found(bytes: [UInt8]) -> [String] {
    let matches = matcher.matches(in: bytes)
    #expect(Matcher(identifiers, in: [bytes]).matches(in: bytes) == matches)
    return matches.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// The text of every hit, with "?" behind a doubtful one.
  func judged(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return matcher.matches(in: bytes).map {
      String(decoding: bytes[$0.range], as: UTF8.self) + ($0.doubtful.isEmpty ? "" : "?")
    }
  }

  /// The tails of the covered spans.
  func tails(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return matcher.cover(in: bytes).map { String(decoding: bytes[$0.tail], as: UTF8.self) }
  }

  /// The text with every covered span and tail replaced.
  func redacted(_ text: String, keepTail: Bool = false) -> String {
    let bytes = Array(text.utf8)
    _ = found(bytes: bytes)
    var out: [UInt8] = []
    var at = 0
    for span in matcher.cover(in: bytes) {
      out += bytes[at..<span.range.lowerBound] + Array("[]".utf8)
      at = keepTail ? span.range.upperBound : span.tail.upperBound
    }
    return String(decoding: out + bytes[at...], as: UTF8.self)
  }
}
