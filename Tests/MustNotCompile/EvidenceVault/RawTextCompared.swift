// expect: cannot be applied to two 'RawText' operands
import EvidenceVault

/// Raw text cannot be guessed at by comparing.
func compared(_ a: RawText, _ b: RawText) -> Bool { a == b }
