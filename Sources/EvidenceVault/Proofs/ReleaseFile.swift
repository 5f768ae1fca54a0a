import Foundation
import Screen

/// A file and the document of which it is a writing.
struct ReleaseFile {
  let format: OutputFormat
  let text: ReleaseText

  /// - Throws: ``ReleaseFault`` unless the document is written as the format writes it, and the file
  ///   is what the document gives.
  init(_ file: [UInt8], beside document: [UInt8]?) throws(ReleaseFault) {
    guard file.count <= VerifiedRelease.limit, document?.count ?? 0 <= VerifiedRelease.limit else {
      throw .tooLarge
    }
    if file.first == 0x7B {
      format = .json
      text = try Self.read(file.dropLast())
    } else if file.starts(with: Self.page) {
      format = .html
      text = try Self.read(try Self.document(in: file))
    } else {
      guard let document else { throw .noProof }
      let text = try Self.read(document.dropLast())
      guard text.bytes(.json) == document else { throw .document }
      guard let format = [OutputFormat.txt, .md].first(where: { text.bytes($0) == file }) else {
        throw .page
      }
      self.format = format
      self.text = text
      return
    }
    guard text.bytes(format) == file else { throw .page }
  }

  private static let page = Array("<!DOCTYPE html>".utf8)

  /// What stands between the last opening tag of a proof and the next closing one.
  private static func document(in file: [UInt8]) throws(ReleaseFault) -> ArraySlice<UInt8> {
    let opening = Array(HTMLRelease.opening.utf8)
    let closing = Array(HTMLRelease.closing.utf8)
    let starts = file.indices.dropLast(min(file.count, opening.count - 1))
    guard let start = starts.last(where: { file[$0...].starts(with: opening) }) else {
      throw .noProof
    }
    let rest = file[(start + opening.count)...]
    // A document has no "<" in it.
    guard let end = rest.firstIndex(of: 0x3C), rest[end...].starts(with: closing) else {
      throw .document
    }
    return rest[..<end]
  }

  private static func read(_ document: ArraySlice<UInt8>) throws(ReleaseFault) -> ReleaseText {
    let text: ReleaseText
    do { text = try JSONDecoder().decode(ReleaseText.self, from: Data(document)) } catch {
      throw .document
    }
    // Whatever else could be read there, once more or in another spelling, is not written again.
    guard text.document.elementsEqual(document), text.hasPlainNumbers else { throw .document }
    return text
  }
}

extension ReleaseText {
  /// Numbers that every reader of JSON takes for the same.
  fileprivate var hasPlainNumbers: Bool {
    let proven = proof.map { [$0.index, $0.leaves] + $0.parts.map(\.at) } ?? []
    return ([version, policyVersion] + proven).allSatisfy { (0..<(1 << 53)).contains($0) }
  }
}
