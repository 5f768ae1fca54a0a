import Anonymity
import Yams

extension SourceDocument {
  /// The most bytes a source file may have.
  public static let limit = 256 << 10

  /// Reads a source file. Every key must be known and stand once.
  ///
  /// - Throws: ``InputFault/document(line:column:expected:)`` with the place and what was expected
  ///   there; never what stands there.
  public init(yaml bytes: [UInt8]) throws(InputFault) {
    try self.init(try SourceMapping(yaml: bytes, limit: Self.limit))
  }

  private init(_ file: SourceMapping) throws(InputFault) {
    try file.allow([
      "names", "aliases", "not_written", "describe_as", "born", "phones", "emails", "handles",
      "documents", "places", "employers", "relatives", "contact", "consent", "note",
    ])
    try file.demand(["names"])
    names = try file.words("names")
    guard !names.isEmpty else { throw file.fault("names", "at least one name") }
    aliases = try file.words("aliases")
    notWritten = try Self.notWritten(file, listed: names + aliases)
    describeAs = try file.map("describe_as")
    born = try file.date("born", partial: true)
    phones = try file.words("phones")
    emails = try file.words("emails")
    handles = try file.words("handles")
    documents = try file.maps("documents") { entry throws(InputFault) in
      try entry.allow(["kind", "number"])
      try entry.demand(["kind", "number"])
      return Paper(kind: try entry.word("kind") ?? "", number: try entry.word("number") ?? "")
    }
    places = try file.maps("places", Self.place)
    employers = try file.maps("employers") { entry throws(InputFault) in
      try entry.allow(["name", "generalise"])
      try entry.demand(["name"])
      return Employer(
        name: try entry.word("name") ?? "", generalise: try entry.word("generalise"))
    }
    relatives = try file.maps("relatives") { entry throws(InputFault) in
      try entry.allow([
        "relation", "names", "aliases", "not_written", "phones", "born", "places",
      ])
      try entry.demand(["relation"])
      let names = try entry.words("names")
      let aliases = try entry.words("aliases")
      return Relative(
        relation: try entry.word("relation") ?? "", names: names, aliases: aliases,
        notWritten: try Self.notWritten(entry, listed: names + aliases),
        phones: try entry.words("phones"), born: try entry.date("born", partial: true),
        places: try entry.maps("places", Self.place))
    }
    contact = try file.word("contact")
    note = try file.word("note")
    if let consent = try file.mapping("consent") { self.consent = try Self.consent(consent) }
    guard !describesByIdentifier else {
      throw file.fault("describe_as", "words without any name, number or place of the record")
    }
  }

  /// Whether what labels would say holds something that the record lists: a label is read by everybody,
  /// and may not be finer than what stands for these elsewhere. The screen would refuse it later.
  private var describesByIdentifier: Bool {
    guard !describeAs.isEmpty else { return false }
    let listed: [(IdentifierKind, [String])] =
      [
        (.name, names), (.alias, aliases), (.phone, phones), (.email, emails),
        (.handle, handles), (.document, documents.map(\.number)), (.place, places.map(\.name)),
        (.employer, employers.map(\.name)),
      ]
      + relatives.flatMap {
        [
          (.name, $0.names), (.alias, $0.aliases), (.phone, $0.phones),
          (.place, $0.places.map(\.name)),
        ]
      }
    let nobody = EntityID(raw: "")
    let words = describeAs.values.map { Array($0.utf8) }
    let matcher = Matcher(
      listed.flatMap { kind, texts in
        texts.map { KnownIdentifier(entity: nobody, kind: kind, text: $0) }
      }, in: words)
    return words.contains { !matcher.matches(in: $0).isEmpty }
  }

  /// What is listed is sought in any order of its words, so it cannot be left out as well.
  private static func notWritten(
    _ entry: SourceMapping, listed: [String]
  ) throws(InputFault) -> [String]? {
    let words = try entry.words(
      "not_written", "a spelling that is not listed under names or aliases"
    ) { word in
      let spelling = SpellingSet([word])
      return !listed.contains(where: spelling.contains)
    }
    return words.isEmpty ? nil : words
  }

  private static func place(_ entry: SourceMapping) throws(InputFault) -> Place {
    try entry.allow(["name", "relation"])
    try entry.demand(["name"])
    return Place(name: try entry.word("name") ?? "", relation: try entry.word("relation"))
  }

  private static func consent(_ file: SourceMapping) throws(InputFault) -> Consent {
    try file.allow([
      "purposes", "audiences", "not_before", "expires", "withhold", "conditions", "description",
      "on_record",
    ])
    var consent = Consent()
    consent.purposes = try file.words("purposes")
    consent.audiences = try file.audiences("audiences")
    consent.notBefore = try file.date("not_before", partial: false)
    consent.expires = try file.date("expires", partial: false)
    if let first = consent.notBefore, let last = consent.expires, last < first {
      throw file.fault("expires", "a day that is not before not_before")
    }
    (consent.withhold, consent.placeLevel) = try withheld(file)
    let conditions = try file.wordsAndMaps("conditions", read: hold)
    consent.conditions = conditions.words
    consent.holds = conditions.values.isEmpty ? nil : conditions.values
    consent.description = try file.word("description")
    consent.onRecord = try file.audiences("on_record")
    return consent
  }

  /// Kinds, and `place` with the finest level that may be told.
  private static func withheld(
    _ file: SourceMapping
  ) throws(InputFault) -> (kinds: [String], level: String?) {
    let kinds = IdentifierKind.allCases.map(\.rawValue)
    let levels = PlaceLevel.allCases.map(\.word)
    let found = try file.wordsAndMaps(
      "withhold", "one of \(kinds.joined(separator: ", "))", where: kinds.contains
    ) { entry throws(InputFault) in
      try entry.allow(["place"])
      try entry.demand(["place"])
      guard let level = try entry.word("place"), levels.contains(level) else {
        throw entry.fault("place", "one of \(levels.joined(separator: ", "))")
      }
      return level
    }
    guard found.values.count <= 1 else { throw file.fault("withhold", "place only once") }
    return (found.words, found.values.first)
  }

  private static func hold(_ entry: SourceMapping) throws(InputFault) -> Hold {
    try entry.allow(["until", "withhold"])
    try entry.demand(["until", "withhold"])
    guard let until = try entry.word("until") else {
      throw entry.fault("until", "what must have happened")
    }
    let (kinds, level) = try withheld(entry)
    guard !kinds.isEmpty || level != nil else {
      throw entry.fault("withhold", "at least one kind")
    }
    return Hold(until: until, withhold: kinds, placeLevel: level)
  }
}

extension InputFault {
  init(_ fault: YAMLFault) {
    switch fault {
    case .syntax(let at):
      self = .document(line: at.line, column: at.column, expected: Self.plainYAML)
    case .duplicateKey(let at):
      self = .document(line: at.line, column: at.column, expected: "this key only once")
    case .notAMapping(let at):
      self = .document(line: at.line, column: at.column, expected: "a mapping of keys to values")
    }
  }
}

/// Where UTF-8 ends being UTF-8.
enum UTF8Check {
  /// The offset of the first byte that belongs to no character.
  static func firstFault(_ bytes: [UInt8]) -> Int {
    var low = 0
    var high = bytes.count
    // A prefix that ends within a character fails too, so the answer is the longest valid prefix.
    while low < high {
      let middle = (low + high + 1) / 2
      let valid = (max(0, middle - 3)...middle).contains {
        String(validating: bytes[0..<$0], as: UTF8.self) != nil
      }
      if valid { low = middle } else { high = middle - 1 }
    }
    return (max(0, low - 3)...low).last { String(validating: bytes[0..<$0], as: UTF8.self) != nil }
      ?? 0
  }
}
