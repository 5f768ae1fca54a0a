import Screen
import Testing

@testable import EvidenceVault

/// Embargo and expiry hold under a clock that is wrong by ten years either way.
struct EmbargoTests {
  static let decade: UInt64 = 315_532_800
  let office: Office
  let now: UInt64
  let today: String

  init() throws {
    office = try Office()
    now = Session.systemClock()
    today = CalendarDate.text(now)
  }

  /// A draft of a testimony whose source has this consent by now, a window of days around today.
  private func draft(from: Int?, to: Int?) throws -> Code {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    func day(_ days: Int) -> String {
      CalendarDate.text(UInt64(Int64(now) + Int64(days) * 86_400))
    }
    var consent = "audiences: [desk]"
    if let from { consent += ", not_before: \(day(from))" }
    if let to { consent += ", expires: \(day(to))" }
    func source(_ consent: String) -> [UInt8] {
      Array("names: [\"Vilem Okhotnik\"]\nconsent: {\(consent)}\n".utf8)
    }
    // Drafted before the consent had a window: one that has ended could not be.
    let taken = try river.addTestimony(
      Array("Vilem Okhotnik came late. He left early.".utf8),
      source: .document(source("audiences: [desk], expires: 2999-12-31")),
      by: custodian)
    let draft = try river.draftExcerpt(
      of: taken.testimony, audience: "desk", policy: "editor", selection: nil,
      by: try river.permit(ResearcherRole.self))
    try river.updateSource(taken.source, source(consent), by: custodian)
    return draft
  }

  /// Cora approves with her clock, confirming a date.
  private func approve(
    _ code: Code, clock: UInt64, _ date: DateConfirmation?
  ) throws {
    let cora = try office.unlock("cora", on: Device(), clock: { clock })
    try cora.approve(
      code, conditionsMet: false, date: date, reason: "",
      by: try cora.permit(CustodianRole.self))
  }

  private func refuses(
    _ code: Code, clock: UInt64, _ date: DateConfirmation?, _ refusal: VaultRefusal
  ) {
    #expect(throws: VaultError.refused(refusal)) { try approve(code, clock: clock, date) }
  }

  @Test(arguments: [(-1, nil), (nil, 1), (-1, 1), (0, 0)] as [(Int?, Int?)])
  func `a window is open only on a day that was confirmed, and the log says which`(
    from: Int?, to: Int?
  ) throws {
    let code = try draft(from: from, to: to)
    let audra = try office.unlock("audra")
    let auditor = try audra.permit(AuditorRole.self)
    let before = audra.entries
    refuses(code, clock: now, nil, .dateUnconfirmed(today: today))
    // It was a question: nothing was denied.
    #expect(audra.entries == before)
    for wrong in ["2020-01-01", "", "2090-01-01"] {
      refuses(code, clock: now, DateConfirmation(wrong), .dateDiffers(today: today))
    }
    #expect(try audra.log(newest: 2, by: auditor).first?.subjects == [code.text, "date"])
    try approve(code, clock: now, DateConfirmation(today))
    let line = try #require(try audra.log(newest: 2, by: auditor).first)
    #expect(line.act == "excerptApproved" && line.subjects.last == "date-\(today)")
    // What was approved is exported until the last day, and without one whatever the day.
    let edda = try office.unlock("edda", clock: { now + Self.decade })
    let editor = try edda.permit(EditorRole.self)
    func export() throws { _ = try edda.export(code, format: .txt, fileName: nil, by: editor) }
    if to == nil {
      try export()
    } else {
      #expect(throws: VaultError.refused(.consentExpired)) { try export() }
    }
  }

  @Test func `without a window no day is asked for, and none is logged`() throws {
    let code = try draft(from: nil, to: nil)
    try approve(code, clock: now, nil)
    let audra = try office.unlock("audra")
    let line = try #require(
      try audra.log(newest: 2, by: try audra.permit(AuditorRole.self)).first)
    #expect(line.subjects == [code.text, "desk", "editor"])
  }

  @Test func `a clock ten years ahead passes no embargo that a person does not confirm`() throws {
    let code = try draft(from: 100, to: nil)
    let ahead = now + Self.decade
    refuses(code, clock: now, DateConfirmation(today), .consentNotYet)
    refuses(code, clock: ahead, nil, .dateUnconfirmed(today: CalendarDate.text(ahead)))
    refuses(
      code, clock: ahead, DateConfirmation(today),
      .dateDiffers(today: CalendarDate.text(ahead)))
  }

  @Test func `an entry ten years ahead passes no embargo, and its day is no lower bound for ever`()
    throws
  {
    let embargoed = try draft(from: 100, to: nil)
    let open = try draft(from: -1, to: nil)
    let ending = try draft(from: nil, to: 100)
    let edda = try office.unlock("edda")
    let ahead = now + Self.decade
    try Forger(edda, office.store).append(.logRead, time: ahead)
    let known = DateConfirmation(today, logIsAhead: true)
    refuses(embargoed, clock: now, known, .consentNotYet)
    let newest = CalendarDate.text(ahead)
    for date in [nil, DateConfirmation(today)] {
      refuses(open, clock: now, date, .dateBeforeLog(today: today, newest: newest))
    }
    refuses(
      open, clock: now, DateConfirmation(newest, logIsAhead: true), .dateDiffers(today: today))
    try office.unlock("cora", on: Device(), clock: { now }).keepFindings(in: open)
    // As far as the log goes this consent may have ended.
    refuses(ending, clock: now, known, .consentExpired)
    try approve(open, clock: now, known)
  }

  @Test func `a clock ten years behind does not open what has ended`() throws {
    let ended = try draft(from: nil, to: -100)
    let behind = now - Self.decade
    let then = CalendarDate.text(behind)
    refuses(ended, clock: now, DateConfirmation(today), .consentExpired)
    refuses(
      ended, clock: behind, DateConfirmation(then),
      .dateBeforeLog(today: then, newest: today))
    refuses(ended, clock: behind, DateConfirmation(then, logIsAhead: true), .consentExpired)
  }
}
