// expect: 'pointer' is inaccessible due to 'internal' protection level
import Sealing

func address(_ secret: borrowing SecretBytes) -> UInt { unsafe UInt(bitPattern: secret.pointer) }
