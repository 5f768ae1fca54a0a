// expect: requires that 'RawText' conform to 'Encodable'
import EvidenceVault
import Foundation

/// Raw text cannot be written out.
func encoded(_ text: RawText) throws -> Data { try JSONEncoder().encode(text) }
