// expect: 'bytes' is inaccessible due to 'internal' protection level
import Sealing

func read(_ passphrase: borrowing Passphrase) -> Int { passphrase.bytes.count }
