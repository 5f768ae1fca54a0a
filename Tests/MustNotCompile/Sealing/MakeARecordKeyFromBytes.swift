// expect: argument passed to call that takes no arguments
import Sealing

/// Only a wrap or a boxed key gives the key of a record.
func make(_ secret: consuming SecretBytes) -> RecordKey { RecordKey(secret: secret) }
