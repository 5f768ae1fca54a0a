extension Detectors {
  /// Where names that were decided on stand again in a text, whole or in part: who withholds
  /// "Ivan Petrov" is asked about "Petrov" two sentences on.
  ///
  /// - Parameter names: as they stand in the text.
  /// - Returns: findings of persons' names, in the order of their beginnings.
  public static func echoes(of names: [String], in text: [UInt8]) -> [Finding] {
    let known = Set(names.flatMap(parts)).sorted().map {
      KnownIdentifier(entity: EntityID(raw: "decided"), kind: .alias, text: $0)
    }
    guard !known.isEmpty else { return [] }
    let found = Matcher(known, in: [text]).cover(in: text).filter { span in
      // "will" is no Will.
      let first = String(decoding: text[span.range], as: UTF8.self).unicodeScalars.first
      return first.map { !$0.properties.isLowercase } ?? false
    }
    return settled(found.map { Finding(range: $0.range, kind: .personName, reason: .echo) })
  }

  /// Each word that is long enough to say something; of a Korean name also what stands behind the
  /// first syllable.
  private static func parts(of name: String) -> [String] {
    let words = name.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }.map(String.init)
    return words.flatMap { word -> [String] in
      let scalars = word.unicodeScalars
      if scalars.allSatisfy({ (0xAC00...0xD7A3).contains($0.value) }) {
        if scalars.count < 3 { return scalars.count < 2 ? [] : [word] }
        return [word, String(word.dropFirst())]
      }
      if scalars.allSatisfy({ $0.value >= 0x2E80 }) { return scalars.count < 2 ? [] : [word] }
      return word.count > 2 && word.first?.isUppercase ?? false ? [word] : []
    }
  }
}
