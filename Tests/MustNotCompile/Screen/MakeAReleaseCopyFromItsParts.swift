// expect: extra arguments at positions #1, #2, #3, #4 in call
import Screen

// There is no memberwise way in.
func smuggle(_ bytes: [UInt8]) -> ReleaseCopy {
  ReleaseCopy(bytes: bytes, format: .txt, fileName: nil, metadata: [])
}
