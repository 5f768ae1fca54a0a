// expect: 'secret' consumed more than once
import Sealing

/// A secret has one owner: two names for it would be a copy.
func twoOwners(_ secret: consuming SecretBytes) -> (Int, Int) {
  let one = secret
  let two = secret
  return (one.count, two.count)
}
