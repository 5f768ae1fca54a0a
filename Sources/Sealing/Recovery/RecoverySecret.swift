/// What the shares of a recovery give together: a uniform scalar, whose digits are a passphrase.
public struct RecoverySecret: ~Copyable {
  private let scalar: Scalar

  /// Draws a new one, of 252 bits.
  public init() throws(SealingError) { scalar = try Scalar.random() }

  init(_ scalar: consuming Scalar) { self.scalar = scalar }

  /// Puts shares together.
  ///
  /// Whether they open a vault only its member row tells: any `threshold` shares give a passphrase.
  ///
  /// - Parameter shares: of one set, as many as it needs, no two alike.
  /// - Throws: ``ShareError/tooFew(have:need:)``, ``ShareError/repeated(number:)``,
  ///   ``ShareError/otherSet``.
  public init(combining shares: [RecoveryShare]) throws {
    guard let set = shares.first?.set else {
      throw ShareError.tooFew(have: 0, need: RecoverySet.counts.lowerBound)
    }
    guard shares.allSatisfy({ $0.set == set }) else { throw ShareError.otherSet }
    var seen: Set<Int> = []
    for share in shares where !seen.insert(share.number).inserted {
      throw ShareError.repeated(number: share.number)
    }
    guard shares.count >= set.threshold else {
      throw ShareError.tooFew(have: shares.count, need: set.threshold)
    }
    let taken = Array(shares.prefix(set.threshold))
    let numbers = taken.map { UInt8($0.number) }
    var sum = try Scalar(0)
    for share in taken {
      let weight = try SecretPolynomial.weight(of: UInt8(share.number), among: numbers)
      sum = try sum.plus(try weight.times(share.value))
    }
    scalar = sum
  }

  /// Cuts the secret into the set's shares, in order of their numbers.
  public borrowing func split(_ set: RecoverySet) throws(SealingError) -> [RecoveryShare] {
    let polynomial = try SecretPolynomial(through: scalar, threshold: set.threshold)
    return try Self.points(of: polynomial, set)
  }

  static func points(
    of polynomial: borrowing SecretPolynomial, _ set: RecoverySet
  ) throws(SealingError) -> [RecoveryShare] {
    var shares: [RecoveryShare] = []
    for number in 1...set.count {
      shares.append(
        RecoveryShare(
          set: set, number: number, value: try polynomial.value(at: UInt8(number))))
    }
    return shares
  }

  /// The recovery member's passphrase: the scalar's 32 bytes as 64 hexadecimal digits.
  public borrowing func passphrase() throws(SealingError) -> Passphrase {
    let digits = try SecretBytes.zeros(2 * Scalar.size)
    let alphabet = Array("0123456789abcdef".utf8)
    scalar.bytes.withBytes { from in
      digits.withMutableBytes { out in
        for index in from.indices {
          out[2 * index] = alphabet[Int(from[index] >> 4)]
          out[2 * index + 1] = alphabet[Int(from[index] & 15)]
        }
      }
    }
    return try Passphrase(digits: digits)
  }
}

extension Passphrase {
  /// Takes ASCII digits that are a passphrase as they are.
  fileprivate init(digits: consuming SecretBytes) throws(SealingError) {
    let same = try digits.part(0..<digits.count)
    self.init(bytes: digits, stretched: same)
  }
}
