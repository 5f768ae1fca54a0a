import Anonymity

/// Puts labels, general words or a note of what is withheld in the place of known identifiers.
struct Redactor: Sendable {
  let identities: Identities
  let matcher: Matcher
  /// As it is for the audience.
  let policy: Policy
  let audience: String
  let language: Language

  init(
    _ identities: Identities, matcher: Matcher, policy: Policy, audience: String,
    language: Language
  ) {
    self.identities = identities
    self.matcher = matcher
    self.policy = policy.resolved(for: audience)
    self.audience = audience
    self.language = language
  }

  /// The whole text in pieces, in order. Their ranges lie in order and cover it.
  ///
  /// - Parameters:
  ///   - kept: what of the text will be shown; letters drawn elsewhere are not kept.
  ///   - insertions: what is replaced beside the known identifiers.
  func pieces(
    of bytes: [UInt8], keeping kept: [Range<Int>]? = nil, inserting insertions: [Insertion] = [],
    register: inout LabelRegister
  ) -> [Piece] {
    var unseen = register
    var writer = PieceWriter(bytes)
    let known = matcher.cover(in: bytes) {
      identities.action($0, policy, audience) != .keep
    }.map { RedactedSpan(range: $0.range, tail: $0.tail, replacement(for: $0)) }
    let insertions = insertions + rewordings(of: bytes)
    let spans = insertions.isEmpty ? known : insertions.merged(with: known)
    for number in spans.indices {
      writer.copy(upTo: spans[number].range.lowerBound)
      let place = Place(number, of: spans, bytes: bytes, before: writer.tail, document: language)
      if kept?.contains(where: { $0.overlaps(place.span.range) }) ?? true {
        put(place, &writer, &register)
      } else {
        put(place, &writer, &unseen)
      }
    }
    writer.copy(upTo: bytes.count)
    return writer.pieces.withoutRepeatedLabels()
  }

  /// What the policy has told more coarsely than it stands there.
  private func rewordings(of bytes: [UInt8]) -> [Insertion] {
    TextLadder(policy.quantities, language: language).rewordings(in: bytes).map {
      Insertion(
        range: $0.range, replacement: .reworded($0.text), isDecided: false)
    }
  }

  /// A covered span and what stands around it.
  private struct Place {
    let span: RedactedSpan
    /// Where the next span begins: nothing from there on belongs to this one.
    let limit: Int
    let end: Int
    let tail: String
    let after: String
    let language: Language

    init(
      _ number: Int, of spans: [RedactedSpan], bytes: [UInt8], before: String, document: Language
    ) {
      span = spans[number]
      limit = number + 1 < spans.count ? spans[number + 1].range.lowerBound : bytes.count
      end = span.tail.isEmpty ? span.range.upperBound : span.tail.upperBound
      let stop = min(bytes.count, end + 512)
      tail = String(decoding: bytes[span.tail], as: UTF8.self)
      after = String(decoding: bytes[end..<stop], as: UTF8.self)
      // In what language the line is, names and numbers do not tell.
      var words: [UInt8] = Array(bytes[span.tail])
      var at = end
      for next in spans[(number + 1)...] {
        guard next.range.lowerBound < stop else { break }
        words += bytes[at..<max(at, next.range.lowerBound)]
        at = next.range.upperBound
      }
      words += bytes[min(at, stop)..<stop]
      language = document.ofLine(before: before, after: String(decoding: words, as: UTF8.self))
    }
  }

  /// The longest hit decides; hits that reach beyond it, or that belong to several people, make the
  /// span ambiguous, and what is ambiguous is withheld.
  private func replacement(for span: CoveredSpan) -> Replacement {
    let hits = span.matches.flatMap { match in
      match.identifiers.map { (range: match.range, index: $0) }
    }.filter { identities.action($0.index, policy, audience) != .keep }
    // Without a hit to decide, the span is withheld: it was covered for a reason.
    guard let longest = hits.max(by: { $0.range.count < $1.range.count }) else {
      return .words(nil, person: nil, kind: .name)
    }
    let deciding = hits.filter {
      $0.range == longest.range
        || $0.range.lowerBound < longest.range.lowerBound
        || $0.range.upperBound > longest.range.upperBound
    }
    let people = deciding.filter { identities.identifiers[$0.index].kind.isPerson }
    if let first = people.first {
      let persons = Set(people.map { identities.facts[$0.index].person })
      let person = identities.facts[first.index].person
      let kind = identities.identifiers[first.index].kind
      guard persons.count == 1,
        people.allSatisfy({ identities.action($0.index, policy, audience) == .pseudonymise })
      else {
        return .words(nil, person: nil, kind: MentionKind(kind))
      }
      return .person(person)
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
      return .area(of: identities.identifiers[strictest.index].text, person: fact.person)
    }
    return .words(
      isGeneralised ? fact.generalise : nil, person: fact.person, kind: MentionKind(kind))
  }

  private func level(of identifier: Int) -> Int {
    identities.placeLevel(identities.facts[identifier].person, policy)?.rawValue ?? -1
  }

  /// Russian nouns would have to be declined, which is not done yet: there the place is withheld.
  private func area(of place: String, _ person: Int, _ language: Language) -> String? {
    guard language != .ru, let level = identities.placeLevel(person, policy) else { return nil }
    return PlaceLadder.climb(place, to: level, in: language)
  }

  /// Writes what stands for the span.
  private func put(
    _ place: Place, _ writer: inout PieceWriter, _ register: inout LabelRegister
  ) {
    let placement: LabelPlacement
    let person: Int?
    let kind: MentionKind
    switch place.span.replacement {
    case .person(let index):
      person = index
      kind = .name
      placement = LabelPlacement(
        of: register.label(identities.persons[index]), in: place.language, before: writer.tail,
        tail: place.tail, after: place.after, lastLabel: writer.lastLabel)
    case .area(let name, let index):
      person = index
      kind = .place
      placement = LabelPlacement(
        of: Withheld.generalised(area(of: name, index, place.language), .place, in: place.language),
        in: place.language, before: writer.tail, tail: place.tail, after: place.after,
        lastLabel: writer.lastLabel)
    case .reworded(let words):
      // The ladder has fitted the words to what stands around them.
      writer.put(
        Piece(text: words, range: place.span.range, kind: .quantity), swallowing: 0, later: nil)
      return
    case .words(let words, let index, let which):
      person = index
      kind = which
      placement = LabelPlacement(
        of: Withheld.generalised(words, kind.identifier, in: place.language), in: place.language,
        before: writer.tail, tail: place.tail, after: place.after,
        lastLabel: writer.lastLabel)
    }
    writer.put(
      Piece(
        text: placement.text,
        range: place.span.range.lowerBound..<min(place.limit, place.end + placement.swallowedAfter),
        entity: person.map { identities.persons[$0].entity.raw }, kind: kind),
      swallowing: placement.swallowedBefore,
      later: placement.later.map {
        ($0.range.lowerBound + place.end..<$0.range.upperBound + place.end, $0.text)
      })
  }
}

extension IdentifierKind {
  /// Whether it is what a person is called.
  var isPerson: Bool { self == .name || self == .alias }
}
