import Testing

@testable import Anonymity

extension Matcher {
  /// What is found when both readings of a text are stepped through whole, with superscripts and
  /// without: slow, and simple.
  fileprivate func exhaustive(in text: [UInt8]) -> [Match] {
    guard let markup = InlineMarkup(text) else { return whole(text) }
    return whole(text).united(with: whole(markup.text), markup)
  }

  private func whole(_ text: [UInt8]) -> [Match] {
    var verifier = Verifier(set)
    var hits: [Hit] = []
    for notes in [false, true] {
      var scanner = Scanner(set, notes: notes)
      var places: [Scanner.Place] = []
      _ = scanner.run(text.span, from: 0, to: text.count, into: &places)
      for place in places {
        verifier.hits(
          place.group, text.span, place.start, place.end, notes: notes, into: &hits)
      }
    }
    return Match.joining(hits, text.span)
  }
}

/// A text is not read twice, and nothing is lost by that.
struct ReadingTests {
  private static let names = [
    "Kim Chol-su", "김철수", "수영", "Орлов Павел", "Ан", "金哲洙", "Lee", "An Na",
  ]

  /// Names, titles, part names and a number, so that every rule that looks beside a hit is asked.
  private static let matcher: Matcher = {
    let entity = EntityID(raw: "1")
    var all = names.flatMap { name in
      [KnownIdentifier(entity: entity, kind: .name, text: name)]
        + NameVariants.of(name).map {
          KnownIdentifier(entity: entity, kind: .name, text: $0.text, reason: $0.reason)
        }
        + NameParts.of(name, NameVariants.of(name)).map {
          KnownIdentifier(
            entity: entity, kind: .name, text: $0.text, reason: $0.reason, tier: $0.tier,
            part: $0.role)
        }
    }
    for (kind, text) in [
      (KnownIdentifier.Kind.phone, "+82 10-2345-6789"), (.birthDate, "1989-03-14"),
      (.email, "minsu.kim@example.com"), (.document, "M12345"),
    ] {
      all.append(KnownIdentifier(entity: entity, kind: kind, text: text))
    }
    return Matcher(all)
  }()

  private static let pieces = [
    "Kim", "Chol", "su", "-", " ", " ", " ", "김", "철", "수", "영", "씨", "이가", "과장", "Mr. ", "님", "¹",
    "²",
    "³", "①", "Орлов", "Павел", "П. ", "г-н ", "Ан", "金", "哲", "洙", "先生", "Lee", "'s", ".", ", ",
    "\n",
    "82 10", "2345", "6789", "1989", "03", "14", "born ", "M1", "2345", "minsu.kim", "@", "example",
    "com",
    "\u{200B}", "\u{301}", "x", "그", "а", "\u{FE0F}", "An", "Na", "Ⅻ",
  ]
  private static let markup = [
    "<b>", "</b>", "<i>", "<br>", "</p>", "<a href=\"Kim\">", "<!-- Kim -->", "&nbsp;", "&#75;",
    "&#xB2;",
    "&amp;", "&shy;", "&#44608;", "&", "<", "<sup>", "&iacute;", "<span title='철수'>", "&#45;",
    "&#x301;",
  ]
  private static let bad: [[UInt8]] = [
    [0xEA], [0xB9, 0x80], [0x80], [0xFF], [0xD0], [0xEA, 0xB9],
  ]

  private static func text(_ g: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 3...28, using: &g) {
      switch Int.random(in: 0..<12, using: &g) {
      case 0..<8: text += Array((pieces.randomElement(using: &g) ?? "").utf8)
      case 8..<11: text += Array((markup.randomElement(using: &g) ?? "").utf8)
      default: text += bad.randomElement(using: &g) ?? []
      }
    }
    return text
  }

  @Test(arguments: [1, 2]) func `no hit is lost where a text is read but once`(_ seed: UInt64) {
    var g = SeededGenerator(state: seed)
    var hits = 0
    for round in 0..<300 {
      let text = Self.text(&g)
      let found = Self.matcher.matches(in: text)
      hits += found.count
      #expect(
        found == Self.matcher.exhaustive(in: text),
        "seed \(seed) round \(round): \(String(decoding: text, as: UTF8.self).debugDescription)")
    }
    #expect(hits > 300)
  }

  @Test func `a long text is read in pieces and loses nothing at their ends`() {
    var g = SeededGenerator(state: 9)
    var text: [UInt8] = []
    while text.count < 80_000 {
      text += Self.text(&g)
      text += Array(" and then they went on to the river, 강을 건너 ".utf8)
      if Int.random(in: 0..<6, using: &g) == 0 { text += Array(repeating: 0x61, count: 5_000) }
    }
    #expect(Self.matcher.matches(in: text) == Self.matcher.exhaustive(in: text))
  }

  @Test func `the orders of a name are those of a listed one`() {
    for name in [
      "Kim Chol-su", "Орлов Павел Сергеевич", "Lee, Ann", "김철수", "남궁 민수",
      "Ann Mary Smith Jones Lee Ho",
      "Σωκράτης Παπα", "Kim - Chol", "Ann  Lee",
    ] {
      let known = KnownIdentifier(entity: EntityID(raw: "1"), kind: .name, text: name)
      var writer = FormWriter(nil)
      writer.write(known, 0)
      let made = Set(
        writer.drafts.patterns.map { pattern in
          writer.drafts.keys[pattern.start..<pattern.start + pattern.count].map(Int.init)
        })
      for form in NameOrders.of(name, demands: .person) {
        let key = Folding.units(of: form.text).map { Int($0.key) }
        #expect(made.contains(key), "\(name): \(form.text)")
      }
    }
  }
}
