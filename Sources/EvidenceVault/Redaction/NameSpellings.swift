import Anonymity

/// Everything that is made of one listed name.
struct NameSpellings: Sendable {
  let variants: [Variant]
  let parts: [PartSpelling]

  init(_ name: String) {
    variants = NameVariants.of(name)
    parts = NameParts.of(name, variants)
  }
}
