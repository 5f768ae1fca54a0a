// expect: requires that 'Span<UInt8>' conform to 'Escapable'
import Sealing

func takeOut(_ secret: borrowing SecretBytes) -> Int {
  secret.withBytes { (span: Span<UInt8>) -> Span<UInt8> in span }.count
}
