import EvidenceVault

extension RowFault {
  /// - Parameter source: the column that names the source.
  init(_ refusal: ImportRefusal, _ source: String? = nil) {
    switch refusal {
    case .testimony(let fault): self.init(reason: fault.words)
    case .source(let fault):
      self.init(column: source, reason: "its source file: \(fault.words)")
    case .unknownSource: self.init(column: source, reason: "the vault has no such source")
    case .otherWords:
      self.init(
        reason:
          "a row of this id was taken in with other words; of another archive? Name this one in the mapping"
      )
    }
  }
}

extension InputFault {
  /// What is wrong with a testimony or source file, in one line.
  var words: String {
    switch self {
    case .emptyText: "there is no text in it"
    case .notUTF8(let byte): "byte \(byte) is \(RowFault.notUTF8)"
    case .nulByte(let byte): "byte \(byte) is NUL, which no text has"
    case .tooLarge(let limit): "larger than \(limit >> 10) KiB, the most that is taken"
    case .document(let line, let column, let expected): "\(line):\(column): expected \(expected)"
    default: "it cannot be taken"
    }
  }
}
