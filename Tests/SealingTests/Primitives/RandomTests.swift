import Testing

@testable import Sealing

struct RandomTests {
  @Test func `draws differ`() {
    var seen = Set<[UInt8]>()
    for _ in 0..<10_000 { seen.insert(Random.bytes(16)) }
    #expect(seen.count == 10_000)
    #expect(VaultID.random() != VaultID.random())
  }

  @Test(arguments: [1, 2, 3, 7, 16, 1_000_000] as [UInt32])
  func `a number stays below its bound`(_ bound: UInt32) {
    for _ in 0..<1000 { #expect(Random.below(bound) < bound) }
  }

  @Test func `every number below a small bound comes up`() {
    #expect(Set((0..<2000).map { _ in Random.below(5) }) == [0, 1, 2, 3, 4])
  }
}
