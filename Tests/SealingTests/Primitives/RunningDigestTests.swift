import Testing

@testable import Sealing

struct RunningDigestTests {
  @Test func `it is SHA-256 as libsodium computes it, however the bytes are cut`() {
    var random = SystemRandomNumberGenerator()
    for size in [0, 1, 55, 56, 63, 64, 65, 119, 128, 1_000, 65_520, 200_003] {
      let bytes = Random.bytes(size)
      for _ in 0..<8 {
        let running = RunningDigest()
        var place = 0
        while place < size {
          let end = min(size, place + Int.random(in: 1...max(1, size / 3), using: &random))
          unsafe bytes[place..<end].withUnsafeBytes { unsafe running.update($0) }
          place = end
        }
        #expect(running.finish() == Digest.of(bytes))
      }
    }
  }
}
