import Glibc

/// Where the bytes of a file come from, to its end.
protocol ByteSource {
  /// Reads at least one byte, and at most `count`; 0 at the end.
  mutating func read(
    into bytes: UnsafeMutablePointer<UInt8>, _ count: Int
  ) throws(ObjectError) -> Int
}

/// What a descriptor gives: a file, a pipe.
struct DescriptorSource: ByteSource {
  let descriptor: Int32

  func read(
    into bytes: UnsafeMutablePointer<UInt8>, _ count: Int
  ) throws(ObjectError) -> Int {
    while true {
      let got = unsafe Glibc.read(descriptor, bytes, count)
      if got >= 0 { return got }
      guard errno == EINTR else { throw .file(FileError(errno: errno)) }
    }
  }
}

/// What a round holds.
struct StreamRound {
  /// Bytes of the file in front.
  var file = 0
  /// Bytes in all, zeros included.
  var count = 0
  var isLast = false
}

/// A file and the zeros behind it, in rounds.
///
/// How many zeros there are, and so which round is the last one, is known only when the file has
/// ended: so one byte more than a round is read ahead.
struct PaddedStream<Source: ByteSource> {
  private var source: Source
  private var ahead: UInt8?
  private var ended = false
  private var zeros = 0
  /// Bytes of the file so far.
  private(set) var size = 0

  init(_ source: Source) { self.source = source }

  /// Fills the next round.
  ///
  /// - Parameter bytes: room for one byte more than a round.
  mutating func fill(_ bytes: UnsafeMutablePointer<UInt8>) throws(ObjectError) -> StreamRound {
    var round = StreamRound()
    if !ended { round.file = try unsafe readFile(bytes) }
    round.count = round.file
    guard ended else { return round }
    let padding = min(ObjectRound.plain - round.file, zeros)
    unsafe (bytes + round.file).update(repeating: 0, count: padding)
    zeros -= padding
    round.count += padding
    round.isLast = zeros == 0
    return round
  }

  private mutating func readFile(_ bytes: UnsafeMutablePointer<UInt8>) throws(ObjectError) -> Int {
    var got = 0
    if let byte = ahead {
      unsafe bytes[0] = byte
      got = 1
    }
    ahead = nil
    while got <= ObjectRound.plain {
      let more = try unsafe source.read(into: bytes + got, ObjectRound.plain + 1 - got)
      if more == 0 {
        ended = true
        break
      }
      got += more
    }
    let file = min(got, ObjectRound.plain)
    if got > file { ahead = unsafe bytes[file] }
    size += file
    guard size <= ObjectLayout.limit else { throw .file(.tooLarge) }
    if ended {
      guard let layout = ObjectLayout(size: size) else { throw .empty }
      zeros = layout.padded - size
    }
    return file
  }
}
