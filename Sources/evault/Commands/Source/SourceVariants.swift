import ArgumentParser
import EvidenceVault

struct SourceVariants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "Show every spelling under which a source is sought (custodian).",
    discussion: """
      Lists the spellings of each name of the source and of the relatives, why each is sought, and \
      of which listed name it is one. Other word order, case, marks, spaces and hyphens are found \
      as well and not listed. Aliases are sought as they stand.

      TIER says when one is replaced: T1 always; T2, a given name or a rare surname alone, where the \
      document names the person in full, and elsewhere it is withheld until somebody decides; T3, \
      common surnames and words that are names as well, only beside a title or the like.

      Is one missing, add it under names. Stands one for something else in your texts, so that too \
      much is replaced, put it under not_written, of the source or of the relative:

        names: ["조선", "Jo Seon"]
        not_written: ["Cho Sen"]

      A person whose names are in Latin letters alone may have candidates: what the name may be \
      in Hangul or Cyrillic. They are not sought; list the right one under names, and all its \
      spellings are.

      The log keeps that you opened the record.

      Example:
        evault source variants S-4K7QM2 --as river
        evault source show S-4K7QM2 --output s.yaml --as river
        (edit names or not_written in s.yaml)
        evault source update S-4K7QM2 s.yaml --as river
        shred -u s.yaml
      """)

  @Argument(help: ArgumentHelp("The source's code.", valueName: "code"))
  var source: SourceCode

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let code = try session.currentSource(source.code, by: custodian)
    let spellings = try session.variants(of: code, by: custodian)
    struct Document: Encodable {
      let source: Code
      let spellings: [NameSpelling]
    }
    try place.show(Document(source: code, spellings: spellings), global.output) {
      Self.text(code, spellings, place)
    }
  }

  /// A table for each person.
  private static func text(
    _ code: Code, _ spellings: [NameSpelling], _ place: ConfidentialOutput.Destination
  ) -> String {
    var tables: [(person: String, table: Table)] = []
    for spelling in spellings {
      if tables.last?.person != spelling.person {
        tables.append((spelling.person, Table("SPELLING", "TIER", "PART", "REASON", "NAME")))
      }
      tables[tables.count - 1].table.add(
        "\(spelling.spelling)", "T\(spelling.tier)", "\(spelling.part ?? "")", "\(spelling.reason)",
        "\(spelling.name)")
    }
    return tables.map { person, table in
      let heading: ScreenText = person == "self" ? "\(code.text)" : "\(code.text), \(person)"
      return heading.text + "\n" + table.rendered(for: place)
    }.joined(separator: "\n")
  }
}
