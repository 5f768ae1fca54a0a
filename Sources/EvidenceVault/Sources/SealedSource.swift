import Anonymity
import Foundation

/// A source's record as it is sealed: with the spellings of its names, so that whoever opens it need
/// not make them.
///
/// They are beside the record and not in it: whoever is shown a record has none to show.
struct SealedSource: Codable, Sendable {
  let record: SourceRecord
  /// What a program with the same rules made, of the record's own names alone; else `nil`.
  let spellings: [PackedSpellings]?

  /// - Parameter known: what has been made already, by name.
  init(_ record: SourceRecord, knowing known: [String: PackedSpellings] = [:]) {
    self.record = record
    let names = record.names
    let made = PackedSpellings.all(of: names.filter { known[$0] == nil })
    spellings = names.compactMap { known[$0] ?? made[$0] }
  }

  private enum Key: CodingKey { case spelled }

  /// As it is sealed. A list of packed spellings has no count: each begins with its length.
  private struct Spelled: Codable {
    let rules: Int
    /// For each name: how many bytes follow (LEB128), and these.
    let packed: Data
  }

  init(from decoder: any Decoder) throws {
    record = try SourceRecord(from: decoder)
    let spelled = try decoder.container(keyedBy: Key.self)
      .decodeIfPresent(Spelled.self, forKey: .spelled)
    guard let spelled, spelled.rules == NameSpellings.rules else {
      spellings = nil
      return
    }
    // Nobody says how another source's name is spelled.
    let own = Set(record.names)
    spellings = PackedSpellings.list(Array(spelled.packed))?.filter { own.contains($0.name) }
  }

  func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    guard let spellings else { return }
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(
      Spelled(rules: NameSpellings.rules, packed: Data(PackedSpellings.bytes(of: spellings))),
      forKey: .spelled)
  }
}

extension SourceRecord {
  /// The names of the source and of all relatives, each once.
  var names: [String] {
    var seen: Set<String> = []
    return (document.names + document.relatives.flatMap(\.names)).filter {
      seen.insert($0).inserted
    }
  }
}

extension PackedSpellings {
  /// What is made of some names, on all cores.
  static func all(of names: [String]) -> [String: PackedSpellings] {
    let names = Set(names).sorted()
    let made = Parallel.map(names) { PackedSpellings($0, NameSpellings($0)) }
    return Dictionary(zip(names, made), uniquingKeysWith: { $1 })
  }
}

extension Transaction {
  /// Writes a source.
  ///
  /// - Parameter spellings: what has been made of names already.
  func put(_ record: SourceRecord, knowing spellings: [String: PackedSpellings] = [:]) throws {
    try put(
      .source, record.code.text, listing: try Codec.encode(SourceSummary(record)),
      body: try Codec.encode(SealedSource(record, knowing: spellings)))
  }
}
