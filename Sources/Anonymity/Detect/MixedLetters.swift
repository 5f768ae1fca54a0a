/// Letters of the Latin and the Cyrillic alphabet that look alike.
enum MixedLetters {
  /// Writes a run of both alphabets in the one most of its letters are of: Jong Sоng with a Cyrillic
  /// о is read as it looks. Letters that look like none of the other alphabet stay.
  static func settle(_ scalars: inout [UInt32], _ classes: inout [PlainText.Class]) {
    var at = 0
    while at < scalars.count {
      guard (4...7).contains(classes[at].rawValue) else {
        at += 1
        continue
      }
      let start = at
      var latin = 0
      while at < scalars.count, (4...7).contains(classes[at].rawValue) {
        latin += classes[at].rawValue <= 5 ? 1 : 0
        at += 1
      }
      if latin == 0 || latin == at - start { continue }
      let toLatin = 2 * latin >= at - start
      for index in start..<at where (classes[index].rawValue > 5) == toLatin {
        guard let other = (toLatin ? latinOf : cyrillicOf)[scalars[index]] else { continue }
        let isUpper = classes[index] == .latinUpper || classes[index] == .cyrillicUpper
        scalars[index] = other
        classes[index] =
          toLatin
          ? (isUpper ? .latinUpper : .latinLower) : (isUpper ? .cyrillicUpper : .cyrillicLower)
      }
    }
  }

  private static let pairs = zip(
    "АВЕКМНОРСТУХЅІЈаеорсухѕіј".unicodeScalars, "ABEKMHOPCTYXSIJaeopcyxsij".unicodeScalars)
  private static let latinOf = Dictionary(uniqueKeysWithValues: pairs.map { ($0.value, $1.value) })
  private static let cyrillicOf = Dictionary(
    uniqueKeysWithValues: pairs.map { ($1.value, $0.value) })
}
