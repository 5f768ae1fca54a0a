import Anonymity
import Screen

@testable import EvidenceVault

/// Words of anybody, on their way through both searches.
enum Texts {
  private struct Office: Sendable {
    let identities: Identities
    let matcher: Matcher
    let rules: [(policy: Policy, screen: Screen)]

    init() throws {
      let records = try [
        """
        names: ["Mira Probewald", "미라 김"]
        aliases: ["the Swift"]
        phones: ["+7 914 555-01-23"]
        emails: ["mira@example.org"]
        born: 1989-03-14
        places: [{name: Hyesan, relation: home}]
        employers: [{name: "Far Pier Ltd", generalise: "a harbour company"}]
        relatives: [{relation: father, names: ["김영호"]}]
        """,
        #"names: ["김철수", "Ким Чер Су", "金哲洙"]"#,
        #"names: ["Жанна Андреевна Орлова"]"#,
      ].map {
        SourceRecord(
          code: Code.random(.source), document: try SourceDocument(yaml: Array($0.utf8)))
      }
      identities = People(records).identities
      matcher = Matcher(identities.identifiers)
      let identities = identities
      rules = try ["internal", "editor", "public", "court"].map {
        let policy = try BuiltIn.policy($0)
        return (policy, Screen(needles: identities.needles(policy, audience: "public")))
      }
    }
  }

  private static let office = try? Office()
  private static let languages = ["en", "ko", "ru", "zh", "ja", "xx"]

  /// The first byte chooses language and policy.
  private static func cut(_ bytes: [UInt8]) -> (choice: Int, text: [UInt8])? {
    guard let first = bytes.first else { return nil }
    let rest = Array(bytes.dropFirst())
    return (try? RawText(rest)) == nil ? nil : (Int(first), rest)
  }

  static func detect(_ bytes: [UInt8]) -> String? {
    guard let (choice, text) = cut(bytes) else { return nil }
    let language = Language(tag: languages[choice % languages.count]) ?? .other
    for finding in Detectors.findings(in: text, language: language) {
      guard !finding.range.isEmpty, finding.range.upperBound <= text.count else {
        return "a finding is no part of the text"
      }
    }
    return nil
  }

  /// What leaves is text, and the second pass never lets out a whole name that stands there plainly.
  static func redact(_ bytes: [UInt8]) -> String? {
    guard let office else { return "the sources of the test are none" }
    guard let (choice, text) = cut(bytes) else { return nil }
    let (policy, screen) = office.rules[choice / 8 % office.rules.count]
    let language = languages[choice % languages.count]
    var register = LabelRegister(audience: "public")
    let desk = RedactionDesk(identities: office.identities, matcher: office.matcher)
    let pieces = desk.redactor(policy, audience: "public", language: language, document: [text])
      .pieces(of: text, register: &register)
    let release = ReleaseText(
      code: Code.random(.excerpt), audience: "public", policy: policy, language: language,
      title: [], sentences: [pieces])
    for format in OutputFormat.allCases {
      let output = release.bytes(format)
      let outgoing = Outgoing(bytes: output, format: format, fileName: nil, metadata: [])
      guard case .clean = screen.verdict(on: outgoing) else { continue }
      let words = String(decoding: output, as: UTF8.self)
      for name in ["Mira Probewald", "mira@example.org"] where words.contains(name) {
        return "\(name) leaves"
      }
    }
    return nil
  }

  /// The first byte chooses the format.
  static func screen(_ bytes: [UInt8]) -> String? {
    guard let office, let first = bytes.first else { return nil }
    let formats = OutputFormat.allCases
    let rest = Array(bytes.dropFirst())
    let outgoing = Outgoing(
      bytes: rest, format: formats[Int(first) % formats.count], fileName: nil, metadata: [])
    let verdict = office.rules[2].screen.verdict(on: outgoing)
    if case .clean = verdict, rest.contains(Array("mira@example.org".utf8)) {
      return "an address leaves"
    }
    return nil
  }
}
