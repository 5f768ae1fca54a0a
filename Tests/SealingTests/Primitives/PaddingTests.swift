import Testing

@testable import Sealing

struct PaddingTests {
  /// Padmé as its authors write it (PURBs, algorithm 1), with floating point logarithms.
  private func published(_ length: Int) -> Int {
    let exponent = Int(Double(length).logarithm2.rounded(.down))
    let digits = Int(Double(exponent).logarithm2.rounded(.down)) + 1
    let low = exponent - digits
    let mask = (1 << low) - 1
    return (length + mask) & ~mask
  }

  @Test func `Padmé lengths are those of the published formula`() {
    for length in Array(4...20_000) + [65_535, 65_536, 65_537, 1 << 20, (1 << 28) + 4] {
      #expect(Padding.padmeLength(length) == published(length), "\(length)")
    }
    #expect([0, 1, 2, 3].map(Padding.padmeLength) == [0, 1, 2, 3])
  }

  @Test func `Padmé never shortens, never falls back and adds at most 12 percent`() {
    var last = 0
    for length in 1...100_000 {
      let padded = Padding.padmeLength(length)
      #expect(padded >= length && padded >= last)
      #expect((padded - length) * 100 <= length * 12)
      last = padded
    }
  }

  @Test func `few lengths are left to be told apart`() {
    let lengths = Set((4096...1_000_000).map(Padding.padmeLength))
    #expect(lengths.count < 200)
  }

  @Test(arguments: [0, 1, 251, 252, 253, 4091, 4092, 4093, 5000, 100_000])
  func `what was padded comes out again, in an allowed length`(_ count: Int) throws {
    let plain = counting(count)
    let body = try Padding.padme(plain, floor: 4096)
    #expect(body.count == max(4096, published(count + 4)))
    #expect(try Padding.strip(body) == plain)
    let block = try Padding.blocks(plain, of: 256)
    #expect(block.count % 256 == 0)
    #expect(block.count - count - 4 < 256)
    #expect(try Padding.strip(block) == plain)
  }

  @Test func `padding that is not zero is refused, wherever it is`() throws {
    let padded = try Padding.blocks([1, 2, 3], of: 64)
    for index in 7..<64 {
      for bit in 0..<8 {
        var changed = padded
        changed[index] ^= 1 << UInt8(bit)
        #expect(refusal { () throws(SealingError) in try Padding.strip(changed) } == .malformed)
      }
    }
  }

  @Test func `every length but the true one is refused or cuts nothing unseen`() throws {
    let plain = [UInt8](repeating: 9, count: 20)
    let padded = try Padding.blocks(plain, of: 32)
    for length in 0...40 where length != 20 {
      var changed = padded
      changed[3] = UInt8(length)
      if length > 20 && length <= 28 {
        // Zeros that the padding has anyway: sealed bytes rule this out, not the padding.
        #expect(try Padding.strip(changed).count == length)
      } else {
        #expect(refusal { () throws(SealingError) in try Padding.strip(changed) } == .malformed)
      }
    }
    for high in 0..<3 {
      var changed = padded
      changed[high] = 0xFF
      #expect(refusal { () throws(SealingError) in try Padding.strip(changed) } == .malformed)
    }
  }

  @Test(arguments: 0..<4)
  func `less than a length is refused`(_ count: Int) {
    let short = [UInt8](repeating: 0, count: count)
    #expect(refusal { () throws(SealingError) in try Padding.strip(short) } == .malformed)
  }

  @Test func `more than the limit is refused`() {
    let long = [UInt8](repeating: 0, count: Padding.limit + 1)
    #expect(
      refusal { () throws(SealingError) in try Padding.padme(long, floor: 1) } == .tooLarge)
    #expect(refusal { () throws(SealingError) in try Padding.blocks(long, of: 1) } == .tooLarge)
  }
}

extension Double {
  /// From the exponent and the significand, exact for what a length can be.
  fileprivate var logarithm2: Double { Double(self.exponent) + (significand - 1) }
}
