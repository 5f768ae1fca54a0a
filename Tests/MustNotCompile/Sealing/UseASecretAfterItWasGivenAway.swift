// expect: 'secret' used after consume
import Sealing

func keep(_ secret: consuming SecretBytes) {}

/// What was given away is gone: its memory may hold another secret.
func useAfterwards(_ secret: consuming SecretBytes) -> Int {
  keep(secret)
  return secret.count
}
