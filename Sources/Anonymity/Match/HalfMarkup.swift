/// Markup of which only one half lies in what is replaced: "Kim **Chol-su**" up to the name's last letter.
///
/// Where the other half stands right beside it, it goes as well; where it stands further off, in words that
/// stay, the half is put back beside the label.
public struct HalfMarkup: Equatable, Sendable {
  /// With the halves right beside it.
  public private(set) var range: Range<Int>
  /// What of the range closes markup that was opened before it, and opens what is closed behind it.
  public private(set) var closing = ""
  public private(set) var opening = ""
  /// Bytes of other halves right behind the tail: "Kim **Chol-su's**".
  public private(set) var behindTail = 0

  /// How far off the other half is looked for.
  private static let reach = 400

  private struct Mark {
    /// "**", or the name of a tag.
    let name: String
    let isTag: Bool
    let isClosing: Bool
    let range: Range<Int>

    /// Without attributes, in which anything may stand.
    var text: String { isTag ? "<\(isClosing ? "/" : "")\(name)>" : name }

    func pairs(with other: Mark) -> Bool {
      name == other.name && isTag == other.isTag && (!isTag || isClosing != other.isClosing)
    }
  }

  /// - Parameters:
  ///   - range: of UTF-8 bytes that are replaced.
  ///   - tail: where what belongs to it by grammar ends; `nil` for where it ends itself.
  ///   - limits: where what is replaced before it ends and what is replaced behind it begins.
  public init(
    _ range: Range<Int>, tail: Int? = nil, in bytes: [UInt8], within limits: Range<Int>
  ) {
    self.range = range
    guard bytes[range].contains(where: Self.mayBegin) else { return }
    let halves = Self.unpaired(Self.marks(bytes, range))
    guard !halves.isEmpty else { return }
    let low = max(limits.lowerBound, range.lowerBound - Self.reach)
    let high = min(limits.upperBound, range.upperBound + Self.reach)
    var end = max(range.upperBound, tail ?? range.upperBound)
    var before = Self.unpaired(
      Self.marks(bytes, Self.lineStart(bytes, low, range.lowerBound)..<range.lowerBound))
    let marks = Self.marks(
      bytes, range.upperBound..<Self.lineEnd(bytes, range.upperBound, high))
    let tags = Self.unpaired(marks.filter(\.isTag))
    var behind = marks.filter { mark in
      !mark.isTag || tags.contains { $0.range == mark.range }
    }
    var openers: [Mark] = []
    for half in halves {
      let partner = before.last { $0.pairs(with: half) && (!half.isTag || half.isClosing) }
      guard let partner else {
        openers.append(half)
        continue
      }
      before.removeAll { $0.range == partner.range }
      if partner.range.upperBound == self.range.lowerBound {
        self.range = partner.range.lowerBound..<self.range.upperBound
      } else if half.name.first != "_" {
        closing += half.text
      }
    }
    for half in openers.reversed() where !half.isTag || !half.isClosing {
      guard let partner = behind.first(where: { $0.pairs(with: half) }) else { continue }
      behind.removeAll { $0.range == partner.range }
      if partner.range.lowerBound == self.range.upperBound {
        self.range = self.range.lowerBound..<partner.range.upperBound
        end = max(end, self.range.upperBound)
      } else if partner.range.lowerBound == end {
        behindTail += partner.range.count
        end = partner.range.upperBound
      } else if half.name.first != "_" {
        opening = half.text + opening
      }
    }
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte == 0x3C || byte == 0x2A || byte == 0x5F || byte == 0x7E
  }

  private static func lineStart(_ bytes: [UInt8], _ low: Int, _ end: Int) -> Int {
    bytes[low..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? low
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int, _ high: Int) -> Int {
    bytes[start..<max(start, high)].firstIndex(of: 0x0A) ?? max(start, high)
  }

  /// Inline tags, and runs of the signs of emphasis.
  private static func marks(_ bytes: [UInt8], _ range: Range<Int>) -> [Mark] {
    var out: [Mark] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard mayBegin(bytes[at]) else {
        at += 1
        continue
      }
      let start = at
      if bytes[at] == 0x3C {
        at += 1
        guard let tag = InlineTag.at(start, bytes.span), tag.isInline, tag.end <= range.upperBound
        else { continue }
        let isClosing = bytes[start + 1] == 0x2F
        let name = bytes[(start + (isClosing ? 2 : 1))...].prefix(while: PackedWord.isAlphanumeric)
        at = tag.end
        guard !name.isEmpty, bytes[tag.end - 2] != 0x2F else { continue }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        if word == "wbr" { continue }
        out.append(Mark(name: word, isTag: true, isClosing: isClosing, range: start..<tag.end))
        continue
      }
      while at < range.upperBound, bytes[at] == bytes[start] { at += 1 }
      let name = String(decoding: bytes[start..<at], as: UTF8.self)
      // A star between spaces is a sign of its own.
      func isSpace(_ place: Int) -> Bool {
        !bytes.indices.contains(place) || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place])
      }
      if at - start < 4, name != "~", !isSpace(start - 1) || !isSpace(at) {
        out.append(Mark(name: name, isTag: false, isClosing: false, range: start..<at))
      }
    }
    return out
  }

  /// Those that have no partner among them.
  private static func unpaired(_ marks: [Mark]) -> [Mark] {
    var open: [Mark] = []
    for mark in marks {
      let partner = open.lastIndex { $0.pairs(with: mark) && (!mark.isTag || mark.isClosing) }
      if let partner { open.remove(at: partner) } else { open.append(mark) }
    }
    return open
  }
}
