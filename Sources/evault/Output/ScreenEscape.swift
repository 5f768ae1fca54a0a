/// Makes the characters visible that could steer a terminal or hide what is read.
enum ScreenEscape {
  /// Writes control, bidirectional and other invisible format characters as `\u{…}`.
  static func escape(_ text: String, keepLineBreaks: Bool) -> String {
    guard text.unicodeScalars.contains(where: { mustEscape($0) }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if keepLineBreaks, scalar == "\n" || scalar == "\t" || !mustEscape(scalar) {
        escaped.unicodeScalars.append(scalar)
      } else if mustEscape(scalar) {
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Controls (C0, DEL, C1), line and paragraph separators, and format characters that show nothing:
  /// among them all that change the direction of writing. The joiners stay, which Persian and
  /// emoji need.
  static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: return false
    case 0x200C, 0x200D: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar.properties.isDefaultIgnorableCodePoint || isAnnotation(scalar)
    default: return false
    }
  }

  /// Interlinear annotation marks, which hide the text between them.
  private static func isAnnotation(_ scalar: Unicode.Scalar) -> Bool {
    (0xFFF9...0xFFFB).contains(scalar.value)
  }
}
