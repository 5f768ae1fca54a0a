/// The fields of source files under which a record does not list what others do.
///
/// Names that no record lists are sought in no text, so that they are not lost by oversight.
struct DroppedFields {
  /// As they are called in source files; empty when nothing is missing.
  let names: [String]

  init(_ record: SourceDocument, for others: [SourceDocument]) {
    let listed = Self.fields(record)
    let wanted = others.map(Self.fields)
    names = listed.indices.filter { index in
      wanted.contains { !$0[index].texts.isSubset(of: listed[index].texts) }
    }.map { listed[$0].name }
  }

  private static func fields(
    _ record: SourceDocument
  ) -> [(name: String, texts: Set<String>)] {
    let relatives = record.relatives
    return [
      ("names, aliases", Set(record.names + record.aliases)),
      ("phones", Set(record.phones)), ("emails", Set(record.emails)),
      ("handles", Set(record.handles)), ("documents", Set(record.documents.map(\.number))),
      ("places", Set(record.places.map(\.name))),
      ("employers", Set(record.employers.map(\.name))),
      (
        "relatives",
        Set(relatives.flatMap { $0.names + $0.aliases + $0.phones + $0.places.map(\.name) })
      ),
    ]
  }
}
