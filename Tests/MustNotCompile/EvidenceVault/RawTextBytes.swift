// expect: 'bytes' is inaccessible due to 'private' protection level
import EvidenceVault

/// Raw text has no way out but the redactor and a custodian's permit.
func bytes(_ text: RawText) -> [UInt8] { text.bytes }
