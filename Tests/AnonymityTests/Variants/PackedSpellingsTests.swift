import Foundation
import Testing

@testable import Anonymity

/// Spellings as they are sealed beside a source.
struct PackedSpellingsTests {
  private static let names = [
    "김철수", "이설주", "남궁민수", "황보영", "김 하나", "철수", "金哲洙", "欧阳建国", "李明", "小林",
    "Kim Chol-su", "Pak Yong-ho17", "Mary Ann Smith-Jones", "Grace Holloway", "O'Neill, Sean", "An",
    "Кузнецов Иван Петрович", "Римский-Корсаков Николай", "Ким Чхоль Су", "Соловьёв Артём",
    "Нгуен Ван",
    "Ωνάσης Αριστοτέλης", "キム・チョルス", "Łukasz Żółty", "Ким", "", "—",
  ]

  @Test(arguments: names) func `what was packed comes out as it was`(_ name: String) throws {
    let made = NameSpellings(name)
    let packed = PackedSpellings(name, made)
    #expect(packed.spellings() == made)
    let read = try #require(PackedSpellings.list(PackedSpellings.bytes(of: [packed, packed])))
    #expect(read.map(\.name) == [name, name])
    #expect(read.map { $0.spellings() } == [made, made])
  }

  @Test func `bytes that are cut short or changed never bring the program down`() {
    let whole = PackedSpellings.bytes(of: [PackedSpellings("김철", NameSpellings("김철"))])
    let made = NameSpellings("김철")
    var accepted = 0
    for count in 0..<whole.count {
      let read = PackedSpellings.list(Array(whole[..<count]))
      #expect(read?.isEmpty ?? true)
    }
    for index in whole.indices {
      for bit in [1, 128] as [UInt8] {
        var changed = whole
        changed[index] ^= bit
        for one in PackedSpellings.list(changed) ?? [] where one.spellings() != made {
          accepted += 1
        }
      }
    }
    // Some changes are other spellings: the record's seal keeps them out, and nothing here does.
    #expect(accepted > 0)
    var endless = Array("\u{1}a".utf8)
    for _ in 0..<200 { endless += [0, 1, 127] + [UInt8](repeating: 0x61, count: 127) }
    #expect(PackedSpellings(endless[...])?.spellings() != nil)
    var long = Array("\u{1}a".utf8) + [0, 1, 0xE8, 7]
    long += [UInt8](repeating: 0x61, count: 1000)
    #expect(PackedSpellings(long[...])?.spellings() != nil)
    #expect(
      PackedSpellings((long + [0, 0xE9, 7, 100] + [UInt8](repeating: 0x61, count: 100))[...])?
        .spellings() == nil)
  }

  /// Each spelling as people write it: as listed, in capitals, run together, its words turned.
  private static func disguises(_ text: String) -> [String] {
    let words = text.split { $0 == " " || $0 == "・" }.map(String.init)
    var forms = [text, text.uppercased(), text.lowercased()]
    forms.append(text.filter { $0 != "-" && $0 != " " })
    forms.append((words.dropFirst() + words.prefix(1)).joined(separator: " "))
    forms.append(text.map(String.init).joined(separator: "\u{200B}"))
    var look = ""
    var wide = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // A Cyrillic letter for the Latin one, and a reference for another.
      look += scalar == "a" ? "\u{430}" : scalar == "o" ? "&#x6F;" : String(scalar)
      let isASCII = (0x21...0x7E).contains(scalar.value)
      wide.append(Unicode.Scalar(scalar.value + (isASCII ? 0xFEE0 : 0)) ?? scalar)
    }
    forms += [look, String(wide), NameOrders.turnedHangul(text) ?? text]
    forms.append(text.decomposedStringWithCanonicalMapping)
    return forms
  }

  @Test(arguments: names)
  func `a text is searched as well with its own spellings as with all`(_ name: String) throws {
    let made = NameSpellings(name)
    let packed = PackedSpellings(name, made)
    func identifiers(_ spellings: NameSpellings) -> [KnownIdentifier] {
      let entity = EntityID(raw: "1")
      return [KnownIdentifier(entity: entity, kind: .name, text: name)]
        + spellings.variants.map {
          KnownIdentifier(entity: entity, kind: .name, text: $0.text, reason: $0.reason)
        }
        + spellings.parts.map {
          KnownIdentifier(
            entity: entity, kind: .name, text: $0.text, reason: $0.reason, tier: $0.tier,
            part: $0.role)
        }
    }
    func hits(_ identifiers: [KnownIdentifier], _ matcher: Matcher, _ text: [UInt8]) -> [String] {
      matcher.matches(in: text).map { match in
        let what = match.identifiers.map { index -> String in
          let found = identifiers[index]
          return "\(found.text) \(found.reason?.rawValue ?? "") \(found.tier)"
        }
        return "\(match.range) \(what)"
      }
    }
    let all = identifiers(made)
    let matcher = Matcher(all)
    let chosen = all.indices.filter { $0 % max(1, all.count / 6) == 0 }.map { all[$0].text }
    for text in chosen.flatMap(Self.disguises) + ["They worked from six to nine. 아침에. Утром. 早班"] {
      let bytes = Array("He met Mr. \(text), there; \(text)씨는 갔다.".utf8)
      let few = identifiers(try #require(packed.spellings(in: Beginnings(of: [bytes]))))
      #expect(hits(few, Matcher(few), bytes) == hits(all, matcher, bytes), "\(text)")
    }
  }

  /// FNV-1a of 64 bits: of what is made of each name, in order.
  private static var digest: UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in names {
      for byte in PackedSpellings(name, NameSpellings(name)).bytes {
        digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return digest
  }

  @Test func `who changes what is made of a name raises the version of the rules`() {
    #expect(NameSpellings.rules == 2)
    #expect(
      Self.digest == 2_526_552_476_574_556_122,
      """
      Spellings are sealed beside each source and made anew only where the version differs. If you \
      meant to change them, raise NameSpellings.rules, and put the new version and digest here.
      """)
  }
}
