/// Text that may be shown on a terminal.
///
/// What stands in the program's source is shown as it is; whatever is interpolated is escaped, so
/// that a source's text or an argument cannot steer the terminal:
///
///     let line: ScreenText = "Title: \(title)"
struct ScreenText: ExpressibleByStringInterpolation, Sendable {
  let text: String

  init(stringLiteral value: String) { text = value }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Escapes a text that nobody vouches for.
  ///
  /// - Parameter multiline: line breaks and tabs stay what they are.
  init(escaping untrusted: String, multiline: Bool = false) {
    text = ScreenEscape.escape(untrusted, keepLineBreaks: multiline)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ untrusted: String) {
      text += ScreenEscape.escape(untrusted, keepLineBreaks: false)
    }

    mutating func appendInterpolation(lines untrusted: String) {
      text += ScreenEscape.escape(untrusted, keepLineBreaks: true)
    }

    mutating func appendInterpolation(_ shown: ScreenText) { text += shown.text }

    mutating func appendInterpolation(_ number: some BinaryInteger) { text += "\(number)" }
  }
}
