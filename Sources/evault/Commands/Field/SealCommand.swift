import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract:
      "Seal a testimony to the custodians of a vault, with their kit and without the vault.",
    discussion: """
      Needs no vault, no membership and no passphrase. TESTIMONY and the source file are those of \
      evault testimony add, and are checked as strictly; one of them may be - for standard input. \
      The drop can be opened by the custodians alone, not by you: bring or send it to one of them.

      --attach takes recordings, scans and other files along, one or several, of any kind and size; \
      name the testimony before it. Each is read once. Their names are sealed with them.

      Compare the kit's fingerprint with what a custodian told you, aloud or face to face. At a \
      terminal you are asked; otherwise give --fingerprint.

      --sign-with signs the drop with a key of yours that need not be your name (evault documenter \
      create), so that the office knows two drops of one hand. Its passphrase is asked for, or read \
      from --passphrase-file or --passphrase-fd.

      Example:
        evault seal --kit kit.txt interview.md --source source.yaml --output drop.evault
        evault seal --kit kit.txt interview.md --source source.yaml --attach talk.mp3 \
          scan.pdf --output drop.evault
      """)

  @Argument(
    help: ArgumentHelp("The testimony, or -.", valueName: "testimony"), completion: .file())
  var testimony: String

  @Option(help: ArgumentHelp("The field kit.", valueName: "file"), completion: .file())
  var kit: String

  @Option(
    help: ArgumentHelp("Who gave it: a source file, or -.", valueName: "file.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var source: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files to take along, such as a recording.", valueName: "file"),
    completion: .file())
  var attach: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The drop to make, or -.", valueName: "drop"), completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp("What a custodian told you; asked for when absent.", valueName: "letters"))
  var fingerprint: String?

  @Option(
    help: ArgumentHelp("Sign with a documenter's key.", valueName: "file"), completion: .file())
  var signWith: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard ([testimony, source, kit, signWith] + attach).filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("Standard input can be one file only.")
    }
    guard attach.isEmpty || output != "-" else {
      throw ValidationError("A drop with attachments is a file: give --output FILE.")
    }
    guard attach.count <= AttachedFile.most else {
      throw ValidationError("At most \(AttachedFile.most) files go into one drop.")
    }
  }

  func run() throws {
    try checkOutput()
    let kit = try InputFile.kit(kit)
    guard !kit.isExpired(at: Session.systemClock()) else {
      throw FieldFault.kitExpired(kit.lastDay)
    }
    // Before anything is read from standard input, which a wrong answer would lose.
    try compare(kit)
    let testimony = try InputFile.testimony(testimony).file
    let source = try InputFile.source(source)
    let files = try attach.map { path throws(Failure) in
      let file = try AttachmentInput(path)
      guard file.size != 0 else { throw Failure(input: .emptyFile, file: path) }
      return file
    }
    defer { withExtendedLifetime(files) {} }
    let drop =
      files.isEmpty
      ? try seal(testimony.bytes, source.bytes, kit)
      : try seal(testimony.bytes, source.bytes, files, kit)
    if output != "-" {
      try global.output.result(["drop": drop.text, "kit": kit.code.text]) {
        let line: ScreenText = "\(drop.text) \(output)\n"
        return line.text
      }
    }
    global.output.note(
      "Only the custodians can open \(drop.text); you cannot. Delete your copies of \(files.isEmpty ? "both" : "all") files when it has arrived."
    )
  }

  private func checkOutput() throws {
    guard output == "-" else { return try ConfidentialOutput.refuseExisting(output) }
    guard !Terminal.isTerminal(STDOUT_FILENO) else {
      throw Failure(
        .usage, "Standard output is the terminal, and a drop is no text.",
        next: "Give --output FILE, or pipe it.")
    }
    guard !global.json else {
      throw Failure(.usage, "--json and the drop cannot both go to standard output.")
    }
  }

  private func compare(_ kit: FieldKit) throws {
    if let fingerprint {
      guard Fingerprint.matches(fingerprint, kit.fingerprint) else {
        throw FieldFault.kitFingerprint
      }
      return
    }
    guard Ask.isPossible else {
      throw Failure(
        .refused, "Nobody has compared the kit's fingerprint. Nothing was sealed.",
        next: "Give --fingerprint with what a custodian told you, or run this in a terminal.")
    }
    // Typing it is the comparison: it is not shown.
    let typed = try Ask.line(
      "The fingerprint of the kit \(kit.code.text), as a custodian told you, aloud or face to face: "
    )
    guard Fingerprint.matches(typed, kit.fingerprint) else { throw FieldFault.kitFingerprint }
  }

  private func seal(_ testimony: [UInt8], _ source: [UInt8], _ kit: FieldKit) throws -> Code {
    let drop: SealedDrop
    if let key = try documenterKey() {
      drop = try kit.seal(testimony: testimony, source: source, signedBy: key)
    } else {
      drop = try kit.seal(testimony: testimony, source: source)
    }
    try write(drop.bytes)
    return drop.code
  }

  private func seal(
    _ testimony: [UInt8], _ source: [UInt8], _ files: [AttachmentInput], _ kit: FieldKit
  ) throws -> Code {
    let key = try documenterKey()
    let bar = ByteProgress("Sealing", quiet: global.quiet || global.json)
    defer { bar.finish() }
    let sizes = files.compactMap(\.size)
    let total = sizes.count == files.count ? sizes.reduce(0, +) : nil
    let attached = files.map { FileToAttach($0.descriptor, named: $0.name) }
    do throws(VaultError) {
      if let key {
        return try kit.seal(
          testimony: testimony, source: source, attaching: attached, into: output, signedBy: key
        ) { bar.advance(to: $0, of: total) }
      }
      return try kit.seal(
        testimony: testimony, source: source, attaching: attached, into: output
      ) { bar.advance(to: $0, of: total) }
    } catch {
      throw Failure(vault: error, file: output)
    }
  }

  private func documenterKey() throws -> DocumenterKey? {
    guard let signWith else { return nil }
    let file = try InputFile(signWith, limit: 4_096).bytes
    guard file.count == DocumenterKey.fileSize else { throw FieldFault.notADocumenterKey }
    let passphrase = try global.readPassphrase(of: "the documenter's key")
    do throws(VaultError) { return try DocumenterKey(file: file, passphrase: passphrase) } catch {
      guard case .notUnlocked = error else { throw error }
      throw Failure(
        .locked,
        "The documenter's key was not opened: the passphrase is wrong, or the file was changed.",
        next: "Type it again, or take another copy of the key file.")
    }
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    do throws(FileError) {
      if output == "-" {
        try FileDescriptor.write(bytes, to: STDOUT_FILENO)
      } else {
        try NewFile.create(at: output, bytes.span)
      }
    } catch {
      throw Failure(error)
    }
  }
}
