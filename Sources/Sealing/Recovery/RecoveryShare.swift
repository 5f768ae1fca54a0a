/// One share of a recovery's passphrase, as 28 words on a page.
///
/// payload = version (1) ‖ threshold (1) ‖ count (1) ‖ number (1) ‖ set (4) ‖ vault (8) ‖ value (32)
/// words   = payload ‖ H(recovery/share, payload)[0..4] ‖ two check words
///
/// A class, so that several can be kept in a list: what it holds cannot be copied.
public final class RecoveryShare: Sendable {
  /// How many words a share has.
  public static let wordCount = 28
  /// How many of them stand in a line.
  public static let wordsPerLine = 4
  private static let payloadSize = 48
  private static let headSize = 16

  public let set: RecoverySet
  /// From 1 to the set's count.
  public let number: Int
  let value: Scalar

  init(set: RecoverySet, number: Int, value: consuming Scalar) {
    precondition((1...set.count).contains(number))
    self.set = set
    self.number = number
    self.value = value
  }

  /// Lends the words as ASCII: a blank between two, a line break after each fourth.
  public func withWords<Result>(
    _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    try words().withBytes(body)
  }

  func words() throws(SealingError) -> SecretBytes {
    let payload = try self.payload()
    let checked = try payload.joined(with: try Self.hash(payload))
    let values = try SecretBytes.zeros(Self.wordCount * 2)
    let plain = Self.wordCount - WordCheck.words
    checked.withBytes { from in
      let (next, last) = WordCheck.last(after: plain, from)
      values.withMutableBytes { out in
        for index in from.indices { out[index] = from[index] }
        for (place, value) in [(plain, next), (plain + 1, last)] {
          out[2 * place] = UInt8(value >> 8)
          out[2 * place + 1] = UInt8(value & 255)
        }
      }
    }
    let step = ShareWord.length + 1
    let text = try SecretBytes.zeros(Self.wordCount * step)
    values.withBytes { from in
      text.withMutableBytes { out in
        for place in 0..<Self.wordCount {
          ShareWord.write(WordCheck.word(from, place), &out, at: place * step)
          out[place * step + ShareWord.length] =
            (place + 1) % Self.wordsPerLine == 0 ? 0x0A : 0x20
        }
      }
    }
    return text
  }

  private func payload() throws(SealingError) -> SecretBytes {
    var head = [1, UInt8(set.threshold), UInt8(set.count), UInt8(number)] + set.id + set.vault
    return try SecretBytes(moving: &head).joined(with: value.bytes)
  }

  private static func hash(_ payload: borrowing SecretBytes) throws(SealingError) -> [UInt8] {
    var label = Label.recoveryShare.prefixed([])
    let message = try SecretBytes(moving: &label).joined(with: payload)
    return message.withBytes { Array(Digest.of($0).bytes.prefix(4)) }
  }
}

// MARK: - Reading

extension RecoveryShare {
  /// Reads words of ASCII letters with blanks and line breaks between them.
  ///
  /// - Throws: ``ShareError``, which tells the one wrong word, if it is one.
  public static func read(words text: borrowing SecretBytes) throws -> RecoveryShare {
    let places = Self.places(in: text)
    guard places.count == wordCount else { throw ShareError.wordCount(places.count) }
    let values = try SecretBytes.zeros(wordCount * 2)
    let strange = text.withBytes { from in
      values.withMutableBytes { out in
        var strange: [Int] = []
        for (place, word) in places.enumerated() {
          guard let value = ShareWord.read(from, at: word.start, count: word.count) else {
            strange.append(place + 1)
            continue
          }
          out[2 * place] = UInt8(value >> 8)
          out[2 * place + 1] = UInt8(value & 255)
        }
        return strange
      }
    }
    guard strange.isEmpty else { throw ShareError.notWords(strange) }
    switch values.withBytes({ WordCheck.check(wordCount, $0) }) {
    case .whole: break
    case .several: throw ShareError.wrongWords
    case .one(let place, let difference):
      values.withMutableBytes { out in
        out[2 * place] ^= UInt8(difference >> 8)
        out[2 * place + 1] ^= UInt8(difference & 255)
      }
      // Told only where the share is then whole; the right word is on the paper.
      guard try isWhole(values) else { throw ShareError.wrongWords }
      throw ShareError.wrongWord(place + 1)
    }
    guard try isWhole(values) else { throw ShareError.wrongWords }
    return try RecoveryShare(values)
  }

  private convenience init(_ values: borrowing SecretBytes) throws {
    let head = values.withBytes { bytes in (0..<Self.headSize).map { bytes[$0] } }
    guard head[0] == 1,
      let set = RecoverySet(
        threshold: Int(head[1]), count: Int(head[2]), id: Array(head[4..<8]),
        vault: Array(head[8..<16])),
      (1...set.count).contains(Int(head[3]))
    else { throw ShareError.unknown }
    let value = try values.part(Self.headSize..<Self.payloadSize)
    do { self.init(set: set, number: Int(head[3]), value: try Scalar(canonical: value)) } catch {
      throw error == .malformed ? ShareError.unknown as any Error : error
    }
  }

  private static func isWhole(_ values: borrowing SecretBytes) throws(SealingError) -> Bool {
    let hash = try hash(try values.part(0..<payloadSize))
    return values.withBytes { bytes in
      hash.indices.allSatisfy { bytes[payloadSize + $0] == hash[$0] }
    }
  }

  /// Where the words are. Lines that begin with `#` are headings.
  static func places(in text: borrowing SecretBytes) -> [(start: Int, count: Int)] {
    text.withBytes { bytes in
      var places: [(start: Int, count: Int)] = []
      var start: Int?
      var heading = false
      var lineBegins = true
      for index in 0...bytes.count {
        let byte = index < bytes.count ? bytes[index] : 0x0A
        if lineBegins, byte == 0x23 { heading = true }
        lineBegins = byte == 0x0A
        if byte > 0x20, byte != 0x7F, !heading {
          if start == nil { start = index }
        } else if let first = start {
          places.append((first, index - first))
          start = nil
        }
        if lineBegins { heading = false }
      }
      return places
    }
  }
}
