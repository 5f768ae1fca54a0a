import Foundation

@testable import EvidenceVault

/// Bytes through a pipe, written on another thread, to whoever reads.
func piped<Result>(_ bytes: [UInt8], _ body: (Int32) throws -> Result) throws -> Result {
  // Who refuses the name or the testimony never reads.
  signal(SIGPIPE, SIG_IGN)
  let pipe = Pipe()
  let writing = pipe.fileHandleForWriting
  let thread = Thread {
    try? writing.write(contentsOf: Data(bytes))
    try? writing.close()
  }
  thread.start()
  return try body(pipe.fileHandleForReading.fileDescriptor)
}

extension Session {
  /// Adds an attachment of these bytes.
  func attach(_ bytes: [UInt8], named name: String? = nil, to testimony: Code) throws -> Attachment
  {
    let custodian = try permit(CustodianRole.self)
    return try piped(bytes) {
      try addAttachment(from: $0, named: name, to: testimony, by: custodian)
    }
  }

  /// What an extraction gives out to a descriptor, and how it ended.
  func extracted(
    _ code: Code, _ range: ClosedRange<Int>? = nil
  ) throws -> (bytes: [UInt8], error: VaultError?) {
    let custodian = try permit(CustodianRole.self)
    let path = NSTemporaryDirectory() + "/" + UUID().uuidString
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard let file = FileHandle(forWritingAtPath: path) else { throw VaultError.notFound }
    var failure: VaultError?
    do throws(VaultError) {
      _ = try extractAttachment(
        code, range: range, to: .descriptor(file.fileDescriptor), reason: "", by: custodian)
    } catch { failure = error }
    return (Array(FileManager.default.contents(atPath: path) ?? Data()), failure)
  }
}

extension HostileStore {
  /// Where a sealed file is.
  func path(_ name: String) -> String { (directory ?? "") + "/objects/" + name }

  /// The bytes of a sealed file.
  func object(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  /// Puts other bytes in the place of a sealed file's; `nil` takes it away.
  func setObject(_ name: String, _ bytes: [UInt8]?) {
    try? FileManager.default.removeItem(atPath: path(name))
    guard let bytes else { return }
    _ = FileManager.default.createFile(atPath: path(name), contents: Data(bytes))
  }

  /// The names of what is under `objects/`.
  var objectNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(""))) ?? []).sorted()
  }
}
