/// A testimony of an archive that is to be taken in.
public struct ImportRow: Sendable {
  /// What the archive is called, without NUL; rows of two archives may be called the same.
  public let archive: String
  /// What the archive calls it; `nil` where its words are all that tells it apart.
  public let identity: String?
  /// As it would be handed in alone: optional front matter, then the text.
  public let file: [UInt8]
  public let source: SourceReference

  public init(
    archive: String = "", identity: String?, file: [UInt8], source: SourceReference
  ) {
    precondition(!archive.utf8.contains(0))
    self.archive = archive
    self.identity = identity
    self.file = file
    self.source = source
  }
}

/// What became of a row.
public enum ImportOutcome: Equatable, Sendable {
  case taken(Accepted)
  /// It was taken in before; `nil` when the testimony is erased since, or was handed in as a drop and
  /// refused.
  case known(Code?)
  case refused(ImportRefusal)
}

/// Why a row was not taken in. No case carries words of it.
public enum ImportRefusal: Error, Equatable, Sendable {
  /// The vault would not take such a testimony.
  case testimony(InputFault)
  /// The vault would not take such a source file.
  case source(InputFault)
  /// The vault has no source of this code.
  case unknownSource
  /// A row that the archive calls the same was taken in with other words.
  case otherWords
}
