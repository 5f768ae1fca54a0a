// expect: missing argument for parameter 'new' in call
import Sealing

/// Only a grant, or the drawing of a new epoch, makes role keys.
func make(_ seed: consuming SecretBytes, _ context: RoleContext) throws -> RoleKeys {
  try RoleKeys(seed: seed, context)
}
