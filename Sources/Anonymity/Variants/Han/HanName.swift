/// A name in Han characters taken apart into family name and given name.
struct HanName: Sendable {
  struct Letter: Sendable {
    let scalar: UInt32
    let entry: HanTable.Character
    var character: Character { Unicode.Scalar(scalar).map(Swift.Character.init) ?? "?" }
  }

  let family: [Letter]
  let given: [Letter]

  /// Nil when the text is no name of two to five characters of Han. What is written apart is taken
  /// as it is written, when the first part is a family name's length.
  init?(_ text: String) {
    let table = HanTable.shared
    var letters: [Letter] = []
    var gap: Int?
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || "·・‧-".unicodeScalars.contains(scalar) {
        if !letters.isEmpty, gap == nil { gap = letters.count }
        continue
      }
      let value = table.unified(scalar.value)
      let entry = table.character(value)
      guard entry != nil || FoldTable.shared.traits(value).kind == .han else { return nil }
      letters.append(Letter(scalar: value, entry: entry ?? HanTable.Character()))
    }
    guard (2...5).contains(letters.count) else { return nil }
    let two = String(letters.prefix(2).map(\.character))
    var length = letters.count > 2 && HanFamilyNames.isDouble(two) ? 2 : 1
    if let gap, gap <= 2, gap < letters.count { length = gap }
    family = Array(letters.prefix(length))
    given = Array(letters.dropFirst(length))
  }

  var letters: [Letter] { family + given }
  var familyText: String { String(family.map(\.character)) }
  var text: String { String(letters.map(\.character)) }
}
