import EvidenceVault
import Foundation

/// Decisions on findings as a JSON file gives them, all of them or none.
struct DecisionFile {
  /// The most bytes it may have.
  static let limit = 1 << 20

  let rulings: [String: Ruling]

  /// A key, whatever its value.
  private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
  }

  private static let keys: Set = ["finding", "action", "source", "relative", "words", "relation"]

  private struct Entry: Decodable {
    let finding: String
    let action: String
    let source: String?
    let relative: Int?
    let words: String?
    let relation: String?
  }

  init(_ file: InputFile) throws(Failure) {
    guard let entries = try? JSONDecoder().decode([Entry].self, from: Data(file.bytes)) else {
      throw Failure(
        .badInput, "\(file.name): no list of decisions.",
        next:
          "Write a JSON list of objects with finding and action, as evault excerpt review --help says."
      )
    }
    let members =
      (try? JSONDecoder().decode([[String: Anything]].self, from: Data(file.bytes))) ?? []
    let unknown = members.flatMap(\.keys).first { !Self.keys.contains($0) }
    if let key = unknown ?? DoubledKey.first(in: file.bytes) {
      throw Failure(
        .badInput,
        unknown == nil
          ? "\(file.name): a decision has the key \(key) twice."
          : "\(file.name): a decision has no key \(key).",
        next:
          "Its keys are finding, action, source, relative, words and relation. Nothing was decided."
      )
    }
    var rulings: [String: Ruling] = [:]
    for (index, entry) in entries.enumerated() {
      guard let ruling = Self.ruling(entry), rulings[entry.finding] == nil else {
        throw Failure(
          .badInput, "\(file.name): decision \(index + 1) cannot be taken.",
          next:
            "An action is keep, suppress, generalise (with words), replace (with source) or record (with source and words); a finding is decided once."
        )
      }
      rulings[entry.finding] = ruling
    }
    self.rulings = rulings
  }

  private static func ruling(_ entry: Entry) -> Ruling? {
    let source = entry.source.flatMap { Code($0, .source) }
    switch Decision.Action(rawValue: entry.action) {
    case .keep: return .keep
    case .suppress: return .suppress
    case .generalise: return entry.words.map(Ruling.generalise)
    case .replace: return source.map { .replace(source: $0, relative: entry.relative) }
    case .record:
      guard let source, let name = entry.words else { return nil }
      return .record(source: source, relation: entry.relation, name: name)
    case nil: return nil
    }
  }
}
