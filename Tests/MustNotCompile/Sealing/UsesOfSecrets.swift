// compiles
import Sealing

/// What a program may do with a secret: the control for the refusals in this folder.
func use(_ secret: consuming SecretBytes, _ other: borrowing SecretBytes) throws -> Int {
  let same = secret.matches(other)
  let first = secret.withBytes { span in span.isEmpty ? 0 : Int(span[0]) }
  let kept = secret
  return same ? first : kept.count
}

func keys(_ context: RoleContext) throws -> RolePublicKeys {
  let keys = try RoleKeys(new: context)
  return keys.publicKeys
}
