import Anonymity

/// Finds what waits in the inbox of a source who is erased, or names the person.
struct ErasedDrops {
  let transaction: Transaction
  let record: SourceRecord

  struct Found {
    /// Handed in as this person's.
    var own: [Code] = []
    /// Of others, who name the person.
    var naming: [Code] = []
  }

  func find() throws -> Found {
    var found = Found()
    var document = record.document
    document.relatives = []
    let myself = People([SourceRecord(record, document: document)]).desk
    let all = People([record]).desk
    let reading = DropReading(
      reader: transaction.reader, held: try transaction.holding(.custodian),
      roster: transaction.state.roster)
    let prefix = transaction.lookup.prefix(of: .drop)
    for (key, leaf) in try transaction.map.leaves(prefix: prefix) {
      guard case .readable(let drop) = try reading.read(key, leaf, transaction.session.me) else {
        continue
      }
      if Self.names(drop.source, myself) {
        found.own.append(drop.code)
      } else if drop.testimony.texts.contains(where: { !all.matcher.matches(in: $0).isEmpty }) {
        found.naming.append(drop.code)
      }
    }
    found.own.sort { $0.text < $1.text }
    found.naming.sort { $0.text < $1.text }
    return found
  }

  /// Whether what a drop says of its own source names this person for certain.
  private static func names(_ source: SourceDocument, _ desk: RedactionDesk) -> Bool {
    let own =
      source.names + source.aliases + source.phones + source.emails + source.handles
      + source.documents.map(\.number)
    let text = Array(own.joined(separator: "\n").utf8)
    return desk.matcher.matches(in: text).contains { match in
      match.identifiers.contains { desk.identities.identifiers[$0].tier == .t1 }
    }
  }
}
