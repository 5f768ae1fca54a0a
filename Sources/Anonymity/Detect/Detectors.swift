/// Looks for what may identify somebody whom no record knows. Guesses, for a person to decide.
public enum Detectors {
  /// The findings of a text in the order of their beginnings; one of a kind never overlaps another
  /// of its kind.
  ///
  /// All scripts are read whatever the language says; the language decides only what a script may
  /// be (Han alone may be Chinese or Japanese). Time and memory grow with the length of the text,
  /// about 20 bytes of memory a byte of text, whatever stands in it.
  public static func findings(in text: [UInt8], language: Language) -> [Finding] {
    let reading = Reading(text, language: language)
    var found: [Finding] = []
    AddressDetector.find(in: reading, into: &found)
    NumberDetector.find(in: reading, into: &found)
    CoordinateDetector.find(in: reading, into: &found)
    PlateDetector.find(in: reading, into: &found)
    StreetDetector.find(in: reading, into: &found)
    SpelledNumbers.find(in: reading, into: &found)
    MaskedNames.find(in: reading, into: &found)
    DateDetector.find(in: reading, into: &found)
    BirthdayDetector.find(in: reading, into: &found)
    AgeDetector.find(in: reading, into: &found)
    AlphabetNames.find(in: reading, into: &found)
    KoreanNames.find(in: reading, into: &found)
    HanNames.find(in: reading, into: &found)
    CircumstanceDetector.find(in: reading, into: &found)
    return settled(found)
  }

  /// Drops what lies inside a finding that says more, and joins overlapping ones of one kind.
  static func settled(_ found: [Finding]) -> [Finding] {
    var out: [Finding] = []
    let sorted = found.sorted {
      ($0.range.lowerBound, -$0.range.upperBound, -$0.confidence.rawValue)
        < ($1.range.lowerBound, -$1.range.upperBound, -$1.confidence.rawValue)
    }
    // The end of what each kind has covered so far, and where it stands in `out`.
    var last = [Int](repeating: -1, count: FindingKind.allCases.count)
    var addressEnd = 0
    for finding in sorted where !finding.range.isEmpty {
      let slot = finding.kind.slot
      if finding.range.upperBound <= addressEnd { continue }
      if last[slot] >= 0, out[last[slot]].range.upperBound > finding.range.lowerBound {
        let old = out[last[slot]]
        let best = finding.confidence > old.confidence ? finding.reason : old.reason
        out[last[slot]] = Finding(
          range: old.range.lowerBound..<max(old.range.upperBound, finding.range.upperBound),
          kind: old.kind, reason: best)
        continue
      }
      last[slot] = out.count
      out.append(finding)
      if finding.kind == .url || finding.kind == .email {
        addressEnd = max(addressEnd, finding.range.upperBound)
      }
    }
    return out
  }
}

extension FindingKind {
  /// A small number of its own.
  var slot: Int { Self.slots[self] ?? 0 }
  private static let slots = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
