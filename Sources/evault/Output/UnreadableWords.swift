import EvidenceVault

extension Unreadable {
  /// For a table.
  var words: ScreenText {
    switch self {
    case .content: "makes no sense"
    case .key: "its key does not open"
    case .passedOver: "its key never opened"
    case .erased: "its key was destroyed"
    }
  }
}

extension [Unreadable] {
  /// Ends a command that has shown everything else, when damage cannot be ruled out.
  ///
  /// - Parameter what: "drop" or "log detail".
  func checkKeys(_ what: ScreenText) throws(Failure) {
    let keyless = filter { $0 == .key }.count
    guard keyless > 0 else { return }
    throw Failure(
      .integrity,
      "\(keyless) \(what)\(keyless == 1 ? " has a key that does" : "s have keys that do") not open: who logged it left it so, or the files were changed.",
      next:
        "Ask who logged it, and compare with an older copy of the vault before you destroy anything."
    )
  }
}
