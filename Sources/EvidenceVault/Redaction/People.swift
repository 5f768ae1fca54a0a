import Anonymity

/// Everybody whom the vault knows, with every spelling of every name.
final class People: Sendable {
  let records: [SourceRecord]
  let identities: Identities
  private let spellings: [String: NameSpellings]

  init(_ records: [SourceRecord], spellings known: [String: NameSpellings] = [:]) {
    self.records = records
    let names = Set(records.flatMap(\.names)).filter { known[$0] == nil }.sorted()
    var spellings = known
    for (name, made) in zip(names, Parallel.map(names, NameSpellings.init)) {
      spellings[name] = made
    }
    self.spellings = spellings
    identities = Identities(records, spellings)
  }

  /// With a record that is new, or instead of the one of the same code.
  func with(_ record: SourceRecord) -> People {
    People(records.filter { $0.code != record.code } + [record], spellings: spellings)
  }

  /// From how many bytes on an automaton of everything pays.
  private static let fewBytes = 64 << 10

  /// What redacts these texts.
  func desk(for texts: [[UInt8]]) -> RedactionDesk {
    let isLittle = texts.reduce(0) { $0 + $1.count } <= Self.fewBytes
    return RedactionDesk(
      identities: identities,
      matcher: isLittle
        ? Matcher(identities.identifiers, in: texts) : Matcher(identities.identifiers))
  }

  /// What redacts any text.
  var desk: RedactionDesk {
    RedactionDesk(identities: identities, matcher: Matcher(identities.identifiers))
  }
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
