/// One key byte of a pattern: its strict value, and what was listed before it.
struct PatternUnit: Sendable {
  private let raw: UInt32

  init(strict: UInt32, hasGap: Bool, isStart: Bool, maySplit: Bool = false) {
    raw = strict | (hasGap ? 1 << 31 : 0) | (isStart ? 1 << 30 : 0) | (maySplit ? 1 << 29 : 0)
  }

  var strict: UInt32 { raw & 0x1FFF_FFFF }
  /// Whether the form may as well be written in two here.
  var maySplit: Bool { raw & 1 << 29 != 0 }
  /// Whether the form has a separator before it.
  var hasGap: Bool { raw >> 31 != 0 }
  /// Whether a character (a whole syllable, in Hangul) begins here.
  var isStart: Bool { raw & 1 << 30 != 0 }
}
