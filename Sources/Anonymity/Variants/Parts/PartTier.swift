/// How surely a part of a name points to a person, by what else its letters are.
enum PartTier {
  /// `nil` for what is too short to be sought at all.
  ///
  /// - Parameter isCommon: whether the form in the dictionary is a common one, which its cases and
  ///   transliterations are then too; `nil` for that form itself.
  static func of(_ text: String, _ role: NamePart.Role, isCommon: Bool? = nil) -> Tier? {
    let shape = Shape(text)
    guard shape.characters > 0 else { return nil }
    switch role {
    case .address: return .t2
    case .patronymic: return shape.alphabetic > 4 ? .t2 : nil
    // "Ан К." says less than its letters.
    case .givenWithInitial: return shape.alphabetic > 4 || shape.hangul + shape.han > 1 ? .t2 : nil
    case .given: return given(text, shape, isCommon)
    case .surname: return surname(text, shape, isCommon)
    }
  }

  /// How many characters of which writing.
  private struct Shape {
    var alphabetic = 0
    var hangul = 0
    var han = 0
    var kana = 0
    var characters: Int { alphabetic + hangul + han + kana }

    init(_ text: String) {
      for scalar in text.unicodeScalars {
        let traits = FoldTable.shared.traits(scalar.value)
        switch traits.kind {
        case .kana: kana += 1
        case .han: han += 1
        case .hangul: hangul += 1
        case .latin, .cyrillic, .greek, .other: alphabetic += 1
        default: break
        }
      }
    }
  }

  private static func given(_ text: String, _ shape: Shape, _ isCommon: Bool?) -> Tier? {
    if shape.kana > 0 { return shape.kana > 2 ? .t2 : nil }
    let isEveryday = isCommon == true || EverydayNames.contains(text)
    if shape.han > 0 || shape.hangul > 0 {
      return shape.characters > 1 && !isEveryday ? .t2 : .t3
    }
    if shape.alphabetic < 2 { return nil }
    let isLong = shape.alphabetic > 3 || GivenNames.contains(text.lowercased())
    return isLong && !isEveryday ? .t2 : .t3
  }

  private static func surname(_ text: String, _ shape: Shape, _ isCommon: Bool?) -> Tier? {
    if shape.kana > 0 { return shape.kana > 3 ? .t2 : .t3 }
    let isEveryday = isCommon == true || EverydayNames.contains(text)
    if shape.han > 0 || shape.hangul > 0 {
      return shape.characters > 1 && !isEveryday ? .t2 : .t3
    }
    // One letter would be met in every line.
    if shape.alphabetic < 2 { return nil }
    let isRare = shape.alphabetic > 3 && !isEveryday && !(isCommon ?? CommonSurnames.contains(text))
    return isRare ? .t2 : .t3
  }
}
