// expect: 'seed' is inaccessible due to 'private' protection level
import Sealing

func read(_ keys: borrowing MemberKeys) -> Int { keys.seed.count }
