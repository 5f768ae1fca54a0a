// expect: 'secret' is inaccessible due to 'internal' protection level
import Sealing

func read(_ keyFile: borrowing KeyFile) -> Int { keyFile.secret.count }
