import Glibc

/// What client and agent say to each other, all of fixed length:
///
/// question = "evagent" ‖ 1 ‖ what (1) ‖ name (16)
/// answer   = "evagent" ‖ 1 ‖ status (1) ‖ seconds in all (4) ‖ seconds idle (4), then the keys (248)
///            if they were asked for and the status is 0
enum AgentMessage {
  static let mark = Array("evagent".utf8) + [1]
  static let questionSize = 25
  static let answerSize = 17
  static let keysSize = 248

  enum What: UInt8 {
    case keys = 1
    case status = 2
    case lock = 3
  }

  static func question(_ what: What, _ name: AgentName) -> [UInt8] {
    mark + [what.rawValue] + name.bytes
  }

  /// What is asked; `nil` for no question, or one of another name.
  static func asked(_ bytes: [UInt8], of name: AgentName) -> What? {
    guard bytes.count == questionSize, Array(bytes[0..<8]) == mark,
      Array(bytes[9...]) == name.bytes
    else { return nil }
    return What(rawValue: bytes[8])
  }

  static func answer(granted: Bool, _ left: (total: UInt32, idle: UInt32)) -> [UInt8] {
    mark + [granted ? 0 : 1] + left.total.bigEndianBytes + left.idle.bigEndianBytes
  }

  /// What is left, in seconds; `nil` for no answer, or a refusal.
  static func granted(_ bytes: [UInt8]) -> (total: UInt32, idle: UInt32)? {
    guard bytes.count == answerSize, Array(bytes[0..<8]) == mark, bytes[8] == 0 else { return nil }
    func number(_ part: ArraySlice<UInt8>) -> UInt32 { part.reduce(0) { $0 << 8 | UInt32($1) } }
    return (number(bytes[9..<13]), number(bytes[13..<17]))
  }
}
