/// How a label is put into a text in place of a name, so that it reads well there.
///
/// The name and its tail are replaced by `text`, together with some bytes before (a title such as
/// "Mr.", an article the label brings itself) and after (an honorific, a possessive).
public struct LabelPlacement: Equatable, Sendable {
  /// A replacement further on: the Korean particle after a closing quote or a bracket, as in
  /// 김철수(35)는.
  public struct LaterTail: Equatable, Sendable {
    /// UTF-8 bytes of what followed the tail, counted from its start.
    public let range: Range<Int>
    /// What stands there instead.
    public let text: String
  }

  /// UTF-8 bytes right before the name that are replaced too.
  public let swallowedBefore: Int
  /// What stands instead of all that is replaced.
  public let text: String
  /// UTF-8 bytes right after the name's tail that are replaced too.
  public let swallowedAfter: Int
  /// A second replacement after the first one, never overlapping it.
  public let later: LaterTail?

  /// Puts a person's label into a text.
  ///
  /// - Parameters:
  ///   - language: of the surrounding text. Hangul right after the name makes the label Korean.
  ///   - before: the text before the name; the last 96 characters decide.
  ///   - tail: what the match found to belong to the name: a particle, a possessive, or nothing.
  ///   - after: the text after the tail; the first 96 characters decide.
  ///   - lastLabel: the label written last before: a full stop after it is no abbreviation.
  ///   - covered: the name as it stood there, which in Russian tells the case.
  ///   - names: what the person is called in Cyrillic, in the nominative.
  public init(
    of label: PersonLabel, in language: Language, before: some StringProtocol,
    tail: some StringProtocol, after: some StringProtocol, lastLabel: String = "",
    covering covered: String = "", names: [String] = []
  ) {
    self =
      Self.placed(
        .person(label), in: language, before, tail: String(tail), after: String(after.prefix(96)),
        lastLabel, Covered(text: covered, names: names))
      ?? LabelPlacement(
        swallowedBefore: 0, text: label.text(in: language) + tail, swallowedAfter: 0)
  }

  /// Puts words instead of something that is no person: "[phone number withheld]", "a trading
  /// company".
  ///
  /// The parameters are those of a label.
  public init(
    of words: String, in language: Language, before: some StringProtocol,
    tail: some StringProtocol, after: some StringProtocol, lastLabel: String = ""
  ) {
    self =
      Self.placed(
        .words(words), in: language, before, tail: String(tail), after: String(after.prefix(96)),
        lastLabel, Covered(text: "", names: []))
      ?? LabelPlacement(swallowedBefore: 0, text: words + tail, swallowedAfter: 0)
  }

  /// Puts an area in the place of a town: "in the Russian Far East", на Урале, 중국으로.
  ///
  /// The parameters are those of a label. `nil` where the sentence would not be right: in Russian,
  /// when the case is not certain.
  public init?(
    ofArea area: String, in language: Language, before: some StringProtocol,
    tail: some StringProtocol, after: some StringProtocol, lastLabel: String = "",
    covering covered: String
  ) {
    guard
      let placed = Self.placed(
        .area(area), in: language, before, tail: String(tail), after: String(after.prefix(96)),
        lastLabel, Covered(text: covered, names: []))
    else { return nil }
    self = placed
  }

  enum Subject {
    case person(PersonLabel)
    case words(String)
    case area(String)
  }

  /// What is replaced.
  struct Covered {
    let text: String
    let names: [String]
  }

  init(swallowedBefore: Int, text: String, swallowedAfter: Int, later: LaterTail? = nil) {
    self.swallowedBefore = swallowedBefore
    self.text = text
    self.swallowedAfter = swallowedAfter
    self.later = later
  }

  private static func placed(
    _ subject: Subject, in language: Language, _ before: some StringProtocol, tail: String,
    after: String, _ lastLabel: String, _ covered: Covered
  ) -> LabelPlacement? {
    let preceding = Preceding(String(before.suffix(96)), lastLabel: lastLabel)
    let following = (tail + after).unicodeScalars.first
    let hangul = following.map { (0xAC00...0xD7A3).contains($0.value) } ?? false
    let language = hangul ? Language.ko : language
    switch language {
    case .en, .other:
      return EnglishPlacement(
        subject, preceding, covering: covered.text, tail: tail, after: after
      ).placement
    case .ko:
      return KoreanPlacement(
        subject, preceding, covering: covered.text, tail: tail, after: after
      ).placement
    case .ru:
      if case .area(let area) = subject {
        return RussianArea(area, preceding, covering: covered.text, tail: tail, after: after)?
          .placement
      }
      return RussianPlacement(
        subject, preceding, covering: covered, tail: tail, after: after, lastLabel: lastLabel
      ).placement
    case .zh, .ja:
      return HanPlacement(
        subject, language, preceding, covering: covered.text, tail: tail, after: after
      ).placement
    }
  }
}
