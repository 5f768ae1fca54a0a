import Testing

@testable import Anonymity

/// A sentence with names in it, and what it must become.
///
/// A name stands in braces, its tail after a bar: "{김철수|는}". A digit and a colon before it choose
/// another person of the row: "{2:Ким}". A place stands in brackets and is told by the area given.
struct Sentence: Sendable, CustomTestStringConvertible {
  let text: String
  let result: String
  let relation: Relation?
  let area: String

  init(_ text: String, _ result: String, _ relation: Relation? = nil, area: String = "") {
    self.text = text
    self.result = result
    self.relation = relation
    self.area = area
  }

  var testDescription: String { text }

  static let role = RoleNoun([
    .en: "defector", .ko: "탈북민", .zh: "脱北者", .ru: "перебежчик", .ja: "脱北者",
  ])

  /// Replaces every name from left to right, as the redactor does.
  func placed(
    in language: Language, role: RoleNoun = Sentence.role, names: [String] = [],
    withheld: String = "[—]"
  ) -> String {
    var out = ""
    var last = ""
    var rest = text
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "<" }),
      let shut = rest.firstIndex(where: { $0 == (rest[open] == "{" ? "}" : ">") })
    {
      out += rest[..<open]
      var name = rest[rest.index(after: open)..<shut]
      var letter = 0
      if let colon = name.firstIndex(of: ":"), let number = Int(name[..<colon]) {
        letter = number - 1
        name = name[name.index(after: colon)...]
      }
      let bar = name.firstIndex(of: "|") ?? name.endIndex
      let covered = String(name[..<bar])
      let tail = String(name[bar...].dropFirst())
      let after = String(rest[rest.index(after: shut)...])
      let around = after.filter { !"{}<>|".contains($0) }
      let placement: LabelPlacement
      if rest[open] == "{" {
        placement = LabelPlacement(
          of: PersonLabel(
            role: role, letter: LabelLetter(index: letter), relation: letter == 0 ? relation : nil),
          in: language, before: out, tail: tail, after: around, lastLabel: last, covering: covered,
          names: names)
        last = placement.text
      } else {
        placement =
          LabelPlacement(
            ofArea: area, in: language, before: out, tail: tail, after: around, lastLabel: last,
            covering: covered)
          ?? LabelPlacement(
            of: withheld, in: language, before: out, tail: tail, after: around, lastLabel: last)
      }
      out = String(decoding: out.utf8.dropLast(placement.swallowedBefore), as: UTF8.self)
      out += placement.text
      var bytes = Array(after.utf8)
      if let later = placement.later { bytes.replaceSubrange(later.range, with: later.text.utf8) }
      rest = String(decoding: bytes.dropFirst(placement.swallowedAfter), as: UTF8.self)
    }
    return out + rest
  }
}
