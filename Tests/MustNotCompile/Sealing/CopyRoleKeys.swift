// expect: 'keys' is borrowed and cannot be consumed
import Sealing

/// A second handle is asked for by name: `twin()`.
func copy(_ keys: borrowing RoleKeys) -> RoleKeys { keys }
