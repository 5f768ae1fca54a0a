/// What a hit leaves of the word or the brackets in which it ends.
enum Remainder {
  /// A name that runs on by so many letters of its script goes with them: a misspelt or declined end would
  /// stand behind the label otherwise. More are another word: KimCheolsuFree.
  private static let longest = 3

  /// Where the hit ends when what it leaves over is taken with it.
  static func end(_ text: Span<UInt8>, after range: Range<Int>) -> Int {
    let word = wordEnd(text, range.upperBound)
    return closed(text, range.lowerBound..<word)
  }

  /// Where a hit ends whose last word is an initial: past further initials, and past the last full stop where
  /// the sentence goes on: Hohlov A. Y., 1968.
  static func end(_ text: Span<UInt8>, afterInitial end: Int) -> Int {
    var at = end
    for _ in 0..<2 {
      guard let stop = stop(text, at) else { return at }
      let space = Neighbour.after(text, stop)
      let start = space.scalar == 0x20 ? space.offset + 1 : stop
      let letter = Neighbour.after(text, start)
      guard letter.offset == start, letter.script.isAlphabetic, letter.traits.isUpper else { break }
      let next = start + ScalarReader.read(text, at: start).length
      guard self.stop(text, next) != nil else { break }
      at = next
    }
    guard let stop = stop(text, at) else { return at }
    let mark = Neighbour.after(text, stop)
    if let scalar = mark.scalar, [0x2C, 0x3B, 0x29, 0x5D].contains(scalar) { return stop }
    guard mark.scalar == 0x20 else { return at }
    let word = Neighbour.after(text, mark.offset + 1)
    return word.script.isAlphabetic && !word.traits.isUpper ? stop : at
  }

  /// Behind a full stop that stands right there.
  private static func stop(_ text: Span<UInt8>, _ at: Int) -> Int? {
    let mark = Neighbour.after(text, at)
    return mark.scalar == 0x2E && mark.offset == at ? at + 1 : nil
  }

  private static func wordEnd(_ text: Span<UInt8>, _ end: Int) -> Int {
    let script = Neighbour.before(text, end).script
    guard script == .latin || script == .cyrillic else { return end }
    var at = end
    for _ in 0...longest {
      let next = Neighbour.after(text, at)
      guard next.isWord, next.script == script else { return at }
      at = next.offset + ScalarReader.read(text, at: next.offset).length
    }
    return end
  }

  /// With the bracket or quotation mark that closes one inside: 张（美玲）, ООО "Примлес".
  private static func closed(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let next = Neighbour.after(text, range.upperBound)
    guard let scalar = next.scalar, let opener = openers[scalar] else { return range.upperBound }
    var open = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (inside, size) = ScalarReader.read(text, at: at)
      if inside == opener {
        open = scalar == opener ? 1 - open : open + 1
      } else if inside == scalar {
        open -= 1
      }
      at += size
    }
    return open > 0
      ? next.offset + ScalarReader.read(text, at: next.offset).length : range.upperBound
  }

  /// Openers by what closes them.
  private static let openers: [UInt32: UInt32] = {
    let pairs = ["()", "（）", "[]", "［］", "«»", "“”", "「」", "『』", "《》", "〈〉", "\"\""]
    return Dictionary(
      uniqueKeysWithValues: pairs.map { pair in
        let scalars = pair.unicodeScalars.map(\.value)
        return (scalars[1], scalars[0])
      })
  }()
}
