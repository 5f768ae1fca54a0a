// expect: initializer is inaccessible due to 'private' protection level
import Sealing

/// All labels stand in one file, where a test sees that no two are the same.
func another() -> Label { Label("log") }
