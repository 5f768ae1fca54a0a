import ArgumentParser
import EvidenceVault
import Sealing
import Storage

extension Failure {
  /// The one place where an error becomes a message, a next step and an exit code.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as TerminalError: self.init(terminal: error)
    case let error as FileError: self.init(file: error)
    case let error as StoreError: self.init(store: error)
    case let error as VaultError: self.init(vault: error)
    case let error as InputFault: self.init(input: error)
    case let error as FieldFault: self.init(field: error)
    case let error as SealingError: self.init(sealing: error)
    case let error as ShareError: self.init(share: error)
    case let error as AgentError: self.init(agent: error)
    default:
      if Evault.exitCode(for: error) == .validationFailure {
        self.init(
          .usage, "\(Self.oneLine(Evault.message(for: error)))",
          next: Self.usage(for: error))
      } else {
        // The type's name only: a description could carry content.
        self.init(
          .unexpected, "Unexpected error (\(String(describing: type(of: error)))).",
          next:
            "This is a bug in evault. Nothing about the content is in this message; please report it."
        )
      }
    }
  }

  /// The argument parser lists five values or more on lines of their own.
  private static func oneLine(_ message: String) -> String {
    let parts = message.split(separator: "\n  - ")
    guard let first = parts.first, parts.count > 1 else { return message }
    return "\(first) \(parts.dropFirst().joined(separator: ", "))."
  }

  /// What the argument parser says below its message: how the command is used.
  private static func usage(for error: any Error) -> ScreenText? {
    let lines = Evault.fullMessage(for: error).split(separator: "\n")
    guard let first = lines.firstIndex(where: { $0.hasPrefix("Usage: ") }) else { return nil }
    var usage = lines[first...].map { $0.trimmingPrefix(while: { $0 == " " }) }
    if ["code", "drop"].contains(where: {
      Evault.message(for: error).hasSuffix("is invalid for '<\($0)>'")
    }) {
      usage.insert(
        "A code is a letter, a hyphen and six signs: S for a source, T a testimony, E an excerpt, D the inbox, R a question, A an attachment.",
        at: 0)
    }
    return "\(lines: usage.joined(separator: "\n"))"
  }

  private init(terminal error: TerminalError) {
    switch error {
    case .noTerminal:
      self.init(
        .locked, "There is no terminal to ask at.",
        next: "Run evault in a terminal, or give --passphrase-file FILE or --passphrase-fd N.")
    case .interrupted: self.init(.locked, "Interrupted; nothing was unlocked.")
    case .endOfInput:
      self.init(
        .locked, "Nothing was typed.", next: "Run the command again and type at the prompt.")
    case .empty:
      self.init(.locked, "The passphrase is empty.", next: "Type it, or look into the file given.")
    case .tooLong:
      self.init(.badInput, "The line is too long; a passphrase has at most 1,024 bytes.")
    case .unsuitableText:
      self.init(
        .badInput, "The line is not UTF-8 text or has a control or invisible character in it.",
        next: "Type it anew, without arrow keys and tabs.")
    case .missing:
      self.init(
        .inputOutput, "The passphrase file or descriptor does not exist.",
        next: "Check what was given to --passphrase-file or --passphrase-fd.")
    case .unreadable:
      self.init(
        .inputOutput, "The passphrase file cannot be read.",
        next: "It must be a file that you may read: chmod 600 makes it yours only.")
    case .different:
      self.init(.badInput, "The two passphrases differ.", next: "Run the command again.")
    case .inputOutput: self.init(.inputOutput, "The terminal or passphrase file failed.")
    }
  }

  private init(file error: FileError) {
    switch error {
    case .exists:
      self.init(
        .inputOutput, "The output file is already there; nothing is overwritten.",
        next: "Give another name, or remove the file first.")
    case .missing: self.init(.inputOutput, "The file or its directory does not exist.")
    case .full:
      self.init(
        .inputOutput, "The disk is full; nothing was left half written under that name.",
        next: "Make room, or write elsewhere.")
    case .notPermitted: self.init(.inputOutput, "The file may not be read or written there.")
    case .brokenPipe:
      self.init(.inputOutput, "Whoever read the output has gone before its end.")
    case .unsuitable:
      self.init(.inputOutput, "A directory, link or special file is where a plain file should be.")
    case .tooLarge: self.init(.badInput, "The input is larger than evault takes.")
    case .inputOutput: self.init(.inputOutput, "Reading or writing a file failed.")
    }
  }

  private init(store error: StoreError) {
    switch error {
    case .busy:
      self.init(
        .inputOutput, "Another process holds the vault.",
        next: "Wait until it is done, then try again. Nothing was changed.")
    case .conflict:
      self.init(
        .inputOutput, "Another process changed the vault at the same moment.",
        next: "Run the command again. Nothing was changed.")
    case .damaged:
      self.init(
        .integrity, "The vault's files are damaged, or are no vault.",
        next: "Change nothing in the directory; keep a copy and go back to a backup.")
    case .newerFormat:
      self.init(
        .badInput, "The vault was written by a newer evault.", next: "Use that version.")
    case .olderFormat:
      self.init(
        .badInput, "The vault has the format of an older evault.",
        next:
          "Make a copy of its directory, look what an upgrade would do, then do it: evault upgrade --dry-run, evault upgrade"
      )
    case .missing:
      self.init(
        .notFound, "There is no vault at that path, or the directory is closed to this account.",
        next: """
          Give --vault PATH or set EVAULT_VAULT, or make one with evault init PATH.
          If others keep their vault there, its owner has to let this account reach it.
          """)
    case .exists:
      self.init(
        .usage, "Something is already at that path.",
        next: "A vault is made in a directory that is new.")
    case .full:
      self.init(
        .inputOutput, "The disk is full. Nothing was changed.", next: "Make room and try again.")
    case .readOnly:
      self.init(
        .inputOutput, "The vault's files may not be written.",
        next: "Check who owns the directory, and whether the medium is read-only.")
    case .unsuitable:
      self.init(
        .inputOutput, "A vault cannot be kept there.",
        next: "It must be a plain directory on a local disk: no network share, no symbolic link.")
    case .inputOutput: self.init(.inputOutput, "Reading or writing the vault failed.")
    }
  }
}
