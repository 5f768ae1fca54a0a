/// Shamir's secret sharing (How to share a secret, CACM 1979) over the scalars of ristretto255.
///
/// A polynomial whose value at 0 is the secret and whose other coefficients are drawn uniformly.
/// Any `threshold` of its points give it; with fewer every secret is equally possible.
struct SecretPolynomial: ~Copyable {
  /// All coefficients one after the other, the secret first.
  private let coefficients: SecretBytes

  /// A polynomial through a secret, of so many coefficients.
  init(through secret: borrowing Scalar, threshold: Int) throws(SealingError) {
    precondition(threshold > 1)
    var all = try secret.bytes.part(0..<Scalar.size)
    for _ in 1..<threshold {
      let next = try Scalar.random()
      all = try all.joined(with: next.bytes)
    }
    coefficients = all
  }

  /// A polynomial of known coefficients, for vectors.
  init(coefficients: consuming SecretBytes) {
    precondition(coefficients.count % Scalar.size == 0)
    self.coefficients = coefficients
  }

  /// The value at a point that is not 0, where the secret is.
  borrowing func value(at number: UInt8) throws(SealingError) -> Scalar {
    precondition(number > 0)
    let point = try Scalar(number)
    var value = try Scalar(0)
    var index = coefficients.count / Scalar.size
    while index > 0 {
      index -= 1
      let start = index * Scalar.size
      let coefficient = try Scalar(
        canonical: try coefficients.part(start..<(start + Scalar.size)))
      value = try value.times(point).plus(coefficient)
    }
    return value
  }

  /// How much the value at one point counts for the value at 0 (Lagrange): the product of
  /// x / (x − own) over all other points.
  ///
  /// - Parameter numbers: of the points; distinct and none of them 0, or there is no such number.
  static func weight(of own: UInt8, among numbers: [UInt8]) throws(SealingError) -> Scalar {
    guard own != 0, !numbers.contains(0), Set(numbers).count == numbers.count else {
      throw .malformed
    }
    var weight = try Scalar(1)
    let here = try Scalar(own)
    for number in numbers where number != own {
      let there = try Scalar(number)
      weight = try weight.times(there).times(try there.minus(here).inverse())
    }
    return weight
  }
}
