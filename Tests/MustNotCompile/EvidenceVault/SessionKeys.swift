// expect: 'me' is inaccessible due to 'internal' protection level
import EvidenceVault
import Sealing

/// A session lends nobody its keys.
func keys(_ session: Session) -> [UInt8] { session.me.id }
