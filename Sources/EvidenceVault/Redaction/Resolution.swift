import Anonymity

/// What the hits of a text come to: what is replaced, and what somebody has to decide on.
///
/// Decided on the whole document, title and text, so that it does not depend on which sentences an
/// excerpt has.
struct Resolution {
  private(set) var spans: [RedactedSpan] = []
  private(set) var doubts: [Doubt] = []
  /// The tails of the doubts, in the same order.
  private(set) var tails: [Range<Int>] = []

  private let redactor: Redactor
  private let present: Set<Int>

  init(of bytes: [UInt8], by redactor: Redactor) {
    self.redactor = redactor
    let matches = redactor.matcher.matches(in: bytes)
    present = redactor.present.union(redactor.identities.named(by: matches))
    let whole = matches.filter { redactor.isSure($0) }
    addWhole(
      CoveredSpan.of(
        whole.filter { $0.identifiers.contains(where: redactor.isReplaced) }, in: bytes))
    addParts(matches, outside: whole, bytes)
    addInitials(bytes)
  }

  /// Initials that label a speaker or name a file, of those whom the document names and of who gave it.
  private mutating func addInitials(_ bytes: [UInt8]) {
    // Most texts have none, and to look up people's names takes longer.
    let places = SpeakerInitials.places(in: bytes)
    guard !places.isEmpty else { return }
    let persons = present.union(redactor.giver.map { [$0] } ?? [])
      .filter { redactor.identities.isProtected($0, redactor.policy, redactor.audience) }
    let initials = redactor.identities.initials(of: persons)
    for place in places
    where !spans.contains(where: { $0.range.overlaps(place.range) })
      && !doubts.contains(where: { $0.range.overlaps(place.range) })
    {
      let owners = persons.filter { initials[$0]?.contains(place.letters) ?? false }
      guard !owners.isEmpty else { continue }
      doubt(
        place.range, place.range.upperBound..<place.range.upperBound, .uncertainName, owners)
    }
  }

  private mutating func addWhole(_ covered: [CoveredSpan]) {
    for span in covered {
      let (replacement, shared) = redactor.replacement(for: span)
      spans.append(RedactedSpan(range: span.range, tail: span.tail, replacement))
      if !shared.isEmpty { doubt(span.range, span.tail, .sharedName, shared) }
    }
  }

  private mutating func doubt(
    _ range: Range<Int>, _ tail: Range<Int>, _ reason: Doubt.Reason, _ persons: Set<Int>
  ) {
    let ordered = persons.sorted {
      (present.contains($0) ? 0 : 1, $0) < (present.contains($1) ? 0 : 1, $1)
    }
    doubts.append(Doubt(range: range, reason: reason, persons: ordered))
    tails.append(tail)
  }

  /// Parts of names that are in no whole one. The longest counts; what overlaps it is joined to it.
  private mutating func addParts(_ matches: [Match], outside whole: [Match], _ bytes: [UInt8]) {
    var open = matches.filter { match in
      !redactor.isSure(match) && !whole.contains { $0.range.overlaps(match.range) }
    }.filter { $0.identifiers.contains(where: redactor.isReplaced) }
    // A titled common name is a hit like others; one alone must not widen them.
    open = open.filter { match in
      redactor.identities.best(match) == .t2 || match.isTitled
        || !open.contains {
          $0 != match && $0.range.overlaps(match.range) && $0.range.count > match.range.count
        }
    }
    var at = 0
    while at < open.count {
      let first = at
      var end = open[at].range.upperBound
      while at < open.count, at == first || open[at].range.lowerBound < end {
        end = max(end, open[at].range.upperBound)
        at += 1
      }
      add(Array(open[first..<at]), whole, bytes)
    }
  }

  private mutating func add(_ group: [Match], _ whole: [Match], _ bytes: [UInt8]) {
    guard let longest = group.max(by: { $0.range.count < $1.range.count }) else { return }
    let identities = redactor.identities
    let range = group[0].range.lowerBound..<(group.map(\.range.upperBound).max() ?? 0)
    let tail =
      longest.range.upperBound == range.upperBound
      ? longest.tail : range.upperBound..<range.upperBound
    // Hits that the longest one holds say no more than it; others make it ambiguous.
    let deciding = group.filter {
      $0.range == longest.range || $0.range.lowerBound < longest.range.lowerBound
        || $0.range.upperBound > longest.range.upperBound
    }
    let persons = Set(
      deciding.flatMap(\.identifiers).flatMap { index in
        identities.facts[index].persons.filter { redactor.isReplaced(index, of: $0) }
      })
    guard !persons.isEmpty else { return }
    let here = persons.intersection(present)
    let isAnothers = deciding.contains { !$0.anothers.isEmpty }
    let isPart = deciding.contains { match in
      match.identifiers.contains { identities.identifiers[$0].tier <= .t2 }
    }
    let isShown =
      deciding.contains(where: \.isTitled) || stands(range, beside: whole, persons, bytes)
    guard isPart || isShown || !here.isEmpty else { return }
    if !isAnothers, isPart || isShown, here.count == 1, let only = here.first {
      spans.append(
        RedactedSpan(range: range, tail: tail, replacement(of: only, by: longest)))
      return
    }
    let isDate = longest.identifiers.contains { identities.identifiers[$0].kind == .birthDate }
    if isDate || isAnothers
      || longest.identifiers.contains(where: { identities.identifiers[$0].tier == .t1 })
    {
      doubt(range, tail, isDate ? .birthDate : .uncertainName, persons)
      return
    }
    let isSurname = longest.identifiers.contains { identities.identifiers[$0].part == .surname }
    let reason: Doubt.Reason =
      !isPart ? .commonName : here.count > 1 ? .sharedName : isSurname ? .rareSurname : .givenName
    doubt(range, tail, reason, persons)
  }

  /// What stands for somebody's name, or for a date that is his.
  private func replacement(of person: Int, by match: Match) -> Replacement {
    let own = match.identifiers.first {
      redactor.identities.facts[$0].persons.contains(person)
    }
    guard let own, !redactor.identities.identifiers[own].kind.isPerson else {
      return redactor.replacement(of: person)
    }
    return .words(
      nil, person: person, kind: MentionKind(redactor.identities.identifiers[own].kind))
  }

  /// How far from a common name another thing known of the person may stand.
  private static let reach = 32

  /// Whether a number, an address or the like of one of them stands beside it: Kim (010-…).
  private func stands(
    _ range: Range<Int>, beside whole: [Match], _ persons: Set<Int>, _ bytes: [UInt8]
  ) -> Bool {
    whole.contains { match in
      let gap =
        match.range.lowerBound >= range.upperBound
        ? range.upperBound..<match.range.lowerBound
        : match.range.upperBound..<max(match.range.upperBound, range.lowerBound)
      guard gap.count <= Self.reach, !bytes[gap].contains(where: { $0 == 0x0A || $0 == 0x2E })
      else {
        return false
      }
      return match.identifiers.contains { index in
        !redactor.identities.identifiers[index].kind.isPerson
          && redactor.identities.facts[index].persons.contains(where: persons.contains)
      }
    }
  }

  /// What is replaced when nobody has decided: doubts of those kinds that are left out, too.
  ///
  /// - Parameter left: where somebody decided that the words stay.
  func spans(leaving left: [Range<Int>]) -> [RedactedSpan] {
    var out = spans
    for doubt in doubts where left.contains(where: { $0.holds(doubt.range) }) {
      out.removeAll { $0.range == doubt.range }
    }
    for (doubt, tail) in zip(doubts, tails)
    where doubt.reason.isWithheld && !left.contains(where: { $0.holds(doubt.range) })
      && !out.contains(where: { $0.range == doubt.range })
    {
      let kind: MentionKind = doubt.reason == .birthDate ? .birthDate : .name
      out.append(
        RedactedSpan(range: doubt.range, tail: tail, .words(nil, person: nil, kind: kind)))
    }
    return out.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension Range<Int> {
  /// Whether all of another range lies in it.
  func holds(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

extension Identities {
  /// The initials of the listed names of some people.
  func initials(of persons: Set<Int>) -> [Int: Set<String>] {
    var out: [Int: Set<String>] = [:]
    for (identifier, fact) in zip(identifiers, facts)
    where identifier.kind == .name && identifier.reason == nil && identifier.part == nil
      && fact.persons.count == 1 && persons.contains(fact.person)
    {
      out[fact.person, default: []].formUnion(SpeakerInitials.of(identifier.text))
    }
    return out
  }

  /// The surest tier of a hit.
  func best(_ match: Match) -> Tier {
    match.identifiers.map { tier($0, in: match) }.min() ?? .t4
  }

  /// How surely an identifier is meant where it was found.
  func tier(_ identifier: Int, in match: Match) -> Tier {
    match.tier(of: identifier, listed: identifiers[identifier].tier)
  }

  /// Whom a text names by something that is theirs alone.
  ///
  /// Places and employers are many people's, and so is a spelling that two have: neither tells whom
  /// a given name in the same text means.
  func named(by matches: [Match]) -> Set<Int> {
    var named: Set<Int> = []
    for match in matches {
      let own = match.identifiers.filter {
        tier($0, in: match) == .t1 && identifiers[$0].kind != .place
          && identifiers[$0].kind != .employer
      }
      let persons = Set(own.flatMap { facts[$0].persons })
      if persons.count == 1 { named.formUnion(persons) }
    }
    return named
  }
}
