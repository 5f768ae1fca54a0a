/// Finds what is one slip away from a full name: a letter too many, too few, another, or two turned
/// round. In Hangul a letter, not a syllable: 김철슈.
///
/// For texts that a person reads. Of a name with one slip, one half is right: so names are looked
/// up by their halves, and no misspelling is made up.
public struct NearNames: Sendable {
  /// A place that is nearly somebody's name.
  public struct Hit: Hashable, Sendable {
    /// UTF-8 byte offsets.
    public let range: Range<Int>
    /// The owners of the names, ascending.
    public let owners: [Int]
  }

  private struct Name: Sendable {
    let letters: [UInt32]
    let owner: Int
  }

  private struct Half: Hashable {
    let letters: ArraySlice<UInt32>
    let isFirst: Bool
    /// Of the whole name.
    let length: Int
  }

  /// Shorter names are one slip away from too many words.
  private static let shortest = 7
  private static let longest = 40
  /// A name has at most so many words.
  private static let words = 4

  private var names: [Name] = []
  private var halves: [Half: [Int]] = [:]

  /// - Parameter names: full names and whose they are.
  public init(_ names: [(text: String, owner: Int)]) {
    var seen: Set<[UInt32]> = []
    for (text, owner) in names {
      for form in NameOrders.of(text, demands: .person) {
        let letters = Letters.of(Array(form.text.utf8)).map(\.value)
        guard (Self.shortest...Self.longest).contains(letters.count),
          !text.unicodeScalars.contains(where: { FoldTable.shared.traits($0.value).script == .han }
          ),
          seen.insert(letters + [UInt32(owner)]).inserted
        else { continue }
        let middle = letters.count / 2
        for half in [
          Half(letters: letters[..<middle], isFirst: true, length: letters.count),
          Half(letters: letters[middle...], isFirst: false, length: letters.count),
        ] {
          halves[half, default: []].append(self.names.count)
        }
        self.names.append(Name(letters: letters, owner: owner))
      }
    }
  }

  /// All places, the longest of those that overlap, in order.
  public func hits(in text: [UInt8]) -> [Hit] {
    guard !names.isEmpty else { return [] }
    let letters = Letters.of(text)
    var found: [Hit] = []
    for start in letters.indices where letters[start].begins {
      guard letters[start].isHangul || letters[start].isUpper else { continue }
      var words = 1
      var end = start
      while end < letters.count, end - start <= Self.longest {
        if end > start, letters[end].gap != .none {
          words += 1
          if words > Self.words || letters[end].gap == .wide { break }
        }
        end += 1
        guard end - start >= Self.shortest - 1, ends(letters, end, text) else { continue }
        let owners = owners(letters[start..<end].map(\.value))
        if !owners.isEmpty {
          found.append(Hit(range: letters[start].offset..<letters[end - 1].end, owners: owners))
        }
      }
    }
    found.sort { $0.range.count > $1.range.count }
    var kept: [Hit] = []
    for hit in found where !kept.contains(where: { $0.range.overlaps(hit.range) }) {
      kept.append(hit)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a word, or a Hangul name before its particles, may end before a letter.
  private func ends(_ letters: [Letter], _ end: Int, _ text: [UInt8]) -> Bool {
    guard end < letters.count, letters[end].gap == .none else { return true }
    if letters[end - 1].isHangul != letters[end].isHangul { return true }
    guard letters[end].isHangul, letters[end].offset != letters[end - 1].offset else {
      return false
    }
    let isVowel = letters[end - 1].value < FoldTable.jamoBase + 0x16
    return KoreanTail.end(text.span, at: letters[end - 1].end, afterVowel: isVowel) != nil
  }

  private func owners(_ letters: [UInt32]) -> [Int] {
    var owners: Set<Int> = []
    for length in letters.count - 1...letters.count + 1 {
      let middle = length / 2
      guard middle > 0, middle <= letters.count, length - middle <= letters.count else { continue }
      for half in [
        Half(letters: letters[..<middle], isFirst: true, length: length),
        Half(
          letters: letters[(letters.count - (length - middle))...], isFirst: false, length: length),
      ] {
        for index in halves[half] ?? [] where Self.isOneSlip(names[index].letters, letters) {
          owners.insert(names[index].owner)
        }
      }
    }
    return owners.sorted()
  }

  private static func isOneSlip(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    if a == b { return false }
    let same = zip(a, b).prefix { $0 == $1 }.count
    let (x, y) = (a[same...], b[same...])
    if x.count == y.count {
      if x.dropFirst().elementsEqual(y.dropFirst()) { return true }
      return x.count > 1 && x.first == y.dropFirst().first && x.dropFirst().first == y.first
        && x.dropFirst(2).elementsEqual(y.dropFirst(2))
    }
    return x.count > y.count ? x.dropFirst().elementsEqual(y) : y.dropFirst().elementsEqual(x)
  }
}

/// A letter of a text as names are compared: without case and marks, Hangul letter by letter.
private struct Letter {
  enum Gap { case none, narrow, wide }

  let value: UInt32
  let offset: Int
  let end: Int
  let isHangul: Bool
  let isUpper: Bool
  /// What stands before it.
  let gap: Gap
  /// A word begins with it.
  let begins: Bool
}

private enum Letters {
  static func of(_ text: [UInt8]) -> [Letter] {
    var out: [Letter] = []
    let bytes = text.span
    var at = 0
    var gap = Letter.Gap.wide
    var script = Script.none
    while at < bytes.count {
      let (scalar, size) = ScalarReader.read(bytes, at: at)
      let traits = FoldTable.shared.traits(scalar)
      let start = at
      at += size
      if traits.isAttached { continue }
      guard traits.isLetter else {
        switch traits.kind {
        case .space, .tight, .apostrophe, .newline: gap = gap == .wide ? .wide : .narrow
        default: gap = .wide
        }
        continue
      }
      for (index, part) in FoldTable.shared.fold(scalar).parts.enumerated() {
        out.append(
          Letter(
            value: part.scalar, offset: start, end: at, isHangul: traits.script == .hangul,
            isUpper: traits.isUpper, gap: index == 0 ? gap : .none,
            begins: index == 0 && (gap != .none || traits.script != script)))
      }
      gap = .none
      script = traits.script
    }
    return out
  }
}
