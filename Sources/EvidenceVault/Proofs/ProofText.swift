/// A text in atoms, and which of them a release discloses.
struct ProofText {
  /// Joined they are the committed bytes.
  let atoms: [[UInt8]]
  let parts: [ReleaseProof.Part]
  /// Numbers of the disclosed atoms, ascending.
  let disclosed: [Int]

  /// - Parameters:
  ///   - sentences: the pieces of the whole text, redacted for the release.
  ///   - chosen: indices of the sentences that it shows.
  ///   - body: the committed bytes.
  init(_ sentences: [[Piece]], showing chosen: Set<Int>, of body: [UInt8]) {
    var atoms: [[UInt8]] = []
    var parts: [ReleaseProof.Part] = []
    var disclosed: [Int] = []
    // Where the atoms end. Bytes that no piece stands for are hidden with the next piece.
    var end = 0
    for (index, pieces) in sentences.enumerated() {
      for piece in pieces {
        let isShown = chosen.contains(index)
        if piece.stays(in: body), piece.range.lowerBound == end {
          let words = Atoms.cut(piece.text)
          if isShown, !words.isEmpty {
            parts.append(ReleaseProof.Part(at: atoms.count, words: piece.text))
            disclosed += atoms.count..<(atoms.count + words.count)
          }
          atoms += words
        } else if !piece.isBlank || piece.range.upperBound > end {
          if isShown, !piece.isBlank {
            parts.append(ReleaseProof.Part(at: atoms.count, label: piece.text))
          }
          atoms.append(Array(body[end..<max(end, piece.range.upperBound)]))
        }
        end = max(end, piece.range.upperBound)
      }
    }
    if end < body.count { atoms.append(Array(body[end...])) }
    self.atoms = atoms
    self.parts = parts
    self.disclosed = disclosed
  }
}

extension Piece {
  /// Whether it is the words of the text themselves.
  func stays(in body: [UInt8]) -> Bool {
    entity == nil && kind == nil && !isFitted && range.upperBound <= body.count
      && body[range].elementsEqual(text.utf8)
  }

  /// Nothing would be seen of it.
  var isBlank: Bool { text.unicodeScalars.allSatisfy(Atoms.isSpace) }
}

extension [[Piece]] {
  /// The sentences that are shown, with a mark where words are left out in between.
  ///
  /// What stands for something and would not be seen is left out: nothing is hidden unseen.
  func shown(_ chosen: [Int], of body: [UInt8]) -> [[Piece]] {
    var end: Int?
    return chosen.map { index in
      self[index].reduce(into: []) { shown, piece in
        guard piece.stays(in: body) || !piece.isBlank else { return }
        if let end, piece.range.lowerBound > end {
          shown.append(Piece(text: ReleaseLayout.leftOut, range: end..<end))
        }
        shown.append(piece)
        end = Swift.max(end ?? 0, piece.range.upperBound)
      }
    }
  }
}
