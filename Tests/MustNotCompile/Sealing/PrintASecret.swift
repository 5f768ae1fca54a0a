// expect: argument type 'SecretBytes' does not conform to expected type 'Copyable'
import Sealing

func show(_ secret: borrowing SecretBytes) { print(secret) }
