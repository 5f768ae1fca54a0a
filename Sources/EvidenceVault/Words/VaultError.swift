public import Sealing
public import Storage

/// Why the vault did not do what was asked. No case carries names, text, keys or passphrases.
public enum VaultError: Error, Equatable, Sendable {
  /// Refused by a rule of the vault; says which.
  case refused(VaultRefusal)
  /// Wrong passphrase, unknown handle or a changed member row: the three are alike.
  case notUnlocked
  /// The member is not (or not yet) a holder of the role that this needs.
  case roleMissing(Role)
  /// The request has not been admitted by a steward yet.
  case notAdmitted
  /// What is stored is not what was signed: changed, missing, planted, rolled back or forked.
  case integrity(IntegrityFault)
  /// No record has this code.
  case notFound
  /// What was given cannot be taken.
  case input(InputFault)
  /// A field kit, a drop file or the joining of two sources was refused; says why.
  case field(FieldFault)
  /// This device could not keep what it has seen of the vault. When `changed`, the act itself is done
  /// and durable; the pin stays behind until the next opening moves it.
  case pinNotSaved(changed: Bool)
  /// No copy of an attachment without metadata was made; says why.
  case scrub(ScrubFault)
  /// The store could not do its part.
  case storage(StoreError)
  /// A file that was given, or asked for, could not be read or written.
  case file(FileError)
  /// Keys or locked memory could not be had.
  case sealing(SealingError)
  /// An agent could not be started, or is not to be trusted.
  case agent(AgentError)
}

/// A rule that said no. Each is exit status 3.
public enum VaultRefusal: Equatable, Sendable {
  case lastHolder(Role)
  case lastSteward
  case notEntitled
  case alreadyHolds
  case fingerprintDiffers
  /// This handle and passphrase have a row already.
  case handleTaken
  /// A member has the handle of a request, or had it before being removed.
  case handleUsed
  case notAMember
  /// Keys that their member has just used are not lost.
  case ownKeys
  case epochClosed(Role)
  /// Consent does not cover this audience.
  case consentAudience
  /// Consent begins later.
  case consentNotYet
  /// Consent has ended.
  case consentExpired
  /// A condition of the source has not been declared met.
  case consentCondition
  /// The excerpt is not in a state that allows this.
  case excerptState
  /// The screen found known identifiers, or could not check; see the findings.
  case screen(ScreenRefusal)
  /// The consent has a first or last day, and no custodian has confirmed what today is.
  case dateUnconfirmed(today: String)
  /// The day that was confirmed is not the one that the clock says.
  case dateDiffers(today: String)
  /// The clock says a day before the newest entry of the log: one of the two is wrong.
  case dateBeforeLog(today: String, newest: String)
  /// A file name that nobody has screened.
  case fileName
  /// A source record says exactly the same already.
  case sourceKnown(Code)
  /// The source has withdrawn the consent.
  case consentWithdrawn
  /// Consent does not cover the purpose that the policy serves.
  case consentPurpose
  /// So many findings of this draft await a decision.
  case findingsOpen(Int, Code)
  /// Words that name somebody whom the vault knows for certain are not kept.
  case nameKept
  /// The policy wants another person to approve than the one who drafted.
  case approverDrafted
  /// This member has approved the draft already; the policy wants another one as well.
  case approvedAlready
  /// Fewer people than the policy demands fit what the release tells.
  case risk(k: Int, demanded: Int)
  /// A policy of that name and version, or a later one, is there; or the name is a built-in one.
  case policyVersion
  /// The question was answered or refused already, or is another member's.
  case revealState
  /// Who asks does not answer, as long as there is another custodian.
  case revealOwn
  /// Recovery shares do not go together, or open nothing.
  case shares(ShareError)
  /// The source is under a legal hold, by this member since this day.
  case legalHold(by: String, since: String)
  /// There is no hold that could be released.
  case notHeld
}

/// What the screen said, without the words that it found.
public struct ScreenRefusal: Equatable, Sendable {
  /// Each with its place: "line 3, column 12", "file name", "reason".
  public let places: [String]
  public let cause: Cause

  /// How it came that something was found, or that nothing could be.
  public enum Cause: Equatable, Sendable {
    /// A file name or a reviewer's words name somebody, or a part cannot be checked.
    case general
    /// The second search found in the text what the first had passed over.
    case disagreement
    /// An approved release has in it somebody whom the vault knows now.
    case learnedSince
  }

  public init(places: [String], cause: Cause = .general) {
    self.places = places
    self.cause = cause
  }
}

/// How stored bytes betrayed a change. Each is exit status 5.
public enum IntegrityFault: Equatable, Sendable {
  /// The header, or the public card, is not what the roster says.
  case header
  /// A roster entry does not follow, is not signed as it must be, or was not permitted.
  case roster(UInt64)
  /// A log entry does not follow, is not signed as it must be, or was not permitted.
  case log(UInt64)
  /// The authenticated map does not have the root that the newest entry says.
  case map
  /// A record is missing, changed or from another time.
  case record
  /// A role's key does not fit the roster, or cannot be found.
  case grant(Role)
  /// The vault is older than what this device has seen.
  case rolledBack
  /// The vault's history is not the one that this device has seen.
  case forked
  /// A log detail is missing or changed.
  case detail(UInt64)
  /// A sealed content has a version that this program does not know, or no sense.
  case content
  /// What was handed in under this code does not open, or is no drop; see ``Inbox/unreadable``.
  case unreadable
  /// A file is no backup, or not all of one, or was changed.
  case backup
  /// A steward has declared a restore that loses what this device has seen, and nobody has accepted
  /// it here.
  case restored(RestoreDeclaration)
  /// A restore was declared, and not of what this device has seen: another history, or a longer one,
  /// or by somebody who was no steward then.
  case restoredOtherwise
  /// The file of an attachment is missing, changed, or not the one that was sealed.
  case object
}

/// What was wrong with what was given. Each is exit status 65 or 64.
public enum InputFault: Error, Equatable, Sendable {
  case handle
  case emptyText
  /// A file without a byte.
  case emptyFile
  /// A file's name that cannot be kept.
  case fileName
  /// Bytes that a file does not have.
  case range
  case notUTF8(byte: Int)
  case nulByte(byte: Int)
  case tooLarge(limit: Int)
  /// A place in a YAML file, and what was expected there.
  case document(line: Int, column: Int, expected: String)
  case unknownPolicy
  /// A policy file that cannot be taken: the place in it, and what was expected there.
  case policy(String)
  case audience
  case selection
  case date
  /// So many shares, of which so many open, there cannot be.
  case shares
}
