/// Seals a file into an object, on all cores and in little memory.
public enum ObjectSealing {
  /// What was sealed.
  public struct Sealed: Equatable, Sendable {
    /// Bytes of the file.
    public let size: Int
    /// SHA-256 of the file.
    public let sha256: Digest
    /// The file's first bytes, at most 65,520, by which its type is told.
    public let head: [UInt8]
  }

  /// Seals what a descriptor gives to its end.
  ///
  /// - Parameters:
  ///   - source: a file or pipe.
  ///   - target: a file, open for writing, that has nothing behind `place`.
  ///   - place: where in it the object begins.
  ///   - progress: is told how many bytes of the file are sealed.
  /// - Throws: ``ObjectError/empty`` when the source has no byte; ``ObjectError/file(_:)``.
  public static func seal(
    from source: Int32, to target: Int32, at place: Int = 0, under key: borrowing ObjectKey,
    progress: (_ bytes: Int) -> Void = { _ in }
  ) throws(ObjectError) -> Sealed {
    try seal(
      DescriptorSource(descriptor: source), to: target, at: place, under: key, progress: progress)
  }

  /// Seals a file that is itself an object, under another key.
  ///
  /// The hash is of what was read; who calls compares it with the one that is known.
  public static func seal(
    from object: SealedObject, to target: Int32, under key: borrowing ObjectKey,
    progress: (_ bytes: Int) -> Void = { _ in }
  ) throws(ObjectError) -> Sealed {
    try seal(ObjectSource(object), to: target, at: 0, under: key, progress: progress)
  }

  private static func seal(
    _ source: some ByteSource, to target: Int32, at place: Int, under key: borrowing ObjectKey,
    progress: (Int) -> Void
  ) throws(ObjectError) -> Sealed {
    let cipher = key.cipher()
    let header = key.header
    var stream = PaddedStream(source)
    let hash = RunningDigest()
    var (front, back) = (RoundBuffer(ObjectRound.plain + 1), RoundBuffer(ObjectRound.plain + 1))
    let sealed = RoundBuffer(ObjectRound.sealed)
    var round = try unsafe stream.fill(front.bytes)
    let head = unsafe Array(
      UnsafeBufferPointer(start: front.bytes, count: min(round.file, ObjectLayout.plainChunk)))
    try objectFiles { () throws(FileError) in
      try unsafe ObjectRound.write(header, header.count, at: place, to: target)
    }
    var first = 0
    while true {
      let chunks = (round.count + ObjectLayout.plainChunk - 1) / ObjectLayout.plainChunk
      let units = (chunks + ObjectRound.chunksPerUnit - 1) / ObjectRound.chunksPerUnit
      var next = StreamRound()
      try ObjectRound.together(units + 2) { task throws(ObjectError) in
        switch task {
        case 0:
          unsafe hash.update(UnsafeRawBufferPointer(start: front.bytes, count: round.file))
        case 1:
          guard !round.isLast else { return }
          next = try unsafe stream.fill(back.bytes)
        default:
          try Self.sealUnit(
            task - 2, of: chunks, from: front, round.count, first: first, last: round.isLast,
            cipher, into: sealed, target, at: place)
        }
      }
      progress(first * ObjectLayout.plainChunk + round.file)
      if round.isLast { break }
      first += chunks
      swap(&front, &back)
      round = next
    }
    return Sealed(size: stream.size, sha256: hash.finish(), head: head)
  }

  /// Seals four chunks and writes them.
  ///
  /// - Parameters:
  ///   - chunks: how many the round has.
  ///   - count: bytes of the round.
  ///   - first: number of the round's first chunk.
  ///   - last: whether the round's last chunk is the object's.
  private static func sealUnit(
    _ unit: Int, of chunks: Int, from plain: RoundBuffer, _ count: Int, first: Int, last: Bool,
    _ cipher: ChunkCipher, into sealed: RoundBuffer, _ target: Int32, at place: Int
  ) throws(ObjectError) {
    let start = unit * ObjectRound.chunksPerUnit
    let end = min(start + ObjectRound.chunksPerUnit, chunks)
    var length = 0
    for chunk in start..<end {
      let from = chunk * ObjectLayout.plainChunk
      let size = min(ObjectLayout.plainChunk, count - from)
      unsafe cipher.seal(
        plain.bytes + from, size, chunk: first + chunk, last: last && chunk == chunks - 1,
        into: sealed.bytes + chunk * ObjectLayout.sealedChunk)
      length += size + ObjectLayout.tag
    }
    try objectFiles { () throws(FileError) in
      try unsafe ObjectRound.write(
        sealed.bytes + start * ObjectLayout.sealedChunk, length,
        at: place + ObjectLayout.offset(of: first + start), to: target)
    }
  }
}
