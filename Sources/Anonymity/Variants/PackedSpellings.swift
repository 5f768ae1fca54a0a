/// The spellings of one name in few bytes, from which those that a text may hold are taken without
/// making the others.
///
/// ```
/// name:     count ‖ UTF-8
/// spelling: head (1) ‖ shared ‖ count ‖ UTF-8     head: reason + 16 · part + 128 if tier 3
/// ```
///
/// The name, then each spelling in order: how many bytes it shares with the text before it, and the
/// bytes that follow them. Counts are LEB128. A `reason` is a place in ``Variant/Reason``'s list of
/// cases; `part` is 0 for a whole name, else one more than the place of a ``NamePart/Role``.
public struct PackedSpellings: Equatable, Sendable {
  /// As they are sealed; about 3 KB for a name of three syllables.
  public let bytes: ArraySlice<UInt8>
  /// The name that they are spellings of.
  public let name: String
  /// Where the first spelling begins.
  private let start: Int

  /// No spelling has more bytes: a short record cannot be made to say very long ones very often.
  private static let longest = 1024

  /// Packs what is made of a name.
  public init(_ name: String, _ spellings: NameSpellings) {
    var writer = SpellingWriter(name)
    for variant in spellings.variants { writer.add(variant.text, SpellingHead(variant)) }
    for part in spellings.parts { writer.add(part.text, SpellingHead(part)) }
    bytes = writer.bytes[...]
    self.name = name
    start = writer.start
  }

  /// Takes spellings as they were sealed; `nil` for what is none.
  public init?(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    guard let count = bytes.count(at: &at), count <= bytes.endIndex - at,
      let name = String(validating: bytes[at..<at + count], as: UTF8.self)
    else { return nil }
    self.bytes = bytes
    self.name = name
    start = at + count
  }

  /// The spellings; `nil` when the bytes are none.
  ///
  /// - Parameter texts: only what these may hold, and, where they have Cyrillic letters, all Cyrillic
  ///   spellings, because labels follow the case of a name; `nil` for all.
  public func spellings(in texts: Beginnings? = nil) -> NameSpellings? {
    var variants: [Variant] = []
    var parts: [PartSpelling] = []
    var text = SpellingText(name)
    // Up to where the last text that no text holds was looked at: what shares that much is alike.
    var refused = Int.max
    var at = start
    while at < bytes.endIndex {
      let code = bytes[at]
      at += 1
      guard let shared = bytes.count(at: &at), let count = bytes.count(at: &at),
        count <= bytes.endIndex - at, shared <= text.count, shared + count <= Self.longest
      else { return nil }
      text.replace(from: shared, by: bytes, at, count)
      at += count
      guard let head = SpellingHead(code) else { return nil }
      if let texts {
        let isNeeded = head.reason == .cyrillic && texts.hasCyrillic
        if shared < refused {
          refused = texts.refusal(of: text.bytes.span.extracting(0..<text.count)) ?? .max
        }
        if refused < .max, !isNeeded { continue }
      }
      if let role = head.role {
        parts.append(
          PartSpelling(text: text.string, role: role, reason: head.reason, tier: head.tier))
      } else {
        variants.append(Variant(text: text.string, reason: head.reason))
      }
    }
    return NameSpellings(variants: variants, parts: parts)
  }
}

extension PackedSpellings {
  /// Those of several names in one string: each with its length (LEB128) before it.
  public static func bytes(of all: [PackedSpellings]) -> [UInt8] {
    var out: [UInt8] = []
    for one in all {
      out.append(count: one.bytes.count)
      out += one.bytes
    }
    return out
  }

  /// As ``bytes(of:)`` wrote them; `nil` for what is no such list.
  public static func list(_ bytes: [UInt8]) -> [PackedSpellings]? {
    var all: [PackedSpellings] = []
    var at = 0
    while at < bytes.count {
      guard let count = bytes[...].count(at: &at), count <= bytes.count - at,
        let one = PackedSpellings(bytes[at..<at + count])
      else { return nil }
      all.append(one)
      at += count
    }
    return all
  }
}

/// What a spelling is, in one byte.
private struct SpellingHead {
  let reason: Variant.Reason
  let role: NamePart.Role?
  let tier: Tier

  init(_ variant: Variant) {
    reason = variant.reason
    role = nil
    tier = .t1
  }

  init(_ part: PartSpelling) {
    reason = part.reason
    role = part.role
    tier = part.tier
  }

  private static let reasons = Variant.Reason.allCases
  private static let roles = NamePart.Role.allCases

  init?(_ code: UInt8) {
    let (reason, part) = (Int(code & 15), Int(code >> 4 & 7))
    guard reason < Self.reasons.count, part <= Self.roles.count else { return nil }
    self.reason = Self.reasons[reason]
    role = part == 0 ? nil : Self.roles[part - 1]
    tier = part == 0 ? .t1 : code & 128 == 0 ? .t2 : .t3
  }

  var code: UInt8 {
    let part = role.flatMap { Self.roles.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let place = Self.reasons.firstIndex(of: reason) ?? 0
    return UInt8(place) | UInt8(part) << 4 | (tier == .t3 ? 128 : 0)
  }
}

/// Writes spellings, each by what it does not share with the one before.
private struct SpellingWriter {
  private(set) var bytes: [UInt8] = []
  let start: Int
  private var last: [UInt8]

  init(_ name: String) {
    last = Array(name.utf8)
    bytes.append(count: last.count)
    bytes += last
    start = bytes.count
  }

  mutating func add(_ text: String, _ head: SpellingHead) {
    let next = Array(text.utf8)
    let shared = zip(last, next).prefix { $0 == $1 }.count
    bytes.append(head.code)
    bytes.append(count: shared)
    bytes.append(count: next.count - shared)
    bytes += next[shared...]
    last = next
  }
}

/// The text that was read last.
private struct SpellingText {
  private(set) var bytes: [UInt8]
  private(set) var count: Int

  init(_ name: String) {
    bytes = Array(name.utf8)
    count = bytes.count
  }

  mutating func replace(from start: Int, by other: ArraySlice<UInt8>, _ at: Int, _ added: Int) {
    count = start + added
    while bytes.count < count { bytes.append(0) }
    for index in 0..<added { bytes[start + index] = other[at + index] }
  }

  var string: String { String(decoding: bytes[0..<count], as: UTF8.self) }
}

extension [UInt8] {
  /// LEB128.
  mutating func append(count: Int) {
    var rest = count
    while rest > 127 {
      append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

extension ArraySlice<UInt8> {
  /// A count below 2²⁸, and on behind it; `nil` when there is none.
  func count(at index: inout Int) -> Int? {
    var value = 0
    for shift in stride(from: 0, to: 28, by: 7) {
      guard index < endIndex else { return nil }
      let byte = self[index]
      index += 1
      value |= Int(byte & 127) << shift
      if byte < 128 { return value }
    }
    return nil
  }
}
