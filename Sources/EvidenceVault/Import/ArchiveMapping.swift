/// Which columns of an archive are what, as a YAML file says it.
public struct ArchiveMapping: Equatable, Sendable {
  /// The most bytes that a file may have.
  public static let limit = 64 << 10
  private static let most = 1_000

  /// The column that is the text; of several the texts are joined by an empty line.
  public var text = ["text"]
  public var title: String? = "title"
  public var date: String? = "date"
  public var language: String? = "language"
  /// A source's code, or the name of a source file.
  public var source: String? = "source"
  /// What the archive calls a row.
  public var identity: String? = "id"
  /// What the archive is called, so that rows of another one may be called the same.
  public var archive = ""
  /// Columns that are left out; `*` for all that are not named.
  public var ignored: Set<String> = []
  /// What stands between the fields of a CSV file.
  public var delimiter = UInt8(ascii: ",")
  /// Whether a file said so: then a column that it names must be there.
  public var isStated = false

  /// Columns have the names of what they are.
  public init() {}

  /// Reads a file. Every key must be known and stand once.
  ///
  /// - Throws: ``InputFault/document(line:column:expected:)`` with the place and what was expected.
  public init(yaml bytes: [UInt8]) throws(InputFault) {
    let file = try SourceMapping(yaml: bytes, limit: Self.limit)
    try file.allow([
      "text", "title", "date", "language", "source", "id", "archive", "ignore", "delimiter",
    ])
    try file.demand(["text"])
    text = try file.words("text")
    title = try file.word("title")
    date = try file.word("date")
    language = try file.word("language")
    source = try file.word("source")
    identity = try file.word("id")
    archive = try file.word("archive") ?? ""
    guard !archive.utf8.contains(0) else { throw file.fault("archive", "a name without NUL") }
    ignored = Set(try file.words("ignore"))
    isStated = true
    guard (1...Self.most).contains(text.count), Set(text).count == text.count else {
      throw file.fault("text", "the name of a column, or different names in a list")
    }
    guard Set(columns).count == columns.count else {
      throw file.fault("text", "a column of its own for each key")
    }
    if let delimiter = try file.word("delimiter") {
      guard let byte = delimiter.utf8.first, delimiter.utf8.count == 1, ",;|\t".utf8.contains(byte)
      else { throw file.fault("delimiter", "\",\", \";\", \"|\" or \"\\t\"") }
      self.delimiter = byte
    }
  }

  /// All columns that are taken.
  public var columns: [String] {
    text + [title, date, language, source, identity].compactMap { $0 }
  }

  /// Whether a column may be there.
  public func allows(_ column: String) -> Bool {
    ignored.contains("*") || ignored.contains(column) || columns.contains(column)
  }
}
