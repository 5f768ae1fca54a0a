import ArgumentParser
import EvidenceVault

struct SourceShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that is known of a source (custodian).",
    discussion: """
      Shows the record as a source file, which can be edited and given to evault source update. The \
      log keeps that you opened it, and the reason.

      Example:
        evault source show S-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The source's code.", valueName: "code"))
  var source: SourceCode

  @OptionGroup var reason: ReasonOption
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why do you open \(source.code.text)?")
    let record = try session.source(source.code, reason: reason, by: custodian)
    struct Document: Encodable {
      let code: Code
      /// Absent where the consent stands.
      let withdrawn: ConsentWithdrawal?
      let source: SourceFields
    }
    let document = Document(
      code: record.code, withdrawn: record.withdrawn,
      source: SourceFields(document: record.document))
    try place.show(document, global.output) {
      let withdrawn = record.withdrawn.map {
        "# The consent was withdrawn, entered by \($0.by) on \($0.at.prefix(10)).\n"
      }
      return "# \(record.code)\n" + (withdrawn ?? "") + record.document.yaml
    }
  }
}

/// A source record with the keys of a source file.
struct SourceFields: Encodable {
  let document: SourceDocument

  private enum Keys: String, CodingKey {
    case names, aliases, born, phones, emails, handles, documents, places, employers, relatives
    case contact, consent, note
    case notWritten = "not_written"
    case describeAs = "describe_as"
  }

  private enum ConsentKeys: String, CodingKey {
    case purposes, audiences, expires, withhold, conditions, description, holds
    case placeLevel = "place_level"
    case notBefore = "not_before"
    case onRecord = "on_record"
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Keys.self)
    try fields.encode(document.names, forKey: .names)
    try fields.encode(document.aliases, forKey: .aliases)
    try fields.encode(document.notWritten ?? [], forKey: .notWritten)
    try fields.encode(document.describeAs, forKey: .describeAs)
    try fields.encode(document.born, forKey: .born)
    try fields.encode(document.phones, forKey: .phones)
    try fields.encode(document.emails, forKey: .emails)
    try fields.encode(document.handles, forKey: .handles)
    try fields.encode(document.documents, forKey: .documents)
    try fields.encode(document.places, forKey: .places)
    try fields.encode(document.employers, forKey: .employers)
    try fields.encode(
      document.relatives.map { RelativeFields(relative: $0) }, forKey: .relatives)
    try fields.encode(document.contact, forKey: .contact)
    try fields.encode(document.note, forKey: .note)
    var consent = fields.nestedContainer(keyedBy: ConsentKeys.self, forKey: .consent)
    try consent.encode(document.consent.purposes, forKey: .purposes)
    try consent.encode(document.consent.audiences, forKey: .audiences)
    try consent.encode(document.consent.notBefore, forKey: .notBefore)
    try consent.encode(document.consent.expires, forKey: .expires)
    try consent.encode(document.consent.withhold, forKey: .withhold)
    try consent.encode(document.consent.conditions, forKey: .conditions)
    try consent.encodeIfPresent(document.consent.placeLevel, forKey: .placeLevel)
    try consent.encodeIfPresent(document.consent.holds, forKey: .holds)
    try consent.encode(document.consent.description, forKey: .description)
    try consent.encode(document.consent.onRecord, forKey: .onRecord)
  }
}

/// A relative with the keys of a source file.
private struct RelativeFields: Encodable {
  let relative: SourceDocument.Relative

  private enum Keys: String, CodingKey {
    case relation, names, aliases, phones, born, places
    case notWritten = "not_written"
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Keys.self)
    try fields.encode(relative.relation, forKey: .relation)
    try fields.encode(relative.names, forKey: .names)
    try fields.encode(relative.aliases, forKey: .aliases)
    try fields.encode(relative.notWritten ?? [], forKey: .notWritten)
    try fields.encode(relative.phones, forKey: .phones)
    try fields.encodeIfPresent(relative.born, forKey: .born)
    try fields.encode(relative.places, forKey: .places)
  }
}
