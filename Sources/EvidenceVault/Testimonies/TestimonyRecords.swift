import Anonymity
import Foundation

/// A testimony's exact bytes and what only custodians know of it.
struct OriginalRecord: Codable, Sendable {
  let version: Version1
  let code: Code
  let source: Code
  /// The file as handed in, front matter included.
  let file: Data
  let title: String?
  let date: String?
  let language: String
  /// Where the text begins, after the front matter.
  let textOffset: Int
  /// Who handed it in.
  let documenter: String
  /// 32 random bytes from which commitments to the text can be made later.
  let commitmentSeed: HexBytes
  /// What is withheld for good, because it named somebody who was erased; `nil` for nothing.
  var withheld: [Spot]?

  /// The same, of another source.
  func given(by source: Code) -> OriginalRecord {
    OriginalRecord(
      version: version, code: code, source: source, file: file, title: title, date: date,
      language: language, textOffset: textOffset, documenter: documenter,
      commitmentSeed: commitmentSeed, withheld: withheld)
  }
}

/// A testimony as researchers read it: sentences of pieces, without direct identifiers.
struct WorkingRecord: Codable, Sendable {
  let version: Version1
  let code: Code
  let title: [Piece]
  let date: String?
  let language: String
  let sentences: [[Piece]]
  /// What a draft must obey; `nil` in what an older program wrote.
  var consent: ConsentTerms?
}

/// What a listing of testimonies shows.
public struct TestimonySummary: Codable, Equatable, Sendable {
  public let code: Code
  /// With labels in the place of names, cut to 60 characters.
  public let title: String
  public let date: String?
  public let language: String
  public let sentences: Int
}

/// A testimony as a researcher may read it.
public struct WorkingCopy: Equatable, Sendable {
  public let code: Code
  public let title: String
  public let date: String?
  public let language: String
  /// Numbered from 1; each ends as it did in the text.
  public let sentences: [String]
  public let notes: [TestimonyNote]

  /// The whole text.
  public var text: String { sentences.joined() }
}

/// A researcher's note.
public struct TestimonyNote: Codable, Equatable, Sendable {
  public let by: String
  public let text: String
}

/// All notes on a testimony.
struct NoteRecord: Codable, Sendable {
  let version: Version1
  var notes: [TestimonyNote]
}

/// A testimony with its names, for custodians.
public struct OriginalTestimony: Sendable {
  public let code: Code
  public let source: Code
  /// The text after the front matter.
  public let text: RawText
  /// The title; `nil` when the file gave none.
  public let title: RawText?
}
