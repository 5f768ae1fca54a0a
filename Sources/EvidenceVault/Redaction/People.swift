import Anonymity
import Synchronization

/// Everybody whom the vault knows, with every spelling of every name.
final class People: Sendable {
  let records: [SourceRecord]
  let identities: Identities
  private let spellings: [String: NameSpellings]
  private let terms: [Code: ConsentTerms]
  private let codes: [EntityID: Code]
  /// The automaton of everything takes a second or two for a thousand people; many texts share it.
  private let whole = Mutex<Matcher?>(nil)
  private let isSought: (@Sendable (KnownIdentifier) -> Bool)?

  /// - Parameter isSought: whether the first pass looks for an identifier; `nil` for all of them.
  ///   A test that leaves some out, and puts these people into a session, shows what the second pass
  ///   does by itself, because its needles stay whole.
  init(
    _ records: [SourceRecord], spellings known: [String: NameSpellings] = [:],
    seeking isSought: (@Sendable (KnownIdentifier) -> Bool)? = nil
  ) {
    self.records = records
    codes = Dictionary(
      records.map { (EntityID(raw: $0.entity), $0.code) }, uniquingKeysWith: { first, _ in first })
    self.isSought = isSought
    let names = Set(records.flatMap(\.names)).filter { known[$0] == nil }.sorted()
    var spellings = known
    for (name, made) in zip(names, Parallel.map(names, NameSpellings.init)) {
      spellings[name] = made
    }
    self.spellings = spellings
    terms = Dictionary(
      records.map { ($0.code, ConsentTerms($0)) }, uniquingKeysWith: { $1 })
    identities = Identities(records, spellings)
  }

  /// With a record that is new, or instead of the one of the same code.
  ///
  /// - Parameter gone: a source that is part of the record now.
  func with(_ record: SourceRecord, without gone: Code? = nil) -> People {
    People(
      records.filter { $0.code != record.code && $0.code != gone } + [record],
      spellings: spellings, seeking: isSought)
  }

  /// From how many bytes on an automaton of everything pays.
  private static let fewBytes = 64 << 10

  /// What redacts these texts.
  func desk(for texts: [[UInt8]]) -> RedactionDesk {
    let isLittle = texts.reduce(0) { $0 + $1.count } <= Self.fewBytes
    return RedactionDesk(
      identities: identities,
      matcher: isLittle
        ? Matcher(sought, in: texts) : matcher,
      terms: terms)
  }

  /// What redacts any text.
  var desk: RedactionDesk {
    RedactionDesk(identities: identities, matcher: matcher, terms: terms)
  }

  private var matcher: Matcher {
    whole.withLock { known in
      if let known { return known }
      let made = Matcher(sought)
      known = made
      return made
    }
  }

  /// Hits are told by index: what is not sought keeps its place, with nothing to be found.
  private var sought: [KnownIdentifier] {
    guard let isSought else { return identities.identifiers }
    return identities.identifiers.map {
      isSought($0) ? $0 : KnownIdentifier(entity: $0.entity, kind: $0.kind, text: "")
    }
  }

  /// Whose identifiers some are, given by index: the sources, relatives as theirs; and of what kinds.
  func tell(_ identifiers: some Sequence<Int>) -> (sources: [Code], kinds: [String]) {
    let identifiers = Set(identifiers)
    let sources = Set(identifiers.compactMap(source))
    let kinds = Set(identifiers.map { identities.identifiers[$0].kind.rawValue })
    return (sources.sorted { $0.text < $1.text }, kinds.sorted())
  }

  /// The source that an identifier is of, or of whose relative.
  func source(_ identifier: Int) -> Code? {
    source(of: identities.persons[identities.facts[identifier].person])
  }

  /// What a custodian types for somebody: the source's code, and for a relative the number in the
  /// source file.
  func name(_ person: Int) -> String? {
    let person = identities.persons[person]
    guard let code = source(of: person) else { return nil }
    guard person.entity != person.owner else { return code.text }
    let relatives = records.first { $0.code == code }?.relativeEntities ?? []
    return relatives.firstIndex(of: person.entity.raw).map { "\(code.text) \($0 + 1)" }
  }

  /// The source that somebody is, or of whom a relative.
  func source(of person: Identities.Person) -> Code? { codes[person.owner] }
}

extension SourceRecord {
  /// The names of the source and of all relatives.
  fileprivate var names: [String] { document.names + document.relatives.flatMap(\.names) }
}

extension OriginalRecord {
  /// Where people can be named in it.
  var texts: [[UInt8]] { [Array(file)] + (title.map { [Array($0.utf8)] } ?? []) }

  /// The same without what stands before the text: whom a reader of it is told of.
  var bodies: [[UInt8]] { [Array(file[textOffset...])] + (title.map { [Array($0.utf8)] } ?? []) }
}
