import Foundation

/// Tells line breaks that only wrap a paragraph from those that part its lines.
///
/// A poem, a list, questions and answers keep their lines; prose that a program or a person wrapped at
/// some column does not. A paragraph is wrapped if no line could have taken the first word of the next
/// one, and its widest line is wide enough for prose. All of its breaks are judged alike.
enum WrappedLines {
  /// Columns of the widest line, from which on a paragraph may be wrapped.
  private static let narrowest = 55
  /// Columns that a line may stay short of what would fit: people wrap by eye.
  private static let slack = 8

  /// UTF-8 offsets of the scalars that break wrapped lines.
  static func breaks(in bytes: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    var paragraph: [(text: Substring, end: Int)] = []
    func end() {
      if isWrapped(paragraph.map(\.text)) { found.formUnion(paragraph.dropLast().map(\.end)) }
      paragraph = []
    }
    var at = 0
    for line in String(decoding: bytes, as: UTF8.self).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let next = at + String(line).utf8.count
      // Behind CR the line feed is the same break.
      let isReturned = line.last == "\r"
      let text = String(line).trimmingCharacters(in: .whitespacesAndNewlines)[...]
      if text.isEmpty { end() } else { paragraph.append((text, isReturned ? next - 1 : next)) }
      at = next + 1
    }
    end()
    return found
  }

  private static func isWrapped(_ lines: [Substring]) -> Bool {
    let widest = lines.map(width).max() ?? 0
    guard lines.count > 1, widest >= narrowest,
      lines.count(where: hasMark) * 2 < lines.count,
      lines.count > 2 || !(lines[0].last.map { ".!?。！？:：".contains($0) } ?? true)
    else { return false }
    return zip(lines, lines.dropFirst()).allSatisfy { line, next in
      width(line) + 1 + width(firstWord(next)) > widest - slack
    }
  }

  /// A dash or number of a list, the name of who speaks.
  private static func hasMark(_ line: Substring) -> Bool {
    guard let first = line.first else { return false }
    if "-–—*•·#>|".contains(first) { return true }
    let head = line.prefix(16)
    if let colon = head.firstIndex(where: { ":：".contains($0) }) {
      return head[..<colon].filter(\.isWhitespace).count < 2
    }
    let number = line.prefix(while: \.isNumber)
    return !number.isEmpty
      && (line.dropFirst(number.count).first.map { ".)".contains($0) } ?? false)
  }

  /// As much as cannot be broken: one character of a script without spaces.
  private static func firstWord(_ line: Substring) -> Substring {
    if let first = line.first, first.unicodeScalars.allSatisfy(Atoms.isWide) {
      return line.prefix(1)
    }
    return line.prefix { !$0.isWhitespace }
  }

  private static func width(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: sum
      default:
        sum
          + ((0x1100...0x115F).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
            || Atoms.isWide(scalar) ? 2 : 1)
      }
    }
  }
}

extension Piece {
  /// The text with ``ReleaseLayout/wrap`` where a line break of the original wraps a line.
  func marking(_ wraps: Set<Int>) -> String {
    guard entity == nil, kind == nil, !isFitted, text.utf8.count == range.count, !wraps.isEmpty
    else {
      return text
    }
    var out = String.UnicodeScalarView()
    var at = range.lowerBound
    var isMarked = false
    for scalar in text.unicodeScalars {
      if wraps.contains(at) {
        out.append(ReleaseLayout.wrap)
        isMarked = scalar == "\r"
      } else if !(isMarked && scalar == "\n") {
        out.append(scalar)
        isMarked = false
      } else {
        isMarked = false
      }
      at += UTF8.width(scalar)
    }
    return String(out)
  }
}
