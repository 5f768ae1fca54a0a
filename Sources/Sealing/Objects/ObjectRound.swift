import CSodium
import Dispatch
import Glibc
import Synchronization

/// How an object is worked on: in rounds of 64 chunks, each cut into units of four for all cores.
///
/// While the units of a round are sealed or opened, one more thread hashes and one reads; so memory is a
/// few rounds, whatever the size of the file.
enum ObjectRound {
  static let chunksPerUnit = 4
  static let units = 16
  static let chunks = chunksPerUnit * units
  /// Bytes of the stream in a full round, about 4 MB.
  static let plain = chunks * ObjectLayout.plainChunk
  /// Bytes of the object in a full round.
  static let sealed = chunks * ObjectLayout.sealedChunk

  /// Does all tasks, on all cores, beginning with the first ones.
  ///
  /// - Throws: the first error of any; the others may still have been done.
  static func together(
    _ count: Int, _ task: (Int) throws(ObjectError) -> Void
  ) throws(ObjectError) {
    let failure = Mutex<ObjectError?>(nil)
    withoutActuallyEscaping(task) { task in
      let shared = Shared(task: task)
      DispatchQueue.concurrentPerform(iterations: count) { index in
        guard failure.withLock({ $0 == nil }) else { return }
        do throws(ObjectError) { try shared.task(index) } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// What the threads of a round do; each index touches memory of its own.
  private struct Shared: @unchecked Sendable {
    let task: (Int) throws(ObjectError) -> Void
  }

  /// Writes all bytes at a place in a file.
  static func write(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, at place: Int, to descriptor: Int32
  ) throws(FileError) {
    var done = 0
    while done < count {
      let wrote = unsafe pwrite(descriptor, bytes + done, count - done, place + done)
      if wrote < 0 {
        if errno == EINTR { continue }
        throw FileError(errno: errno)
      }
      done += wrote
    }
  }

  /// Reads so many bytes at a place in a file; `false` when it ends before.
  static func read(
    _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, at place: Int, from descriptor: Int32
  ) throws(FileError) -> Bool {
    var done = 0
    while done < count {
      let got = unsafe pread(descriptor, bytes + done, count - done, place + done)
      if got < 0 {
        if errno == EINTR { continue }
        throw FileError(errno: errno)
      }
      if got == 0 { return false }
      done += got
    }
    return true
  }
}

/// Memory for a round, zeroed at its end: it held plaintext.
@safe final class RoundBuffer {
  let bytes: UnsafeMutablePointer<UInt8>
  private let capacity: Int

  init(_ capacity: Int) {
    self.capacity = capacity
    unsafe bytes = .allocate(capacity: capacity)
  }

  deinit {
    unsafe sodium_memzero(bytes, capacity)
    unsafe bytes.deallocate()
  }
}
