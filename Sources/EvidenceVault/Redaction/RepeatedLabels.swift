import Anonymity

extension [Piece] {
  /// Without brackets that hold nothing but the label that stands before them.
  ///
  /// A name is often given in two writings, "Kim Chol-su (김철수, 金哲洙)": with a label for each the
  /// bracket says the same twice, and tells that there were as many spellings.
  func withoutRepeatedLabels() -> [Piece] {
    var out: [Piece] = []
    var at = 0
    while at < count {
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
