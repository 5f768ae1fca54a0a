import Anonymity
import Screen

/// A text and what is replaced in it: most of the work of redacting, which needs no register.
struct RedactionPlan: Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let spans: [RedactedSpan]
}

/// Puts labels, general words or a note of what is withheld in the place of known identifiers.
struct Redactor: Sendable {
  let identities: Identities
  let matcher: Matcher
  /// As it is for the audience.
  let policy: Policy
  let audience: String
  let language: Language
  let letters: LetterOrder
  /// Whom the document names, in whatever of its texts.
  let present: Set<Int>
  /// Who gave the document, by index.
  let giver: Int?
  /// Whose places are replaced; everybody's for `nil`.
  let involved: Involved?

  /// - Parameter document: all texts of the document; what is said of a given name in one of them
  ///   depends on whom the others name.
  /// - Parameter giver: whose testimony it is: then only the places of those are replaced with whom
  ///   the document has to do.
  /// - Parameter chosen: whom decisions name.
  init(
    _ identities: Identities, matcher: Matcher, policy: Policy, audience: String,
    language: Language, document: [[UInt8]] = [], givenBy giver: Code? = nil,
    choosing chosen: Set<Int> = [], letters: LetterOrder = .firstAppearance
  ) {
    self.letters = letters
    self.identities = identities
    self.matcher = matcher
    self.policy = policy.resolved(for: audience)
    self.audience = audience
    self.language = language
    let matches = document.map { matcher.matches(in: $0) }
    present = matches.reduce(into: []) { $0.formUnion(identities.named(by: $1)) }
    self.giver = giver.flatMap { identities.person(of: $0) }
    involved = giver.map {
      Involved(in: matches.flatMap(\.self), givenBy: $0, choosing: chosen, identities)
    }
  }

  /// What somebody has to decide on in a text of the document, in the order of its places.
  ///
  /// - Parameter decided: where somebody has, whatever the decision was.
  func doubts(in bytes: [UInt8], decided: [Range<Int>] = []) -> [Doubt] {
    let resolution = Resolution(of: bytes, by: self)
    let near = identities.nearNames.hits(in: bytes).filter { hit in
      !resolution.spans.contains { $0.range.overlaps(hit.range) }
    }.compactMap { hit -> Doubt? in
      let persons = hit.owners.filter { identities.isProtected($0, policy, audience) }
      return persons.isEmpty ? nil : Doubt(range: hit.range, reason: .nearName, persons: persons)
    }
    return (resolution.doubts + near)
      .filter { doubt in !decided.contains { $0.holds(doubt.range) } }
      .sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
  }

  /// What the screen looks for in a release of the document.
  ///
  /// - Parameters:
  ///   - chosen: whom decisions named beside those whom the document names.
  ///   - left: texts that somebody decided to leave as they are.
  func needles(choosing chosen: Set<Int> = [], leaving left: [[UInt8]] = []) -> [Needle] {
    let found = left.flatMap { text in
      matcher.matches(in: text).map { (isWhole: $0.range == 0..<text.count, $0.identifiers) }
    }
    return identities.needles(
      policy, audience: audience, partsOf: present.union(chosen), involving: involved,
      leaving: Set(found.flatMap(\.1)),
      leavingWhole: Set(found.filter(\.isWhole).flatMap(\.1)))
  }

  /// Whether a hit is sure by itself.
  func isSure(_ match: Match) -> Bool { identities.best(match) == .t1 }

  func isReplaced(_ index: Int) -> Bool {
    identities.action(index, policy, audience) != .keep
      && involved?.seeks(index, identities) ?? true
  }

  func isReplaced(_ index: Int, of person: Int) -> Bool {
    identities.action(index, of: person, policy, audience) != .keep
  }

  /// What stands for a part of a name of somebody.
  func replacement(of person: Int) -> Replacement {
    policy.action(for: .name) == .pseudonymise
      ? .person(person) : .words(nil, person: person, kind: .name)
  }

  /// The whole text in pieces, in order. Their ranges lie in order and cover it.
  ///
  /// - Parameters:
  ///   - kept: what of the text will be shown; letters drawn elsewhere are not kept.
  ///   - insertions: what is replaced beside the known identifiers.
  ///   - left: where somebody decided that a doubtful name stays as it is.
  func pieces(
    of bytes: [UInt8], keeping kept: [Range<Int>]? = nil, inserting insertions: [Insertion] = [],
    leaving left: [Range<Int>] = [], register: inout LabelRegister
  ) -> [Piece] {
    pieces(
      of: plan(of: bytes, inserting: insertions, leaving: left), keeping: kept,
      register: &register)
  }

  /// What is replaced in a text, and by what, but for the letters of labels.
  func plan(
    of bytes: [UInt8], inserting insertions: [Insertion] = [], leaving left: [Range<Int>] = []
  ) -> RedactionPlan {
    let known = Resolution(of: bytes, by: self).spans(leaving: left)
    let insertions = insertions + rewordings(of: bytes, behind: known)
    let spans = insertions.isEmpty ? known : insertions.merged(with: known)
    return RedactionPlan(bytes: bytes, spans: spans.withoutHalfMarkup(in: bytes))
  }

  /// Gives those a letter whom ``pieces(of:keeping:register:)`` of the whole text would give one, in
  /// the same order. With the register that comes of it the pieces can be written at any time.
  func drawLetters(for plan: RedactionPlan, register: inout LabelRegister) {
    for span in plan.spans {
      guard case .person(let index) = span.replacement else { continue }
      _ = register.label(identities.persons[index], in: letters)
    }
  }

  /// The text in pieces, as planned.
  func pieces(
    of plan: RedactionPlan, keeping kept: [Range<Int>]? = nil, register: inout LabelRegister
  ) -> [Piece] {
    let (bytes, spans) = (plan.bytes, plan.spans)
    var unseen = register
    var writer = PieceWriter(bytes)
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

  /// A covered span and what stands around it.
  private struct Place {
    let span: RedactedSpan
    /// Where the next span begins: nothing from there on belongs to this one.
    let limit: Int
    let end: Int
    /// The words that are replaced.
    let covered: String
    let tail: String
    let after: String
    let language: Language

    init(
      _ number: Int, of spans: [RedactedSpan], bytes: [UInt8], before: String, document: Language
    ) {
      span = spans[number]
      limit = number + 1 < spans.count ? spans[number + 1].range.lowerBound : bytes.count
      end = min(span.end, max(limit, span.range.upperBound))
      let stop = min(bytes.count, end + 512)
      covered = String(decoding: bytes[span.range], as: UTF8.self)
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

  /// The area that stands for somebody's place; `nil` where there is none, or none that fits the
  /// sentence.
  private func area(
    of name: String, _ person: Int, _ place: Place, _ writer: PieceWriter
  ) -> LabelPlacement? {
    guard let level = identities.placeLevel(person, policy),
      let area = PlaceLadder.climb(
        name, to: level, in: place.language, near: identities.countries(of: person, butOf: name))
    else { return nil }
    return LabelPlacement(
      ofArea: area, in: place.language, before: writer.tail, tail: place.tail, after: place.after,
      lastLabel: writer.lastLabel, covering: place.covered)
  }

  /// Words that say no more than what kind of thing stood there, or that are told instead of it.
  private func words(
    _ words: String?, _ kind: IdentifierKind?, _ place: Place, _ writer: PieceWriter
  ) -> LabelPlacement {
    LabelPlacement(
      of: Withheld.generalised(words, kind, in: place.language), in: place.language,
      before: writer.tail, tail: place.tail, after: place.after, lastLabel: writer.lastLabel)
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
        of: register.label(identities.persons[index], in: letters), in: place.language,
        before: writer.tail, tail: place.tail, after: place.after, lastLabel: writer.lastLabel,
        covering: place.covered,
        names: place.language == .ru ? identities.cyrillicNames(ofPerson: index) : [])
    case .area(let name, let index):
      person = index
      kind = .place
      placement = area(of: name, index, place, writer) ?? self.words(nil, .place, place, writer)
    case .reworded(let words):
      // The ladder has fitted the words to what stands around them.
      writer.put(
        Piece(
          text: place.span.withMarkup(words), range: place.span.range, kind: .quantity),
        swallowing: 0, later: nil)
      return
    case .words(let words, let index, let which):
      person = index
      kind = which
      // "a trading company" in a Korean sentence is none; what a custodian typed stays.
      let isFitting = kind != .employer || words?.isWritten(in: place.language) ?? true
      placement = self.words(isFitting ? words : nil, kind.identifier, place, writer)
    }
    writer.put(
      Piece(
        text: place.span.withMarkup(placement.text),
        range: place.span.range.lowerBound..<min(place.limit, place.end + placement.swallowedAfter),
        entity: person.map { identities.persons[$0].entity.raw }, kind: kind),
      swallowing: placement.swallowedBefore,
      later: placement.later.map {
        ($0.range.lowerBound + place.end..<$0.range.upperBound + place.end, $0.text)
      })
  }
}
