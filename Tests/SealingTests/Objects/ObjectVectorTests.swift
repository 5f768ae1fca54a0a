import Foundation
import Testing

@testable import Sealing

struct ObjectVectorTests {
  private struct File: Decodable {
    struct Object: Decodable {
      let size: Int
      let sha256: HexText
      let length: Int
      let objectSha256: HexText
    }
    struct Hash: Decodable {
      let size: Int
      let salt, commitment: HexText
    }

    let vault, record, key, commitment, smallest: HexText
    let version: UInt64
    let name: String
    let objects: [Object]
    let hash: Hash

    func objectKey() throws -> ObjectKey {
      try ObjectKey(
        of: RecordKey(secret: try secret(key.bytes)),
        RecordContext(
          vault: try #require(VaultID(vault.bytes)), record: record.bytes, version: version))
    }
  }

  @Test func `objects of an independent implementation come out byte for byte, and open`() throws {
    let file = try vectors("attachments.json", as: File.self)
    #expect(try file.objectKey().name == file.name)
    #expect(try file.objectKey().header == [1] + file.commitment.bytes)
    #expect(file.objects.count == 9)
    for object in file.objects {
      #expect(ObjectLayout(size: object.size)?.sealedSize == object.length)
      let plain = sample(object.size)
      let sealed = try sealObject(plain, try file.objectKey())
      #expect(sealed.count == object.length)
      #expect(Digest.of(sealed).bytes == object.objectSha256.bytes, "\(object.size)")
      if object.size == 1 { #expect(sealed == file.smallest.bytes) }
      let opened = try openObject(sealed, size: object.size, try file.objectKey())
      #expect(opened.bytes == plain)
      #expect(opened.digest?.bytes == object.sha256.bytes)
    }
    let hashed = file.objects.first { $0.size == file.hash.size }
    #expect(
      Digest.of(
        .attachmentHash, file.hash.salt.bytes, UInt64(file.hash.size).bigEndianBytes,
        try #require(hashed).sha256.bytes
      ).bytes == file.hash.commitment.bytes)
  }

  @Test(arguments: [-1, 0, ObjectLayout.limit + 1, Int.max, Int.min])
  func `a size that no file has is refused`(size: Int) {
    #expect(ObjectLayout(size: size) == nil)
  }

  @Test(arguments: [
    ObjectRound.plain - 1, ObjectRound.plain, ObjectRound.plain + 1, 2 * ObjectRound.plain + 7,
  ])
  func `a file that ends about a round comes out whole, also from a pipe in small pieces`(
    size: Int
  ) throws {
    let plain = sample(size)
    let key = try RecordKey()
    let context = RecordContext(vault: try vault(), record: counting(16), version: 1)
    let sealed = try sealObject(plain, try ObjectKey(of: key, context))
    #expect(try sealObject(plain, try ObjectKey(of: key, context), piecesOf: 40_009) == sealed)
    let opened = try openObject(sealed, size: size, try ObjectKey(of: key, context))
    #expect(opened.bytes == plain && opened.digest == Digest.of(plain))
  }

  @Test func `another size, version, record, vault or key opens nothing`() throws {
    let key = try RecordKey()
    let here = RecordContext(vault: try vault(), record: counting(16), version: 1)
    let sealed = try sealObject(sample(100_000), try ObjectKey(of: key, here))
    let others = [
      RecordContext(vault: try vault(8), record: counting(16), version: 1),
      RecordContext(vault: try vault(), record: counting(16, from: 1), version: 1),
      RecordContext(vault: try vault(), record: counting(16), version: 2),
    ]
    for other in others {
      #expect(throws: ObjectError.notAuthentic) {
        _ = try openObject(sealed, size: 100_000, try ObjectKey(of: key, other))
      }
      // The commitment alone is not what refuses: with the right one in front the chunks do.
      let spliced = try ObjectKey(of: key, other).header + sealed.dropFirst(33)
      #expect(throws: ObjectError.notAuthentic) {
        _ = try openObject(spliced, size: 100_000, try ObjectKey(of: key, other))
      }
    }
    let stranger = try RecordKey()
    #expect(throws: ObjectError.notAuthentic) {
      _ = try openObject(sealed, size: 100_000, try ObjectKey(of: stranger, here))
    }
    // Sizes that give an object of the same length: the zeros and the hash tell.
    for size in [99_999, 98_305] {
      #expect(ObjectLayout(size: size)?.sealedSize == sealed.count)
      #expect(throws: ObjectError.notAuthentic) {
        _ = try openObject(sealed, size: size, try ObjectKey(of: key, here))
      }
    }
  }
}

/// The file that the vectors are made of.
func sample(_ size: Int) -> [UInt8] {
  (0..<size).map { UInt8(truncatingIfNeeded: 7 * $0 + $0 / 256) }
}

/// A path that nothing has, removed afterwards.
func atNewPath<Result>(_ body: (String) throws -> Result) throws -> Result {
  let path = NSTemporaryDirectory() + "/" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// Seals bytes that come through a pipe.
func sealObject(
  _ plain: [UInt8], _ key: borrowing ObjectKey, piecesOf piece: Int = 1 << 20
) throws -> [UInt8] {
  signal(SIGPIPE, SIG_IGN)
  let pipe = Pipe()
  let writing = pipe.fileHandleForWriting
  let thread = Thread {
    for start in stride(from: 0, to: plain.count, by: piece) {
      try? writing.write(contentsOf: Data(plain[start..<min(start + piece, plain.count)]))
    }
    try? writing.close()
  }
  thread.start()
  let path = NSTemporaryDirectory() + "/" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: path) }
  let file = try UnfinishedFile(at: path)
  let sealed = try ObjectSealing.seal(
    from: pipe.fileHandleForReading.fileDescriptor, to: file.descriptor, under: key)
  #expect(sealed.size == plain.count && sealed.sha256 == Digest.of(plain))
  #expect(sealed.head == Array(plain.prefix(65_520)))
  try file.publish()
  return Array(try Data(contentsOf: URL(filePath: path)))
}

/// Opens an object into a file and as a stream, which must be the same.
func openObject(
  _ sealed: [UInt8], size: Int, _ key: consuming ObjectKey
) throws -> (bytes: [UInt8], digest: Digest?) {
  let path = NSTemporaryDirectory() + "/" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: path) }
  try NewFile.create(at: path, sealed.span)
  let object = try SealedObject(try OpenFile(at: path), size: size, key: key)
  let out = path + ".out"
  defer { try? FileManager.default.removeItem(atPath: out) }
  let file = try UnfinishedFile(at: out)
  let digest = try object.extract(to: file.descriptor)
  try file.publish()
  var streamed: [UInt8] = []
  let again = try object.read { part throws(FileError) in
    for index in part.indices { streamed.append(part[index]) }
  }
  #expect(again == digest)
  let bytes = Array(try Data(contentsOf: URL(filePath: out)))
  #expect(bytes == streamed)
  return (bytes, digest)
}
