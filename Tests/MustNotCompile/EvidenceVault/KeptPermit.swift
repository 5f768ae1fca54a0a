// expect: does not conform to protocol 'Copyable'
import EvidenceVault

/// A permit does not go into a list that outlives it.
func kept(_ permit: consuming Permit<CustodianRole>) -> [Permit<CustodianRole>] { [permit] }
