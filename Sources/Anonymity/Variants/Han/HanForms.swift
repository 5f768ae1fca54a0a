/// A name in Han in the other forms of its characters.
enum HanForms {
  /// The most texts made of one name.
  static let limit = 16
  /// Up to this many points a mixture of forms is made: two characters in an unusual form.
  private static let budget = 4

  /// All characters simplified, all traditional, all Japanese; then mixtures, the likely first.
  static func of(_ name: HanName) -> [String] {
    let own = name.text
    var out: [String] = []
    func append(_ text: String) {
      if text != own, !out.contains(text), out.count < limit { out.append(text) }
    }
    for form in [HanTable.Form.simplified, .traditional, .japanese] {
      append(
        String(
          String.UnicodeScalarView(
            name.letters.compactMap { letter in
              let other = letter.entry.forms.first { $0.form == form }?.scalar ?? letter.scalar
              return Unicode.Scalar(other)
            })))
    }
    let slots = name.letters.map { letter in
      let others = letter.entry.forms.compactMap { form, scalar in
        Unicode.Scalar(scalar).map { Spelling(String($0), form == .variant ? 2 : 1) }
      }
      return ([Spelling(String(letter.character))] + others).tidied
    }
    SpellingProduct(slots).forEach(budget: budget) { bytes, _ in
      append(String(decoding: bytes, as: UTF8.self))
      return out.count < limit
    }
    return out
  }
}
