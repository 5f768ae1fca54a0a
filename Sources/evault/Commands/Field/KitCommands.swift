import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

struct KitCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kit", abstract: "Give out field kits, to seal testimonies away from the vault.",
    subcommands: [KitExport.self, KitListCommand.self, KitShow.self])
}

struct KitExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Make a field kit: public keys, short enough to print (custodian).",
    discussion: """
      FILE is new, or - for standard output. Nothing in it is secret. Whoever has it seals \
      testimonies to the custodians with evault seal, without the vault and without a passphrase, \
      for 180 days. Read the fingerprint to that person, aloud or face to face; do not send it with \
      the kit.

      --line writes one line for a QR code: evault kit export - --line | qrencode -t utf8

      Example:
        evault kit export kit.txt --as river
      """)

  @Argument(
    help: ArgumentHelp("The file to make, or -.", valueName: "file"), completion: .file())
  var file: String

  @Flag(help: "One line for a QR code, not lines that can be typed.")
  var line = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    if file != "-" { try ConfidentialOutput.refuseExisting(file) }
    let session = try global.unlock()
    let kit = try session.exportKit(by: try session.permit(CustodianRole.self))
    let text = line ? kit.line + "\n" : kit.text
    if file != "-" { try NewFile.create(at: file, Array(text.utf8).span) }
    struct Document: Encodable {
      let kit: Code
      let fingerprint: String
      let lastDay: String
      /// Where it went to standard output.
      let text: String?
    }
    let document = Document(
      kit: kit.code, fingerprint: kit.fingerprint, lastDay: kit.lastDay,
      text: file == "-" ? text : nil)
    try global.output.result(document) {
      file == "-" ? text : "\(kit.code.text) until \(kit.lastDay)\n\(kit.fingerprint)\n"
    }
    global.output.note(
      file == "-"
        ? "Read its fingerprint to whoever gets the kit, aloud: \(kit.fingerprint)"
        : "Read the fingerprint to whoever gets the kit, aloud; it is not in the file.")
  }
}

struct KitListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the kits that were given out (custodian).",
    discussion: """
      current: sealed to the keys of now. earlier: to keys of before a rotation, which whoever left \
      since may have; give out a new kit. expired: not to be used any more. lost: its drops can no \
      longer be opened.

      Example:
        evault kit list --as river
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let kits = try session.kits(by: try session.permit(CustodianRole.self))
    try global.output.result(["kits": kits]) {
      guard !kits.isEmpty else { return "No kit was given out.\n" }
      var table = Table("KIT", "ISSUED", "UNTIL", "BY", "EPOCH", "STATE")
      for kit in kits {
        table.add(
          "\(kit.code.text)", "\(kit.issued)", "\(kit.lastDay)", "\(kit.by)", "\(kit.epoch)",
          "\(kit.state.rawValue)")
      }
      return table.rendered(for: global.output)
    }
  }
}

struct KitShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Check a kit, and tell its fingerprint; no vault is needed.",
    discussion: """
      Finds the line in which a typed kit has a mistake.

      Example:
        evault kit show kit.txt
      """)

  @Argument(help: ArgumentHelp("The kit, or -.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let kit = try InputFile.kit(file)
    struct Document: Encodable {
      let kit: Code
      let fingerprint: String
      let issued: String
      let lastDay: String
      let expired: Bool
    }
    let expired = kit.isExpired(at: Session.systemClock())
    try global.output.result(
      Document(
        kit: kit.code, fingerprint: kit.fingerprint, issued: kit.issuedDay, lastDay: kit.lastDay,
        expired: expired)
    ) {
      "\(kit.code.text) until \(kit.lastDay)\(expired ? ", which is over" : "")\n\(kit.fingerprint)\n"
    }
    global.output.note("Use it only if a custodian tells you the same fingerprint.")
  }
}

extension InputFile {
  /// Reads a field kit.
  static func kit(_ path: String) throws -> FieldKit {
    try FieldKit(file: try InputFile(path, limit: FieldKit.fileLimit).bytes)
  }
}
