import Anonymity

/// What stands for a stretch of text in which known identifiers are.
extension Redactor {
  /// The longest hit decides; hits that reach beyond it, or that belong to several people, make the
  /// span ambiguous, and what is ambiguous is withheld. Then also those whose it may be.
  func replacement(for span: CoveredSpan) -> (Replacement, shared: Set<Int>) {
    let hits = span.matches.flatMap { match in
      match.identifiers.map {
        (range: match.range, index: $0, tier: identities.tier($0, in: match))
      }
    }.filter {
      isReplaced($0.index) && ($0.tier == .t1 || $0.tier == .t2 && isPresent($0.index))
    }
    // Without a hit to decide, the span is withheld: it was covered for a reason.
    guard let longest = hits.max(by: { $0.range.count < $1.range.count }) else {
      return (.words(nil, person: nil, kind: .name), [])
    }
    let deciding = hits.filter {
      $0.range == longest.range
        || $0.range.lowerBound < longest.range.lowerBound
        || $0.range.upperBound > longest.range.upperBound
    }
    let people = deciding.filter { identities.identifiers[$0.index].kind.isPerson }
    if let first = people.first {
      let persons = people.reduce(into: Set<Int>()) { all, hit in
        let owners = identities.facts[hit.index].persons
        all.formUnion(hit.tier == .t1 ? owners : owners.filter(present.contains))
      }
      let person = identities.facts[first.index].person
      let kind = identities.identifiers[first.index].kind
      guard persons.count == 1 else {
        return (.words(nil, person: nil, kind: MentionKind(kind)), persons)
      }
      guard people.allSatisfy({ identities.action($0.index, policy, audience) == .pseudonymise })
      else { return (.words(nil, person: nil, kind: MentionKind(kind)), []) }
      return (.person(person), [])
    }
    // Of several whose place it is, the one of whom least may be told decides.
    let same = hits.filter { $0.range == longest.range }
    let strictest =
      same.first { identities.action($0.index, policy, audience) == .suppress }
      ?? same.max { level(of: $0.index) < level(of: $1.index) } ?? longest
    let fact = identities.facts[strictest.index]
    let kind = identities.identifiers[strictest.index].kind
    let isGeneralised = identities.action(strictest.index, policy, audience) == .generalise
    if isGeneralised, kind == .place {
      return (.area(of: identities.identifiers[strictest.index].text, person: fact.person), [])
    }
    return (
      .words(isGeneralised ? fact.generalise : nil, person: fact.person, kind: MentionKind(kind)),
      []
    )
  }

  /// An alias of one may be the given name of another whom the document names in full.
  private func isPresent(_ index: Int) -> Bool {
    identities.facts[index].persons.contains(where: present.contains)
  }

  private func level(of identifier: Int) -> Int {
    identities.placeLevel(identities.facts[identifier].person, policy)?.rawValue ?? -1
  }
}

extension Identities {
  /// What a person is called in Cyrillic, in the nominative: as listed, or as a Korean name is
  /// written. A declined form of one of these tells the case.
  func cyrillicNames(ofPerson person: Int) -> [String] {
    identifiers.indices.filter {
      facts[$0].person == person && identifiers[$0].kind.isPerson
        && (identifiers[$0].reason == nil || identifiers[$0].reason == .cyrillic)
    }.map { identifiers[$0].text }.filter {
      $0.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
    }
  }
}

extension IdentifierKind {
  /// Whether it is what a person is called.
  var isPerson: Bool { self == .name || self == .alias }
}
