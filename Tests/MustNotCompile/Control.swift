// compiles
import Anonymity
import EvidenceVault
import SQLiteStore
import Screen
import Sealing
import Storage

/// Shows that every module is found with the flags of the runner.
func control(_ error: StoreError) -> Bool { error == .busy }
