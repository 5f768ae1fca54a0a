/// Whether something beside a common surname or a word-like name shows that a person is meant:
/// 김 과장, Mr. Kim, господин Ким, 金先生, 지혜 씨.
enum TitleRule {
  /// - Parameter isSurname: a given name takes what friends say as well (지혜 언니, 지혜에게).
  static func shows(
    _ text: Span<UInt8>, _ range: Range<Int>, _ script: Script, isSurname: Bool
  ) -> Bool {
    switch script {
    case .hangul: KoreanTitle.follows(text, range, isSurname: isSurname)
    case .han: HanTitle.stands(text, range)
    default:
      isTitle(word(text, before: range.lowerBound)) || isHonorific(text, range.upperBound)
    }
  }

  /// Honorifics of Korean and Japanese that are written in letters behind a name.
  private static let honorifics: Set<String> = [
    "ssi", "nim", "yang", "dongmu", "tongmu", "dongji", "tongji", "seonsaengnim", "sonsaengnim",
    "seonsaeng", "sonsaeng", "san", "sensei", "sama", "сси", "ним", "сонсэнним", "тонму", "тонджи",
    "сан",
  ]

  private static func isHonorific(_ text: Span<UInt8>, _ end: Int) -> Bool {
    honorifics.contains(word(text, after: end))
  }

  private static func isTitle(_ word: String) -> Bool {
    guard word.unicodeScalars.count > 1 else { return false }
    let tags = Lexicon.shared.tags(Lexicon.hash(word))
    if !tags.isDisjoint(with: [.title, .post]) { return true }
    if ["тов", "гр", "г-н", "г-жа", "гн", "гжа"].contains(word) { return true }
    let scalars = Array(word.unicodeScalars)
    guard scalars.count > 3 else { return false }
    var hash = Lexicon.seed
    for (index, scalar) in scalars.enumerated() {
      hash = Lexicon.add(scalar.value == 0x451 ? 0x435 : scalar.value, to: hash)
      // Stems shorter than this are parts of anything.
      guard index > 2 else { continue }
      let stem = Lexicon.shared.stemTags(hash)
      if !stem.isDisjoint(with: [.title, .post]) { return true }
    }
    return false
  }

  /// The small letters of the word before a place, one space or a full stop and a space away.
  private static func word(_ text: Span<UInt8>, before start: Int) -> String {
    var at = start
    var gap = 0
    while at > 0, gap < 4 {
      let before = Neighbour.before(text, at)
      guard before.scalar != nil, !before.isWord else { break }
      let kind = before.traits.kind
      guard kind == .space || kind == .dot || kind == .newline else { return "" }
      at = before.offset
      gap += 1
    }
    guard gap > 0 else { return "" }
    var letters: [Unicode.Scalar] = []
    while at > 0, letters.count < 24 {
      let before = Neighbour.before(text, at)
      guard let scalar = before.scalar, before.traits.isLetter || scalar == 0x2D,
        let letter = Unicode.Scalar(scalar)
      else { break }
      letters.append(letter)
      at = before.offset
    }
    return String(String.UnicodeScalarView(letters.reversed())).lowercased()
  }

  private static func word(_ text: Span<UInt8>, after end: Int) -> String {
    let gap = Neighbour.after(text, end)
    guard gap.scalar != nil, gap.traits.kind == .space || gap.traits.kind == .tight else {
      return ""
    }
    var at = gap.offset + ScalarReader.read(text, at: gap.offset).length
    var out = String.UnicodeScalarView()
    while at < text.count, out.count < 24 {
      let (scalar, size) = ScalarReader.read(text, at: at)
      guard FoldTable.shared.traits(scalar).isLetter, let letter = Unicode.Scalar(scalar) else {
        break
      }
      out.append(letter)
      at += size
    }
    return String(out).lowercased()
  }
}
