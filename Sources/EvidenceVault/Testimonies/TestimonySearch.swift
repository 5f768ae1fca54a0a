import Anonymity
import Sealing
import Storage

/// A testimony that has the words which somebody looked for.
public struct FoundTestimony: Equatable, Sendable {
  /// Where words stand, in their surroundings.
  public struct Passage: Encodable, Equatable, Sendable {
    /// The sentence, from 1 on; `nil` for the title and for notes.
    public let sentence: Int?
    /// Who wrote the note; `nil` for the testimony itself.
    public let note: String?
    /// At most ``longest`` characters, cut with an ellipsis where there is more.
    public let text: String

    static let longest = 160
  }

  public let testimony: TestimonySummary
  /// The first passages, at most ``most``; the title is not among them.
  public let passages: [Passage]
  /// How many more there are.
  public let more: Int

  static let most = 3
}

extension Session {
  /// Testimonies whose working copy, or researchers' notes on it, have all of the words, by code.
  /// The log has one entry, without the words.
  ///
  /// - Parameter words: as ``WordSearch`` reads them.
  public func search(
    _ words: String, by permit: borrowing Permit<ResearcherRole>
  ) throws(VaultError) -> [FoundTestimony] {
    try vaultErrors {
      let search = WordSearch(words)
      guard search.count > 0 else { throw InputFault.emptyText }
      try write { try $0.log(.testimoniesSearched, [], reason: "") }
      return try read { reader in
        let held = try self.holding(.researcher, self.state, reader.store)
        let lookup = self.lookup
        let notes = try self.notes(reader, held)
        let leaves = try reader.map.leaves(prefix: lookup.prefix(of: .working))
        var found: [FoundTestimony] = []
        try reader.open(.body, leaves, .working, held, self.me) { opened in
          Codec.decodeAll(WorkingRecord.self, opened.bodies)?.compactMap { record in
            let own = notes.isEmpty ? nil : notes[lookup.record(.note, record.code.text)]
            return FoundTestimony(WorkingCopy(record, notes: own ?? []), search)
          }
        } take: { some in
          guard let some else { throw VaultError.integrity(.content) }
          found += some
        }
        return found.sorted { $0.testimony.code.text < $1.testimony.code.text }
      }
    }
  }

  /// All notes, by where they are in the map: they do not say of what they are.
  private func notes(_ reader: Reader, _ held: HeldRole) throws -> [MapKey: [TestimonyNote]] {
    let leaves = try reader.map.leaves(prefix: lookup.prefix(of: .note))
    var notes: [MapKey: [TestimonyNote]] = [:]
    try reader.open(.body, leaves, .note, held, me) { opened in
      Codec.decodeAll(NoteRecord.self, opened.bodies).map { zip(opened.leaves.map(\.key), $0) }
    } take: { some in
      guard let some else { throw VaultError.integrity(.content) }
      for (key, record) in some { notes[key] = record.notes }
    }
    return notes
  }
}

extension FoundTestimony {
  /// `nil` where one of the words is nowhere.
  fileprivate init?(_ copy: WorkingCopy, _ search: WordSearch) {
    var missing = Set(0..<search.count)
    var passages: [Passage] = []
    func look(_ text: String, sentence: Int? = nil, note: String? = nil, isShown: Bool = true) {
      let places = search.places(in: text)
      for (term, found) in places.enumerated() where !found.isEmpty { missing.remove(term) }
      guard isShown, let first = places.joined().min(by: { $0.lowerBound < $1.lowerBound }) else {
        return
      }
      passages.append(
        Passage(sentence: sentence, note: note, text: Passage.surroundings(of: first, in: text)))
    }
    look(copy.title, isShown: false)
    for (index, sentence) in copy.sentences.enumerated() { look(sentence, sentence: index + 1) }
    for note in copy.notes { look(note.text, note: note.by) }
    guard missing.isEmpty else { return nil }
    self.init(
      testimony: TestimonySummary(
        code: copy.code, title: String(copy.title.prefix(60)), date: copy.date,
        language: copy.language, sentences: copy.sentences.count),
      passages: Array(passages.prefix(Self.most)), more: max(0, passages.count - Self.most))
  }
}

extension FoundTestimony.Passage {
  /// The text round a place, on one line.
  fileprivate static func surroundings(of place: Range<Int>, in text: String) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: place.lowerBound)
    var from = text.startIndex
    // The beginning is kept when the words are near it.
    if text.distance(from: from, to: start) > longest / 2 {
      from = text.index(start, offsetBy: -longest / 3)
    }
    let to = text.index(from, offsetBy: longest, limitedBy: text.endIndex) ?? text.endIndex
    let line = text[from..<to].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (from > text.startIndex ? "… " : "") + line + (to < text.endIndex ? " …" : "")
  }
}
