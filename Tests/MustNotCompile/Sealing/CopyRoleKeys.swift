// expect: 'keys' is borrowed and cannot be consumed
import Sealing

/// The keys of an epoch are held once.
func copy(_ keys: borrowing RoleKeys) -> RoleKeys { keys }
