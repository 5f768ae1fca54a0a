// expect: 'value' is inaccessible due to 'internal' protection level
import Sealing

/// A share leaves as words on a page, and in no other way.
func number(_ share: RecoveryShare) -> Int { share.value.bytes.count }
