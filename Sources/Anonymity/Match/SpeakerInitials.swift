/// Initials that stand for somebody in a transcript: "KH:" or "ㅊㄱㅎ:" before what he said, CKH_01.wav.
///
/// Two or three letters are anybody's. So they are sought only at these places, and only for people with
/// whom a document has to do.
public enum SpeakerInitials {
  /// The initials of a listed name: all of them, those of the given name, and with the family name last.
  public static func of(_ name: String) -> Set<String> {
    let hangul = [HangulSyllable](hangul: name.filter { !$0.isWhitespace }) ?? []
    if hangul.count > 2 {
      let family = KoreanFamilyNames.contains(Array(hangul.prefix(2))) && hangul.count > 3 ? 2 : 1
      let jamo = hangul.map { [String(leads[$0.initial.rawValue])] }
      return orders(jamo, family).union(orders(hangul.map(letters), family))
    }
    let words = name.split { $0.isWhitespace || "-‐,.".contains($0) }.map(String.init)
    let isAlphabetic = words.allSatisfy { word in
      word.unicodeScalars.allSatisfy {
        let script = FoldTable.shared.traits($0.value).script
        return script == .latin || script == .cyrillic || $0 == "'" || $0 == "’"
      }
    }
    guard (2...4).contains(words.count), isAlphabetic else { return [] }
    return orders(words.map { [$0.prefix(1).uppercased()] }, 1)
  }

  /// - Parameter letters: what each syllable or word may begin with.
  private static func orders(_ letters: [[String]], _ family: Int) -> Set<String> {
    var out: Set<String> = []
    for order in [
      letters, Array(letters[family...]), Array(letters[family...] + letters[..<family]),
    ] where (2...4).contains(order.count) {
      out.formUnion(
        order.reduce([""]) { made, next in made.flatMap { one in next.map { one + $0 } } })
    }
    return out
  }

  private static let leads = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
  /// How each is written at the beginning of a syllable; the silent one by its vowel.
  private static let latin = [
    "GK", "KG", "N", "DT", "TD", "RL", "M", "BP", "PB", "S", "S", "", "JC", "JC", "CJ", "K", "T",
    "P", "H",
  ]
  private static let vowels = [
    "A", "AE", "Y", "Y", "EOU", "E", "Y", "Y", "O", "W", "W", "OW", "Y", "UW", "W", "W", "WU", "YU",
    "EU", "EU", "IYLR",
  ]

  private static func letters(of syllable: HangulSyllable) -> [String] {
    let written = latin[syllable.initial.rawValue]
    return (written.isEmpty ? vowels[syllable.vowel.rawValue] : written).map(String.init)
  }

  // MARK: - Places

  /// Initials, whosever they are.
  public struct Place: Sendable {
    /// UTF-8 byte offsets.
    public let range: Range<Int>
    /// Without full stops.
    public let letters: String
  }

  /// Where initials label a speaker or name a file, in order.
  public static func places(in bytes: [UInt8]) -> [Place] {
    let text = PlainText(bytes)
    var out: [Place] = []
    var at = 0
    var opensLine = true
    while at < text.count {
      let kind = text.kind(at)
      guard kind.isWord else {
        if kind == .newline {
          opensLine = true
        } else if kind != .space, !openers.contains(text.scalar(at)) {
          opensLine = false
        }
        at += 1
        continue
      }
      let (end, letters) = token(text, at)
      if letters.count > 1, opensLine && isLabel(text, end) || isFile(text, end) {
        out.append(Place(range: text.range(at, end), letters: letters))
      }
      opensLine = false
      at = max(end, at + 1)
      while text.kind(at).isWord { at += 1 }
    }
    return out
  }

  /// Bullets, quotes, brackets and emphasis before a speaker.
  private static let openers = Set("-*>[(_#•·\"".unicodeScalars.map(\.value))

  /// Two to four capitals or consonants, each perhaps with its full stop; where it ends.
  private static func token(_ text: PlainText, _ start: Int) -> (end: Int, letters: String) {
    var letters = ""
    var at = start
    var end = start
    while letters.count < 5, isInitial(text, at) {
      letters.unicodeScalars.append(Unicode.Scalar(text.scalar(at)) ?? " ")
      at += 1
      end = at
      if text.scalar(at) == 0x2E, isInitial(text, at + 1) || !text.kind(at + 1).isWord { at += 1 }
    }
    return text.kind(end).isWord ? (end, "") : (end, letters)
  }

  private static func isInitial(_ text: PlainText, _ at: Int) -> Bool {
    let kind = text.kind(at)
    return kind == .latinUpper || kind == .cyrillicUpper
      || kind == .hangul && (0x3131...0x314E).contains(text.scalar(at))
  }

  /// A colon, perhaps behind a full stop, a bracket, emphasis or a space.
  private static func isLabel(_ text: PlainText, _ end: Int) -> Bool {
    var at = end
    while at - end < 4, ".)]*_ ".unicodeScalars.contains(where: { $0.value == text.scalar(at) }) {
      at += 1
    }
    return text.scalar(at) == 0x3A
  }

  private static let kinds = Set(
    "wav mp3 m4a mp4 mov avi ogg opus amr aac flac jpg jpeg png heic pdf doc docx txt md srt vtt zip"
      .split(separator: " ").map(String.init))

  /// _01.wav: a name of a file goes on, with its kind at the end.
  private static func isFile(_ text: PlainText, _ end: Int) -> Bool {
    var at = end
    while at - end < 32, text.kind(at).isWord || [0x5F, 0x2D].contains(text.scalar(at)) { at += 1 }
    guard text.scalar(at) == 0x2E else { return false }
    var kind = ""
    var last = at + 1
    while last - at < 6, text.kind(last).isWord {
      kind.unicodeScalars.append(Unicode.Scalar(text.scalar(last)) ?? " ")
      last += 1
    }
    return kinds.contains(kind.lowercased())
  }
}
