import Testing

@testable import Sealing

/// Every choice of `count` of the elements, in order.
func choices<Element>(_ elements: [Element], _ count: Int) -> [[Element]] {
  guard count > 0 else { return [[]] }
  return elements.indices.flatMap { index in
    choices(Array(elements[(index + 1)...]), count - 1).map { [elements[index]] + $0 }
  }
}

/// Words as a share.
func share(_ words: String) throws -> RecoveryShare {
  try RecoveryShare.read(words: try secret(Array(words.utf8)))
}

/// A share's words, with blanks between them.
func words(_ share: RecoveryShare) throws -> [String] {
  String(decoding: contents(try share.words()), as: UTF8.self)
    .split { $0 == " " || $0 == "\n" }.map(String.init)
}

struct RecoveryVectorTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let vault, genesis, set, tag: HexText
      let threshold, count: Int
      let handle, passphrase: String
      let coefficients: [HexText]
      let shares: [String]
    }
    let cases: [Case]
  }

  @Test func `shares of an independent implementation are read and put together`() throws {
    for vector in try vectors("recovery.json", as: File.self).cases {
      let shares = try vector.shares.map { try share($0) }
      let vault = try #require(VaultID(vector.vault.bytes))
      let genesis = try #require(Digest(vector.genesis.bytes))
      for (index, share) in shares.enumerated() {
        #expect(share.number == index + 1)
        #expect(share.set.handle == vector.handle)
        #expect(share.set.threshold == vector.threshold && share.set.count == vector.count)
        #expect(share.set.belongs(to: vault, genesis: genesis))
        #expect(!share.set.belongs(to: vault, genesis: .zero))
      }
      for chosen in choices(shares, vector.threshold) {
        let phrase = try RecoverySecret(combining: chosen.reversed()).passphrase()
        #expect(contents(phrase.bytes) == Array(vector.passphrase.utf8))
      }
    }
  }

  @Test func `the same coefficients give the same words`() throws {
    for vector in try vectors("recovery.json", as: File.self).cases {
      let set = try #require(
        RecoverySet(
          threshold: vector.threshold, count: vector.count, id: vector.set.bytes,
          vault: vector.tag.bytes))
      let polynomial = SecretPolynomial(
        coefficients: try secret(vector.coefficients.flatMap(\.bytes)))
      let made = try RecoverySecret.points(of: polynomial, set)
      #expect(try made.map { try words($0).joined(separator: " ") } == vector.shares)
    }
  }
}
