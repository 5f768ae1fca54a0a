import Sealing

/// A kit as it is printed, typed and scanned.
extension FieldKit {
  private static let lineSize = 20
  private static let lines = (size + lineSize - 1) / lineSize
  private static let checkLetters = 2
  private static let oneLinePrefix = "EVAULT-KIT-1:"

  /// Numbered lines with a check at each end. It does not hold the fingerprint: whoever exchanged the
  /// file would exchange both.
  public var text: String {
    var text = """
      evault field kit \(code.text), for use until \(lastDay) (UTC)
      Compare the fingerprint that evault kit show tells with what a custodian says, aloud.


      """
    for number in 1...Self.lines {
      let groups = Crockford.encode(Self.part(number, of: bytes)).grouped
      let space = String(repeating: " ", count: Self.width - groups.count)
      text += "\(Self.twoDigits(number))  \(groups)\(space)  \(check(number))\n"
    }
    return text
  }

  /// One line without lower case, for a QR code in alphanumeric mode.
  public var line: String { Self.oneLinePrefix + Crockford.encode(bytes) }

  /// Reads either form.
  ///
  /// - Throws: ``FieldFault/kitLine(_:)`` with the number of the line that is wrong, or
  ///   ``FieldFault/notAKit``.
  public init(file: [UInt8]) throws(FieldFault) {
    guard let text = String(validating: file, as: UTF8.self) else { throw .notAKit }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    if let first = lines.first, first.hasPrefix(Self.oneLinePrefix) {
      guard lines.count == 1,
        let bytes = Crockford.decode(
          String(first.dropFirst(Self.oneLinePrefix.count)), count: Self.size)
      else { throw .notAKit }
      try self.init(bytes: bytes)
      return
    }
    var bytes: [UInt8] = []
    var number = 0
    for line in lines {
      guard let typed = Self.numbered(line) else { continue }
      number += 1
      guard typed.number == number, number <= Self.lines else { throw .kitLine(number) }
      let letters = Crockford.normalise(typed.rest)
      let part = Crockford.decode(
        String(letters.dropLast(Self.checkLetters)), count: Self.partSize(number))
      guard let part, letters.hasSuffix(Self.check(number, part)) else { throw .kitLine(number) }
      bytes += part
    }
    guard number > 0 else { throw .notAKit }
    guard number == Self.lines else { throw .kitLine(number + 1) }
    try self.init(bytes: bytes)
  }

  /// A line that begins with two digits, and what follows.
  private static func numbered(_ line: String) -> (number: Int, rest: String)? {
    let line = line.drop(while: \.isWhitespace)
    let digits = line.prefix(2)
    guard digits.count == 2, digits.allSatisfy({ ("0"..."9").contains($0) }),
      line.dropFirst(2).first?.isWhitespace == true, let number = Int(digits)
    else { return nil }
    return (number, String(line.dropFirst(2)))
  }

  private static let width = Crockford.encode([UInt8](repeating: 0, count: lineSize)).grouped.count

  private static func partSize(_ number: Int) -> Int {
    min(lineSize, size - (number - 1) * lineSize)
  }

  private static func part(_ number: Int, of bytes: [UInt8]) -> [UInt8] {
    Array(bytes[(number - 1) * lineSize..<(number - 1) * lineSize + partSize(number)])
  }

  private func check(_ number: Int) -> String {
    Self.check(number, Self.part(number, of: bytes))
  }

  /// The first 10 bits of H(kit/line, number ‖ bytes).
  private static func check(_ number: Int, _ part: [UInt8]) -> String {
    let digest = Digest.of(.kitLine, [UInt8(truncatingIfNeeded: number)], part)
    return String(Crockford.encode(digest.bytes.prefix(2)).prefix(checkLetters))
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension String {
  /// In groups of four.
  fileprivate var grouped: String {
    stride(from: 0, to: count, by: 4).map { String(dropFirst($0).prefix(4)) }
      .joined(separator: " ")
  }
}
