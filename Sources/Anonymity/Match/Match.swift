/// One place of a text where a known identifier stands.
public struct Match: Equatable, Sendable {
  /// UTF-8 byte offsets of the identifier in the text as given. Holds the invisible characters
  /// inside and directly after it and its last letter's combining marks, and never cuts a character.
  public let range: Range<Int>
  /// The bytes directly after `range` that belong to the name by grammar: a Korean honorific and
  /// particles ("씨는", also after one space: " 씨는"), an English possessive ("'s"). Empty when none.
  public let tail: Range<Int>
  /// Indices into the identifiers the `Matcher` was made from, ascending. Several when one
  /// spelling belongs to several entities or kinds.
  public let identifiers: [Int]
  /// A title or the like stands beside it, or its hyphen shows a name: what a hit of ``Tier/t3``
  /// needs to count.
  public var isTitled = false
  /// Those of `identifiers` for which this place is no proof, ascending, though the letters or digits
  /// are all there: a birth date that nothing calls one, a surname with an initial beside another
  /// initial, a name of three syllables inside a word, a name across the end of a sentence.
  public var doubtful: [Int] = []
  /// Those of `identifiers` that are here a piece of somebody else's name, ascending: a given name
  /// right behind another surname. `range` is all of that name.
  public var anothers: [Int] = []

  /// How surely one of `identifiers`, whose tier is given, is meant here: where it is doubtful, no
  /// more than a given name alone is; where it is a piece of another name, never without a person.
  public func tier(of identifier: Int, listed: Tier) -> Tier {
    if anothers.contains(identifier) { return .t4 }
    return doubtful.contains(identifier) ? max(listed, .t2) : listed
  }
}

extension Match {
  /// Hits of one text, one match for each range, sorted by where they start, the longer one first.
  static func joining(_ hits: [Hit], _ text: Span<UInt8>) -> [Match] {
    let hits = hits.sorted {
      ($0.range.lowerBound, $1.range.upperBound, $0.identifier)
        < ($1.range.lowerBound, $0.range.upperBound, $1.identifier)
    }
    var matches: [Match] = []
    var at = 0
    while at < hits.count {
      let first = at
      while at < hits.count, hits[at].range == hits[first].range { at += 1 }
      let same = hits[first..<at]
      var identifiers: [Int] = []
      for hit in same where identifiers.last != hit.identifier {
        identifiers.append(hit.identifier)
      }
      let sure = Set(same.filter { !$0.isDoubtful }.map(\.identifier))
      let own = Set(same.filter { !$0.isAnothers }.map(\.identifier))
      let range = hits[first].range
      matches.append(
        Match(
          range: range, tail: range.upperBound..<Tail.end(text, after: range),
          identifiers: identifiers, isTitled: same.contains(where: \.isTitled),
          doubtful: identifiers.filter { !sure.contains($0) },
          anothers: identifiers.filter { !own.contains($0) }))
    }
    return matches
  }
}

extension [Match] {
  /// These and the matches of what the text reads as without its markup, told in the bytes of the
  /// text as given.
  func united(with read: [Match], _ markup: InlineMarkup) -> [Match] {
    let others = read.map { match in
      let range = markup.given(match.range)
      let tail = match.tail.isEmpty ? range.upperBound : markup.given(match.tail).upperBound
      return Match(
        range: range, tail: range.upperBound..<Swift.max(range.upperBound, tail),
        identifiers: match.identifiers, isTitled: match.isTitled, doubtful: match.doubtful,
        anothers: match.anothers)
    }
    var all = self
    let known = Dictionary(
      uniqueKeysWithValues: indices.map { (self[$0].range, $0) })
    for match in others {
      if let same = known[match.range] {
        all[same] = all[same].united(with: match)
      } else {
        all.append(match)
      }
    }
    return all.withinOthers.sorted(by: Self.isBefore)
  }

  /// A name that only one of the two readings shows to be a piece of another is one in both.
  private var withinOthers: [Match] {
    let longer = filter { !$0.anothers.isEmpty }
    guard !longer.isEmpty else { return self }
    return map { match in
      var match = match
      for other in longer
      where other.range != match.range && other.range.lowerBound <= match.range.lowerBound
        && other.range.upperBound >= match.range.upperBound
      {
        let pieces = match.identifiers.filter(other.anothers.contains)
        match.anothers = Set(match.anothers + pieces).sorted()
      }
      return match
    }
  }

  private static func isBefore(_ a: Match, _ b: Match) -> Bool {
    (a.range.lowerBound, b.range.upperBound) < (b.range.lowerBound, a.range.upperBound)
  }
}

extension Match {
  /// The same place read in two ways: what is sure in either is sure.
  fileprivate func united(with other: Match) -> Match {
    let sure = Set(identifiers).subtracting(doubtful)
      .union(Set(other.identifiers).subtracting(other.doubtful))
    let all = Set(identifiers + other.identifiers).sorted()
    return Match(
      range: range, tail: tail, identifiers: all, isTitled: isTitled || other.isTitled,
      doubtful: all.filter { !sure.contains($0) },
      anothers: Set(anothers + other.anothers).sorted())
  }
}
