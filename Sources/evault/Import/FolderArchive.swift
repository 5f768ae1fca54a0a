import EvidenceVault
import Foundation
import Sealing

/// The `.md` and `.txt` files of a folder and the folders in it, in the order of their paths.
struct FolderArchive: ArchiveReader {
  private let root: String
  /// Relative paths.
  private let files: [String]
  private var index = 0
  private var done = 0
  private let total: Int
  /// Other files that are there, links among them.
  let passedOver: Int
  let header: [UInt8] = []

  /// Links and hidden files are not followed: a folder means what is in it.
  init(_ path: String) throws(Failure) {
    root = path.hasSuffix("/") ? path : path + "/"
    guard let all = FileManager.default.enumerator(atPath: path) else {
      throw Failure(reading: path, FileError.unsuitable)
    }
    var (found, others, bytes): ([String], Int, Int) = ([], 0, 0)
    for case let file as String in all {
      let name = PathParts.name(of: file)
      let attributes = all.fileAttributes
      if name.hasPrefix(".") {
        all.skipDescendants()
        continue
      }
      let type = attributes?[.type] as? FileAttributeType
      if type == .typeDirectory { continue }
      guard type == .typeRegular, [".md", ".txt"].contains(where: name.lowercased().hasSuffix)
      else {
        others += 1
        continue
      }
      found.append(file)
      bytes += attributes?[.size] as? Int ?? 0
    }
    files = found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    passedOver = others
    total = bytes
  }

  var progress: (done: Int, total: Int?) { (done, total) }

  mutating func next() throws(Failure) -> ArchiveRow? {
    guard index < files.count else { return nil }
    let name = files[index]
    index += 1
    return ArchiveRow(place: index, raw: Array((name + "\n").utf8), draft: read(name))
  }

  private mutating func read(_ name: String) -> Result<ArchiveRow.Draft, RowFault> {
    do throws(FileError) {
      let bytes = try ExistingFile.read(at: root + name, limit: TestimonyPreface.limit)
      done += bytes.count
      do throws(InputFault) {
        let source = try TestimonyPreface(bytes).source
        // A file that the front matter names is beside the testimony.
        let isFile = source.map { Code($0, .source) == nil } ?? false
        return .success(
          ArchiveRow.Draft(
            identity: nil, file: bytes,
            source: isFile ? source.map { PathParts.directory(of: name) + $0 } : source))
      } catch {
        return .failure(RowFault(reason: error.words))
      }
    } catch {
      return .failure(
        RowFault(
          reason: error == .tooLarge
            ? InputFault.tooLarge(limit: TestimonyPreface.limit).words : "the file cannot be read"))
    }
  }
}
