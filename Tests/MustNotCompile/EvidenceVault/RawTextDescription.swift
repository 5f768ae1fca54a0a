// expect: has no member 'description'
import EvidenceVault

/// Raw text does not say what it holds.
func described(_ text: RawText) -> String { text.description }
