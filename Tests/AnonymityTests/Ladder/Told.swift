import Testing

@testable import Anonymity

private let head = """
  name: t
  version: 1
  description: For tests.
  identifiers: {name: suppress, alias: suppress, phone: suppress, email: suppress,
    handle: suppress, document: suppress, birth_date: suppress, place: keep, employer: keep,
    contact: suppress, code: suppress}

  """

/// The text as it is told with these quantities.
///
/// - Parameter names: where names end.
func told(
  _ text: String, _ language: Language, _ quantities: String, behind names: [Int] = []
) throws -> String {
  let policy = try Policy(yaml: (head + "quantities: {\(quantities)}\n").utf8)
  let bytes = Array(text.utf8)
  var out: [UInt8] = []
  var at = 0
  for found in TextLadder(policy.quantities, language: language).rewordings(
    in: bytes, behind: names)
  {
    #expect(found.range.lowerBound >= at)
    out += bytes[at..<found.range.lowerBound] + Array(found.text.utf8)
    at = found.range.upperBound
  }
  let whole = String(validating: out + bytes[at...], as: UTF8.self)
  return try #require(whole, "a character was cut")
}
