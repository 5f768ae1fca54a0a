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
  public init(
    of label: PersonLabel, in language: Language, before: some StringProtocol,
    tail: some StringProtocol, after: some StringProtocol, lastLabel: String = ""
  ) {
    self.init(
      .person(label), in: language, Preceding(String(before.suffix(96)), lastLabel: lastLabel),
      tail: String(tail), after: String(after.prefix(96)))
  }

  /// Puts words instead of something that is no person: "[phone number withheld]", "a trading
  /// company".
  ///
  /// The parameters are those of a label.
  public init(
    of words: String, in language: Language, before: some StringProtocol,
    tail: some StringProtocol, after: some StringProtocol, lastLabel: String = ""
  ) {
    self.init(
      .words(words), in: language, Preceding(String(before.suffix(96)), lastLabel: lastLabel),
      tail: String(tail), after: String(after.prefix(96)))
  }

  enum Subject {
    case person(PersonLabel)
    case words(String)
  }

  init(swallowedBefore: Int, text: String, swallowedAfter: Int, later: LaterTail? = nil) {
    self.swallowedBefore = swallowedBefore
    self.text = text
    self.swallowedAfter = swallowedAfter
    self.later = later
  }

  private init(
    _ subject: Subject, in language: Language, _ preceding: Preceding, tail: String,
    after: String
  ) {
    let following = (tail + after).unicodeScalars.first
    let hangul = following.map { (0xAC00...0xD7A3).contains($0.value) } ?? false
    switch hangul ? Language.ko : language {
    case .en, .other:
      self = EnglishPlacement(subject, preceding, tail: tail, after: after).placement
    case .ko:
      self = KoreanPlacement(subject, preceding, tail: tail, after: after).placement
    case .ru:
      self = UninflectedPlacement(subject, .ru, preceding, tail: tail, after: after).placement
    case .zh:
      self = UninflectedPlacement(subject, .zh, preceding, tail: tail, after: after).placement
    case .ja:
      self = UninflectedPlacement(subject, .ja, preceding, tail: tail, after: after).placement
    }
  }
}
