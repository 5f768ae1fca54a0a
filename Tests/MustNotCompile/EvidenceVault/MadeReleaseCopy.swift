// expect: inaccessible due to 'internal' protection level
import Screen

/// Only the screen's verdict makes a copy that may leave.
func made(_ outgoing: Outgoing) -> ReleaseCopy { ReleaseCopy(passed: outgoing) }
