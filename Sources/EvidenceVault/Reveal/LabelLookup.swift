import Anonymity
import Foundation

/// Finds who a label of a release stands for.
///
/// The excerpt is redacted once more, which says of each label whom it was put for. A label counts if
/// it stands there as asked, with or without its ending, or is what one of the people in the excerpt
/// is called when the label stands alone. Only letters that the audience's register had given out
/// count, and one person must be left: nothing is guessed.
struct LabelLookup {
  let transaction: Transaction

  enum Answer: Equatable {
    case person(RevealedPerson)
    /// Nobody in the excerpt has the label.
    case nobody
    /// More than one person could be meant.
    case several
  }

  func answer(_ label: String, in code: Code) throws -> Answer {
    let excerpt = try transaction.excerpt(code)
    let release = try transaction.release(code)
    let made = try Releasing(
      transaction: transaction, excerpt: excerpt,
      conditionsMet: release.consent?.conditionsMet ?? false, date: nil, words: [], fileName: nil
    ).pieces()
    let people = try transaction.people()
    let given = try transaction.register(excerpt.audience)
    let wanted = LabelKeys(label)
    var found: Set<String> = []
    for piece in made.pieces where piece.kind == .name {
      guard let entity = piece.entity,
        let person = people.identities.persons.first(where: { $0.entity.raw == entity }),
        given.letters[person.owner.raw] != nil
      else { continue }
      let alone = given.labels(person, of: people.former(person.owner.raw))
        .flatMap { name in Language.allCases.map { name.text(in: $0) } }
      if ([piece.text, Self.withoutPreposition(piece.text)] + alone).contains(where: {
        LabelKeys($0).meet(wanted)
      }) {
        found.insert(entity)
      }
    }
    guard let entity = found.first else { return .nobody }
    guard found.count == 1 else { return .several }
    let left = release.outputs.first { $0.format == "txt" }.map { Array($0.bytes) }
    let changed = left != made.text
    guard
      let person = people.records.lazy.compactMap({
        $0.revealed(entity, changedSince: changed)
      }).first
    else { return .nobody }
    return .person(person)
  }
}

extension LabelRegister {
  /// What a person is called by the letter of the source, and by those that it had before it was joined
  /// with others.
  fileprivate func labels(_ person: Identities.Person, of former: [String]) -> [PersonLabel] {
    ([person.owner.raw] + former).compactMap { letters[$0] }.map {
      PersonLabel(
        role: person.role, letter: LabelLetter(index: $0), relation: person.relation,
        ordinal: person.ordinal)
    }
  }
}

extension People {
  /// The entities of sources that were joined to the one of this entity.
  fileprivate func former(_ entity: String) -> [String] {
    records.first { $0.entity == entity }?.former?.map(\.entity) ?? []
  }
}

extension LabelLookup {
  /// A Russian label may bring its preposition: со старшим братом перебежчика A.
  private static func withoutPreposition(_ label: String) -> String {
    let word = label.prefix { !$0.isWhitespace }
    let isShort = (1...3).contains(word.count)
    let isRussian = word.unicodeScalars.allSatisfy { (0x400...0x4FF).contains($0.value) }
    return isShort && isRussian ? String(label.dropFirst(word.count + 1)) : label
  }
}

extension SourceRecord {
  /// What an answer says of the person to whom mentions of an entity point.
  fileprivate func revealed(_ entity: String, changedSince: Bool) -> RevealedPerson? {
    if entity == self.entity {
      return RevealedPerson(
        version: Version1(), source: code, relation: nil,
        names: document.names.isEmpty ? document.aliases : document.names,
        changedSince: changedSince)
    }
    guard let index = relativeEntities.firstIndex(of: entity) else { return nil }
    let relative = document.relatives[index]
    return RevealedPerson(
      version: Version1(), source: code, relation: relative.relation,
      names: relative.names.isEmpty ? relative.aliases : relative.names,
      changedSince: changedSince)
  }
}

/// A label without what its place in a sentence adds: capital, quotes, article, possessive, particle.
struct LabelKeys {
  private var keys: Set<String>

  init(_ text: String) {
    var words = text.precomposedStringWithCompatibilityMapping.lowercased()
      .replacing("\u{2019}", with: "'")
    words.removeAll { "«»“”„‚‘\"「」『』()（）".contains($0) }
    words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for article in ["the ", "an ", "a "] where words.hasPrefix(article) {
      words.removeFirst(article.count)
      break
    }
    while let last = words.last, ".,;:!?。，、".contains(last) { words.removeLast() }
    keys = words.isEmpty ? [] : [words]
    for ending in Self.endings where words.hasSuffix(ending) && words.count > ending.count {
      keys.insert(String(words.dropLast(ending.count)))
    }
  }

  func meet(_ other: LabelKeys) -> Bool { !keys.isDisjoint(with: other.keys) }

  /// The English possessive, and Korean particles behind a label.
  private static let endings =
    ["'s", "'"]
    + [
      "은", "는", "이", "가", "을", "를", "의", "에", "에게", "에게서", "께", "께서", "께서는", "도", "만", "와", "과",
      "로", "으로", "랑", "이랑", "하고", "한테", "한테서", "에서", "부터", "까지", "처럼", "보다", "라고", "이라고", "이다",
      "였다",
    ]
}
