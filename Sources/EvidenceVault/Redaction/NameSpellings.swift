import Anonymity

/// Everything that is made of one listed name.
struct NameSpellings: Sendable {
  let variants: [Variant]
  let parts: [PartSpelling]

  init(_ name: String) {
    variants = NameVariants.of(name)
    parts = NameParts.of(name, variants)
  }

  /// Who takes out "Jo Seon" because it stands for something else takes out "Seon" as well.
  static func parts(ofNotWritten texts: [String]) -> [String] {
    texts + texts.flatMap { $0.split { $0.isWhitespace || $0 == "-" }.map(String.init) }
  }
}
