// expect: cannot find 'aNameNobodyDeclared' in scope
import Storage

/// Shows that the runner sees a refusal.
func refused() { aNameNobodyDeclared() }
