// expect: missing argument for parameter 'by' in call
import EvidenceVault

/// Raw text is shown to custodians.
func shown(_ text: RawText) -> String { text.reveal() }
