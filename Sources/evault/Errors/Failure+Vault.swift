import EvidenceVault
import Sealing

extension Failure {
  /// - Parameter file: the file that was read, for the place of a fault in it.
  init(vault error: VaultError, file: String? = nil) {
    switch error {
    case .refused(let refusal): self.init(refusal: refusal)
    case .notUnlocked:
      self.init(
        .locked, "The vault was not unlocked: the member or the passphrase is wrong.",
        next: """
          Check --as and type the passphrase again. A member row that somebody changed looks the same: \
          if you are sure of both, ask another member to run evault check.
          """)
    case .notAdmitted:
      self.init(
        .locked, "You are no member of this vault: not admitted yet, or removed.",
        next: """
          After a request, read your fingerprint to a steward, who runs:
          evault member admit NAME --roles ROLE,ROLE
          """)
    case .roleMissing(let role):
      self.init(
        .locked, "This needs the role \(role.word), which you do not hold.",
        next: role.hasKeys
          ? "Ask a member who holds it to run: evault role grant NAME \(role.word)"
          : "Ask a steward to run: evault role grant NAME \(role.word)")
    case .integrity(let fault): self.init(integrity: fault)
    case .notFound:
      self.init(
        .notFound, "The vault has nothing of that code or name.",
        next: "The list commands show what there is: evault --help")
    case .input(let fault): self.init(input: fault, file: file)
    case .field(let fault): self.init(field: fault)
    case .scrub(let fault): self.init(scrub: fault)
    case .pinNotSaved(let changed):
      self.init(
        .inputOutput,
        changed
          ? "It was done in the vault, but this device could not write down its state."
          : "This device could not write down its state.",
        next: """
          Make room, or make the directory writable: EVAULT_STATE, or ~/.local/state/evault. \
          \(changed ? "Look what is there before you run the command again." : "Then run the command again.")
          """)
    case .storage(let error): self.init(error)
    case .sealing(let error): self.init(sealing: error)
    case .agent(let error): self.init(agent: error)
    case .file(let error): self.init(error)
    }
  }

  private init(integrity fault: IntegrityFault) {
    let keep: ScreenText =
      "Change nothing in the vault's directory; keep a copy of it, and tell the others."
    switch fault {
    case .header:
      self.init(
        .integrity, "The vault's header or public card is not the one that its members signed.",
        next: keep)
    case .roster(let number):
      self.init(
        .integrity, "Entry \(number) of the roster is missing, changed or not permitted.",
        next: keep)
    case .log(let number):
      self.init(
        .integrity, "Entry \(number) of the custody log is missing, changed or not permitted.",
        next: keep)
    case .map:
      self.init(
        .integrity, "The index of the records is not the one that the newest log entry signs.",
        next: keep)
    case .record:
      self.init(
        .integrity, "A record is missing, changed, or from another time.",
        next: "evault check says how many are. \(keep)")
    case .grant(let role):
      self.init(
        .integrity, "Your key of the role \(role.word) is missing or not the one of the roster.",
        next: "Ask a holder to run: evault rotate role \(role.word)\n\(keep)")
    case .rolledBack:
      self.init(
        .integrity, "The vault is older than what this device has seen.",
        next: "Somebody put an older copy in its place. \(keep)")
    case .forked:
      self.init(
        .integrity, "The vault's history is not the one that this device has seen.",
        next: "It was changed behind its members, or is another vault. \(keep)")
    case .detail(let number):
      self.init(
        .integrity, "The detail of log entry \(number) is missing or changed.", next: keep)
    case .backup:
      self.init(
        .integrity, "The file is no backup, or not all of one, or was changed.",
        next: "Nothing was restored. Take another copy of it, or an older backup.")
    case .restored(let made): self.init(restored: made)
    case .restoredOtherwise:
      self.init(
        .integrity,
        "The vault was restored from a backup, but what was declared lost is not what this device has seen.",
        next: """
          Somebody else's history was declared lost, or this device has seen more of it, or who signed was no steward then. \
          Show a steward what your device has seen, or keep to the vault that it knows. \(keep)
          """
      )
    case .unreadable:
      self.init(
        .integrity, "What was handed in under this code cannot be read, so it cannot be accepted.",
        next: "evault intake list says who logged it and why; evault intake refuse destroys it.")
    case .object:
      self.init(
        .integrity,
        "The file of an attachment is missing, changed, or not the one that was sealed.",
        next: "evault check says which are. \(keep)")
    case .content:
      self.init(
        .integrity, "A record has a version or content that this evault does not know.",
        next: "Use the newest evault. \(keep)")
    }
  }

  /// What was wrong with what was given, and where.
  init(input fault: InputFault, file: String? = nil) {
    let what: ScreenText = file.map { $0 == "-" ? "standard input" : "\($0)" } ?? "the input"
    switch fault {
    case .handle:
      self.init(
        .usage, "A member's name has 2 to 32 of a to z, 0 to 9 and -, and begins with a letter.",
        next: "Choose one that is nobody's real name: it stands in arguments.")
    case .emptyText:
      self.init(.badInput, "\(what): there is no text in it.", next: "Give a text that has words.")
    case .emptyFile:
      self.init(
        .badInput, "\(what): there is no byte in it.", next: "Look whether it is the right file.")
    case .fileName:
      self.init(
        .badInput, "\(what): its name is longer than 255 bytes.",
        next: "Give it a shorter name, or pipe it in with -.")
    case .range:
      self.init(
        .usage, "The file ends before these bytes.",
        next: "evault attachment list shows the sizes; bytes are counted from 0.")
    case .notUTF8(let byte):
      self.init(
        .badInput, "\(what): byte \(byte) is not UTF-8.",
        next: "Convert it first, for example: iconv -f CP949 -t UTF-8")
    case .nulByte(let byte):
      self.init(
        .badInput, "\(what): byte \(byte) is NUL, which no text has.",
        next: "Give a text file; UTF-16 must be converted to UTF-8 first.")
    case .tooLarge(let limit):
      self.init(
        .badInput, "\(what): larger than \(limit / 1024) KiB, the most that is taken.",
        next: "Cut it into parts.")
    case .document(let line, let column, let expected):
      let place: ScreenText = file.map { $0 == "-" ? "-" : "\($0)" } ?? "input"
      self.init(
        .badInput, "\(place):\(line):\(column): expected \(expected)",
        next: "Nothing was taken in. Mend this place and run the command again.")
    case .unknownPolicy:
      self.init(
        .usage, "There is no policy of that name.",
        next: "evault policy list shows those of the program, with --own also the vault's.")
    case .policy(let fault):
      self.init(
        .badInput, "\(what): \(fault)", next: "evault policy check FILE checks it without a vault.")
    case .audience:
      self.init(
        .usage, "An audience has 2 to 32 of a to z, 0 to 9 and -, and begins with a letter.",
        next: "For example: --audience desk")
    case .selection:
      self.init(
        .usage, "The text has no such sentences.",
        next:
          "Give numbers such as 3-7,9; evault testimony show numbers the sentences of a text.")
    case .date: self.init(.usage, "That is no date.", next: "Write it as 2025-06-01.")
    case .shares:
      self.init(
        .usage, "Shares are 2 to 16, and 2 or more of them open.",
        next: "Write how many open and how many there are: 2/3")
    }
  }

  init(sealing error: SealingError) {
    switch error {
    case .passphraseTooWeak:
      self.init(
        .badInput, "The passphrase is too short or too easily guessed.",
        next: """
          It needs \(Passphrase.leastLength) characters or more, not all alike, and not your name.
          evault passphrase generate makes a good one.
          """)
    case .passphraseMalformed:
      self.init(
        .badInput,
        "The passphrase is empty, too long, or has characters that cannot be typed again.")
    case .keyFileMissing:
      self.init(
        .inputOutput, "There is no key file at that path.",
        next: "Check --key-file or EVAULT_KEY_FILE.")
    case .keyFileUnreadable:
      self.init(
        .inputOutput, "The key file cannot be read.",
        next: "It must be a plain file that you may read: chmod 600 makes it yours only.")
    case .keyFileMalformed:
      self.init(
        .badInput, "That is no key file, or it has a slip in it.",
        next: "evault passphrase key-file FILE makes one; compare a copy with its original.")
    case .derivationBelowFloor, .derivationBeyondBound:
      self.init(
        .integrity, "The vault asks for a key derivation outside the limits.",
        next: "Somebody may have changed its header. Type no passphrase; go back to a copy.")
    case .lockedMemoryUnavailable:
      self.init(
        .inputOutput, "The system lets this process lock no memory, where keys must be.",
        next: "Raise the limit, for example: ulimit -l 8192")
    case .memoryExhausted:
      self.init(
        .inputOutput, "There is not enough memory to derive the key from the passphrase.",
        next: "Close other programs; a vault made with --kdf interactive needs 64 MiB.")
    case .libraryUnavailable, .hardeningFailed:
      self.init(.inputOutput, "The process could not be made safe for keys; nothing was opened.")
    case .notAuthentic, .malformed:
      self.init(
        .integrity, "Something sealed does not open; it was changed.",
        next: "Change nothing in the vault's directory, and keep a copy of it.")
    case .tooLarge: self.init(.badInput, "The text is larger than a record may be.")
    }
  }
}
