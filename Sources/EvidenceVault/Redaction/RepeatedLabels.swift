import Anonymity

extension Piece {
  fileprivate var isLabel: Bool { kind == .name && entity != nil || kind == .place }

  /// This label and the same one after a space or a comma, as one: "Valeri Ten Valeri", "in Dandong,
  /// Liaoning" where both have become northeastern China. `nil` where they say different things.
  fileprivate func joined(over gap: Piece, with next: Piece) -> Piece? {
    guard gap.kind == nil, !gap.isFitted, next.kind == kind, next.isLabel,
      kind == .place || next.entity == entity,
      [" ", ", "].contains(gap.text) || kind == .place && gap.text == " in ",
      // Behind it may stand a particle.
      next.text.lowercased().hasPrefix(text.lowercased())
    else { return nil }
    return Piece(
      text: text + next.text.dropFirst(text.count),
      range: range.lowerBound..<next.range.upperBound, entity: entity, kind: kind)
  }
}

extension [Piece] {
  /// Without labels that follow themselves, and without brackets that hold nothing but the label that
  /// stands before them.
  ///
  /// A name is often given in two writings, "Kim Chol-su (김철수, 金哲洙)": with a label for each the
  /// bracket says the same twice, and tells that there were as many spellings.
  func withoutRepeatedLabels() -> [Piece] {
    var out: [Piece] = []
    var at = 0
    while at < count {
      if at + 1 < count, let last = out.last, last.isLabel,
        let doubled = last.joined(over: self[at], with: self[at + 1])
      {
        out[out.count - 1] = doubled
        at += 2
        continue
      }
      if self[at].kind == .name, let entity = self[at].entity,
        let shut = closing(after: at, repeating: entity)
      {
        let rest = self[shut].text.dropFirst()
        let end = self[shut].range.upperBound - rest.utf8.count
        out.append(
          Piece(
            text: self[at].text, range: self[at].range.lowerBound..<end, entity: entity,
            kind: .name))
        if !rest.isEmpty {
          out.append(Piece(text: String(rest), range: end..<self[shut].range.upperBound))
        }
        at = shut + 1
      } else {
        out.append(self[at])
        at += 1
      }
    }
    return out
  }

  /// Where the piece stands that begins with the closing bracket, if all in the bracket is labels
  /// of that person.
  private func closing(after mention: Int, repeating entity: String) -> Int? {
    guard mention + 3 < count else { return nil }
    let opening = self[mention + 1].text.filter { !$0.isWhitespace }
    guard self[mention + 1].kind == nil, opening == "(" || opening == "（" else { return nil }
    var at = mention + 2
    while at + 1 < count, self[at].kind == .name, self[at].entity == entity {
      let words = self[at + 1].text
      guard self[at + 1].kind == nil, let first = words.first else { return nil }
      if first == ")" || first == "）" { return at + 1 }
      guard words.allSatisfy({ $0.isWhitespace || ",;/、，·".contains($0) }) else { return nil }
      at += 2
    }
    return nil
  }
}
