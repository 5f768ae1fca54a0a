// expect: 'secret' is borrowed and cannot be consumed
import Sealing

/// What shares give together is used where it is, and not kept twice.
func copies(_ secret: borrowing RecoverySecret) throws -> [RecoveryShare] {
  let copy = secret
  guard let set = RecoverySet(threshold: 2, of: 3, vault: .random(), genesis: .zero) else {
    return []
  }
  return try copy.split(set)
}
