import Foundation

/// Keys that an object of a JSON text has twice: the decoder takes one of the two, and nothing says which.
enum DoubledKey {
  /// The first, however it is escaped; `nil` where there is none.
  ///
  /// - Parameter bytes: a text that the decoder takes.
  static func first(in bytes: [UInt8]) -> String? {
    // Of each object that is open, its keys; of each list, nothing.
    var open: [Set<String>?] = []
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "{"): open.append([])
      case UInt8(ascii: "["): open.append(nil)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      case UInt8(ascii: "\""):
        let start = at
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
          at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard at < bytes.count, let last = open.indices.last, isKey(bytes, endingAt: at),
          let key = try? JSONDecoder().decode(String.self, from: Data(bytes[start...at]))
        else { break }
        if open[last]?.insert(key).inserted == false { return key }
      default: break
      }
      at += 1
    }
    return nil
  }

  private static func isKey(_ bytes: [UInt8], endingAt end: Int) -> Bool {
    bytes[(end + 1)...].first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: ":")
  }
}
