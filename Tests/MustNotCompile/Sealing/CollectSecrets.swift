// expect: type 'SecretBytes' does not conform to protocol 'Copyable'
import Sealing

/// An array copies what is in it.
func collect(_ secret: consuming SecretBytes) -> [SecretBytes] { [secret] }
