import Foundation

/// What searching everything again for everybody known found.
public struct VaultScreening: Codable, Equatable, Sendable {
  /// How many testimonies were redacted once more, to compare.
  public let testimonies: Int
  /// Those whose working copy came out otherwise and was written anew.
  public let redacted: [Code]
  /// How many drafts were redacted and screened.
  public let drafts: Int
  public let blocked: [BlockedDraft]
  /// How many releases were searched.
  public let releases: Int
  public let exposures: [Exposure]
}

extension Session {
  /// How many testimonies one transaction compares.
  private static let batch = 256

  /// Searches all working copies, drafts and releases again for everybody whom the vault knows now.
  ///
  /// A working copy that would come out otherwise today is written anew; nothing else is changed.
  /// It works in transactions of some records each and is never half done: killed, what it has
  /// written stays right, and the next run finds the rest.
  ///
  /// - Parameter progress: is told how many of how many records are done.
  public func screenVault(
    by permit: borrowing Permit<CustodianRole>,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> VaultScreening {
    try vaultErrors {
      try write { try $0.log(.vaultScreened, [], reason: "") }
      let (originals, drafts, releases) = try read { reader in
        let held = try self.holding(.researcher, self.state, reader.store)
        return (
          try reader.map.leaves(prefix: self.lookup.prefix(of: .original)).map(\.key),
          try reader.listings(ExcerptSummary.self, .excerpt, held, self.me)
            .filter { $0.status == .draft }.map(\.code).sorted { $0.text < $1.text },
          try reader.map.leaves(prefix: self.lookup.prefix(of: .release)).count
        )
      }
      let total = originals.count + drafts.count + releases
      var redacted: [Code] = []
      for start in stride(from: 0, to: originals.count, by: Self.batch) {
        let part = Array(originals[start..<min(start + Self.batch, originals.count)])
        redacted += try write { try WorkingCopyCheck(transaction: $0).redact(part) }
        progress(start + part.count, total)
      }
      var blocked: [BlockedDraft] = []
      for (index, code) in drafts.enumerated() {
        if let draft = try write({ try $0.blocked(code) }) { blocked.append(draft) }
        progress(originals.count + index + 1, total)
      }
      let search = ReleaseSearch(try write { try $0.people() })
      let leaks = try leaks(search) { done, _ in
        progress(originals.count + drafts.count + done, total)
      }
      return VaultScreening(
        testimonies: originals.count, redacted: redacted.sorted { $0.text < $1.text },
        drafts: drafts.count, blocked: blocked, releases: releases,
        exposures: try report(leaks, search))
    }
  }
}

extension Transaction {
  /// What the screen has against a draft; `nil` if nothing, or if it is no draft any more.
  fileprivate func blocked(_ code: Code) throws -> BlockedDraft? {
    let excerpt = try excerpt(code)
    guard excerpt.status == .draft else { return nil }
    let releasing = Releasing(
      transaction: self, excerpt: excerpt, conditionsMet: false, date: nil, words: [], fileName: nil
    )
    return try releasing.screenRefusal().map { BlockedDraft(excerpt: code, places: $0.places) }
  }
}

/// Compares working copies with what redaction makes of their originals now.
struct WorkingCopyCheck {
  let transaction: Transaction

  /// Writes those anew that differ, with one log entry for them.
  ///
  /// - Parameter keys: of originals.
  func redact(_ keys: [MapKey]) throws -> [Code] {
    let originals = try Codec.decodeAll(
      OriginalRecord.self, try transaction.open(.original, keys).compactMap { $0 })
    let stored = try transaction.open(
      .working, originals.map { transaction.lookup.record(.working, $0.code.text) })
    let people = try transaction.people()
    let desk = people.desk(for: originals.flatMap(\.texts))
    var register = try transaction.register(Audience.internalName)
    let before = register
    // Most are as they were, which is found out on all cores; letters are given in order, by one.
    let stale = Parallel.map(Array(zip(originals, stored))) { original, stored -> Bool in
      var letters = before
      guard let made = try? desk.workingCopy(of: original, register: &letters),
        let bytes = try? Codec.encode(made)
      else { return true }
      return letters != before || bytes != stored
    }
    let changed = zip(originals, stale).filter(\.1).map(\.0)
    guard !changed.isEmpty else { return [] }
    let acceptance = Acceptance(transaction: transaction, desk: desk)
    for original in changed { try acceptance.writeWorkingCopy(original, register: &register) }
    if register != before {
      try transaction.put(
        .register, register.audience, listing: [], body: try Codec.encode(register))
    }
    let codes = changed.map(\.code)
    try transaction.log(
      .vaultScreened, ["redacted-\(codes.count)"] + codes.map(\.text), reason: "")
    return codes
  }
}
