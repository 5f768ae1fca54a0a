// expect: cannot assign to property: 'bytes' is a 'let' constant
import Screen

// What passed stays what passed.
func smuggle(_ copy: ReleaseCopy, _ bytes: [UInt8]) -> ReleaseCopy {
  var copy = copy
  copy.bytes = bytes
  return copy
}
