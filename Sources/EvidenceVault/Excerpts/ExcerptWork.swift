import Foundation
import Screen

extension Session {
  /// Drafts an excerpt of a testimony for an audience under a policy.
  ///
  /// - Parameter selection: sentence numbers such as "3-7,9"; `nil` for the whole text.
  /// - Throws: ``VaultError/notFound``, ``InputFault/unknownPolicy``, ``InputFault/audience``,
  ///   ``InputFault/selection``; ``VaultError/refused(_:)`` for what the consent already says.
  public func draftExcerpt(
    of testimony: Code, audience: String, policy: String, selection: String?,
    by permit: borrowing Permit<ResearcherRole>
  ) throws(VaultError) -> Code {
    try vaultErrors {
      guard Audience.isValid(audience) else { throw InputFault.audience }
      return try loggingRefusal(testimony) {
        try write { transaction in
          try transaction.draft(
            testimony, audience: audience, policy: policy, selection: selection
          ).code
        }
      }
    }
  }

  /// All excerpts with their state, for researchers.
  public func excerpts(
    by permit: borrowing Permit<ResearcherRole>
  ) throws(VaultError) -> [ExcerptSummary] {
    try vaultErrors {
      try write { try $0.log(.excerptsListed, [], reason: "") }
      return try read { reader in
        let held = try self.holding(.researcher, self.state, reader.store)
        return try reader.listings(ExcerptSummary.self, .excerpt, held, self.me)
          .sorted { $0.code.text < $1.code.text }
      }
    }
  }

  /// Approved excerpts, for editors.
  public func releases(
    by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> [ReleaseSummary] {
    try vaultErrors {
      try write { try $0.log(.excerptsListed, [], reason: "") }
      return try read { reader in
        let held = try self.holding(.editor, self.state, reader.store)
        return try reader.listings(ReleaseSummary.self, .release, held, self.me)
          .sorted { $0.code.text < $1.code.text }
      }
    }
  }

  /// An excerpt in the words of the working copy; logged before it is opened.
  public func excerpt(
    _ code: Code, by permit: borrowing Permit<ResearcherRole>
  ) throws(VaultError) -> Excerpt {
    try vaultErrors {
      let record = try Codec.decode(
        ExcerptRecord.self, try logThenOpen(.excerptOpened, .excerpt, code, reason: ""))
      let working = try read { reader in
        try Codec.decode(
          WorkingRecord.self,
          try reader.open(
            .working, record.testimony.text,
            try self.holding(.researcher, self.state, reader.store), self.me))
      }
      let chosen = try Selection.indices(record.selection, of: working.sentences.count)
      return Excerpt(
        summary: ExcerptSummary(record), selection: record.selection, drafter: record.drafter,
        reviewer: record.reviewer, reason: record.reason,
        sentences: chosen.map { working.sentences[$0].map(\.text).joined() })
    }
  }

  /// Approves a draft: redacts, screens and seals it for the editors. Where the policy wants two
  /// approvers, the first one's approval is kept and the draft stays one.
  ///
  /// - Parameters:
  ///   - conditionsMet: the custodian declares that every condition of the consent is met.
  ///   - date: the day that the custodian was shown and confirmed; needed where the source's
  ///     consent has a first or last day.
  ///   - reason: may be empty; it is screened like the text.
  /// - Throws: ``VaultError/refused(_:)`` for consent, state, screen, findings that await a
  ///   decision, and approvers; ``VaultRefusal/dateUnconfirmed(today:)`` with the day to confirm.
  @discardableResult public func approve(
    _ code: Code, conditionsMet: Bool, date: DateConfirmation? = nil, reason: String,
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Approval {
    try vaultErrors {
      try loggingRefusal(code) {
        try write { transaction in
          try transaction.approve(
            try transaction.excerpt(code), conditionsMet: conditionsMet, date: date,
            reason: reason, fileName: nil)
        }
      }
    }
  }

  /// Refuses a draft, with a reason that researchers see.
  public func refuseExcerpt(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      try write { transaction in
        var record = try transaction.excerpt(code)
        guard record.status == .draft else { throw VaultError.refused(.excerptState) }
        record.status = .refused
        record.reviewer = self.handle
        record.reason = reason
        try transaction.put(record)
        try transaction.log(.excerptRefused, [code.text], reason: reason)
      }
    }
  }

  /// A refusal of the screen or of consent is an act of its own in the log; the question for the day
  /// is none.
  func loggingRefusal<Result>(_ code: Code, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch VaultError.refused(let refusal) {
      if case .dateUnconfirmed = refusal { throw VaultError.refused(refusal) }
      try write { transaction in
        // A researcher need not hold the editors' keys yet.
        let may = transaction.state.roster.permits(.exportRefused, self.myID, first: false)
        try transaction.log(
          may ? .exportRefused : .denied, [code.text, refusal.word], reason: "")
      }
      throw VaultError.refused(refusal)
    }
  }
}

extension Transaction {
  func excerpt(_ code: Code) throws -> ExcerptRecord {
    try Codec.decode(ExcerptRecord.self, try open(.excerpt, code.text))
  }

  /// Writes a draft and its log entry.
  func draft(
    _ testimony: Code, audience: String, policy: String, selection: String?
  ) throws -> ExcerptRecord {
    let rules = try self.policy(policy, for: audience)
    let working = try Codec.decode(WorkingRecord.self, try open(.working, testimony.text))
    _ = try Selection.indices(selection, of: working.sentences.count)
    try checkDraft(working.consent, audience: audience, policy: rules)
    let record = ExcerptRecord(
      version: Version1(), code: try newCode(.excerpt, .excerpt), testimony: testimony,
      audience: audience, policy: policy, selection: selection, drafter: session.handle,
      status: .draft, reviewer: nil, reason: nil)
    try put(record)
    try log(
      .excerptDrafted, [record.code.text, testimony.text, audience, policy], reason: "")
    return record
  }

  func put(_ record: ExcerptRecord) throws {
    try put(
      .excerpt, record.code.text, listing: try Codec.encode(ExcerptSummary(record)),
      body: try Codec.encode(record))
  }

  /// Makes the release of a draft and logs the approval, or the first of two.
  func approve(
    _ draft: ExcerptRecord, conditionsMet: Bool, date: DateConfirmation?, reason: String,
    fileName: String?
  ) throws -> Approval {
    guard draft.status == .draft else { throw VaultError.refused(.excerptState) }
    let releasing = Releasing(
      transaction: self, excerpt: draft, conditionsMet: conditionsMet, date: date,
      words: reason.isEmpty ? [] : [reason], fileName: fileName)
    let made = try releasing.make()
    let open = made.findings.count(where: \.isOpen)
    guard open == 0 else { throw VaultError.refused(.findingsOpen(open, draft.code)) }
    try checkRisk(made.weighing, made.policy)
    if try register(draft.audience) != made.register {
      try put(
        .register, draft.audience, listing: [], body: try Codec.encode(made.register))
    }
    let subjects =
      [draft.code.text, draft.audience, draft.policy]
      + (conditionsMet ? ["conditions-met"] : []) + made.day
    guard try isApproved(made, drafter: draft.drafter) else {
      try log(.approvalGiven, subjects, reason: reason)
      return .oneOfTwo
    }
    var record = draft
    record.status = .approved
    record.reviewer = session.handle
    record.reason = reason.isEmpty ? nil : reason
    try put(record)
    try put(try releasing.proven(made))
    try put(made.weighing.told)
    try log(.excerptApproved, subjects, reason: reason)
    return .approved
  }
}

extension VaultRefusal {
  /// One word for the log.
  var word: String {
    switch self {
    case .consentAudience, .consentNotYet, .consentExpired, .consentCondition,
      .consentWithdrawn, .consentPurpose:
      "consent"
    case .findingsOpen: "findings"
    case .approverDrafted, .approvedAlready: "approver"
    case .risk: "risk"
    case .dateUnconfirmed, .dateDiffers, .dateBeforeLog: "date"
    case .screen: "screen"
    case .fileName: "file-name"
    case .excerptState: "state"
    default: "rule"
    }
  }
}

extension ScreenRefusal {
  /// Places as people look for them; never what was found there.
  ///
  /// - Parameter cause: that of a find in the text itself; a file name or a reviewer's words have
  ///   no cause but themselves.
  init(_ refusal: Refusal, _ format: OutputFormat, inText cause: Cause = .general) {
    let places =
      switch refusal {
      case .leaks(let findings): Array(Set(findings.map { Self.text($0.place) })).sorted()
      case .undecodable(let byte): ["byte \(byte): not text that can be checked"]
      case .truncated(let byte): ["byte \(byte): cut off"]
      case .embeddedData(let byte): ["byte \(byte): embedded data that cannot be checked"]
      case .nestedTooDeeply: ["nested too deeply to be checked"]
      case .tooLarge: ["too large to be checked"]
      }
    self.init(
      places: places.map { "\(format.rawValue), \($0)" },
      cause: refusal.isInText ? cause : .general)
  }

  static func text(_ place: Finding.Place) -> String {
    switch place {
    case .text(let line, let column): "line \(line), column \(column)"
    case .title(let line, let column): "title (line \(line), column \(column))"
    case .markup(let line, let column): "markup (line \(line), column \(column))"
    case .attribute(let line, let column): "attribute (line \(line), column \(column))"
    case .comment(let line, let column): "comment (line \(line), column \(column))"
    case .script(let line, let column): "script (line \(line), column \(column))"
    case .jsonKey(let line, let column): "key (line \(line), column \(column))"
    case .fileName: "file name"
    case .metadata: "reviewer's words"
    }
  }
}

extension Refusal {
  /// Whether something was found in the output's own bytes.
  var isInText: Bool {
    guard case .leaks(let findings) = self else { return false }
    return findings.contains { finding in
      switch finding.place {
      case .fileName, .metadata: false
      default: true
      }
    }
  }
}
