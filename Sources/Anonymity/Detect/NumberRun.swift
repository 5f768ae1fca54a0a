/// Digits in groups, with what separates them: "+7 900 555-01-23".
struct NumberRun {
  static let mostDigits = 32

  private(set) var digits: [UInt8] = []
  private(set) var groups: [Int] = []
  let firstWord: Int
  private(set) var lastWord: Int
  private(set) var start: Int
  private(set) var end: Int
  private(set) var hasPlus = false
  private(set) var hasHyphen = false
  private(set) var hasDot = false
  private(set) var hasBracket = false

  /// Reads on from a word of digits while only separators of numbers stand between groups.
  init(_ reading: Reading, at index: Int) {
    let words = reading.words
    let text = reading.text
    firstWord = index
    lastWord = index
    start = words[index].start
    end = words[index].end
    if text.scalar(start - 1) == 0x28 {
      hasBracket = true
      start -= 1
    }
    if text.scalar(start - 1) == 0x2B {
      hasPlus = true
      start -= 1
    }
    add(reading, words[index])
    var next = index + 1
    while next < words.count, words[next].script == .digits, joins(text, end, words[next].start),
      digits.count + words[next].count <= Self.mostDigits, groups.count < 10
    {
      add(reading, words[next])
      lastWord = next
      end = words[next].end
      next += 1
    }
  }

  private mutating func add(_ reading: Reading, _ word: Word) {
    groups.append(word.count)
    for at in word.start..<min(word.end, word.start + Self.mostDigits + 1) {
      digits.append(UInt8(truncatingIfNeeded: reading.text.scalars[at] &- 0x30))
    }
  }

  private mutating func joins(_ text: PlainText, _ from: Int, _ to: Int) -> Bool {
    guard to - from <= 3 else { return false }
    var newlines = 0
    var hyphen = false
    var dot = false
    var bracket = false
    for at in from..<to {
      switch text.scalars[at] {
      case 0x20: break
      case 0x0A, 0x0D: newlines += 1
      case 0x2D: hyphen = true
      case 0x2E: dot = true
      case 0x28, 0x29: bracket = true
      default: return false
      }
    }
    // Over a line break, and after a full stop with a space, only when a phone has begun.
    if newlines > 0, groups.count < 2 || digits.count > 8 || hyphen || dot { return false }
    if dot, to - from > 1 { return false }
    hasHyphen = hasHyphen || hyphen
    hasDot = hasDot || dot
    hasBracket = hasBracket || bracket
    return true
  }

  /// The digits as a number from one place to another; of more than 18 the first 18.
  func value(_ range: Range<Int>) -> Int {
    digits[range].prefix(18).reduce(0) { $0 * 10 + Int($1) }
  }

  /// 1 000 000: a quantity, written in threes.
  var isGroupedQuantity: Bool {
    groups.count > 1 && !hasHyphen && !hasPlus && groups[0] <= 3
      && groups.dropFirst().allSatisfy { $0 == 3 }
  }
}
