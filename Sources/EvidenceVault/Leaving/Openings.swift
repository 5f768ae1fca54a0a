import Sealing
import Storage

extension Session {
  /// What entries say was opened, by the details of the log; each act on the same things once.
  func openings(
    _ entries: [LogEntry], _ store: any StoreReading
  ) throws -> [MemberExposure.Opening] {
    let reading = DetailReading(
      store: store, held: try holding(.auditor, state, store), history: history(store))
    var found: [Key: (times: Int, first: UInt64, last: UInt64)] = [:]
    for run in Self.runs(entries.filter(\.act.givesOut)) {
      for (entry, line) in zip(run, try reading.lines(run, me)) {
        let key = Key(act: line.act, on: line.subjects)
        found[key, default: (0, entry.time, entry.time)].times += 1
        found[key]?.last = entry.time
      }
    }
    return found.sorted {
      ($0.value.first, $0.key.act, $0.key.on.joined(separator: " "))
        < ($1.value.first, $1.key.act, $1.key.on.joined(separator: " "))
    }.map {
      MemberExposure.Opening(
        act: $0.key.act, on: $0.key.on, times: $0.value.times,
        first: Timestamp.text($0.value.first), last: Timestamp.text($0.value.last))
    }
  }

  private struct Key: Hashable {
    let act: String
    let on: [String]
  }

  /// Entries that follow each other, some at a time.
  private static func runs(_ entries: [LogEntry]) -> [[LogEntry]] {
    entries.reduce(into: [[LogEntry]]()) { runs, entry in
      if let last = runs.last, let before = last.last, before.number + 1 == entry.number,
        last.count < 1024
      {
        runs[runs.count - 1].append(entry)
      } else {
        runs.append([entry])
      }
    }
  }
}

extension Act {
  /// Whether who does it is given something of the vault's contents. What is only written, or only
  /// about members and keys, is not.
  var givesOut: Bool {
    switch self {
    case .founded, .memberAdmitted, .memberRemoved, .roleEntitled, .roleRevoked, .roleGranted,
      .epochReopened, .roleRotated, .requestRefused, .memberLost, .memberKeysChanged,
      .recoveryCreated, .recoveryUsed, .recoveryDeclined, .recoveryDrilled, .agentStarted,
      .passphraseChanged, .recordsRotated, .restored, .denied:
      false
    case .dropHandedIn, .dropAccepted, .dropRefused, .kitExported, .fieldDropAccepted,
      .fieldDropRefused, .sourceAdded, .sourceUpdated, .sourceWithdrawn, .sourceMerged,
      .sourceErased, .testimonyErased, .sourceHeld, .sourceHoldReleased, .detailsErased,
      .testimonyAdded, .noteAdded, .attachmentAdded, .objectsSetAside, .excerptDrafted,
      .excerptApproved, .excerptRefused, .findingsDecided, .approvalGiven, .groupsSet,
      .policyAdded, .exportRefused, .revealAsked, .revealAnswered, .revealRefused,
      .checkpointIssued, .testimoniesImported:
      false
    case .inboxListed, .dropOpened, .fieldDropOpened, .kitsListed, .sourceOpened, .sourcesListed,
      .vaultScreened, .textScreened, .testimonyOpened, .originalOpened, .testimoniesListed,
      .testimoniesSearched, .attachmentsListed, .attachmentOpened, .attachmentExtracted,
      .excerptOpened, .excerptsListed, .riskRead, .exported, .revealRead, .checkpointRead,
      .backupMade, .exposureRead, .logRead:
      true
    }
  }
}
