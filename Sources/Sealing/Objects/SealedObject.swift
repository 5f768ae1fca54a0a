import CSodium

/// An object that is open for reading, its length and its key's commitment checked.
///
/// Whatever it gives out is of chunks that were sealed under its key, each in its place.
public final class SealedObject {
  let layout: ObjectLayout
  let cipher: ChunkCipher
  /// Owns what ``cipher`` points to.
  private let key: ObjectKey
  private let file: OpenFile
  /// Where in the file the object begins.
  private let origin: Int

  /// Bytes of the file that was sealed.
  public var size: Int { layout.size }

  /// An object that is a file of its own.
  ///
  /// - Parameter size: bytes of the file, as its record says.
  /// - Throws: ``ObjectError/notAuthentic`` for another length than that of an object of this size, and for another
  ///   version or key.
  public convenience init(
    _ file: OpenFile, size: Int, key: consuming ObjectKey
  ) throws(ObjectError) {
    guard file.size == ObjectLayout(size: size)?.sealedSize else { throw .notAuthentic }
    try self.init(file, at: 0, size: size, key: key)
  }

  /// An object within a file that has other things before and behind it.
  public init(
    _ file: OpenFile, at place: Int, size: Int, key: consuming ObjectKey
  ) throws(ObjectError) {
    guard let layout = ObjectLayout(size: size) else { throw .notAuthentic }
    let header = key.header
    var found = [UInt8](repeating: 0, count: header.count)
    let descriptor = file.descriptor
    let whole = try objectFiles { () throws(FileError) in
      try unsafe ObjectRound.read(&found, header.count, at: place, from: descriptor)
    }
    guard whole, found == header else { throw .notAuthentic }
    self.layout = layout
    cipher = key.cipher()
    self.key = key
    self.file = file
    origin = place
  }

  /// Writes the file, or a part of it, to the beginning of another.
  ///
  /// - Parameter range: bytes of the file; all when `nil`. What lies beyond its end is left out.
  public func extract(
    _ range: Range<Int>? = nil, to target: Int32, progress: (_ bytes: Int) -> Void = { _ in }
  ) throws(ObjectError) -> Digest? {
    try open(range, into: target, progress: progress) { _ in }
  }

  /// Gives the bytes of the file, or of a part of it, in order; each when its chunk was found right.
  ///
  /// - Parameter take: bytes in ordinary memory, good for the time of the call.
  /// - Returns: SHA-256 of the file; `nil` when only a part of it was opened.
  public func read(
    _ range: Range<Int>? = nil, progress: (_ bytes: Int) -> Void = { _ in },
    take: (Span<UInt8>) throws(FileError) -> Void
  ) throws(ObjectError) -> Digest? {
    try open(range, into: nil, progress: progress, take: take)
  }

  /// Opens every chunk and gives nothing out.
  ///
  /// - Returns: SHA-256 of the file.
  public func digest(progress: (_ bytes: Int) -> Void = { _ in }) throws(ObjectError) -> Digest? {
    try open(nil, into: nil, progress: progress) { _ in }
  }

  private func open(
    _ range: Range<Int>?, into target: Int32?, progress: (Int) -> Void,
    take: (Span<UInt8>) throws(FileError) -> Void
  ) throws(ObjectError) -> Digest? {
    let wanted = (range ?? 0..<size).clamped(to: 0..<size)
    let all = wanted == 0..<size
    // The zeros behind the file may fill chunks of their own.
    let chunks = all ? 0..<layout.chunks : layout.chunks(of: wanted)
    let hash = RunningDigest()
    var (front, back) = (RoundBuffer(ObjectRound.plain), RoundBuffer(ObjectRound.plain))
    let sealed = RoundBuffer(ObjectRound.sealed)
    /// Bytes of the file in the round before, which wait to be hashed.
    var waiting = 0
    for first in stride(from: chunks.lowerBound, to: chunks.upperBound, by: ObjectRound.chunks) {
      let round = first..<min(first + ObjectRound.chunks, chunks.upperBound)
      let units = (round.count + ObjectRound.chunksPerUnit - 1) / ObjectRound.chunksPerUnit
      try ObjectRound.together(units + 1) { task throws(ObjectError) in
        if task == 0 {
          unsafe hash.update(UnsafeRawBufferPointer(start: back.bytes, count: waiting))
        } else {
          try self.openUnit(task - 1, of: round, wanted, sealed, into: front, target)
        }
      }
      let place = first * ObjectLayout.plainChunk
      let bytes = (place..<place + ObjectRound.plain).clamped(to: wanted)
      if target == nil, !bytes.isEmpty {
        let part = unsafe UnsafeBufferPointer(
          start: front.bytes + (bytes.lowerBound - place), count: bytes.count)
        try objectFiles { () throws(FileError) in try take(unsafe part.span) }
      }
      progress(max(0, bytes.upperBound - wanted.lowerBound))
      waiting = all ? bytes.count : 0
      swap(&front, &back)
    }
    guard all else { return nil }
    unsafe hash.update(UnsafeRawBufferPointer(start: back.bytes, count: waiting))
    return hash.finish()
  }

  /// Reads and opens four chunks, and writes what is wanted of them where that goes into a file.
  private func openUnit(
    _ unit: Int, of round: Range<Int>, _ wanted: Range<Int>, _ sealed: RoundBuffer,
    into plain: RoundBuffer, _ target: Int32?
  ) throws(ObjectError) {
    let start = unit * ObjectRound.chunksPerUnit
    let end = min(start + ObjectRound.chunksPerUnit, round.count)
    let from = (start..<end).reduce(0) { $0 + layout.plainCount(of: round.lowerBound + $1) }
    let source = unsafe sealed.bytes + start * ObjectLayout.sealedChunk
    let descriptor = file.descriptor
    let offset = origin + ObjectLayout.offset(of: round.lowerBound + start)
    let whole = try objectFiles { () throws(FileError) in
      try unsafe ObjectRound.read(
        source, from + (end - start) * ObjectLayout.tag, at: offset, from: descriptor)
    }
    guard whole else { throw .notAuthentic }
    for chunk in start..<end {
      let number = round.lowerBound + chunk
      let count = layout.plainCount(of: number)
      let opened = unsafe plain.bytes + chunk * ObjectLayout.plainChunk
      let isRight = unsafe cipher.open(
        sealed.bytes + chunk * ObjectLayout.sealedChunk, count + ObjectLayout.tag, chunk: number,
        last: number == layout.chunks - 1, into: opened)
      guard isRight else { throw .notAuthentic }
      let file = max(0, min(count, size - number * ObjectLayout.plainChunk))
      guard unsafe sodium_is_zero(opened + file, count - file) == 1 else { throw .notAuthentic }
    }
    guard let target else { return }
    let place = (round.lowerBound + start) * ObjectLayout.plainChunk
    let bytes = (place..<place + from).clamped(to: wanted)
    guard !bytes.isEmpty else { return }
    let written =
      unsafe plain.bytes + (bytes.lowerBound - round.lowerBound * ObjectLayout.plainChunk)
    try objectFiles { () throws(FileError) in
      try unsafe ObjectRound.write(
        written, bytes.count, at: bytes.lowerBound - wanted.lowerBound, to: target)
    }
  }
}

/// The file in an object, one chunk after the other, to be sealed anew.
struct ObjectSource: ByteSource {
  private let object: SealedObject
  private var place = 0
  private let plain = RoundBuffer(ObjectRound.plain)
  private var held = 0..<0

  init(_ object: SealedObject) { self.object = object }

  mutating func read(
    into bytes: UnsafeMutablePointer<UInt8>, _ count: Int
  ) throws(ObjectError) -> Int {
    if place == held.upperBound {
      guard place < object.size else { return 0 }
      let target = unsafe plain.bytes
      var filled = 0
      let next = place..<min(place + ObjectRound.plain, object.size)
      _ = try object.read(next) { part throws(FileError) in
        unsafe part.withUnsafeBufferPointer { source in
          guard let base = source.baseAddress else { return }
          unsafe (target + filled).update(from: base, count: source.count)
        }
        filled += part.count
      }
      held = next
    }
    let size = min(count, held.upperBound - place)
    unsafe bytes.update(from: plain.bytes + (place - held.lowerBound), count: size)
    place += size
    return size
  }
}
