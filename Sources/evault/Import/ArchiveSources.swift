import EvidenceVault
import Foundation

/// Who gave the testimonies of an archive: codes, and source files by name.
struct ArchiveSources {
  /// What `--source` says, for rows that name nobody.
  private let fallback: SourceReference?
  /// The files of `--sources` by name; `nil` without it.
  private let folder: [String: [UInt8]]?
  /// Where files that a row names are, without `--sources`; `nil` for standard input.
  private let beside: String?
  private var read: [String: [UInt8]] = [:]
  /// What the vault calls the files of `--sources`.
  private var codes: [String: Code] = [:]

  static let most = 100_000

  init(source: String?, folder path: String?, beside: String?) throws(Failure) {
    if let source {
      if let code = Code(source, .source) {
        fallback = .code(code)
      } else {
        fallback = .document(try InputFile.source(source).bytes)
      }
    } else {
      fallback = nil
    }
    self.beside = beside
    guard let path else {
      folder = nil
      return
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    var files: [String: [UInt8]] = [:]
    for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      files[name] = try InputFile.source("\(path)/\(name)").bytes
    }
    guard !files.isEmpty, files.count <= Self.most else {
      throw Failure(
        .inputOutput, "\(path) is no folder with source files in it.",
        next: "Give a folder of up to \(Self.most) files NAME.yaml.")
    }
    folder = files
  }

  /// The files of `--sources`, in the order of their names.
  var files: [[UInt8]] { (folder ?? [:]).sorted { $0.key < $1.key }.map(\.value) }

  /// Takes the codes that ``files`` have got.
  mutating func set(_ codes: [Code]) {
    for (file, code) in zip((folder ?? [:]).keys.sorted(), codes) { self.codes[file] = code }
  }

  mutating func reference(of draft: ArchiveRow.Draft) throws(RowFault) -> SourceReference {
    do throws(RowFault) { return try reference(draft.source) } catch {
      throw RowFault(column: draft.sourceColumn, reason: error.reason)
    }
  }

  private mutating func reference(_ named: String?) throws(RowFault) -> SourceReference {
    guard let named else {
      guard let fallback else {
        throw RowFault(reason: "nothing says who gave it: name a source, or give --source")
      }
      return fallback
    }
    if let code = Code(named, .source) { return .code(code) }
    if let folder {
      let name = PathParts.name(of: named)
      if let code = codes[name] { return .code(code) }
      guard let file = folder[name] else { throw Self.missing }
      return .document(file)
    }
    guard let beside else {
      throw RowFault(reason: "a source file is named; give --sources with the folder of such files")
    }
    if let known = read[named] { return .document(known) }
    do throws(Failure) {
      let file = try InputFile(beside + named, limit: SourceDocument.limit).bytes
      read[named] = file
      return .document(file)
    } catch { throw Self.missing }
  }

  private static let missing = RowFault(reason: "the source file that it names is not there")
}
