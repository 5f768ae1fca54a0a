/// Seeks the patterns of a set in one text: as it is written, and as it reads without its markup.
///
/// Both readings agree but at the markup, so the second is stepped through only where a key that
/// began before an edit is still open behind it. A key that lies between two edits is found once and
/// verified in both readings, because what stands beside it may differ. Superscripts are treated
/// likewise: left out at first, then read as letters and digits, round them alone.
struct HitSearch {
  private enum Reading { case written, read }

  private let set: PatternSet
  private var verifier: Verifier
  private var places: [Scanner.Place] = []
  /// In the bytes of the text as it is written.
  private(set) var hits: [Hit] = []
  /// In the bytes of what the markup's text reads as; not all that are hits as written as well.
  private(set) var readHits: [Hit] = []

  /// How many bytes are stepped through before what was found is verified: bounds the memory.
  private static let piece = 1 << 16
  /// From how far off an edit could change a verdict: titles and particles are nearer by far.
  private static let reach = 1 << 12

  init(_ set: PatternSet) {
    self.set = set
    verifier = Verifier(set)
  }

  /// Seeks in a text without markup.
  mutating func run(_ text: Span<UInt8>) {
    guard set.longestKey > 0 else { return }
    var scanner = Scanner(set, notes: false)
    step(&scanner, text, 0..<text.count)
    readNotes(.written, scanner.marks, text)
  }

  /// Seeks in a text with markup, in both readings.
  mutating func run(_ text: Span<UInt8>, _ markup: InlineMarkup) {
    guard set.longestKey > 0 else { return }
    let other = markup.text.span
    var written = Scanner(set, notes: false)
    var read = Scanner(set, notes: false)
    var marks: [Range<Int>] = []
    var isOpen = false
    for number in 0...markup.edits.count {
      let (given, same) = markup.stretch(before: number)
      let known = written.marks.count
      step(&written, text, given, same.lowerBound, other)
      for mark in written.marks[known...] {
        let start = mark.lowerBound - given.lowerBound + same.lowerBound
        marks.append(start..<start + mark.count)
      }
      guard number < markup.edits.count else { break }
      if !isOpen { takeUp(&read, written, given, same, other) }
      let edit = markup.edits[number]
      step(&written, text, edit.given)
      let limit = markup.stretch(before: number + 1).read.upperBound
      isOpen = follow(&read, .read, other, edit.read, upTo: limit)
    }
    readNotes(.written, written.marks, text)
    readNotes(.read, marks + read.marks, other)
  }

  private mutating func verify(
    _ reading: Reading, _ text: Span<UInt8>, _ place: Scanner.Place, notes: Bool
  ) {
    switch reading {
    case .written:
      verifier.hits(place.group, text, place.start, place.end, notes: notes, into: &hits)
    case .read:
      verifier.hits(place.group, text, place.start, place.end, notes: notes, into: &readHits)
    }
  }

  /// Steps through a range of the text as written.
  private mutating func step(_ scanner: inout Scanner, _ text: Span<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(at + Self.piece, range.upperBound)
      at = scanner.run(text, from: at, to: end, into: &places)
      for place in places { verify(.written, text, place, notes: false) }
      places.removeAll(keepingCapacity: true)
    }
  }

  /// Steps through a stretch that both readings have, and verifies in both what an edit is near.
  private mutating func step(
    _ scanner: inout Scanner, _ text: Span<UInt8>, _ range: Range<Int>, _ start: Int,
    _ other: Span<UInt8>
  ) {
    let shift = start - range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(at + Self.piece, range.upperBound)
      at = scanner.run(text, from: at, to: end, into: &places)
      for place in places {
        verify(.written, text, place, notes: false)
        guard place.start >= range.lowerBound,
          place.start - range.lowerBound < Self.reach || range.upperBound - place.end < Self.reach
        else { continue }
        let same = Scanner.Place(
          group: place.group, start: place.start + shift, end: place.end + shift)
        verify(.read, other, same, notes: false)
      }
      places.removeAll(keepingCapacity: true)
    }
  }

  /// Brings the second reading to the end of a stretch, where no key is open in it that began before
  /// the stretch: it is then as far in the automaton as the first, if that one's key began there too.
  private mutating func takeUp(
    _ read: inout Scanner, _ written: Scanner, _ given: Range<Int>, _ same: Range<Int>,
    _ text: Span<UInt8>
  ) {
    read.restart()
    guard let opened = written.opened else { return }
    let start = max(same.lowerBound, opened - given.lowerBound + same.lowerBound)
    _ = read.run(text, from: start, to: same.upperBound, into: &places)
    // These are found in the first reading.
    places.removeAll(keepingCapacity: true)
  }

  /// Reads an edit and on behind it until no key is open that began before.
  ///
  /// - Returns: whether one still is at the limit.
  private mutating func follow(
    _ scanner: inout Scanner, _ reading: Reading, _ text: Span<UInt8>, _ edit: Range<Int>,
    upTo limit: Int
  ) -> Bool {
    var at = scanner.run(text, from: edit.lowerBound, to: edit.upperBound, into: &places)
    // Superscripts right behind an edit may be read otherwise than in the other text.
    var before: Int?
    var isOpen = true
    while at < limit, isOpen {
      let (scalar, size) = ScalarReader.read(text, at: at)
      let traits = FoldTable.shared.traits(scalar)
      if before == nil, !traits.isAttached, !traits.isNote { before = scanner.written }
      at = scanner.run(text, from: at, to: at + size, into: &places)
      if let before { isOpen = !scanner.isWithin(scanner.written - before) }
    }
    for place in places { verify(reading, text, place, notes: scanner.notes) }
    places.removeAll(keepingCapacity: true)
    return isOpen
  }

  /// Reads a text again round its note marks, which now are letters and digits.
  private mutating func readNotes(
    _ reading: Reading, _ marks: [Range<Int>], _ text: Span<UInt8>
  ) {
    guard !marks.isEmpty else { return }
    let marks = marks.sorted { $0.lowerBound < $1.lowerBound }
    var scanner = Scanner(set, notes: true)
    var last = 0
    var isOpen = false
    for (number, mark) in marks.enumerated() where mark.lowerBound >= last {
      if !isOpen {
        scanner.restart()
        let start = max(last, Self.start(of: set.longestKey, before: mark.lowerBound, text))
        _ = scanner.run(text, from: start, to: mark.lowerBound, into: &places)
        places.removeAll(keepingCapacity: true)
      }
      let next = marks[(number + 1)...].first { $0.lowerBound >= mark.upperBound }
      isOpen = follow(&scanner, reading, text, mark, upTo: next?.lowerBound ?? text.count)
      last = mark.upperBound
    }
  }

  /// Where so many letters and digits before a place begin.
  private static func start(of letters: Int, before place: Int, _ text: Span<UInt8>) -> Int {
    var left = letters
    var at = place
    while at > 0, left > 0 {
      let (scalar, size) = ScalarReader.read(text, endingAt: at)
      let traits = FoldTable.shared.traits(scalar)
      if traits.isWord, !traits.isNote { left -= 1 }
      at -= size
    }
    return at
  }
}
