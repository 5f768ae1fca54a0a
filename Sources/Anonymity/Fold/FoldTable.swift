/// The fold of every scalar, from the generated data, decoded once.
///
/// A scalar has *traits*, *parts* (the scalars it stands for after NFKC, casefold and the loss of
/// marks) and a *key* (the bytes it is compared by, in which lookalikes are equal). Hangul is
/// keyed letter by letter, so that a syllable and its jamo have one key.
struct FoldTable: Sendable {
  static let shared = FoldTable()

  /// A part of a scalar and how many bytes of the key are its own.
  struct Part: Sendable {
    let scalar: UInt32
    let keyLength: Int
  }

  /// Strict values of Hangul letters: this plus the letter's key.
  static let jamoBase: UInt32 = 0x110000
  static let ownUTF8 = 1

  private let pageIndex: [UInt16]
  private let entries: [UInt32]
  private let recordStarts: [UInt32]
  /// Key length, key, number of parts, each part: scalar (3 bytes, little endian), key length.
  let records: [UInt8]
  /// The key of each syllable from U+AC00 on: up to four bytes, the first one lowest.
  let syllables: [UInt32]
  /// The key of each scalar below U+0800, likewise; `slow` where that does not suffice.
  private(set) var small: [UInt32] = []
  static let slow = UInt32.max
  /// The part and, lowest, the key of each scalar below U+0800 that has one part with a key of one
  /// byte; zero for the others.
  private(set) var ones: [UInt32] = []

  private init() {
    pageIndex = Self.expand(Base64.decode(FoldData.pageIndex), width: 2).map {
      UInt16(truncatingIfNeeded: $0)
    }
    entries = Self.expand(Base64.decode(FoldData.entries), width: 3)
    let starts = Base64.decode(FoldData.recordStarts)
    recordStarts = stride(from: 0, to: starts.count, by: 3).map {
      UInt32(starts[$0]) | UInt32(starts[$0 + 1]) << 8 | UInt32(starts[$0 + 2]) << 16
    }
    records = Base64.decode(FoldData.records)
    let hangul = Base64.decode(FoldData.hangul)
    syllables = (0..<11172).map { i in
      let final = 40 + 2 * (i % 28)
      let shift: UInt32 = 16
      return UInt32(hangul[i / 588]) | UInt32(hangul[19 + i % 588 / 28]) << 8
        | UInt32(hangul[final]) << shift | UInt32(hangul[final + 1]) << 24
    }
    small = (0..<0x800).map { packed(UInt32($0)) }
    ones = (0..<0x800).map { scalar in
      let (key, parts) = fold(UInt32(scalar))
      return key.count == 1 && parts.count == 1 ? parts[0].scalar << 8 | UInt32(key[0]) : 0
    }
  }

  func traits(_ scalar: UInt32) -> Traits {
    Traits(raw: UInt8(truncatingIfNeeded: entry(scalar)))
  }

  /// The record number of a scalar: 0 has no key, 1 is keyed by its own UTF-8.
  func recordNumber(_ scalar: UInt32) -> Int { Int(entry(scalar) >> 8) }

  /// Where a record from number 2 on begins in `records`.
  func recordStart(_ number: Int) -> Int { Int(recordStarts[number - 2]) }

  private func entry(_ scalar: UInt32) -> UInt32 {
    entries[Int(pageIndex[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// The key and the parts of a scalar, for comparison at leisure.
  func fold(_ scalar: UInt32) -> (key: [UInt8], parts: [Part]) {
    if scalar < UInt32(ones.count), ones[Int(scalar)] != 0 {
      let one = ones[Int(scalar)]
      return (
        [UInt8(truncatingIfNeeded: one)], [Part(scalar: one >> 8, keyLength: 1)]
      )
    }
    if scalar >= 0xAC00, scalar < 0xD7A4 {
      var key: [UInt8] = []
      var packed = syllables[Int(scalar - 0xAC00)]
      while packed != 0 {
        key.append(UInt8(truncatingIfNeeded: packed))
        packed >>= 8
      }
      return (key, key.map { Part(scalar: Self.jamoBase + UInt32($0), keyLength: 1) })
    }
    let number = recordNumber(scalar)
    if number == 0 { return ([], []) }
    if number == Self.ownUTF8 {
      let key = Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
      return (key, [Part(scalar: scalar, keyLength: key.count)])
    }
    var at = recordStart(number)
    let length = Int(records[at])
    let key = Array(records[at + 1..<at + 1 + length])
    at += 1 + length
    let parts = (0..<Int(records[at])).map { i in
      let p = at + 1 + 4 * i
      let scalar =
        UInt32(records[p]) | UInt32(records[p + 1]) << 8 | UInt32(records[p + 2]) << 16
      return Part(scalar: scalar, keyLength: Int(records[p + 3]))
    }
    return (key, parts)
  }

  private func packed(_ scalar: UInt32) -> UInt32 {
    let key = fold(scalar).key
    if traits(scalar).isNote || key.count > 4 { return Self.slow }
    return key.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Undoes the run lengths: a count, then a value of `width` bytes.
  private static func expand(_ data: [UInt8], width: Int) -> [UInt32] {
    var out: [UInt32] = []
    for at in stride(from: 0, to: data.count, by: width + 1) {
      var value: UInt32 = 0
      for i in 0..<width { value |= UInt32(data[at + 1 + i]) << UInt32(8 * i) }
      out.append(contentsOf: repeatElement(value, count: Int(data[at])))
    }
    return out
  }
}
