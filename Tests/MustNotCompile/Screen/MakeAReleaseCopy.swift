// expect: 'ReleaseCopy' initializer is inaccessible due to 'internal' protection level
import Screen

// Nobody outside the screen vouches for bytes.
func smuggle(_ outgoing: Outgoing) -> ReleaseCopy {
  ReleaseCopy(passed: outgoing)
}
