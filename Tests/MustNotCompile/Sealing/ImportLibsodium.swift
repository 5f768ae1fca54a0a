// expect: cannot find 'crypto_secretbox_easy' in scope
import Sealing

/// Sealing does not pass its C library on.
func raw() { _ = crypto_secretbox_easy }
