import Testing

@testable import Sealing

struct SecretBytesTests {
  @Test func `moving in leaves nothing behind`() throws {
    var bytes = counting(32)
    let moved = try SecretBytes(moving: &bytes)
    #expect(bytes == [])
    #expect(contents(moved) == counting(32))
  }

  @Test func `what is too large is refused, and gone all the same`() {
    var bytes = [UInt8](repeating: 1, count: SecretArena.largest + 1)
    #expect(
      refusal { () throws(SealingError) in try SecretBytes(moving: &bytes) } == .tooLarge)
    #expect(bytes == [])
    #expect(
      refusal { () throws(SealingError) in try SecretBytes.random(.max) } == .tooLarge)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 128, 5000, 256 * 1024])
  func `every size is held whole`(_ count: Int) throws {
    let held = try secret(counting(count))
    #expect(held.count == count)
    #expect(contents(held) == counting(count))
  }

  @Test func `two draws differ`() throws {
    let one = try SecretBytes.random()
    let two = try SecretBytes.random()
    let same = one.matches(two)
    #expect(!same)
    #expect(contents(one) != [UInt8](repeating: 0, count: 32))
  }

  @Test func `comparison sees every bit and the length`() throws {
    let one = try secret(counting(32))
    #expect(one.matches(try secret(counting(32))))
    for changed in singleBitFlips(counting(32)) { #expect(!one.matches(try secret(changed))) }
    #expect(!one.matches(try secret(counting(31))))
    #expect(!one.matches(try secret(counting(33))))
    #expect(try secret([]).matches(try secret([])))
  }

  @Test func `a part and a whole put together`() throws {
    let whole = try secret(counting(10))
    #expect(contents(try whole.part(2..<5)) == [2, 3, 4])
    #expect(contents(try whole.part(0..<0)) == [])
    #expect(contents(try whole.joined(with: [1, 2])) == counting(10) + [1, 2])
    #expect(contents(try whole.joined(with: try secret([9]))) == counting(10) + [9])
  }

  @Test func `a part beyond the end stops the program`() async {
    await #expect(processExitsWith: .failure) { _ = try secret(counting(10)).part(5..<11) }
  }
}
