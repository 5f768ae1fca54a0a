// expect: 'let' property 'bytes' may not be initialized directly
import Screen

// An extension in another module cannot fill the fields either.
extension ReleaseCopy {
  init(unscreened bytes: [UInt8]) {
    self.bytes = bytes
  }
}
