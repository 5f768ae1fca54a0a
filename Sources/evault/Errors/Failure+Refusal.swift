import EvidenceVault

extension Failure {
  /// A rule said no: which one, and the way out.
  init(refusal: VaultRefusal) {
    let (message, next): (ScreenText, ScreenText) =
      switch refusal {
      case .lastHolder(let role):
        (
          "Nobody else holds the role \(role.word); its records could never be opened again.",
          "Give it to another member first: evault role grant NAME \(role.word)"
        )
      case .lastSteward:
        (
          "This is the last steward; nobody could admit or remove members any more.",
          "Make another member steward first: evault role grant NAME steward"
        )
      case .notEntitled:
        (
          "The member is not entitled to that role.",
          "A steward entitles first: evault role grant NAME ROLE. evault member list shows what each has."
        )
      case .alreadyHolds:
        ("The member has that role already.", "evault member list shows what each member has.")
      case .fingerprintDiffers:
        (
          "The fingerprint is not the one of these keys. Nothing was admitted or granted.",
          "Ask the person again, by a way nobody else can answer on. If it still differs, somebody put in keys of his own: evault member list."
        )
      case .handleTaken:
        (
          "Under this name and passphrase somebody has asked already, or is a member, or was one.",
          "If it was you, wait to be admitted. If a steward refused the request, ask again under another name."
        )
      case .handleUsed:
        (
          "A member has that name, or had it before being removed. No name is given twice.",
          "Nobody was admitted. Drop the request with evault member refuse NAME, and tell the newcomer to ask under another name."
        )
      case .notAMember:
        ("There is no member of that name.", "evault member list shows them.")
      case .ownKeys:
        (
          "These are your own keys, and you have just used them.",
          "If others may know the passphrase: evault passphrase change --leaked. To leave: evault member remove NAME"
        )
      case .epochClosed(let role):
        (
          "The role \(role.word) is closed since somebody left it.",
          "It opens again when a member who holds it runs any command."
        )
      case .consentAudience:
        (
          "The source has not agreed to this audience.",
          "Choose an audience of the consent, which evault source show S shows; or ask the source, and record the answer with evault source update S FILE.yaml."
        )
      case .consentNotYet:
        (
          "The source agreed to a release only from a later day on.",
          "evault source show S shows not_before. Wait for it, or ask the source."
        )
      case .consentExpired:
        (
          "The source's consent has ended.",
          "evault source show S shows expires. Ask the source, and record the answer with evault source update S FILE.yaml."
        )
      case .consentCondition:
        (
          "The source's consent has conditions that nobody has declared met.",
          "Read them with evault source show S. When each is met, run this again with --conditions-met; that is recorded under your name."
        )
      case .excerptState:
        (
          "The excerpt was approved or refused already.",
          "Draft a new one: evault excerpt create T --audience A --policy P"
        )
      case .screen(let refusal): Self.screen(refusal)
      case .sourceKnown(let code):
        (
          "The vault has this very record already, as \(code.text).",
          "Use that code. If it is another person, say in the file what tells them apart."
        )
      case .dateUnconfirmed(let today):
        (
          "The source's consent depends on the day, and nobody has confirmed it.",
          "By this machine's clock today is \(today) (UTC). If a calendar says the same, run this again with --confirm-date \(today)."
        )
      case .dateDiffers(let today):
        (
          "The date that you confirmed is not the one of this machine's clock, \(today) (UTC).",
          "Set the clock, or confirm with --confirm-date \(today) if a calendar says the same."
        )
      case .dateBeforeLog(let today, let newest):
        (
          "By this machine's clock today is \(today) (UTC), but the newest entry of the custody log is from \(newest).",
          """
          Look at a calendar. If this clock is wrong, set it.
          If the log is ahead, because somebody's clock was, add: --confirm-date \(today) --log-is-ahead. Tell an auditor: evault log show says whose.
          """
        )
      case .consentWithdrawn:
        (
          "The source has withdrawn the consent. Nothing new of this source leaves.",
          "If the source agrees again, a custodian records it with evault source update S FILE.yaml --consent-again, and a new excerpt is drafted."
        )
      case .consentPurpose:
        (
          "The source has not agreed to the purpose that this policy serves.",
          "evault policy show P says purpose, evault source show S the purposes agreed to. Choose another policy, or ask the source."
        )
      case .findingsOpen(let count, let excerpt):
        (
          "\(count) finding\(count == 1 ? "" : "s") in the draft \(excerpt.text) await\(count == 1 ? "s" : "") a decision.",
          "Walk through them with evault excerpt review \(excerpt.text), then: evault excerpt approve \(excerpt.text)"
        )
      case .nameKept:
        (
          "These words are the name of several people whom the vault knows; they are not kept.",
          "Replace them by the label of the right one, write more general words, or suppress them: evault excerpt review E"
        )
      case .approverDrafted:
        (
          "The policy wants another person to approve than the one who drafted.",
          "Ask another custodian: evault role list"
        )
      case .approvedAlready:
        (
          "You have approved this draft; the policy wants a second custodian to approve it, too.",
          "Ask another custodian: evault role list"
        )
      case .risk(let k, let demanded):
        (
          "What the release tells fits \(k) \(k == 1 ? "person" : "people"); the policy demands \(demanded).",
          "evault excerpt risk E shows which facts of a draft make it so. Leave sentences out with --sentences, or suppress or generalise what they tell with evault excerpt review E."
        )
      case .policyVersion:
        (
          "A policy of that name is there in this version or a later one, or comes with the program.",
          "Give the file another name or a higher version, and add it again."
        )
      case .revealState:
        (
          "That question has been decided already, or somebody else asked it.",
          "evault reveal list shows the questions that you may see, and their state."
        )
      case .revealOwn:
        (
          "You asked this question yourself, and there is another custodian to decide on it.",
          "Ask one of them to run evault reveal answer R: evault role list"
        )
      case .shares(let error): Self.shares(error)
      case .legalHold(let by, let since):
        (
          "The source is under a legal hold, entered by \(by) on \(since). Nothing was erased.",
          "evault log show says why. When it has ended: evault source hold S --release"
        )
      case .notHeld:
        ("The source is under no legal hold.", "evault log show tells of earlier ones.")
      case .fileName:
        (
          "Nobody has screened that file name, and it could say whom the text is about.",
          "Give a directory as --output, or leave it out: the file is then named by its code. A custodian can export under another name."
        )
      }
    self.init(refusal == .notAMember ? .notFound : .refused, message, next: next)
  }

  private static func screen(_ refusal: ScreenRefusal) -> (ScreenText, ScreenText) {
    let shown = refusal.places.prefix(12)
    var lines = shown.map { "- \($0)" }
    if refusal.places.count > shown.count {
      lines.append("- and \(refusal.places.count - shown.count) more places")
    }
    let places = lines.joined(separator: "\n")
    switch refusal.cause {
    case .general: break
    case .disagreement:
      return (
        "The two searches disagree: the second found somebody known to the vault in words that the first had let pass. Nothing left.",
        """
        \(lines: places)
        Add the spelling that stands there to the source record: evault source update S FILE.yaml. Or leave the sentence out with --sentences.
        """
      )
    case .learnedSince:
      return (
        "The release names somebody whom the vault has learned of since it was approved. Nothing left.",
        """
        \(lines: places)
        Draft and approve the text anew: evault excerpt create T --audience A --policy P. To whom this one went before says: evault screen --all
        """
      )
    }
    return (
      "The screen found somebody known to the vault, or something that cannot be checked. Nothing left.",
      """
      \(lines: places)
      In the text: leave the sentence out with --sentences, or add the spelling to the source record: evault source update S FILE.yaml.
      In a reviewer's words or a file name: choose other words.
      """
    )
  }
}
