// expect: 'words' is inaccessible due to 'internal' protection level
import Sealing

/// The words are written to a terminal or a pipe, and lent; they are no text that can be kept.
func text(_ share: RecoveryShare) throws -> SecretBytes { try share.words() }
