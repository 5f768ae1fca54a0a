/// What a log entry says was done. The raw value is the act's number in the format.
public enum Act: UInt16, Sendable, CaseIterable {
  case founded = 1
  case memberAdmitted = 2
  case memberRemoved = 3
  case roleEntitled = 4
  case roleRevoked = 5
  case roleGranted = 6
  case epochReopened = 7
  case roleRotated = 8
  case requestRefused = 9
  /// A member is removed because the keys are lost.
  case memberLost = 10
  /// A member takes new keys, because somebody may know the passphrase.
  case memberKeysChanged = 11
  /// A recovery member was admitted, whose passphrase is in shares.
  case recoveryCreated = 14
  /// Shares were put together, and a new member admitted with them.
  case recoveryUsed = 15
  case dropHandedIn = 16
  case dropAccepted = 17
  case dropRefused = 18
  case inboxListed = 19
  case dropOpened = 20
  case kitExported = 21
  case fieldDropOpened = 22
  case fieldDropAccepted = 23
  case fieldDropRefused = 24
  case kitsListed = 25
  case sourceAdded = 32
  case sourceUpdated = 33
  case sourceOpened = 34
  case sourcesListed = 35
  case sourceWithdrawn = 36
  /// Everything was searched again for everybody known.
  case vaultScreened = 37
  /// A text from outside was searched for everybody known.
  case textScreened = 38
  /// Two records were one person's.
  case sourceMerged = 39
  /// A source and all that came of him was destroyed; says nothing of whom.
  case sourceErased = 42
  /// A testimony and all that came of it was destroyed; says nothing of which.
  case testimonyErased = 43
  /// A source may not be erased.
  case sourceHeld = 44
  case sourceHoldReleased = 45
  /// Keys of log details that an erasure is about were destroyed; says which entries'.
  case detailsErased = 46
  case testimonyAdded = 48
  case testimonyOpened = 49
  case originalOpened = 50
  case testimoniesListed = 51
  case testimoniesSearched = 52
  case noteAdded = 53
  case attachmentAdded = 54
  case attachmentsListed = 55
  case attachmentOpened = 56
  case attachmentExtracted = 57
  /// Files that no record names were moved out of the way.
  case objectsSetAside = 60
  case excerptDrafted = 64
  case excerptOpened = 65
  case excerptsListed = 66
  case excerptApproved = 67
  case excerptRefused = 68
  case findingsDecided = 69
  /// An approval that is not the last one needed.
  case approvalGiven = 70
  case riskRead = 71
  case groupsSet = 72
  case policyAdded = 73
  case exported = 80
  case exportRefused = 81
  case revealAsked = 82
  case revealAnswered = 83
  case revealRefused = 84
  case revealRead = 85
  /// A batch of the commitment tree was closed without a release in it.
  case checkpointIssued = 86
  case checkpointRead = 87
  case recordsRotated = 96
  case passphraseChanged = 97
  case backupMade = 98
  /// A steward put a backup in the place of a vault, and says what is lost.
  case restored = 99
  /// Somebody read what a member could open, and did.
  case exposureRead = 105
  /// A vault was made, and a recovery not wanted.
  case recoveryDeclined = 109
  /// Shares were put together to see that they still open.
  case recoveryDrilled = 110
  case logRead = 112
  case denied = 113
  /// A member's keys were given to an agent, for a while.
  case agentStarted = 114
  /// Testimonies of an archive were taken in: one entry for each part of it.
  case testimoniesImported = 115
}

extension Act {
  /// What a member must be for this act to count.
  enum Right: Equatable {
    /// Holds the keys of the role in the roster.
    case holder(Role)
    /// Has the right in the roster.
    case right(Role)
    /// Any member.
    case anyone
    /// The founder, as the first entry.
    case founder
  }

  /// Who may do this; any one of the list is enough.
  var rights: [Right] {
    switch self {
    case .founded: [.founder]
    case .memberAdmitted, .memberRemoved, .memberLost, .roleEntitled, .roleRevoked,
      .requestRefused:
      [.right(.steward)]
    case .recoveryCreated, .recoveryUsed, .recoveryDeclined: [.right(.steward)]
    case .roleGranted, .epochReopened, .roleRotated, .passphraseChanged, .memberKeysChanged,
      .exposureRead, .denied:
      [.anyone]
    case .recoveryDrilled, .agentStarted: [.anyone]
    case .backupMade: [.anyone]
    case .restored: [.right(.steward)]
    case .sourceErased, .testimonyErased, .sourceHeld, .sourceHoldReleased: [.holder(.custodian)]
    case .detailsErased: [.holder(.auditor)]
    case .dropHandedIn: [.right(.intake), .holder(.custodian)]
    case .dropAccepted, .dropRefused, .inboxListed, .dropOpened: [.holder(.custodian)]
    case .kitExported, .fieldDropOpened, .fieldDropAccepted, .fieldDropRefused, .kitsListed,
      .sourceMerged:
      [.holder(.custodian)]
    case .sourceAdded, .sourceUpdated, .sourceOpened, .sourcesListed, .sourceWithdrawn,
      .vaultScreened, .textScreened:
      [.holder(.custodian)]
    case .testimonyAdded, .originalOpened: [.holder(.custodian)]
    case .testimoniesImported: [.holder(.custodian)]
    case .attachmentAdded, .attachmentsListed, .attachmentOpened, .attachmentExtracted,
      .objectsSetAside:
      [.holder(.custodian)]
    case .testimonyOpened, .testimoniesListed, .testimoniesSearched, .noteAdded:
      [.holder(.researcher)]
    case .excerptDrafted: [.holder(.researcher)]
    case .excerptOpened, .excerptsListed, .exported, .revealAsked, .revealRead:
      [.holder(.editor)]
    case .excerptApproved, .excerptRefused, .findingsDecided, .approvalGiven, .riskRead,
      .groupsSet, .policyAdded, .revealAnswered, .revealRefused, .checkpointIssued,
      .checkpointRead:
      [.holder(.custodian)]
    case .exportRefused: [.holder(.editor), .holder(.custodian)]
    case .recordsRotated: [.holder(.custodian)]
    case .logRead: [.anyone]
    }
  }

  /// How an act may change one leaf of the map.
  /// `any` leaves a leaf; `all` may take one out, too.
  enum Change { case insert, replace, remove, any, replaceOrRemove, all }

  /// Which kinds of record the act may change, and how. What is not listed stays as it is.
  var changes: [RecordKind: Change] {
    switch self {
    case .founded, .memberAdmitted, .memberRemoved, .memberLost, .memberKeysChanged,
      .roleEntitled, .roleRevoked, .roleGranted, .epochReopened, .roleRotated:
      [.rosterHead: .any]
    case .recoveryCreated, .recoveryUsed: [.rosterHead: .any]
    case .dropHandedIn: [.drop: .insert]
    case .dropAccepted:
      [.drop: .remove, .source: .any, .original: .insert, .working: .any, .register: .any]
    case .dropRefused: [.drop: .remove]
    case .kitExported: [.kit: .insert]
    case .fieldDropAccepted:
      [.receipt: .insert, .source: .any, .original: .insert, .working: .any, .register: .any]
    case .fieldDropRefused: [.receipt: .insert]
    case .sourceMerged:
      [
        .source: .replaceOrRemove, .moved: .insert, .original: .replace, .working: .replace,
        .register: .any, .release: .replace, .told: .replace, .review: .replace,
      ]
    case .sourceAdded: [.source: .insert, .working: .replace, .register: .any]
    case .sourceUpdated:
      [.source: .replace, .working: .replace, .register: .any, .release: .replace]
    case .sourceWithdrawn:
      [.source: .replace, .working: .replace, .register: .any, .release: .replace]
    case .vaultScreened: [.working: .replace, .register: .any]
    case .sourceErased, .testimonyErased:
      [
        .source: .all, .original: .all, .working: .all, .excerpt: .remove, .release: .remove,
        .drop: .remove, .register: .any, .note: .remove, .review: .remove, .reveal: .remove,
        .delivery: .remove, .told: .all, .attachment: .remove, .receipt: .replace,
        .moved: .remove,
      ]
    case .sourceHeld, .sourceHoldReleased: [.source: .replace]
    case .restored: [.restore: .insert]
    case .testimonyAdded:
      [.source: .any, .original: .insert, .working: .any, .register: .any]
    case .testimoniesImported:
      [.receipt: .insert, .original: .insert, .working: .insert, .register: .any]
    case .noteAdded: [.note: .any]
    case .attachmentAdded: [.attachment: .insert]
    case .excerptDrafted: [.excerpt: .insert]
    case .excerptApproved:
      [
        .excerpt: .replace, .release: .insert, .register: .any, .review: .any, .told: .insert,
        .commitments: .any,
      ]
    case .excerptRefused: [.excerpt: .replace]
    case .findingsDecided: [.review: .any]
    case .approvalGiven: [.review: .any, .register: .any]
    case .groupsSet: [.groups: .any]
    case .policyAdded: [.policy: .any]
    case .exported: [.delivery: .any]
    case .revealAsked: [.reveal: .insert]
    case .revealAnswered, .revealRefused: [.reveal: .replace]
    case .checkpointIssued: [.commitments: .any]
    case .recordsRotated:
      [
        .source: .replace, .original: .replace, .working: .replace, .excerpt: .replace,
        .release: .replace, .drop: .replace, .register: .replace, .note: .replace,
        .review: .replace, .policy: .replace, .reveal: .replace, .groups: .replace,
        .delivery: .replace, .told: .replace, .attachment: .replace, .kit: .replace,
        .receipt: .replace, .moved: .replace, .commitments: .replace,
      ]
    default: [:]
    }
  }
}
