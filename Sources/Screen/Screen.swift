internal import Foundation

/// The second pass: searches the exact output bytes for everything that must not leave.
///
/// It shares no code and no table with the first pass. It reads an output in every way in which
/// somebody might (as it is, decoded, without markup, backwards where bidi signs turn it), whatever
/// the format says, and refuses when in doubt: it may refuse too much and should never refuse too
/// little. Labels and reviewers' words are searched like everything else; nothing is exempt.
public struct Screen: Sendable {
  /// The largest output with all that travels with it, in bytes: a thousand pages and more.
  public static let largestOutput = 4 << 20
  /// No refusal lists more findings than this, but for the first place of each needle.
  public static let mostFindings = 1_000
  /// No more sightings are told of a text, a file name or a piece of metadata.
  public static let mostSightings = 10_000

  /// The ids of needles that identify nobody by themselves and are not searched: without a letter
  /// or digit, one letter of an alphabet (every "defector A" would be a leak of A), or fewer than
  /// four digits.
  public let ignored: [Int]

  private let needles: [Needle]
  private let letters: LetterSearch
  /// Needles of which there are too many to search for each: only those whose words begin somewhere
  /// in an output are made ready for it, which is then read twice.
  private let spellings: SpellingOpenings
  private static let fewSpellings = 256
  private let numbers: NumberSearch

  /// A screen for these needles.
  ///
  /// A needle is refused wherever it stands as a word, however common: what is a word of the
  /// language too (May, An, 이) is better left to the first pass and its review.
  public init(needles: [Needle]) {
    var folds = Folds()
    var patterns: Set<Pattern> = []
    var numbers = NumberSearch()
    var ignored: [Int] = []
    var spellings = SpellingOpenings()
    let areFew = needles.count { $0.kind == .spelling } <= Self.fewSpellings
    for (index, needle) in needles.enumerated() {
      guard needle.kind != .spelling || areFew else {
        spellings.add(needle, at: index, &folds)
        continue
      }
      let found = Writings.patterns(of: needle, at: index, &folds)
      patterns.formUnion(found)
      let isNumber = needle.kind == .number && numbers.add(needle, at: index)
      if found.isEmpty && !isNumber { ignored.append(needle.id) }
    }
    self.needles = needles
    self.spellings = spellings
    self.ignored = ignored
    self.numbers = numbers
    letters = LetterSearch(patterns)
  }

  /// Whether `outgoing` may leave: a ``ReleaseCopy`` of it, or why not.
  ///
  /// An empty output leaks nothing and passes, except as JSON, where it is no document.
  public func verdict(on outgoing: Outgoing) -> Verdict {
    do throws(Refusal) {
      let findings = try findings(in: outgoing)
      return findings.isEmpty
        ? .clean(ReleaseCopy(passed: outgoing)) : .refused(.leaks(findings))
    } catch {
      return .refused(error)
    }
  }

  /// Every place of `outgoing` at which a needle stands, with the words there, for whoever may see
  /// them; in the order of the text, at most ``mostSightings``.
  ///
  /// - Throws: ``Refusal``, as ``verdict(on:)`` refuses what cannot be checked.
  public func sightings(in outgoing: Outgoing) throws(Refusal) -> [Sighting] {
    let raw = try raw(outgoing)
    let places = try Places(raw, format: outgoing.format)
    var sightings = try sightings(in: raw) { places.place(of: $0) }
    for (text, place) in others(outgoing) {
      sightings += try self.sightings(in: UTF8Decoding.reading(of: Array(text.utf8))) { _ in place }
    }
    return sightings
  }

  /// The ids of all needles that stand anywhere in `outgoing`, however many.
  ///
  /// - Throws: ``Refusal``, as ``verdict(on:)`` refuses what cannot be checked.
  public func needles(in outgoing: Outgoing) throws(Refusal) -> Set<Int> {
    var found = Set(try hits(in: raw(outgoing)).map(\.needle))
    for (text, _) in others(outgoing) {
      found.formUnion(try hits(in: UTF8Decoding.reading(of: Array(text.utf8))).map(\.needle))
    }
    return Set(found.map { needles[$0].id })
  }

  /// A screen for some of the needles of this one.
  public func narrowed(to ids: Set<Int>) -> Screen {
    Screen(needles: needles.filter { ids.contains($0.id) })
  }

  private func sightings(
    in raw: Reading, _ place: (Int) -> Finding.Place
  ) throws(Refusal) -> [Sighting] {
    var told: [Hit: (words: String, last: Int)] = [:]
    let hits = try hits(in: raw) { hit, reading, stretch in
      // A reading that leaves gaps for markup says the same with spaces in it.
      if let known = told[hit], known.words.unicodeScalars.count <= stretch.count { return }
      told[hit] = (reading.text(stretch), reading.origins[stretch].max() ?? hit.origin)
    }
    return hits.prefix(Self.mostSightings).map { hit in
      let (words, last) = told[hit] ?? ("", hit.origin)
      return Sighting(
        needle: needles[hit.needle].id, place: place(hit.origin),
        bytes: hit.origin..<(last + 1), words: words)
    }
  }

  /// The output as scalars, if it and what travels with it can be checked at all.
  private func raw(_ outgoing: Outgoing) throws(Refusal) -> Reading {
    let size = others(outgoing).reduce(outgoing.bytes.count) { $0 + $1.text.utf8.count }
    guard size <= Self.largestOutput else { throw .tooLarge }

    let raw = try UTF8Decoding.reading(of: outgoing.bytes)
    if outgoing.format == .json { try checkDocument(outgoing.bytes) }
    return raw
  }

  private func findings(in outgoing: Outgoing) throws(Refusal) -> [Finding] {
    let raw = try raw(outgoing)
    let places = try Places(raw, format: outgoing.format)
    var findings: [Finding] = []
    var told: Set<Int> = []
    func tell(_ needle: Int, _ place: Finding.Place) {
      let finding = Finding(needle: needles[needle].id, place: place)
      let isFirst = told.insert(needle).inserted
      guard isFirst || findings.count < Self.mostFindings, findings.last != finding else { return }
      findings.append(finding)
    }
    for hit in try hits(in: raw) { tell(hit.needle, places.place(of: hit.origin)) }
    for (text, place) in others(outgoing) {
      let hits = try hits(in: UTF8Decoding.reading(of: Array(text.utf8)))
      for needle in Set(hits.map(\.needle)).sorted() { tell(needle, place) }
    }
    return findings
  }

  /// What travels with an output.
  private func others(_ outgoing: Outgoing) -> [(text: String, place: Finding.Place)] {
    (outgoing.fileName.map { [($0, .fileName)] } ?? [])
      + outgoing.metadata.enumerated().map { ($1, .metadata($0)) }
  }

  private func checkDocument(_ bytes: [UInt8]) throws(Refusal) {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    } catch {
      throw .undecodable(atByte: 0)
    }
  }

  private struct Hit: Hashable {
    let needle: Int
    let origin: Int
  }

  /// What is found in any reading of `raw`, in the order of the output.
  ///
  /// - Parameter tell: is called with each hit, the reading in which it was found, and where in it.
  private func hits(
    in raw: Reading, telling tell: (Hit, Reading, Range<Int>) -> Void = { _, _, _ in }
  ) throws(Refusal) -> [Hit] {
    var hits: Set<Hit> = []
    var folds = Folds()
    var openings = spellings.isEmpty ? nil : WordOpenings()
    func keep(_ needle: Int, _ reading: Reading, _ stretch: Range<Int>) {
      let hit = Hit(needle: needle, origin: reading.origins[stretch].min() ?? 0)
      hits.insert(hit)
      tell(hit, reading, stretch)
    }
    try Readings.each(of: raw) { reading in
      for hay in folds.haystacks(of: reading) {
        letters.search(hay) { keep($0, reading, $1) }
        openings?.insert(hay)
      }
      numbers.search(reading) { keep($0, reading, $1) }
    }
    if let openings, let search = search(for: openings, &folds) {
      try Readings.each(of: raw) { reading in
        for hay in folds.haystacks(of: reading) {
          search.search(hay) { keep($0, reading, $1) }
        }
      }
    }
    return hits.sorted { ($0.origin, $0.needle) < ($1.origin, $1.needle) }
  }
}

extension Screen {
  /// A search for the spellings whose words all begin somewhere; `nil` when there is none.
  private func search(for openings: WordOpenings, _ folds: inout Folds) -> LetterSearch? {
    var patterns: Set<Pattern> = []
    for index in spellings.held(by: openings) {
      patterns.formUnion(Writings.patterns(of: needles[index], at: index, &folds))
    }
    return patterns.isEmpty ? nil : LetterSearch(patterns)
  }
}

extension Screen: CustomStringConvertible, CustomReflectable {
  /// How many needles it has. Printing, dumping or logging a screen shows none of them.
  public var description: String { "Screen(\(needles.count) needles)" }
  /// The same, and no children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
