import Anonymity
import Foundation

/// Where somebody who was erased is named in what others said.
///
/// Their originals are evidence of others and stay as they are. When nobody knows the person any more
/// these places alone keep the name out of working copies and releases, whatever is redacted anew.
extension OriginalRecord {
  /// What is withheld for good in a part.
  func insertions(in part: Spot.Part) -> [Insertion] {
    (withheld ?? []).filter { $0.part == part }.map {
      Insertion(
        range: $0.range, replacement: .words(nil, person: nil, kind: .decided), isDecided: true)
    }
  }

  /// The same with every place withheld that names these people.
  ///
  /// - Parameter people: those who are erased, alone: what others would make of the text does not count.
  func withholding(_ people: People) throws -> OriginalRecord {
    let desk = people.desk(for: texts)
    let redactor = desk.redactor(
      try BuiltIn.policy(Audience.internalName), audience: Audience.internalName,
      language: language, document: bodies, givenBy: source)
    func spots(_ bytes: [UInt8], _ part: Spot.Part) throws -> [Spot] {
      var register = LabelRegister(audience: Audience.internalName)
      return try RawText(bytes).redacted(by: redactor, register: &register)
        .filter { $0.kind != nil && !$0.range.isEmpty }
        .map { Spot(part: part, from: $0.range.lowerBound, to: $0.range.upperBound) }
    }
    var found = try spots(Array(file[textOffset...]), .text)
    if let title { found += try spots(Array(title.utf8), .title) }
    var record = self
    let all = Set((withheld ?? []) + found)
    record.withheld =
      all.isEmpty
      ? nil : all.sorted { ($0.part.rawValue, $0.from, $0.to) < ($1.part.rawValue, $1.from, $1.to) }
    return record
  }
}
