// expect: no exact matches in call to initializer
import Sealing

/// `String(describing:)` takes what can be copied.
func describe(_ secret: borrowing SecretBytes) -> String { String(describing: secret) }
