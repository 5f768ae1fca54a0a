/// Folds a stretch of text with all details, for verification and for listed identifiers.
enum Folding {
  /// Appends the units of `range`. With `notes`, superscripts after a word count as letters and
  /// digits; without, they are left out.
  static func units(
    of text: Span<UInt8>, in range: Range<Int>, notes: Bool, into out: inout [FoldedUnit]
  ) {
    let table = FoldTable.shared
    var at = range.lowerBound
    var gap: Gap = []
    var length = 0
    var lineFeeds = 0
    while at < range.upperBound {
      let (scalar, size) = ScalarReader.read(text, at: at)
      let traits = table.traits(scalar)
      if traits.isAttached {
        at += size
        continue
      }
      if !traits.isWord {
        gap.insert(Gap(traits.kind))
        length += traits.kind == .space ? 0 : 1
        lineFeeds += scalar == 0x0A ? 1 : 0
      } else if traits.isNote, !notes, isNoteMark(text, at: at) {
        gap.insert(.note)
      } else {
        let first = out.count
        func append(_ key: UInt8, _ strict: UInt32) {
          out.append(
            FoldedUnit(
              key: key, strict: strict, scalar: scalar, traits: traits, offset: at,
              isFirst: out.count == first))
        }
        let one = scalar < UInt32(table.ones.count) ? table.ones[Int(scalar)] : 0
        if one != 0 {
          append(UInt8(truncatingIfNeeded: one), one >> 8)
        } else if scalar >= 0xAC00, scalar < 0xD7A4 {
          var packed = table.syllables[Int(scalar - 0xAC00)]
          while packed != 0 {
            append(UInt8(truncatingIfNeeded: packed), FoldTable.jamoBase + packed & 0xFF)
            packed >>= 8
          }
        } else {
          let folded = table.fold(scalar)
          var index = 0
          for part in folded.parts {
            for _ in 0..<part.keyLength {
              append(folded.key[index], part.scalar)
              index += 1
            }
          }
        }
        if first < out.count {
          out[first].gap = gap
          out[first].gapLength = length
          out[first].lineFeeds = lineFeeds
        }
        gap = []
        length = 0
        lineFeeds = 0
      }
      at += size
    }
  }

  /// The strict scalars of a text's units, with notes: what can be compared without where it stands,
  /// in a fraction of the time.
  static func strict(of text: Span<UInt8>) -> [UInt32] {
    let table = FoldTable.shared
    let (ones, syllables) = (table.ones, table.syllables)
    var out: [UInt32] = []
    out.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      let (scalar, size) = ScalarReader.read(text, at: at)
      at += size
      let one = scalar < UInt32(ones.count) ? ones[Int(scalar)] : 0
      if one != 0 {
        out.append(one >> 8)
      } else if scalar >= 0xAC00, scalar < 0xD7A4 {
        var packed = syllables[Int(scalar - 0xAC00)]
        while packed != 0 {
          out.append(FoldTable.jamoBase + packed & 0xFF)
          packed >>= 8
        }
      } else if table.traits(scalar).isWord {
        for part in table.fold(scalar).parts {
          for _ in 0..<part.keyLength { out.append(part.scalar) }
        }
      }
    }
    return out
  }

  /// The longest run of note marks; what goes on beyond is text.
  private static let longestNote = 8

  /// Whether a superscript at `at` is a note mark: it follows a word, or other marks after one.
  static func isNoteMark(_ text: Span<UInt8>, at: Int) -> Bool {
    var before = Neighbour.before(text, at)
    for _ in 0..<longestNote {
      guard before.scalar != nil, before.traits.isWord else { return false }
      if !before.traits.isNote { return before.traits.isLetter }
      before = Neighbour.before(text, before.offset)
    }
    return false
  }

  /// The units of a listed text.
  static func units(of text: String) -> [FoldedUnit] {
    var out: [FoldedUnit] = []
    let bytes = Array(text.utf8)
    units(of: bytes.span, in: 0..<bytes.count, notes: true, into: &out)
    return out
  }
}
