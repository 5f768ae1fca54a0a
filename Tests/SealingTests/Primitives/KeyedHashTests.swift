import Testing

@testable import Sealing

struct KeyedHashTests {
  /// From Python's hashlib.blake2b: key 00…1f, digest of 32 bytes.
  @Test func `F is keyed BLAKE2b-256 over length, label and parts`() throws {
    let key = try secret(counting(32))
    let expected = "23f90517ac84d4b1d8fa4d91634a3dfa50285559708dd55605912c7487fea606"
    #expect(Hex.encode(KeyedHash.public32(key, .wrap, [1, 2], [3])) == expected)
    #expect(Hex.encode(contents(try KeyedHash.secret(key, .wrap, [1, 2, 3]))) == expected)
  }

  @Test func `labels, keys and messages each change the result`() throws {
    let key = try secret(counting(32))
    let other = try secret(counting(32, from: 1))
    let base = KeyedHash.public32(key, .wrap, [1])
    #expect(KeyedHash.public32(key, .boxed, [1]) != base)
    #expect(KeyedHash.public32(other, .wrap, [1]) != base)
    #expect(KeyedHash.public32(key, .wrap, [2]) != base)
  }

  @Test(arguments: [0, 16, 31, 33, 64])
  func `a key that is not 32 bytes stops the program`(_ count: Int) async {
    await #expect(processExitsWith: .failure) { [count] in
      _ = KeyedHash.public32(try secret(counting(count)), .wrap)
    }
  }
}
