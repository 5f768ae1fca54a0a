// expect: no exact matches in call to instance method 'appendInterpolation'
import Sealing

func describe(_ secret: borrowing SecretBytes) -> String { "\(secret)" }
