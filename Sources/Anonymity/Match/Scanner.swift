/// One pass over a text: fold, step, verify. Memory does not grow with the text, only with hits.
struct Scanner {
  typealias Hit = (range: Range<Int>, identifier: Int, isTitled: Bool)

  let set: PatternSet
  /// Superscripts after a word count as letters and digits.
  let notes: Bool

  /// The hits, and whether a note mark was left out, so that a scan with `notes` would differ.
  func run(_ text: Span<UInt8>) -> (hits: [Hit], sawNote: Bool) {
    var verifier = Verifier(set)
    var hits: [Hit] = []
    var sawNote = false
    guard set.longestKey > 0 else { return ([], false) }
    let table = FoldTable.shared
    let cells = set.automaton.cells.span
    let fail = set.automaton.fail.span
    let pair = set.automaton.pair.span
    let small = table.small.span
    let syllables = table.syllables.span
    let records = table.records.span

    // The offsets of the last key bytes; -1 for a byte that does not begin its scalar.
    var size = 64
    while size < set.longestKey + 8 { size *= 2 }
    let mask = size - 1
    var ring = [Int](repeating: -1, count: size)
    var origins = ring.mutableSpan
    var written = 0

    var state = Automaton.root
    var base = Automaton.base(cells[Int(Automaton.root)])
    var previous = 0
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
      reports = cell & Automaton.outputFlag != 0
      previous = byte
    }

    let count = text.count
    var at = 0
    while at < count {
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
              sawNote = true
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
        var group = set.automaton.output[Int(state)]
        var link = set.automaton.outputLink[Int(state)]
        while true {
          if group != 0 {
            let length = Int(set.automaton.keyLengths[Int(group) - 1])
            let begin = origins[(written &- length) & mask]
            if begin >= 0, !isInsideWord(Int(group) - 1, text, begin, at) {
              verifier.hits(Int(group) - 1, text, begin, at, notes: notes, into: &hits)
            }
          }
          if link == 0 { break }
          group = set.automaton.output[Int(link)]
          link = set.automaton.outputLink[Int(link)]
        }
      }
    }
    return (hits, sawNote)
  }

  /// The quick refusal of what is plainly inside a longer word of ASCII letters, of digits or of
  /// Hangul, where every pattern of the group needs a boundary.
  @inline(__always)
  private func isInsideWord(_ group: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let needs = set.groupNeeds[group]
    if needs.contains(.left), start > 0 {
      if Self.continues(text[start &- 1], text[start]) { return true }
      if text[start] >= 0xEA, start >= 3, text[start] <= 0xED,
        Self.isSyllable(text, start), Self.isSyllable(text, start &- 3)
      {
        return true
      }
    }
    return needs.contains(.right) && end < text.count && Self.continues(text[end], text[end &- 1])
  }

  @inline(__always)
  private static func continues(_ a: UInt8, _ b: UInt8) -> Bool {
    isLetter(a) && isLetter(b) || a &- 0x30 < 10 && b &- 0x30 < 10
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private static func isSyllable(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard text[at] >= 0xEA, text[at] <= 0xED else { return false }
    let (scalar, _) = ScalarReader.read(text, at: at)
    return scalar >= 0xAC00 && scalar < 0xD7A4
  }
}
