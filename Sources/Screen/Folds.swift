/// The ways in which letters are compared: as they are, and as what they look like.
struct Folds {
  var plain = Fold(.none)
  var skeleton = Fold(.asWritten)
  private var small = Fold(.small)

  /// A reading in each of the ways in which it may say something else.
  mutating func haystacks(of reading: Reading) -> [Haystack] {
    var all = [Haystack(reading, with: &plain)]
    guard skeleton.differs(in: reading) else { return all }
    all.append(Haystack(reading, with: &skeleton))
    let hasCapital = reading.scalars.contains {
      $0 >= 0x80 && Unicode.Scalar($0)?.properties.isUppercase == true
    }
    if hasCapital { all.append(Haystack(reading, with: &small)) }
    return all
  }
}
