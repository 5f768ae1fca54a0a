extension FrontMatter {
  /// Front matter that reads as these values, with its two lines `---`.
  ///
  /// - Parameter values: keys and values that are fit; see ``fault(in:_:)``.
  public static func lines(_ values: [(key: String, value: String)]) -> String {
    var text = "---\n"
    for (key, value) in values { text += "\(key): \(quoted(value))\n" }
    return text + "---\n"
  }

  /// In double quotes, so that no sign means anything to YAML.
  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
        0x10000...:
        text.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return text + "\""
  }
}
