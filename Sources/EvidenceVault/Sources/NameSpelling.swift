import Anonymity

/// A spelling under which a person is sought, and why.
public struct NameSpelling: Codable, Equatable, Sendable {
  /// The reason of a name that the source file lists.
  public static let listed = "listed"

  /// `self` for the source; otherwise the relation, numbered where several have the same.
  public let person: String
  /// The listed name that it is a spelling of.
  public let name: String
  public let spelling: String
  /// ``listed``, or the raw value of a `Variant.Reason`.
  public let reason: String

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
    for (name, variants) in zip(names, Parallel.map(names, NameVariants.of)) {
      for variant in variants
      where !leftOut.contains(variant.text) && seen.insert(variant.text) {
        all.append(
          NameSpelling(
            person: person, name: name, spelling: variant.text, reason: variant.reason.rawValue))
      }
    }
    return all
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
