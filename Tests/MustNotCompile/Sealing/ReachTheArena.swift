// expect: cannot find 'SecretArena' in scope
import Sealing

func slot() throws -> UInt { try SecretArena.take(32) }
