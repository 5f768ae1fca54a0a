// expect: cannot assign to property: 'bytes' is a 'let' constant
import Screen

/// What was screened stays as it was.
func changed(_ copy: ReleaseCopy) {
  var copy = copy
  copy.bytes = [1]
}
