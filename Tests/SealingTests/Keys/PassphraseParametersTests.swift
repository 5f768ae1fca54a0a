import Testing

@testable import Sealing

struct PassphraseParametersTests {
  private func read(_ memory: UInt32, _ passes: UInt32) throws(SealingError) -> PassphraseParameters
  {
    try PassphraseParameters(memory.bigEndianBytes + passes.bigEndianBytes)
  }

  @Test func `the three levels are what was promised, and come back from their bytes`() throws {
    let levels: [(PassphraseParameters, UInt32, UInt32)] = [
      (.interactive, 64 << 10, 2), (.moderate, 256 << 10, 3), (.sensitive, 1 << 20, 4),
    ]
    for (level, memory, passes) in levels {
      #expect(level.memory == memory && level.passes == passes)
      #expect(try PassphraseParameters(level.bytes) == level)
      #expect(try read(memory, passes) == level)
    }
  }

  @Test(arguments: [(65_535, 2), (65_536, 1), (65_536, 0), (0, 0), (0, 10), (8, 3), (1 << 20, 1)])
  func `lowered parameters are refused`(_ memory: UInt32, _ passes: UInt32) {
    #expect(
      refusal { () throws(SealingError) in try read(memory, passes) } == .derivationBelowFloor)
  }

  @Test(arguments: [(1 << 20 + 1, 2), (65_536, 11), (.max, .max), (1 << 20, .max), (.max, 2)])
  func `parameters that would exhaust the machine are refused`(
    _ memory: UInt32, _ passes: UInt32
  ) {
    #expect(
      refusal { () throws(SealingError) in try read(memory, passes) } == .derivationBeyondBound)
  }

  @Test func `the bounds themselves are taken`() throws {
    #expect(try read(65_536, 2).passes == 2)
    #expect(try read(1 << 20, 10).passes == 10)
  }

  @Test(arguments: [0, 1, 7, 9, 16])
  func `other lengths are refused`(_ count: Int) {
    let bytes = [UInt8](repeating: 0xFF, count: count)
    #expect(
      refusal { () throws(SealingError) in try PassphraseParameters(bytes) } == .malformed)
  }
}
