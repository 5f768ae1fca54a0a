import CSodium
import Glibc
import Synchronization

/// Locked memory for every secret of the process.
///
/// Chunks of 256 KiB are mapped with an inaccessible page on either side, locked with `mlock`
/// (the result is checked), left out of core dumps and cut into slots of 64 bytes. A slot is
/// zeroed when it is returned. Secrets live here and nowhere else; plaintext records, which may be
/// megabytes, do not.
enum SecretArena {
  static let slotSize = 64
  /// The most bytes that one secret may have.
  static let largest = 256 * 1024
  private static let chunkSize = largest
  private static let slotsPerChunk = chunkSize / slotSize

  fileprivate struct Chunk {
    let address: UInt
    /// One bit a slot, set when taken.
    var taken = [UInt64](repeating: 0, count: slotsPerChunk / 64)
    var free = slotsPerChunk
    var next = 0
  }

  private static let chunks = Mutex<[Chunk]>([])

  /// Takes zeroed slots for `count` bytes and returns their address.
  static func take(_ count: Int) throws(SealingError) -> UInt {
    precondition(count >= 0)
    guard count <= largest else { throw .tooLarge }
    let slots = slots(for: count)
    let found: UInt? = chunks.withLock { chunks in
      for index in chunks.indices where chunks[index].free >= slots {
        if let address = chunks[index].take(slots) { return address }
      }
      guard var chunk = mapChunk() else { return nil }
      let address = chunk.take(slots)
      chunks.append(chunk)
      return address
    }
    guard let found else { throw .lockedMemoryUnavailable }
    return found
  }

  /// Zeroes the slots and gives them back.
  static func giveBack(_ address: UInt, _ count: Int) {
    let slots = slots(for: count)
    if let pointer = unsafe UnsafeMutableRawPointer(bitPattern: address) {
      unsafe sodium_memzero(pointer, slots * slotSize)
    }
    chunks.withLock { chunks in
      for index in chunks.indices where chunks[index].holds(address) {
        chunks[index].release(address, slots)
        return
      }
    }
  }

  private static func slots(for count: Int) -> Int { max(1, (count + slotSize - 1) / slotSize) }

  private static func mapChunk() -> Chunk? {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let whole = chunkSize + 2 * page
    guard
      let base = unsafe mmap(nil, whole, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      unsafe base != MAP_FAILED
    else { return nil }
    let inner = unsafe base + page
    guard
      unsafe mprotect(inner, chunkSize, PROT_READ | PROT_WRITE) == 0,
      unsafe sodium_mlock(inner, chunkSize) == 0,
      // sodium_mlock asks for this too, and does not look at the answer.
      unsafe madvise(inner, chunkSize, MADV_DONTDUMP) == 0,
      unsafe madvise(inner, chunkSize, MADV_DONTFORK) == 0
    else {
      unsafe munmap(base, whole)
      return nil
    }
    return Chunk(address: UInt(bitPattern: inner))
  }
}

extension SecretArena.Chunk {
  fileprivate func holds(_ address: UInt) -> Bool {
    address >= self.address
      && address < self.address + UInt(taken.count * 64 * SecretArena.slotSize)
  }

  fileprivate mutating func take(_ slots: Int) -> UInt? {
    let count = taken.count * 64
    var start = next
    var scanned = 0
    var run = 0
    while scanned < count + slots {
      if start + run >= count {
        scanned += run + 1
        start = 0
        run = 0
        continue
      }
      let bit = start + run
      if taken[bit >> 6] & (1 << UInt64(bit & 63)) == 0 {
        run += 1
        if run == slots {
          for taking in start..<(start + slots) { taken[taking >> 6] |= 1 << UInt64(taking & 63) }
          free -= slots
          next = (start + slots) % count
          return address + UInt(start * SecretArena.slotSize)
        }
      } else {
        scanned += run + 1
        start = bit + 1
        run = 0
      }
    }
    return nil
  }

  fileprivate mutating func release(_ address: UInt, _ slots: Int) {
    let start = Int(address - self.address) / SecretArena.slotSize
    for slot in start..<(start + slots) { taken[slot >> 6] &= ~(1 << UInt64(slot & 63)) }
    free += slots
  }
}
