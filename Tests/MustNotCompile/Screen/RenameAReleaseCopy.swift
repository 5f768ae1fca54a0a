// expect: cannot assign to property: 'fileName' is a 'let' constant
import Screen

// Another name needs another verdict.
func rename(_ copy: ReleaseCopy) -> ReleaseCopy {
  var copy = copy
  copy.fileName = "another"
  return copy
}
