// expect: requires that 'ReleaseCopy' conform to 'Decodable'
import Foundation
import Screen

// A copy cannot be read back from a file.
func load(_ data: Data) throws -> ReleaseCopy {
  try JSONDecoder().decode(ReleaseCopy.self, from: data)
}
