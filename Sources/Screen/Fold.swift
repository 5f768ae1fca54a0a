/// The fold of each scalar, kept once it is known.
struct Fold {
  let likeness: Likeness
  private var known: [UInt32: Letters.Folded] = [:]
  private var ascii: [Letters.Folded] = []

  init(_ likeness: Likeness) {
    self.likeness = likeness
    ascii = (0..<128).map { compute($0) }
  }

  /// What is compared in the place of `scalar`.
  subscript(scalar: UInt32) -> Letters.Folded {
    mutating get {
      if scalar < 128 { return ascii[Int(scalar)] }
      if let folded = known[scalar] { return folded }
      let folded = compute(scalar)
      known[scalar] = folded
      return folded
    }
  }

  private func compute(_ value: UInt32) -> Letters.Folded {
    guard let scalar = Unicode.Scalar(value) else { return .gap(.symbol) }
    let folded = Letters.fold(scalar, likeness)
    if case .units(let units) = folded, units.count == 1 { return .unit(units[0]) }
    return folded
  }

  /// Whether a reading may differ from what it is without look-alikes: by a letter that is no Latin one, or by a
  /// nought or a one in any script that touches a letter.
  func differs(in reading: Reading) -> Bool {
    var wasLetter = false
    var wasDigit = false
    for scalar in reading.scalars {
      if scalar >= 0x80 {
        // Hangul and Han syllables look like nothing else.
        if !(0xAC00...0xD7A3).contains(scalar) && !(0x4E00...0x9FFF).contains(scalar) {
          return true
        }
        if wasDigit { return true }
        (wasLetter, wasDigit) = (true, false)
        continue
      }
      let isDigit = scalar == 0x30 || scalar == 0x31
      let isLetter = ASCII.isLetter(scalar)
      if isDigit && wasLetter || isLetter && wasDigit { return true }
      (wasLetter, wasDigit) = (isLetter, isDigit)
    }
    return false
  }
}
