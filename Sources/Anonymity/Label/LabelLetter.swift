/// The letter that tells the persons of one audience apart: A … Z, AA, AB …
///
/// It is Latin in every language, Russian too. A Cyrillic series looks the same to the eye and
/// counts differently (В is third, B second; С is nineteenth, C third), so a reader of an English
/// and a Russian excerpt would take two persons for one. With one series, B is B everywhere.
public struct LabelLetter: Hashable, Comparable, Codable, Sendable {
  /// The place in the series, from 0.
  public let index: Int

  /// The letter at a place of the series. A negative index is a bug of the caller.
  public init(index: Int) {
    precondition(index >= 0, "a label letter has no place before A")
    self.index = index
  }

  /// The letter as written: bijective base 26, so that no two places share a spelling.
  public var text: String {
    var letters: [UInt8] = []
    var rest = index
    while true {
      letters.append(UInt8(0x41 + rest % 26))
      rest = rest / 26 - 1
      if rest < 0 { break }
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  public static func < (left: LabelLetter, right: LabelLetter) -> Bool {
    left.index < right.index
  }
}
