import Testing

@testable import Sealing

struct RecoveryShareTests {
  private func set(_ threshold: Int, _ count: Int) throws -> RecoverySet {
    try #require(
      RecoverySet(threshold: threshold, of: count, vault: try vault(), genesis: .zero))
  }

  private func fault(_ body: () throws -> some Any) -> ShareError? {
    do {
      _ = try body()
      return nil
    } catch { return error as? ShareError }
  }

  private func combined(_ shares: [RecoveryShare]) throws -> [UInt8] {
    contents(try RecoverySecret(combining: shares).passphrase().bytes)
  }

  @Test func `any two of three give the passphrase, in any order`() throws {
    let secret = try RecoverySecret()
    let expected = contents(try secret.passphrase().bytes)
    let shares = try secret.split(try set(2, 3))
    for chosen in choices(shares, 2) + [shares, shares.reversed()] {
      #expect(try combined(chosen) == expected)
    }
    #expect(try combined(try RecoverySecret().split(try set(2, 2))) != expected)
  }

  @Test func `one share fewer is refused, and every secret is still possible`() throws {
    let shares = try RecoverySecret().split(try set(3, 5))
    for chosen in choices(shares, 2) {
      #expect(fault { try combined(chosen) } == .tooFew(have: 2, need: 3))
    }
    #expect(fault { try combined([]) } == .tooFew(have: 0, need: 2))
    // Of two of three: whatever secret somebody guesses, there is a line through it and the share.
    let one = try RecoverySecret().split(try set(2, 3))[0]
    for _ in 0..<20 {
      let guess = try Scalar.random()
      let slope = try one.value.minus(guess)
      let line = SecretPolynomial(
        coefficients: try guess.bytes.joined(with: slope.bytes))
      #expect(try line.value(at: 1).bytes.matches(one.value.bytes))
    }
  }

  @Test func `a wrong word is named wherever it stands, and not taken`() throws {
    let good = try words(try RecoverySecret().split(try set(2, 3))[0])
    for place in good.indices {
      for other in ["babab", "zuzuz", good[(place + 5) % good.count]] where other != good[place] {
        var bad = good
        bad[place] = other
        #expect(
          fault { try share(bad.joined(separator: " ")) } == .wrongWord(place + 1), "\(bad)")
      }
    }
  }

  @Test func `several wrong words, and words that changed places, are refused`() throws {
    let good = try words(try RecoverySecret().split(try set(2, 3))[0])
    for place in good.indices.dropLast() where good[place] != good[place + 1] {
      var bad = good
      bad.swapAt(place, place + 1)
      #expect(fault { try share(bad.joined(separator: " ")) } == .wrongWords)
    }
    for _ in 0..<200 {
      var bad = good
      for place in good.indices.shuffled().prefix(Int.random(in: 2...9)) {
        bad[place] = word(of: UInt16.random(in: 0...UInt16.max))
      }
      guard zip(bad, good).filter({ $0 != $1 }).count > 1 else { continue }
      #expect(fault { try share(bad.joined(separator: " ")) } == .wrongWords)
    }
  }

  private func word(of value: UInt16) -> String {
    var bytes = [UInt8](repeating: 0, count: 5)
    var span = bytes.mutableSpan
    ShareWord.write(value, &span, at: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `every word of sixteen bits is read again, and nothing else is a word`() throws {
    for value in UInt16.min...UInt16.max {
      let text = Array(word(of: value).utf8)
      #expect(ShareWord.read(text.span, at: 0, count: 5) == value)
    }
    for other in ["babeb", "abbab", "caban", "bab", "babab1", "бабаб", "ba-ab", ""] {
      let text = Array(other.utf8)
      #expect(ShareWord.read(text.span, at: 0, count: text.count) == nil)
    }
  }

  @Test func `what is no word is named, and a page with more or fewer words counted`() throws {
    let good = try words(try RecoverySecret().split(try set(2, 3))[0])
    var bad = good
    bad[2] = "apple"
    bad[27] = "xx"
    #expect(fault { try share(bad.joined(separator: " ")) } == .notWords([3, 28]))
    #expect(fault { try share(good.dropLast().joined(separator: " ")) } == .wordCount(27))
    #expect(fault { try share("") } == .wordCount(0))
  }

  @Test func `the same share twice, and shares of two sets, are refused`() throws {
    let secret = try RecoverySecret()
    let one = try secret.split(try set(2, 3))
    let two = try secret.split(try set(2, 3))
    #expect(fault { try combined([one[1], one[1]]) } == .repeated(number: 2))
    #expect(
      fault { try combined([one[0], one[1], one[0]]) } == .repeated(number: 1))
    #expect(fault { try combined([one[0], two[1]]) } == .otherSet)
  }

  @Test func `a point at zero, or the same twice, has no weight`() {
    #expect(
      refusal { () throws(SealingError) in try SecretPolynomial.weight(of: 0, among: [0, 1]) }
        == .malformed)
    #expect(
      refusal { () throws(SealingError) in try SecretPolynomial.weight(of: 1, among: [1, 0]) }
        == .malformed)
    #expect(
      refusal { () throws(SealingError) in try SecretPolynomial.weight(of: 1, among: [1, 1]) }
        == .malformed)
  }

  @Test func `a number has one spelling: the order and all above it are refused`() throws {
    let order =
      try #require(Hex.decode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"))
    var below = order
    below[0] -= 1
    let most = try secret(below)
    #expect(contents(try Scalar(canonical: most).bytes) == below)
    for bad in [order, [UInt8](repeating: 255, count: 32), Array(below.dropLast())] {
      #expect(
        refusal { () throws(SealingError) in
          var copy = bad
          return try Scalar(canonical: try SecretBytes(moving: &copy))
        } == .malformed)
    }
    #expect(refusal { () throws(SealingError) in try Scalar(0).inverse() } == .malformed)
  }

  @Test func `pages with headings, capitals and form feeds are read one after the other`() throws {
    let shares = try RecoverySecret().split(try set(2, 3))
    let pages = try shares.map { share in
      let text = String(decoding: contents(try share.words()), as: UTF8.self)
      return "# Recovery share \(share.number) of 3\n\n\(text.uppercased())\n# Keep it apart.\n"
    }
    let whole = ShareText(try secret(Array(pages.joined(separator: "\u{0C}\n").utf8)))
    let read = try ShareText.shares(in: whole).map { try $0.share() }
    #expect(read.map(\.number) == [1, 2, 3])
    #expect(try combined(read) == combined(shares))
    let cut = ShareText(try secret(Array((pages[0] + "babab\n").utf8)))
    #expect(fault { try ShareText.shares(in: cut) } == .wordCount(29))
  }

  @Test func `only two to sixteen shares, and never one that opens alone`() throws {
    for (threshold, count) in [(1, 3), (0, 2), (3, 2), (2, 17), (17, 17), (-1, 4)] {
      #expect(
        RecoverySet(threshold: threshold, of: count, vault: try vault(), genesis: .zero) == nil)
    }
    #expect(RecoverySet.isHandle(try set(2, 3).handle))
    for other in [
      "recovery", "recovery-", "recovery-abcdefgh", "recovery-abcdefu", "recovery-ABCDEFG",
    ] {
      #expect(!RecoverySet.isHandle(other))
    }
  }
}
