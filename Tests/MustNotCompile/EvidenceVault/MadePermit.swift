// expect: inaccessible due to 'internal' protection level
import EvidenceVault

/// Only unlocking a role makes a permit.
func made(_ held: HeldRole) -> Permit<CustodianRole> { Permit(held) }
