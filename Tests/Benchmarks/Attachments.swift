import Dispatch
import Foundation
import Glibc
import Storage

@testable import EvidenceVault
@testable import Sealing

extension Figures {
  /// Sealing and opening a large file: through memory, and from disk to disk.
  func attachments(_ session: Session) throws {
    let size = sizes.attachment
    report.heading("An attachment of \(size >> 20) MiB")
    let idle = PeakMemory.now()
    let shm = try Workplace(in: "/dev/shm")
    defer { shm.remove() }
    let inMemory = try Blob(shm.path + "/file", size)
    let alone = report.seconds(runs: 3) { Cipher.alone(size) }
    let context = RecordContext(
      vault: session.state.roster.vault, record: [UInt8](repeating: 1, count: 16), version: 1)
    let record = try RecordKey()
    let sealed = shm.path + "/sealed"
    let sealing = try report.seconds(runs: 3) {
      unsafe unlink(sealed)
      try seal(inMemory.path, sealed, try ObjectKey(of: record, context))
    }
    let cipher = "libsodium's cipher alone on all cores"
    report.line("sealed in memory, SHA-256 included", sealing, cipher, alone)
    let opening = try report.seconds(runs: 3) {
      let object = try SealedObject(
        try OpenFile(at: sealed), size: size, key: try ObjectKey(of: record, context))
      _ = try object.digest()
    }
    report.line("opened in memory, SHA-256 included", opening, cipher, alone)
    report.line("memory above the idle process", "\((PeakMemory.now() - idle) >> 10) MiB")
    unsafe unlink(sealed)

    let onDisk = try Blob(place.path + "/file", size)
    let copy = try report.seconds(runs: 3) { try onDisk.copy(to: place.path + "/copy") }
    let custodian = try session.permit(CustodianRole.self)
    let source = try Filled.sources(session, 1)[0]
    let testimony = try session.addTestimony(
      Filled.file, source: .code(source), by: custodian
    ).testimony
    var added: [Code] = []
    let adding = try report.seconds(runs: 3) {
      let file = try OpenFile(at: onDisk.path)
      added.append(
        try session.addAttachment(
          from: file.descriptor, named: "file", to: testimony, by: custodian
        ).code)
    }
    report.line("added: sealed, hashed, durable", adding, "a durable copy", copy)
    let out = place.path + "/out"
    let extracting = try report.seconds(runs: 3) {
      unsafe unlink(out)
      _ = try session.extractAttachment(
        added[0], to: .newFile(out), reason: "", by: custodian)
    }
    report.line("extracted: opened, hashed, durable", extracting, "a durable copy", copy)
    if let age = try Age(place.path) {
      let took = try report.seconds(runs: 3) { try age.encrypt(onDisk.path) }
      report.line("added: sealed, hashed, durable", adding, "age, neither hashed nor durable", took)
    } else {
      report.line("age", "not installed")
    }
    try listing(session, testimony)
  }

  private func listing(_ session: Session, _ testimony: Code) throws {
    try session.write { transaction in
      for number in 0..<sizes.few {
        let record = AttachmentRecord(
          version: Version1(), code: Code.random(.attachment), testimony: testimony,
          name: "recording-\(number).mp4", type: "video/mp4", size: 1 << 30,
          sha256: HexBytes(Random.bytes(32)), hashSalt: HexBytes(Random.bytes(32)),
          addedBy: Filled.handle, added: "2024-05-09T00:00:00Z")
        try transaction.put(
          .attachment, record.code.text, listing: try Codec.encode(record.summary),
          body: try Codec.encode(record))
      }
      try transaction.log(.attachmentAdded, [], reason: "")
    }
    let custodian = try session.permit(CustodianRole.self)
    let took = try report.seconds(runs: 3) {
      _ = try session.attachments(of: testimony, by: custodian)
    }
    report.line("list \(sizes.few) attachments of one testimony", Report.time(took))
  }

  private func seal(_ file: String, _ to: String, _ key: consuming ObjectKey) throws {
    let target = try UnfinishedFile(at: to)
    let source = try OpenFile(at: file)
    defer { withExtendedLifetime(source) {} }
    _ = try ObjectSealing.seal(from: source.descriptor, to: target.descriptor, under: key)
    try target.publish()
  }
}

/// A file of random bytes.
private struct Blob {
  let path: String

  init(_ path: String, _ size: Int) throws {
    self.path = path
    let piece = Random.bytes(1 << 20)
    let file = try UnfinishedFile(at: path)
    for _ in 0..<size >> 20 { try FileDescriptor.write(piece, to: file.descriptor) }
    try file.flush()
    try file.publish()
  }

  /// Reads and writes in pieces of 1 MiB, and flushes.
  func copy(to target: String) throws {
    unsafe unlink(target)
    let source = try OpenFile(at: path)
    let file = try UnfinishedFile(at: target)
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = unsafe read(source.descriptor, &piece, piece.count)
      if got <= 0 { break }
      try FileDescriptor.write(piece.span.extracting(0..<got), to: file.descriptor)
    }
    try file.flush()
    try file.publish()
  }
}

/// What libsodium needs for the chunks of a file, on all cores and without anything else.
private enum Cipher {
  static func alone(_ size: Int) {
    let context = RecordContext(
      vault: .random(), record: [UInt8](repeating: 0, count: 16), version: 1)
    guard let record = try? RecordKey(), let key = try? ObjectKey(of: record, context) else {
      return
    }
    let cipher = key.cipher()
    let lanes = 64
    let chunks = size / ObjectLayout.plainChunk
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      let plain = RoundBuffer(ObjectLayout.plainChunk)
      let sealed = RoundBuffer(ObjectLayout.sealedChunk)
      for chunk in stride(from: lane, to: chunks, by: lanes) {
        unsafe cipher.seal(
          plain.bytes, ObjectLayout.plainChunk, chunk: chunk, last: false, into: sealed.bytes)
      }
    }
    _ = key.name
  }
}

/// The most memory that this process has had, in KiB.
private enum PeakMemory {
  static func now() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}

/// The program age, if it is installed.
private struct Age {
  private let program = "/usr/bin/age"
  private let recipient: String
  private let out: String

  init?(_ place: String) throws {
    out = place + "/age.out"
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let keygen = Process()
    keygen.executableURL = URL(filePath: "/usr/bin/age-keygen")
    keygen.arguments = ["-o", place + "/age.key"]
    keygen.standardError = FileHandle.nullDevice
    try keygen.run()
    keygen.waitUntilExit()
    let key = try String(contentsOfFile: place + "/age.key", encoding: .utf8)
    guard let line = key.split(separator: "\n").first(where: { $0.hasPrefix("# public key: ") })
    else { return nil }
    recipient = String(line.dropFirst(14))
  }

  func encrypt(_ file: String) throws {
    unsafe unlink(out)
    let age = Process()
    age.executableURL = URL(filePath: program)
    age.arguments = ["-r", recipient, "-o", out, file]
    try age.run()
    age.waitUntilExit()
  }
}
