// expect: 'secret' is inaccessible due to 'internal' protection level
import Sealing

func read(_ key: borrowing RecordKey) -> Int { key.secret.count }
