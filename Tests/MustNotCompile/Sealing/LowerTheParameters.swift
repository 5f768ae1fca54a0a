// expect: extra argument 'passes' in call
import Sealing

/// Parameters come from the three levels or from checked bytes.
func lowered() -> PassphraseParameters { PassphraseParameters(memory: 8, passes: 1) }
