import Anonymity

extension Redactor {
  /// What the policy has told more coarsely than it stands there.
  ///
  /// - Parameter known: what is replaced as known: behind a name a number in brackets is an age.
  func rewordings(of bytes: [UInt8], behind known: [RedactedSpan]) -> [Insertion] {
    let names = known.filter(\.isName).map { max($0.range.upperBound, $0.tail.upperBound) }
    return TextLadder(policy.quantities, language: language).rewordings(
      in: bytes, behind: names
    ).map {
      Insertion(range: $0.range, replacement: .reworded($0.text), isDecided: false)
    }
  }
}
