import Anonymity
import Screen

/// Searches a text from outside with both searches, and puts together what they find.
struct TextSearch {
  let people: People
  let policy: Policy
  /// Who speaks on the record there is not sought; of an audience without a name nobody does.
  let audience: String

  /// No more places are told.
  private static let most = 1_000

  /// - Throws: ``VaultRefusal/screen(_:)`` for what cannot be checked.
  func run(_ outgoing: Outgoing) throws -> TextScreening {
    var hits = try second(outgoing) + first(in: outgoing.bytes, isFileName: false)
    if let name = outgoing.fileName { hits += first(in: Array(name.utf8), isFileName: true) }
    let lines = LineIndex(outgoing.bytes)
    let merged = Self.merged(hits)
    let known = merged.prefix(Self.most).map { tell($0, lines) }
    let covered = merged.filter { $0.part != Self.fileName }.map(\.bytes)
    return TextScreening(
      known: known, isCut: merged.count > known.count,
      advice: advice(in: outgoing, except: covered, lines))
  }

  /// What a search found, of one person.
  fileprivate struct Hit {
    var bytes: Range<Int>
    var part: String
    var persons: Set<Int>
    var identifier: Int
    var words: String
    var isFirst: Bool
    var isSecond: Bool
  }

  private static let fileName = "file name"

  /// Parts of names are nobody's by themselves; see ``advice(in:except:_:)``.
  private func isSought(_ identifier: Int) -> Bool {
    people.identities.identifiers[identifier].tier == .t1
      && people.identities.action(identifier, policy, audience) != .keep
  }

  private func person(_ identifier: Int) -> Int { people.identities.facts[identifier].person }

  private func first(in bytes: [UInt8], isFileName: Bool) -> [Hit] {
    people.desk(for: [bytes]).matcher.cover(in: bytes, where: isSought).flatMap { span in
      span.matches.flatMap { match in
        match.identifiers.filter(isSought).map { identifier in
          Hit(
            bytes: match.range, part: isFileName ? Self.fileName : "text",
            persons: [person(identifier)], identifier: identifier,
            words: String(decoding: bytes[match.range], as: UTF8.self), isFirst: true,
            isSecond: false)
        }
      }
    }
  }

  private func second(_ outgoing: Outgoing) throws -> [Hit] {
    let screen = Screen(needles: people.identities.needles(policy, audience: audience))
    do {
      return try screen.sightings(in: outgoing).map {
        Hit(
          bytes: $0.bytes, part: $0.place.part, persons: [person($0.needle)],
          identifier: $0.needle, words: $0.words, isFirst: false, isSecond: true)
      }
    } catch {
      throw VaultError.refused(.screen(ScreenRefusal(error, outgoing.format)))
    }
  }

  /// Hits of one person that overlap are one place; so are hits of several people on the same bytes.
  private static func merged(_ hits: [Hit]) -> [Hit] {
    var places: [Hit] = []
    let byPerson = Dictionary(grouping: hits) {
      [$0.part == fileName ? 1 : 0, $0.persons.first ?? 0]
    }
    for hits in byPerson.values {
      var open: Hit?
      for hit in hits.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
        if let last = open, last.bytes.overlaps(hit.bytes) {
          open = last.joined(with: hit)
        } else {
          if let open { places.append(open) }
          open = hit
        }
      }
      if let open { places.append(open) }
    }
    var out: [Hit] = []
    for hit in places.sorted(by: Hit.isBefore) {
      if let last = out.last, last.bytes == hit.bytes, last.part == hit.part {
        out[out.count - 1] = last.joined(with: hit)
      } else {
        out.append(hit)
      }
    }
    return out
  }

  private func tell(_ hit: Hit, _ lines: LineIndex) -> KnownInText {
    let identities = people.identities
    let persons = hit.persons.map { identities.persons[$0] }
    let position = hit.part == Self.fileName ? nil : lines.position(of: hit.bytes.lowerBound)
    return KnownInText(
      line: position?.line, column: position?.column, part: hit.part,
      kind: identities.identifiers[hit.identifier].kind.rawValue,
      sources: persons.compactMap { people.source(of: $0) }.sorted { $0.text < $1.text },
      relation: persons.count == 1 ? persons[0].relation?.rawValue : nil,
      words: Self.shown(hit.words),
      finder: hit.isFirst && hit.isSecond ? .both : hit.isFirst ? .first : .second)
  }

  /// On one line, without what nobody sees, such as soft hyphens.
  private static func shown(_ words: String) -> String {
    var seen = String.UnicodeScalarView()
    seen.append(
      contentsOf: words.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
    return String(seen).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func advice(
    in outgoing: Outgoing, except covered: [Range<Int>], _ lines: LineIndex
  ) -> [TextAdvice] {
    let bytes =
      outgoing.format == .html ? Tags.blanked(outgoing.bytes) : outgoing.bytes
    let language = Language.guess(from: String(decoding: bytes, as: UTF8.self))
    func told(
      _ range: Range<Int>, _ kind: String, _ reason: String, _ confidence: String,
      _ persons: [String]
    ) -> (at: Int, advice: TextAdvice)? {
      guard !covered.contains(where: { $0.overlaps(range) }) else { return nil }
      let position = lines.position(of: range.lowerBound)
      let advice = TextAdvice(
        line: position.line, column: position.column, kind: kind, reason: reason,
        confidence: confidence, words: Self.shown(String(decoding: bytes[range], as: UTF8.self)),
        persons: persons)
      return (range.lowerBound, advice)
    }
    // Parts of names and near names of known people, then what no record knows.
    let doubts = people.desk(for: [bytes]).redactor(
      policy, audience: audience, language: language.rawValue, document: [bytes]
    ).doubts(in: bytes).compactMap {
      told(
        $0.range, $0.reason.rawValue, "known_name", $0.reason.confidence,
        $0.persons.compactMap(people.name))
    }
    let found = Detectors.findings(in: bytes, language: language).compactMap {
      told($0.range, $0.kind.rawValue, $0.reason.rawValue, "\($0.confidence)", [])
    }
    return (doubts + found).sorted { $0.at < $1.at }.prefix(Self.most).map(\.advice)
  }
}

extension TextSearch.Hit {
  fileprivate func joined(with other: Self) -> Self {
    var all = other.words.utf8.count > words.utf8.count ? other : self
    // Of a name in markup only the second search shows the words as they are read.
    if isSecond != other.isSecond, all.words.contains(where: { $0 == "<" || $0 == "&" }) {
      all.words = isSecond ? words : other.words
    }
    all.bytes =
      min(
        bytes.lowerBound, other.bytes.lowerBound)..<max(
        bytes.upperBound, other.bytes.upperBound)
    // Only the second search knows what is markup.
    all.part = other.isSecond ? other.part : part
    all.persons = persons.union(other.persons)
    all.isFirst = isFirst || other.isFirst
    all.isSecond = isSecond || other.isSecond
    return all
  }

  fileprivate static func isBefore(_ a: Self, _ b: Self) -> Bool {
    let (isA, isB) = (a.part == "file name", b.part == "file name")
    if isA != isB { return isB }
    return (a.bytes.lowerBound, a.bytes.upperBound, a.identifier)
      < (b.bytes.lowerBound, b.bytes.upperBound, b.identifier)
  }
}
