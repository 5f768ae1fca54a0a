/// What stands directly before and after a place in a text, invisible characters and marks aside.
struct Neighbour {
  /// The scalar and where it starts; nil at the edge of the text.
  let scalar: UInt32?
  let traits: Traits
  let offset: Int

  static let edge = Neighbour(
    scalar: nil, traits: Traits(raw: Traits.Kind.newline.rawValue), offset: 0)

  /// Whether it is a letter or digit of the running word; a note mark is not.
  var isWord: Bool { scalar != nil && traits.isWord && !traits.isNote }
  var script: Script { isWord ? traits.script : .none }

  static func before(_ text: Span<UInt8>, _ start: Int) -> Neighbour {
    var at = start
    while at > 0 {
      let (scalar, size) = ScalarReader.read(text, endingAt: at)
      at -= size
      let traits = FoldTable.shared.traits(scalar)
      if !traits.isAttached { return Neighbour(scalar: scalar, traits: traits, offset: at) }
    }
    return .edge
  }

  static func after(_ text: Span<UInt8>, _ end: Int) -> Neighbour {
    var at = end
    while at < text.count {
      let (scalar, size) = ScalarReader.read(text, at: at)
      let traits = FoldTable.shared.traits(scalar)
      if !traits.isAttached { return Neighbour(scalar: scalar, traits: traits, offset: at) }
      at += size
    }
    return .edge
  }

  /// The end of a hit with the marks and invisible characters that cling to its last letter.
  static func attachedEnd(_ text: Span<UInt8>, _ end: Int) -> Int {
    var at = end
    while at < text.count {
      let (scalar, size) = ScalarReader.read(text, at: at)
      if !FoldTable.shared.traits(scalar).isAttached { break }
      at += size
    }
    return at
  }
}
