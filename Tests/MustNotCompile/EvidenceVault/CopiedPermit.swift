// expect: consumed more than once
import EvidenceVault

/// A permit is one: it cannot be kept beside the one that was given away.
func copied(_ permit: consuming Permit<CustodianRole>) -> [Permit<CustodianRole>.Type] {
  let first = permit
  let second = permit
  use(first)
  use(second)
  return []
}

func use(_ permit: borrowing Permit<CustodianRole>) {}
