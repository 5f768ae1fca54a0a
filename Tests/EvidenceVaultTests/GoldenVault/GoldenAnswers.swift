import EvidenceVault
import Foundation
import SQLiteStore
import Screen

/// Everything that a member can learn from a vault through the public library.
struct GoldenAnswers: Codable, Equatable {
  struct Person: Codable, Equatable {
    let handle, fingerprint: String
    let rights, holds, waiting: [String]
    let removed: Bool
  }

  struct RoleState: Codable, Equatable {
    let role: String
    let epoch: UInt32?
    let closed: Bool
    let members: [String]
  }

  struct Original: Codable, Equatable {
    let source, text: String
    let title: String?
  }

  struct Working: Codable, Equatable {
    let title, language: String
    let date: String?
    let sentences, notes: [String]
  }

  struct Draft: Codable, Equatable {
    let testimony, audience, policy, status, drafter: String
    let selection, reviewer, reason: String?
    let sentences: [String]
  }

  struct Waiting: Codable, Equatable {
    let documenter, testimony: String
    let source: SourceDocument
  }

  struct Line: Codable, Equatable {
    let number: UInt64
    let act, member, time, reason: String
    let subjects: [String]
  }

  var roles: [String] = []
  /// Roles whose permit was refused.
  var denied: [String] = []
  /// The fingerprint of the public card.
  var card = ""
  var members: [Person] = []
  var roleStates: [RoleState] = []
  var sources: [String: SourceDocument] = [:]
  var originals: [String: Original] = [:]
  var inbox: [String: Waiting] = [:]
  var testimonies: [String: Working] = [:]
  var excerpts: [String: Draft] = [:]
  /// By code and format.
  var releases: [String: String] = [:]
  var log: [Line] = []
}

// MARK: - Asking

extension GoldenAnswers {
  /// Asks for everything; each denial and each opening goes into the log of this copy.
  init(of member: GoldenCase.Member, in store: SQLiteStore, pins: any PinStore) throws {
    let session = try Vault.unlock(
      store, handle: member.handle, passphrase: try phrase(member.passphrase), pins: pins)
    let entries = try session.verifyLogFromGenesis().entries
    roles = session.roles.map(\.word).sorted()
    card = try session.cardFingerprint()
    members = try session.members().map {
      Person(
        handle: $0.handle, fingerprint: $0.fingerprint, rights: $0.rights.map(\.word),
        holds: $0.holds.map(\.word), waiting: $0.waiting.map(\.word), removed: $0.removed)
    }
    roleStates = try session.roleList().map {
      RoleState(role: $0.role.word, epoch: $0.epoch, closed: $0.closed, members: $0.members)
    }
    try asking(.auditor) { try $0.readLog(session, until: entries) }
    try asking(.custodian) { try $0.readSecrets(session) }
    try asking(.researcher) { try $0.readTestimonies(session) }
    try asking(.editor) { try $0.readReleases(session) }
  }

  private mutating func asking(
    _ role: Role, _ ask: (inout GoldenAnswers) throws -> Void
  ) throws {
    do { try ask(&self) } catch VaultError.roleMissing(role) { denied.append(role.word) }
  }

  private mutating func readLog(_ session: Session, until entries: UInt64) throws {
    let auditor = try session.permit(AuditorRole.self)
    log = try session.log(newest: .max, by: auditor).filter { $0.number < entries }.map {
      Line(
        number: $0.number, act: $0.act, member: $0.member, time: $0.time, reason: $0.reason,
        subjects: $0.subjects)
    }
  }

  private mutating func readSecrets(_ session: Session) throws {
    let custodian = try session.permit(CustodianRole.self)
    for source in try session.sources(by: custodian) {
      sources[source.code.text] =
        try session.source(source.code, reason: "golden", by: custodian).document
    }
    let researcher = try session.permit(ResearcherRole.self)
    for testimony in try session.testimonies(by: researcher) {
      let original = try session.original(testimony.code, reason: "golden", by: custodian)
      originals[testimony.code.text] = Original(
        source: original.source.text, text: original.text.reveal(by: custodian),
        title: original.title?.reveal(by: custodian))
    }
    for waiting in try session.inbox(by: custodian).drops {
      let drop = try session.drop(waiting.code, by: custodian)
      inbox[waiting.code.text] = Waiting(
        documenter: drop.documenter, testimony: drop.testimony.reveal(by: custodian),
        source: drop.source)
    }
  }

  private mutating func readTestimonies(_ session: Session) throws {
    let researcher = try session.permit(ResearcherRole.self)
    for summary in try session.testimonies(by: researcher) {
      let copy = try session.testimony(summary.code, by: researcher)
      testimonies[summary.code.text] = Working(
        title: copy.title, language: copy.language, date: copy.date, sentences: copy.sentences,
        notes: copy.notes.map { "\($0.by): \($0.text)" })
    }
    for summary in try session.excerpts(by: researcher) {
      let excerpt = try session.excerpt(summary.code, by: researcher)
      excerpts[summary.code.text] = Draft(
        testimony: summary.testimony.text, audience: summary.audience, policy: summary.policy,
        status: summary.status.rawValue, drafter: excerpt.drafter, selection: excerpt.selection,
        reviewer: excerpt.reviewer, reason: excerpt.reason, sentences: excerpt.sentences)
    }
  }

  private mutating func readReleases(_ session: Session) throws {
    let editor = try session.permit(EditorRole.self)
    for summary in try session.releases(by: editor) {
      for format in OutputFormat.allCases {
        let copy = try session.export(summary.code, format: format, fileName: nil, by: editor)
        releases["\(summary.code.text).\(format.rawValue)"] =
          String(decoding: copy.bytes, as: UTF8.self)
      }
    }
  }
}
