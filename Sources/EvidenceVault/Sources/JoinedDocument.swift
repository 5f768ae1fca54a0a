import Anonymity

/// What two records that were one person's say together: what either knows, and of what was agreed to
/// the narrower.
struct JoinedDocument {
  let document: SourceDocument

  /// - Throws: ``FieldFault/mergeContradiction`` where the two cannot both be true, or where what
  ///   labels would say is listed by the other.
  init(_ one: SourceDocument, _ other: SourceDocument) throws(FieldFault) {
    var joined = one
    joined.names = one.names.adding(other.names)
    joined.aliases = one.aliases.adding(other.aliases)
    joined.describeAs.merge(other.describeAs) { first, _ in first }
    joined.born = try Self.born(one.born, other.born)
    joined.phones = one.phones.adding(other.phones)
    joined.emails = one.emails.adding(other.emails)
    joined.handles = one.handles.adding(other.handles)
    joined.documents = one.documents.adding(other.documents)
    joined.places = one.places.adding(other.places)
    joined.employers = one.employers.adding(other.employers) { $0.name == $1.name }
    joined.relatives = try Self.relatives(one.relatives, other.relatives)
    joined.contact = Self.both(one.contact, other.contact)
    joined.note = Self.both(one.note, other.note)
    joined.notWritten = Self.notWritten(
      one.notWritten, other.notWritten, listed: joined.names + joined.aliases)
    joined.consent = try Self.consent(one.consent, other.consent)
    // As strictly as a source file is read.
    do throws(InputFault) { document = try SourceDocument(yaml: Array(joined.yaml.utf8)) } catch {
      throw .mergeContradiction
    }
  }

  /// The more exact of two dates that fit each other.
  private static func born(_ one: String?, _ other: String?) throws(FieldFault) -> String? {
    guard let one, let other else { return one ?? other }
    guard one.hasPrefix(other) || other.hasPrefix(one) else { throw .mergeContradiction }
    return one.count >= other.count ? one : other
  }

  /// What either says, each part once.
  private static func both(_ one: String?, _ other: String?) -> String? {
    guard let one, let other else { return one ?? other }
    let parts = one.split(separator: "; ")
    let more = other.split(separator: "; ").filter { !parts.contains($0) }
    return more.isEmpty ? one : "\(one); \(more.joined(separator: "; "))"
  }

  /// A spelling that the other lists is written after all.
  private static func notWritten(
    _ one: [String]?, _ other: [String]?, listed: [String]
  ) -> [String]? {
    let words = (one ?? []).adding(other ?? []).filter { word in
      let spelling = SpellingSet([word])
      return !listed.contains(where: spelling.contains)
    }
    return words.isEmpty ? nil : words
  }

  private static func relatives(
    _ one: [SourceDocument.Relative], _ other: [SourceDocument.Relative]
  ) throws(FieldFault) -> [SourceDocument.Relative] {
    var joined = one
    for relative in other {
      guard let index = joined.firstIndex(where: { $0.isSame(as: relative) }) else {
        joined.append(relative)
        continue
      }
      joined[index].names = joined[index].names.adding(relative.names)
      joined[index].aliases = joined[index].aliases.adding(relative.aliases)
      joined[index].phones = joined[index].phones.adding(relative.phones)
      joined[index].places = joined[index].places.adding(relative.places)
      joined[index].born = try born(joined[index].born, relative.born)
      joined[index].notWritten = notWritten(
        joined[index].notWritten, relative.notWritten,
        listed: joined[index].names + joined[index].aliases)
    }
    return joined
  }

  // MARK: - What was agreed to

  private typealias Consent = SourceDocument.Consent

  private static func consent(
    _ one: Consent, _ other: Consent
  ) throws(FieldFault) -> Consent {
    var joined = Consent()
    joined.purposes = try purposes(one.purposes, other.purposes)
    joined.audiences = one.audiences.filter(other.audiences.contains)
    joined.onRecord = one.onRecord.filter(other.onRecord.contains)
    // ISO dates: what is written later is later.
    joined.notBefore = [one.notBefore, other.notBefore].compactMap { $0 }.max()
    joined.expires = [one.expires, other.expires].compactMap { $0 }.min()
    joined.withhold = one.withhold.adding(other.withhold)
    joined.placeLevel = coarser(one.placeLevel, other.placeLevel)
    joined.conditions = one.conditions.adding(other.conditions)
    let holds = (one.holds ?? []).adding(other.holds ?? [])
    joined.holds = holds.isEmpty ? nil : holds
    joined.description = both(one.description, other.description)
    return joined
  }

  /// None means any, so two lists without a common word cannot be written as one.
  private static func purposes(
    _ one: [String], _ other: [String]
  ) throws(FieldFault) -> [String] {
    if one.isEmpty || other.isEmpty { return one + other }
    let common = one.filter(other.contains)
    guard !common.isEmpty else { throw .mergeContradiction }
    return common
  }

  private static func coarser(_ one: String?, _ other: String?) -> String? {
    guard let one, let other else { return one ?? other }
    let words = PlaceLevel.allCases.map(\.word)
    return (words.firstIndex(of: one) ?? 0) >= (words.firstIndex(of: other) ?? 0) ? one : other
  }
}

extension SourceDocument.Relative {
  /// Who has the relation and a name in common with a relative of the same person is that relative.
  func isSame(as other: Self) -> Bool {
    relation == other.relation
      && !Set(names + aliases).isDisjoint(with: other.names + other.aliases)
  }
}

extension Array where Element: Equatable {
  fileprivate func adding(
    _ others: [Element], isSame: (Element, Element) -> Bool = { $0 == $1 }
  ) -> [Element] {
    others.reduce(into: self) { all, next in
      if !all.contains(where: { isSame($0, next) }) { all.append(next) }
    }
  }
}
