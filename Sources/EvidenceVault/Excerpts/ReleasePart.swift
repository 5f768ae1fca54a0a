import Screen

/// A part of a release under the name by which people find it in the testimony.
struct ReleasePart {
  /// "title" or "sentence 3".
  let place: String
  let pieces: [Piece]

  func isRefused(by screen: Screen) -> Bool {
    let text = pieces.map(\.text).joined()
    let outgoing = Outgoing(bytes: Array(text.utf8), format: .txt, fileName: nil, metadata: [])
    if case .refused = screen.verdict(on: outgoing) { return true }
    return false
  }
}
