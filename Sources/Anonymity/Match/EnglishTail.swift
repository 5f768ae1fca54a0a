/// The possessive of English: an apostrophe of any kind and an s.
enum EnglishTail {
  /// Where a possessive that begins at `at` ends, or nil.
  static func end(_ text: Span<UInt8>, at: Int) -> Int? {
    let mark = Neighbour.after(text, at)
    guard mark.traits.kind == .apostrophe, mark.scalar != nil else { return nil }
    let (_, size) = ScalarReader.read(text, at: mark.offset)
    let letter = Neighbour.after(text, mark.offset + size)
    guard let scalar = letter.scalar, letter.isWord,
      FoldTable.shared.fold(scalar).parts.map(\.scalar) == [0x73]
    else { return nil }
    let (_, width) = ScalarReader.read(text, at: letter.offset)
    let end = letter.offset + width
    return Neighbour.after(text, end).script.isAlphabetic ? nil : Neighbour.attachedEnd(text, end)
  }
}
