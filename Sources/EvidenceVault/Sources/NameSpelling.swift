import Anonymity

/// A spelling under which a person is sought, and why; or one to be confirmed.
public struct NameSpelling: Codable, Equatable, Sendable {
  /// The reason of a name that the source file lists.
  public static let listed = "listed"
  /// The reason of a spelling that is not sought until a person lists it: what a name that is
  /// known in Latin letters alone may be in its own script.
  public static let candidate = "candidate"
  /// How many candidates are given for a name in each script.
  private static let candidates = 8

  /// `self` for the source; otherwise the relation, numbered where several have the same.
  public let person: String
  /// The listed name that it is a spelling of.
  public let name: String
  public let spelling: String
  /// ``listed``, ``candidate``, or the raw value of a `Variant.Reason`.
  public let reason: String
  /// How surely it is the person: 1 is replaced wherever it stands, 2 where the document names the
  /// person in full, 3 only beside a title or the like.
  public let tier: Int
  /// Which part of the name it is: `given`, `surname`, `patronymic`, …; `nil` for all of it.
  public let part: String?

  private init(
    person: String, name: String, spelling: String, reason: String, tier: Tier = .t1,
    part: NamePart.Role? = nil
  ) {
    self.person = person
    self.name = name
    self.spelling = spelling
    self.reason = reason
    self.tier = tier.rawValue
    self.part = part?.rawValue
  }

  /// All spellings of a source and of each relative in turn: listed names first, then their
  /// variants, each once and without those that are not written.
  static func all(of document: SourceDocument) -> [NameSpelling] {
    var all = spellings(of: "self", document.names, leavingOut: document.notWritten)
    var seen: [String: Int] = [:]
    for relative in document.relatives {
      let relation = relative.relation
      seen[relation, default: 0] += 1
      let several = document.relatives.count { $0.relation == relation } > 1
      let person = several ? "\(relation) \(seen[relation, default: 0])" : relation
      all += spellings(of: person, relative.names, leavingOut: relative.notWritten)
    }
    return all
  }

  private static func spellings(
    of person: String, _ names: [String], leavingOut notWritten: [String]?
  ) -> [NameSpelling] {
    let leftOut = SpellingSet(notWritten ?? [])
    var seen = SpellingSet(names)
    var all = names.map { NameSpelling(person: person, name: $0, spelling: $0, reason: listed) }
    let made = Parallel.map(names, NameSpellings.init)
    for (name, spellings) in zip(names, made) {
      for variant in spellings.variants
      where !leftOut.contains(variant.text) && seen.insert(variant.text) {
        all.append(
          NameSpelling(
            person: person, name: name, spelling: variant.text, reason: variant.reason.rawValue))
      }
    }
    let partsOut = SpellingSet(NameSpellings.parts(ofNotWritten: notWritten ?? []))
    var parts = Set(all.map(\.spelling))
    for (name, spellings) in zip(names, made) {
      for part in spellings.parts
      where !partsOut.contains(part.text) && parts.insert(part.text).inserted {
        all.append(
          NameSpelling(
            person: person, name: name, spelling: part.text, reason: part.reason.rawValue,
            tier: part.tier, part: part.role))
      }
    }
    for name in names {
      for candidate in candidates(for: name, beside: names)
      where !leftOut.contains(candidate) && seen.insert(candidate) {
        all.append(
          NameSpelling(person: person, name: name, spelling: candidate, reason: Self.candidate))
      }
    }
    return all
  }

  /// In its own script, where no name of the person is in one.
  private static func candidates(for name: String, beside names: [String]) -> [String] {
    guard names.allSatisfy({ $0.unicodeScalars.allSatisfy { $0.value < 0x370 } }) else { return [] }
    return Array(KoreanCandidates.of(latin: name).prefix(candidates))
      + Array(CyrillicCandidates.of(latin: name).map(\.text).prefix(candidates))
  }
}

extension Session {
  /// The spellings under which a source and the relatives are sought; logged before the record is
  /// opened.
  ///
  /// - Throws: ``VaultError/notFound``.
  public func variants(
    of code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [NameSpelling] {
    NameSpelling.all(of: try source(code, reason: "", by: permit).document)
  }
}
