/// Everything that is made of one listed name: its variants, and its parts in every spelling.
public struct NameSpellings: Equatable, Sendable {
  /// The version of the rules by which spellings are made.
  ///
  /// Whoever changes what is made of any name raises it: what is sealed beside a source is made anew
  /// where the versions differ. A test holds a digest of the spellings of many names against it.
  public static let rules = 2

  public let variants: [Variant]
  public let parts: [PartSpelling]

  /// Makes them, which takes about a millisecond.
  public init(_ name: String) {
    variants = NameVariants.of(name)
    parts = NameParts.of(name, variants)
  }

  init(variants: [Variant], parts: [PartSpelling]) {
    self.variants = variants
    self.parts = parts
  }

  /// Who takes out "Jo Seon" because it stands for something else takes out "Seon" as well.
  public static func parts(ofNotWritten texts: [String]) -> [String] {
    texts + texts.flatMap { $0.split { $0.isWhitespace || $0 == "-" }.map(String.init) }
  }
}
