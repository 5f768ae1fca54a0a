// expect: binary operator '==' cannot be applied to two 'SecretBytes' operands
import Sealing

/// `==` ends at the first difference, and so tells where it is; `matches` does not.
func same(_ one: borrowing SecretBytes, _ two: borrowing SecretBytes) -> Bool { one == two }
