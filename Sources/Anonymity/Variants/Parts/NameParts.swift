/// The parts of a personal name that are said alone, in every spelling that is made of the whole.
///
/// Pieces of names, so each belongs to thousands: the matcher's tiers say where one is a hit.
public enum NameParts {
  /// The most of one name; what is likeliest comes first.
  private static let most = 160

  /// - Parameters:
  ///   - name: as it is listed.
  ///   - variants: what `NameVariants` makes of it.
  public static func of(_ name: String, _ variants: [Variant]) -> [PartSpelling] {
    var list = PartList()
    if CyrillicWords.isCyrillic(name) {
      addRussian(name, to: &list)
    } else if LatinName.isLatin(name) {
      for spelling in [name] + LatinSpellings.of(name) {
        for part in LatinVariants.parts(of: spelling) { list.add(part) }
      }
    } else {
      addEastAsian(name, variants, to: &list)
    }
    return Array(list.parts.prefix(most))
  }

  /// Declined in Cyrillic, and the nominatives in Latin.
  private static func addRussian(_ name: String, to list: inout PartList) {
    for part in RussianVariants.parts(of: name) { list.add(part) }
    let parsed = RussianName(name)
    for word in parsed.words where parsed.words.count > 1 {
      let role: NamePart.Role
      switch word.role {
      case .surname: role = .surname
      case .given: role = .given
      case .patronymic: role = .patronymic
      default: continue
      }
      for text in [word.text] + (role == .given ? Diminutives.of(word.text) : []) {
        let isCommon = PartTier.of(CyrillicWords.capitalised(text), role) == .t3
        for variant in CyrillicToLatin.of(CyrillicWords.capitalised(text)).prefix(12)
        where variant.reason == .transliterated {
          list.add(variant.text, role, .transliterated, isCommon: isCommon)
        }
      }
    }
  }

  private static func addEastAsian(
    _ name: String, _ variants: [Variant], to list: inout PartList
  ) {
    if let han = HanName(name) { addHan(han, .otherHan, to: &list) }
    addHangul(name, .habitual, to: &list)
    for variant in variants {
      switch variant.reason {
      case .otherHan: HanName(variant.text).map { addHan($0, variant.reason, to: &list) }
      case .koreanReading: addHangul(variant.text, variant.reason, to: &list)
      case .habitual where KoreanName.readings(of: variant.text).first != nil:
        addHangul(variant.text, variant.reason, to: &list)
      default: break
      }
    }
    addSplit(variants, &list)
  }

  private static func addHan(_ name: HanName, _ reason: Variant.Reason, to list: inout PartList) {
    list.add(String(name.given.map(\.character)), .given, reason)
    list.add(name.familyText, .surname, reason)
  }

  private static func addHangul(
    _ name: String, _ reason: Variant.Reason, to list: inout PartList
  ) {
    for reading in KoreanName.readings(of: name) where !reading.family.isEmpty {
      list.add(String(reading.given.map(\.character)), .given, reason)
      list.add(String(reading.family.map(\.character)), .surname, reason)
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType != nil
  }

  /// How many given names of one reason are put beside the surname's initial.
  private static let withInitial = 2

  /// Spellings in letters have the surname first, and a space or a dot behind it.
  private static func addSplit(_ variants: [Variant], _ list: inout PartList) {
    var initials: [Variant.Reason: Int] = [:]
    for variant in variants where variant.reason != .initials && variant.reason != .half {
      let words = variant.text.unicodeScalars.split(maxSplits: 1) { $0 == " " || $0 == "・" }
        .map { String($0) }
      guard words.count == 2, !variant.text.unicodeScalars.contains(where: isNumber),
        let first = words[0].first, first.isLetter, KoreanName.readings(of: variant.text).isEmpty,
        HanName(variant.text) == nil
      else { continue }
      list.add(words[1], .given, variant.reason)
      list.add(words[0], .surname, variant.reason)
      guard variant.reason != .katakana, variant.reason != .declined,
        initials[variant.reason, default: 0] < withInitial
      else { continue }
      initials[variant.reason, default: 0] += 1
      list.add("\(words[1]) \(first.uppercased()).", .givenWithInitial, variant.reason)
      list.add("\(first.uppercased()). \(words[1])", .givenWithInitial, variant.reason)
    }
  }
}

/// Parts as they are found, each spelling once in a role.
struct PartList {
  private(set) var parts: [PartSpelling] = []
  private var seen: Set<Key> = []

  private struct Key: Hashable {
    let role: NamePart.Role
    let letters: [UInt32]
  }

  mutating func add(
    _ text: String, _ role: NamePart.Role, _ reason: Variant.Reason, isCommon: Bool? = nil
  ) {
    let key = Key(role: role, letters: VariantList.key(text))
    // The tier asks several lists, and most spellings of a name share their surname.
    guard !seen.contains(key), let tier = PartTier.of(text, role, isCommon: isCommon) else {
      return
    }
    seen.insert(key)
    parts.append(PartSpelling(text: text, role: role, reason: reason, tier: tier))
  }

  /// All forms of a part; the first, its nominative, says how common it is.
  mutating func add(_ part: NamePart) {
    guard let first = part.variants.first else { return }
    let isCommon = PartTier.of(first.text, part.role) == .t3
    for variant in part.variants {
      add(variant.text, part.role, variant.reason, isCommon: isCommon)
      let words = variant.text.split(separator: " ").map(String.init)
      if part.role == .givenWithInitial, let last = words.last {
        let turned = ([last] + words.dropLast()).joined(separator: " ")
        add(turned, part.role, variant.reason)
      }
    }
  }
}
