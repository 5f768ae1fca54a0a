/// A text made ready for the detectors: units, words, and which words are written small in it.
struct Reading {
  let text: PlainText
  let words: [Word]
  let language: Language
  private let small: SmallWords

  init(_ bytes: [UInt8], language: Language) {
    text = PlainText(bytes)
    words = WordCutter.words(of: text)
    self.language = language
    small = SmallWords(words, of: text)
  }

  /// Whether the same word stands somewhere in the text in small letters.
  func isWrittenSmall(_ word: Word) -> Bool { small.contains(word.hash) }

  /// A word, or `nil` outside the text.
  func word(_ index: Int) -> Word? { words.indices.contains(index) ? words[index] : nil }

  /// The small or other letters of a word as they stand.
  func scalars(_ word: Word) -> ArraySlice<UInt32> { text.scalars[word.start..<word.end] }

  /// The value of a word of digits; of more than 18 of the first 18.
  func number(_ word: Word) -> Int {
    scalars(word).prefix(18).reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  func string(_ from: Int, _ to: Int) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.scalars[from..<to] {
      out.append(Unicode.Scalar(scalar) ?? " ")
    }
    return String(out)
  }

  func finding(
    _ from: Int, _ to: Int, _ kind: FindingKind, _ reason: FindingReason
  ) -> Finding {
    Finding(range: text.range(from, to), kind: kind, reason: reason)
  }

  /// Where a word ends without its Korean particle.
  func end(_ word: Word) -> Int { word.script == .hangul ? word.start + word.stem : word.end }

  /// The words of one sentence around `index`, at most `reach` to each side.
  func sentence(around index: Int, reach: Int) -> Range<Int> {
    var low = index
    while low > 0, index - low < reach, !words[low].gap.isBreak { low -= 1 }
    var high = index + 1
    while high < words.count, high - index < reach, !words[high].gap.isBreak { high += 1 }
    return low..<high
  }
}

/// Which words a text writes in small letters: a filter that now and then says yes wrongly.
struct SmallWords {
  private var bits: [UInt64]

  /// Parts of names with a hyphen, of addresses and of paths do not count.
  init(_ words: [Word], of text: PlainText) {
    bits = [UInt64](repeating: 0, count: 1 << 14)
    for word in words where word.shape == .lower && word.count > 1 {
      if word.gap == .hyphen || word.gap == .dot { continue }
      let after = text.scalar(word.end)
      if after == 0x40 || after == 0x5F || after == 0x2E && text.kind(word.end + 1).isWord {
        continue
      }
      bits[Int(word.hash >> 6 & 0x3FFF)] |= 1 << (word.hash & 63)
    }
  }

  func contains(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 6 & 0x3FFF)] & 1 << (hash & 63) != 0
  }
}
