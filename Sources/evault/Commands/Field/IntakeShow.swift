import ArgumentParser
import EvidenceVault

struct IntakeShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Read what was handed in, before accepting it (custodian).",
    discussion: """
      Shows the source file and the testimony with all names, and which sources may be the same \
      person; the log keeps that you did. A drop is named by its code in the inbox, or is a file that \
      evault seal made.

      Example:
        evault intake show D-4K7QM2 --as river
        evault intake show drop.evault --as river
      """)

  @Argument(
    help: ArgumentHelp("The drop's code, or a drop file.", valueName: "drop"), completion: .file())
  var drop: DropPlace

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    struct Document: Encodable {
      let code: Code
      let from: String
      let source: SourceFields
      let testimony: String
      /// Sources that may be the same person.
      let perhaps: [SourceLikeness]
      /// Of a drop file: the kit it was sealed with.
      var kit: KitSummary?
      /// How many drops of the same key were accepted before.
      var earlier: Int?
      /// The testimony as which it was accepted before.
      var known: Code?
      /// What came with it.
      var attachments: [AttachedFile]?
      /// Whether it came before and was refused, or erased since.
      var refused = false
      /// Of a drop file: whether somebody signed it.
      var isSigned = false
    }
    let document: Document
    let source: SourceDocument
    switch drop {
    case .inbox(let code):
      let opened = try session.drop(code, by: custodian)
      source = opened.source
      document = Document(
        code: opened.code, from: opened.documenter, source: SourceFields(document: source),
        testimony: opened.testimony.reveal(by: custodian),
        perhaps: try session.likenesses(of: source, by: custodian))
    case .file(let path):
      let opened = try session.fieldDrop(try DropPlace.read(path), by: custodian)
      source = opened.source
      document = Document(
        code: opened.code, from: opened.signer ?? "an unsigned file",
        source: SourceFields(document: source),
        testimony: opened.testimony.reveal(by: custodian),
        perhaps: try session.likenesses(of: source, by: custodian), kit: opened.kit,
        earlier: opened.earlier, known: opened.before?.testimony,
        attachments: opened.attachments, refused: opened.before == .refusedOrErased,
        isSigned: opened.signer != nil)
    }
    try place.show(document, global.output) {
      "# \(document.code) from \(document.from)\n\(source.yaml)\n\(document.testimony)"
        + Self.list(document.attachments ?? [])
    }
    if let known = document.known {
      global.output.warn("This testimony was accepted before, as \(known.text).")
    }
    if document.refused {
      global.output.warn("This testimony came before, and was refused, or erased since.")
    }
    if document.isSigned, let earlier = document.earlier {
      global.output.note("Drops of the same key that were accepted before: \(earlier)")
    }
    DropAdvice.warn(document.kit, document.code, global.output)
    DropAdvice.tell(document.perhaps, of: drop, global.output)
  }

  /// What is attached, behind the testimony.
  private static func list(_ files: [AttachedFile]) -> String {
    guard !files.isEmpty else { return "" }
    return "\n# Attached\n"
      + files.map { file in
        // Whoever has a kit chose the name.
        let line: ScreenText = "\(ByteCount.text(file.size))  \(file.name ?? "from a pipe")"
        return line.text + "\n"
      }.joined()
  }
}
