import Screen
import Sealing

extension Session {
  /// Writes a copy of an attachment's file without its metadata; logged with the reason before.
  ///
  /// mat2 makes the copy in a sandbox without a network, a disk or anything of this machine's users; see
  /// Docs/Specs/attachments.md. The file in the vault stays as it was. What is seen and heard in it is no
  /// metadata and stays in the copy.
  ///
  /// - Parameters:
  ///   - path: a file that is not there yet. It appears when the copy was found clean.
  ///   - progress: is told how many bytes of how many went into the sandbox.
  /// - Throws: ``VaultError/scrub(_:)``: there is no copy then. ``VaultError/integrity(_:)`` with
  ///   ``IntegrityFault/object``. ``VaultError/file(_:)``.
  public func scrubAttachment(
    _ code: Code, to path: String, in sandbox: ScrubSandbox = ScrubSandbox(), reason: String,
    by permit: borrowing Permit<CustodianRole>,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> ScrubbedCopy {
    try vaultErrors {
      guard sandbox.isInstalled else { throw VaultError.scrub(.notInstalled) }
      let file = try UnfinishedFile(at: path)
      let opened = try logThenOpenFile(code, ["scrubbed"], reason: reason)
      let record = opened.record
      let child = try sandbox.start(on: record.type, size: record.size)
      do {
        try opened.compare(
          try opened.object.read(nil) {
            progress($0, record.size)
          } take: {
            part throws(FileError) in
            try child.write(part)
          })
      } catch ObjectError.file(.brokenPipe) {
        // Nothing but the sandbox itself reads the file.
        throw VaultError.scrub(.noSandbox)
      }
      child.endInput()
      let report = try ScrubReport(from: child.output)
      guard report.left.isEmpty else {
        throw VaultError.scrub(.left(Set(report.left.map(\.key)).sorted()))
      }
      let copy = try Self.take(from: child.output, into: file)
      guard child.succeeds(), copy.size > 0 else { throw VaultError.scrub(.notCleaned) }
      let known = try known(in: report.found, by: permit)
      try file.hideTime()
      try file.flush()
      try file.publish()
      return ScrubbedCopy(
        attachment: code, type: record.type, size: copy.size, sha256: Hex.encode(copy.hash.bytes),
        found: report.found, known: known)
    }
  }

  private static func take(
    from descriptor: Int32, into file: UnfinishedFile
  ) throws(FileError) -> (size: Int, hash: Digest) {
    let digest = RunningDigest()
    var size = 0
    while true {
      let part = try FileDescriptor.next(of: descriptor, upTo: 65_536)
      guard !part.isEmpty else { return (size, digest.finish()) }
      digest.update(part.span)
      try FileDescriptor.write(part, to: file.descriptor)
      size += part.count
    }
  }

  /// What the vault's searches find in the metadata, which is logged as a screening of its own.
  private func known(
    in found: [FoundMetadata], by permit: borrowing Permit<CustodianRole>
  ) throws -> [KnownInText] {
    let lines = found.map { $0.line + "\n" }.joined()
    guard !lines.isEmpty else { return [] }
    return try screen(text: Array(lines.utf8), format: .txt, fileName: nil, by: permit).known
  }
}

/// One thing that a file told beside its content.
public struct FoundMetadata: Codable, Equatable, Sendable {
  /// As the format calls it, such as `GPSPosition`; in a file of several parts with the part's name before it.
  public let key: String
  public let value: String

  /// On one line, whatever the value has in it.
  var line: String {
    let text = "\(key): \(value)".unicodeScalars.map {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .lineSeparator
        || $0.properties.generalCategory == .paragraphSeparator ? " " : $0
    }
    return String(String.UnicodeScalarView(text))
  }
}

/// A copy that was made without metadata.
public struct ScrubbedCopy: Codable, Equatable, Sendable {
  public let attachment: Code
  /// A media type, by content.
  public let type: String
  /// Of the copy, in bytes.
  public let size: Int
  /// Of the copy, in hexadecimal, as `sha256sum` prints it.
  public let sha256: String
  /// What the original tells, and the copy does not.
  public let found: [FoundMetadata]
  /// Whom the vault knows and the metadata names; lines are places in `found`, counted from 1.
  public let known: [KnownInText]
}

/// Why there is no scrubbed copy.
public enum ScrubFault: Equatable, Sendable {
  /// mat2, exiftool, ffmpeg or bubblewrap is missing.
  case notInstalled
  /// The sandbox cannot be made on this machine.
  case noSandbox
  /// Nobody knows how to clean this type.
  case type(String)
  /// Its copies would not fit into memory; the limit in bytes.
  case tooLarge(limit: Int)
  /// The file could not be read as what it is, or not be cleaned.
  case notCleaned
  /// Metadata of these keys was still in the copy.
  case left([String])
}
