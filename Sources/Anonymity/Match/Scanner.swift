/// Steps through a text, fold and automaton in one, and tells where keys end.
///
/// It keeps its place in the automaton from one stretch to the next, so that a text can be read in
/// pieces, and two texts that share most of their bytes need be read but once where they agree.
struct Scanner {
  /// Where the key of a group stands.
  struct Place {
    let group: Int
    let start: Int
    let end: Int
  }

  private let set: PatternSet
  /// Superscripts after a word count as letters and digits.
  let notes: Bool
  private var state = Automaton.root
  /// The last key byte, and how many there were.
  private var previous = 0
  private(set) var written = 0
  /// The offsets of the last key bytes; -1 for a byte that does not begin its scalar.
  private var ring: [Int]
  /// Note marks that were left out.
  private(set) var marks: [Range<Int>] = []

  init(_ set: PatternSet, notes: Bool) {
    self.set = set
    self.notes = notes
    var size = 64
    while size < set.longestKey + 8 { size *= 2 }
    ring = Array(repeating: -1, count: size)
  }

  /// As if nothing had been read.
  mutating func restart() {
    state = Automaton.root
    previous = 0
    written = 0
  }

  /// Whether no key that is open now began more than so many key bytes ago.
  func isWithin(_ bytes: Int) -> Bool {
    var state = Int(state)
    for _ in 0...bytes {
      if state == Int(Automaton.root) { return true }
      state = Int(set.automaton.cells[state] & 0xFFFF_FFFF)
    }
    return false
  }

  /// Where the longest key that is open now began; `nil` when none is.
  var opened: Int? {
    var depth = 0
    var state = Int(state)
    while state != Int(Automaton.root) {
      state = Int(set.automaton.cells[state] & 0xFFFF_FFFF)
      depth += 1
    }
    guard depth > 0 else { return nil }
    // A key may be open that begins inside the key of a character.
    while depth < written, ring[(written - depth) & (ring.count - 1)] < 0 { depth += 1 }
    return ring[(written - depth) & (ring.count - 1)]
  }

  /// Reads on from `start` and appends the places whose keys end there, but for those that are
  /// plainly inside a word.
  ///
  /// - Returns: where it stopped, which is beyond `end` when a character goes on there.
  mutating func run(
    _ text: Span<UInt8>, from start: Int, to end: Int, into places: inout [Place]
  ) -> Int {
    let table = FoldTable.shared
    let automaton = set.automaton
    let cells = automaton.cells.span
    let fail = automaton.fail.span
    let pair = automaton.pair.span
    let small = table.small.span
    let syllables = table.syllables.span
    let records = table.records.span
    let mask = ring.count - 1
    var ring: [Int] = []
    swap(&ring, &self.ring)
    defer { swap(&ring, &self.ring) }
    var origins = ring.mutableSpan
    var written = written
    var state = state
    var base = Automaton.base(cells[Int(state)])
    var previous = previous
    var reports = false

    @inline(__always)
    func feed(_ key: UInt8, _ origin: Int, _ origins: inout MutableSpan<Int>) {
      origins[written & mask] = origin
      written &+= 1
      let byte = Int(key)
      let direct = base &+ byte
      var cell = cells[direct]
      if UInt32(truncatingIfNeeded: cell) == state {
        state = UInt32(truncatingIfNeeded: direct)
      } else {
        var suffix = fail[Int(state)]
        while true {
          if suffix == 0 {
            state = pair[previous << 8 | byte]
            cell = cells[Int(state)]
            break
          }
          let target = Automaton.base(cells[Int(suffix)]) &+ byte
          cell = cells[target]
          if UInt32(truncatingIfNeeded: cell) == suffix {
            state = UInt32(truncatingIfNeeded: target)
            break
          }
          suffix = fail[Int(suffix)]
        }
      }
      base = Automaton.base(cell)
      // A character whose key has several bytes tells of the last of them.
      reports = cell & Automaton.outputFlag != 0
      previous = byte
    }

    var at = start
    while at < end {
      let first = text[at]
      let start = at
      reports = false
      if first < 0x80 {
        at &+= 1
        let packed = small[Int(first)]
        if packed == 0 { continue }
        feed(UInt8(truncatingIfNeeded: packed), start, &origins)
        if packed > 0xFF { feed(UInt8(truncatingIfNeeded: packed >> 8), -1, &origins) }
      } else {
        let (scalar, length) = ScalarReader.read(text, at: at)
        at &+= length
        var packed: UInt32
        if scalar < 0x800 {
          packed = small[Int(scalar)]
        } else if scalar >= 0xAC00, scalar < 0xD7A4 {
          packed = syllables[Int(scalar &- 0xAC00)]
        } else {
          packed = FoldTable.slow
        }
        if packed != FoldTable.slow {
          if packed == 0 { continue }
          feed(UInt8(truncatingIfNeeded: packed), start, &origins)
          packed >>= 8
          while packed != 0 {
            feed(UInt8(truncatingIfNeeded: packed), -1, &origins)
            packed >>= 8
          }
        } else {
          let number = table.recordNumber(scalar)
          if number == 0 { continue }
          if number == FoldTable.ownUTF8 {
            feed(first, start, &origins)
            for i in start &+ 1..<at { feed(text[i], -1, &origins) }
          } else {
            if !notes, table.traits(scalar).isNote, Folding.isNoteMark(text, at: start) {
              marks.append(start..<at)
              continue
            }
            let record = table.recordStart(number)
            let length = Int(records[record])
            for i in 1...length {
              feed(records[record &+ i], i == 1 ? start : -1, &origins)
            }
          }
        }
      }
      if reports {
        var group = automaton.output[Int(state)]
        var link = automaton.outputLink[Int(state)]
        while true {
          if group != 0 {
            let length = Int(automaton.keyLengths[Int(group) - 1])
            let begin = origins[(written &- length) & mask]
            if begin >= 0, !isInsideWord(Int(group) - 1, text, begin, at) {
              places.append(Place(group: Int(group) - 1, start: begin, end: at))
            }
          }
          if link == 0 { break }
          group = automaton.output[Int(link)]
          link = automaton.outputLink[Int(link)]
        }
      }
    }
    self.written = written
    self.state = state
    self.previous = previous
    return at
  }

  /// The quick refusal of what is plainly inside a longer word of ASCII letters, of digits, of
  /// Cyrillic or of Hangul, where every pattern of the group needs a boundary.
  @inline(__always)
  private func isInsideWord(_ group: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let needs = set.groupNeeds[group]
    if needs.contains(.left), start > 0 {
      if Self.continues(text[start &- 1], text[start]) { return true }
      if start >= 3, text[start] >= 0xD0 {
        if needs.contains(.letters), Self.isCyrillic(text, start),
          Self.isCyrillic(text, start &- 2)
        {
          return true
        }
        if Self.isSyllable(text, start), Self.isSyllable(text, start &- 3) { return true }
      }
    }
    guard needs.contains(.right), end < text.count else { return false }
    if Self.continues(text[end], text[end &- 1]) { return true }
    return text[end] >= 0xD0 && end &- start > 1 && needs.contains(.letters)
      && Self.isCyrillic(text, end) && Self.isCyrillic(text, end &- 2)
  }

  @inline(__always)
  private static func continues(_ a: UInt8, _ b: UInt8) -> Bool {
    isLetter(a) && isLetter(b) || a &- 0x30 < 10 && b &- 0x30 < 10
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// A letter from U+0400 to U+047F.
  @inline(__always)
  private static func isCyrillic(_ text: Span<UInt8>, _ at: Int) -> Bool {
    text[at] & 0xFE == 0xD0 && at &+ 1 < text.count && text[at &+ 1] & 0xC0 == 0x80
  }

  @inline(__always)
  private static func isSyllable(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard text[at] >= 0xEA, text[at] <= 0xED else { return false }
    let (scalar, _) = ScalarReader.read(text, at: at)
    return scalar >= 0xAC00 && scalar < 0xD7A4
  }
}
