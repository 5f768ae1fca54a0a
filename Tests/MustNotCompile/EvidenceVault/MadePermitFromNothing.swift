// expect: missing argument for parameter
import EvidenceVault

/// There is no permit without keys.
func made() -> Permit<CustodianRole> { Permit<CustodianRole>() }
