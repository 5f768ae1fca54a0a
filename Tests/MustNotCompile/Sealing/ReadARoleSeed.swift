// expect: 'seed' is inaccessible due to 'internal' protection level
import Sealing

/// A seed leaves in a grant, sealed to a member.
func read(_ keys: borrowing RoleKeys) -> Int { keys.seed.count }
