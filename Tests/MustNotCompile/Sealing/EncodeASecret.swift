// expect: type 'Row' does not conform to protocol 'Encodable'
import Sealing

/// Nothing that holds a secret can be written out by the compiler's own encoding.
struct Row: ~Copyable, Encodable {
  let secret: SecretBytes
}
