// expect: lifetime-dependent
import Sealing

/// The span ends with the call that lends it.
func takeOut(_ secret: borrowing SecretBytes) {
  var kept = Span<UInt8>()
  secret.withBytes { span in kept = span }
  _ = kept.count
}
