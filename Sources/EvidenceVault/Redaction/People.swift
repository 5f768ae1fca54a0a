import Anonymity

/// Everybody whom the vault knows, with every spelling of every name.
final class People: Sendable {
  let records: [SourceRecord]
  /// By name.
  let spellings: [String: PackedSpellings]
  private let terms: [Code: ConsentTerms]
  private let codes: [EntityID: Code]
  private let all = Kept<Identities>()
  /// The automaton of everything takes a second or two for a thousand people; many texts share it.
  private let whole = Kept<Matcher>()
  private let isSought: (@Sendable (KnownIdentifier) -> Bool)?

  /// - Parameters:
  ///   - known: spellings that need not be made.
  ///   - isSought: whether the first pass looks for an identifier; `nil` for all of them.
  ///     A test that leaves some out, and puts these people into a session, shows what the second pass
  ///     does by itself, because its needles stay whole.
  init(
    _ records: [SourceRecord], spellings known: [String: PackedSpellings] = [:],
    seeking isSought: (@Sendable (KnownIdentifier) -> Bool)? = nil
  ) {
    self.records = records
    codes = Dictionary(
      records.map { (EntityID(raw: $0.entity), $0.code) }, uniquingKeysWith: { first, _ in first })
    self.isSought = isSought
    let names = records.flatMap(\.names).filter { known[$0] == nil }
    spellings = known.merging(PackedSpellings.all(of: names)) { before, _ in before }
    terms = Dictionary(
      records.map { ($0.code, ConsentTerms($0)) }, uniquingKeysWith: { $1 })
  }

  /// Those whose records were opened.
  convenience init(_ sources: [SealedSource]) {
    var known: [String: PackedSpellings] = [:]
    for spellings in sources.flatMap({ $0.spellings ?? [] }) { known[spellings.name] = spellings }
    self.init(sources.map(\.record), spellings: known)
  }

  /// With a record that is new, or instead of the one of the same code.
  ///
  /// - Parameter gone: a source that is part of the record now.
  func with(_ record: SourceRecord, without gone: Code? = nil) -> People {
    People(
      records.filter { $0.code != record.code && $0.code != gone } + [record],
      spellings: spellings, seeking: isSought)
  }

  /// With records that are new.
  func with(_ records: [SourceRecord]) -> People {
    People(self.records + records, spellings: spellings, seeking: isSought)
  }

  /// With every identifier.
  var identities: Identities {
    all.value { Identities(records, unpacked(in: nil)) }
  }

  /// From how many bytes on an automaton of everything pays.
  private static let fewBytes = 64 << 10

  private static func areFew(_ texts: [[UInt8]]) -> Bool {
    texts.reduce(0) { $0 + $1.count } <= fewBytes
  }

  /// What redacts these texts.
  func desk(for texts: [[UInt8]]) -> RedactionDesk {
    RedactionDesk(
      identities: identities,
      matcher: Self.areFew(texts)
        ? Matcher(sought(of: identities), in: texts) : matcher,
      terms: terms)
  }

  /// What makes working copies of these texts, and no more: it knows only those identifiers that the
  /// texts may hold, which for one testimony are few. The copies are the same as with all of them.
  func writingDesk(for texts: [[UInt8]]) -> RedactionDesk {
    guard Self.areFew(texts) else { return desk(for: texts) }
    let beginnings = Beginnings(of: texts)
    let identities = Identities(records, unpacked(in: beginnings), isWhole: false)
    return RedactionDesk(
      identities: identities, matcher: Matcher(sought(of: identities), in: beginnings),
      terms: terms)
  }

  /// What redacts any text.
  var desk: RedactionDesk {
    RedactionDesk(identities: identities, matcher: matcher, terms: terms)
  }

  private var matcher: Matcher {
    whole.value { Matcher(sought(of: identities)) }
  }

  /// The spellings that some texts may hold; all for `nil`. What cannot be read is made.
  private func unpacked(in texts: Beginnings?) -> [String: NameSpellings] {
    let packed = Array(spellings.values)
    let read = Parallel.map(packed) { $0.spellings(in: texts) ?? NameSpellings($0.name) }
    return Dictionary(zip(packed.map(\.name), read), uniquingKeysWith: { $1 })
  }

  /// Hits are told by index: what is not sought keeps its place, with nothing to be found.
  private func sought(of identities: Identities) -> [KnownIdentifier] {
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

  /// What somebody is called first in the record; `nil` for who is in none.
  func listedName(_ person: Int) -> String? {
    let person = identities.persons[person]
    guard let record = records.first(where: { $0.entity == person.owner.raw }) else { return nil }
    guard person.entity != person.owner else { return record.document.names.first ?? "" }
    return record.relativeEntities.firstIndex(of: person.entity.raw).map {
      record.document.relatives[$0].names.first ?? record.document.relatives[$0].relation
    }
  }

  /// The source that somebody is, or of whom a relative.
  func source(of person: Identities.Person) -> Code? { codes[person.owner] }
}

extension OriginalRecord {
  /// Where people can be named in it.
  var texts: [[UInt8]] { [Array(file)] + (title.map { [Array($0.utf8)] } ?? []) }

  /// The same without what stands before the text: whom a reader of it is told of.
  var bodies: [[UInt8]] { [Array(file[textOffset...])] + (title.map { [Array($0.utf8)] } ?? []) }
}
