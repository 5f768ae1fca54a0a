import ArgumentParser
import EvidenceVault

struct TestimonyImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Take in an archive: a folder, a CSV file or JSON lines (custodian); hand it in (intake).",
    discussion: """
      ARCHIVE is a folder, of which every .md and .txt file is a testimony as testimony add takes it; or \
      UTF-8 CSV with a header line; or one JSON object a line. Columns are text, title, date, language, \
      source and id; --mapping names others in a YAML file:

        text: [Statement, Remarks]   # one column, or several joined by an empty line
        title: Headline
        source: Informant            # codes, or names of files in --sources
        id: Number                   # what the archive calls a row
        archive: north desk          # where another archive calls rows the same
        ignore: [Page]               # "*" for all others
        delimiter: ";"

      Each refused row is told with its line, and the others are taken in. Killed and run again, it goes \
      on and doubles nothing: a row is known by its id, or by its words where it has none. Names of \
      files and words of rows are not printed.

      Example:
        evault testimony import archive.csv --mapping archive.yaml --sources people --dry-run
      """)

  @Argument(
    help: ArgumentHelp("A folder or file, or - with --format.", valueName: "archive"),
    completion: .file())
  var archive: String

  @Option(help: "What the archive is, where its name does not say.")
  var format: ArchiveFormat?

  @Option(
    help: ArgumentHelp("Which columns are what.", valueName: "file.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var mapping: String?

  @Option(
    help: ArgumentHelp("Who gave what names nobody.", valueName: "code|file.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var source: String?

  @Option(
    help: ArgumentHelp(
      "A folder of source files; all are taken in first, those that are known are found.",
      valueName: "folder"),
    completion: .directory)
  var sources: String?

  @Flag(help: "Do everything and take it back; the vault and its log stay as they are.")
  var dryRun = false

  @Flag(help: "Take in nothing when one row is refused.")
  var allOrNothing = false

  @Option(
    help: ArgumentHelp(
      "Write the refused rows (of a folder, their names) to a new file.", valueName: "file"),
    completion: .file())
  var refused: String?

  @Option(help: ArgumentHelp("How many rows one transaction has.", valueName: "n"))
  var batch = 500

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...10_000).contains(batch) else {
      throw ValidationError("--batch takes 1 to 10000 rows.")
    }
    if archive == "-", format == nil || format == .folder {
      throw ValidationError("Standard input needs --format csv or --format jsonl.")
    }
    if archive == "-", allOrNothing {
      throw ValidationError("--all-or-nothing reads the archive twice; give a file.")
    }
  }

  func run() throws {
    let format = try ArchiveFormat(of: archive, stated: format)
    let mapping = try readMapping()
    let refusals = try refused.map { try RefusedRows($0) }
    let beside: String? =
      archive == "-"
      ? nil
      : format == .folder && !archive.hasSuffix("/")
        ? archive + "/" : PathParts.directory(of: archive)
    var people = try ArchiveSources(source: source, folder: sources, beside: beside)
    // A header that nothing fits is told before anything is unlocked.
    var first = try open(format, mapping)
    let session = try global.unlock()
    let report = ImportReport(global.output, format, archive, refusals)
    guard session.roles.contains(.custodian) || !session.roles.contains(.intake) else {
      try handIn(&first, &people, session, report)
      try finish(report, [], session, refusals)
      return
    }
    // Who may not is told so, whatever the archive looks like.
    _ = try session.permit(CustodianRole.self)
    if allOrNothing, !dryRun {
      try pass(&first, &people, ArchiveImport(session, isRehearsal: true), session, report)
      guard report.refused == 0 else { return try finish(report, [], session, refusals) }
      first = try open(format, mapping)
    }
    let final =
      allOrNothing && !dryRun
      ? ImportReport(global.output, format, archive, refusals) : report
    let archiveImport = ArchiveImport(session, isRehearsal: dryRun)
    do {
      try pass(&first, &people, archiveImport, session, final)
    } catch {
      if final.taken > 0, !dryRun {
        global.output.warn(
          "\(final.taken) testimonies were taken in before this. The same command goes on behind them."
        )
      }
      throw error
    }
    try finish(final, archiveImport.addedSources, session, refusals)
  }

  private func readMapping() throws(Failure) -> ArchiveMapping {
    guard let mapping else { return ArchiveMapping() }
    let file = try InputFile(mapping, limit: ArchiveMapping.limit)
    do throws(InputFault) { return try ArchiveMapping(yaml: file.bytes) } catch {
      throw Failure(input: error, file: mapping)
    }
  }

  private func open(
    _ format: ArchiveFormat, _ mapping: ArchiveMapping
  ) throws(Failure) -> any ArchiveReader {
    switch format {
    case .csv: return try CSVArchive(archive, mapping)
    case .jsonl: return try JSONLinesArchive(archive, mapping)
    case .folder:
      let folder = try FolderArchive(archive)
      if folder.passedOver > 0 {
        let files: ScreenText =
          folder.passedOver == 1 ? "1 file is" : "\(folder.passedOver) files are"
        global.output.note("\(files) left out: neither .md nor .txt, or a link.")
      }
      return folder
    }
  }

  private func pass(
    _ archive: inout any ArchiveReader, _ people: inout ArchiveSources, _ taking: ArchiveImport,
    _ session: Session, _ report: ImportReport
  ) throws {
    let bar = ByteProgress("Taking in", quiet: global.quiet || global.json)
    defer { bar.finish() }
    if !people.files.isEmpty {
      let codes = try addSources(people.files, taking, session)
      // What a rehearsal took back has no codes.
      if !dryRun, !taking.isRehearsal { people.set(codes) }
    }
    let run = ImportRun(rows: batch, report: report, progress: bar)
    try go(run, &archive, &people) { try take($0, taking, session) }
  }

  private func go(
    _ run: ImportRun, _ archive: inout some ArchiveReader, _ people: inout ArchiveSources,
    take: ([ImportRow]) throws -> [ImportOutcome]
  ) throws { try run.run(&archive, &people, take: take) }

  private func addSources(
    _ files: [[UInt8]], _ taking: ArchiveImport, _ session: Session
  ) throws -> [Code] {
    try taking.addSources(files, by: try session.permit(CustodianRole.self))
  }

  private func take(
    _ rows: [ImportRow], _ taking: ArchiveImport, _ session: Session
  ) throws -> [ImportOutcome] {
    try taking.take(rows, by: try session.permit(CustodianRole.self))
  }
}
