/// Something by which people can be told apart, the same in every language: "place", in Liaoning.
public struct RiskTrait: Hashable, Codable, Sendable {
  public let kind: RiskTraitKind
  /// Compared byte by byte; for machines.
  public let value: String

  public init(_ kind: RiskTraitKind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}

/// What a trait is about.
public enum RiskTraitKind: String, CaseIterable, Codable, Hashable, Sendable {
  case place, employer, birth, relative, role
}

/// What a text tells about a person, and who else fits.
public struct Fact: Hashable, Codable, Sendable {
  public let kind: RiskTraitKind
  /// For the reader of a report.
  public let words: String
  /// One of these is enough to fit.
  public let fits: [RiskTrait]

  public init(_ kind: RiskTraitKind, _ words: String, fits: some Sequence<RiskTrait>) {
    self.kind = kind
    self.words = words
    // Sorted, so that the same fact told twice is the same value.
    self.fits = Set(fits).sorted { $0.value < $1.value }
  }
}

extension [Fact] {
  /// Each once, in the order of first appearance; the same people fitting makes the same fact.
  public func withoutRepetitions() -> [Fact] {
    var seen: Set<[RiskTrait]> = []
    return filter { seen.insert($0.fits).inserted }
  }
}

/// A text by which names and words are compared: folded letters and digits alone.
func comparable(_ text: some StringProtocol) -> String {
  let table = FoldTable.shared
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if (0xAC00..<0xD7A4).contains(scalar.value) {
      out.append(scalar)
    } else if table.traits(scalar.value).isWord {
      for part in table.fold(scalar.value).parts {
        if let folded = Unicode.Scalar(part.scalar) { out.append(folded) }
      }
    }
  }
  return String(out)
}
