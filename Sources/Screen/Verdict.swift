/// What the screen says about an output.
public enum Verdict: Sendable {
  /// Nothing was found in anything that could be read, and everything could be read.
  case clean(ReleaseCopy)
  /// It must not leave.
  case refused(Refusal)
}

/// Why an output must not leave. No case carries any of its text.
public enum Refusal: Error, Equatable, Sendable {
  /// Needles were found; in the order of the output, at most ``Screen/mostFindings`` of them and the
  /// first place of each needle.
  case leaks([Finding])
  /// The bytes are not UTF-8, hold a NUL, or are no JSON document where one was announced.
  case undecodable(atByte: Int)
  /// A tag, comment or attribute that begins here never ends: the output was cut off.
  case truncated(atByte: Int)
  /// A `data:` link holds something that is no text, which cannot be searched.
  case embeddedData(atByte: Int)
  /// Encodings are nested deeper than the screen follows.
  case nestedTooDeeply
  /// The output and what travels with it are larger than ``Screen/largestOutput`` bytes, or unfold
  /// into more readings than the screen works through.
  case tooLarge
}
