import Testing

@testable import Sealing

struct FingerprintWordsTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let fingerprint: String
      let words: String
    }
    let cases: [Case]
  }

  @Test func `words are those of an independent implementation`() throws {
    let file = try vectors("words.json", as: File.self)
    #expect(file.cases.count == 8)
    for vector in file.cases {
      #expect(Fingerprint.words(vector.fingerprint) == vector.words)
      #expect(Fingerprint.matches(vector.words, vector.fingerprint))
    }
  }

  @Test func `every one of their 112 bits shows`() throws {
    let base = counting(32)
    func words(_ bytes: [UInt8]) throws -> String {
      Fingerprint.words(Fingerprint.text(try #require(Digest(bytes))))
    }
    let whole = try words(base)
    for changed in singleBitFlips(base).prefix(112) {
      let other = try words(changed)
      #expect(other != whole)
      #expect(!Fingerprint.matches(other, Fingerprint.text(try #require(Digest(base)))))
    }
  }

  @Test(arguments: [
    "bugum-vajuf-vizit-bujun-kozip-jafig-galun", "BUGUM VAJUF VIZIT BUJUN KOZIP JAFIG GALUN",
    " bugum vajuf-vizit\tbujun kozip jafiggalun ",
  ])
  func `spaces, hyphens and case do not count`(_ typed: String) {
    #expect(Fingerprint.matches(typed, "1KWE-2WQ7-VM6Q-JTYT-A29K-3YCR"))
  }

  @Test(arguments: [
    "", "bugum", "bugum-vajuf-vizit-bujun-kozip-jafig", "bugum-vajuf-vizit-bujun-kozip-jafig-galum",
    "vajuf-bugum-vizit-bujun-kozip-jafig-galun", "bugum-vajuf-vizit-bujun-kozip-jafig-galun-babab",
    "bugum.vajuf.vizit.bujun.kozip.jafig.galun",
  ])
  func `anything else is another fingerprint`(_ typed: String) {
    #expect(!Fingerprint.matches(typed, "1KWE-2WQ7-VM6Q-JTYT-A29K-3YCR"))
    #expect(Fingerprint.words(typed) == "")
  }
}
