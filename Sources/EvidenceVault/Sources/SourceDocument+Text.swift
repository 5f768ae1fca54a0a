extension SourceDocument {
  /// The document as a source file, which ``init(yaml:)`` reads back to the same.
  public var yaml: String {
    var lines: [String] = []
    lines += Self.list("names", names)
    lines += Self.list("aliases", aliases)
    lines += Self.list("not_written", notWritten ?? [])
    lines += Self.map("describe_as", describeAs)
    lines += Self.word("born", born)
    lines += Self.list("phones", phones)
    lines += Self.list("emails", emails)
    lines += Self.list("handles", handles)
    lines += Self.maps("documents", documents) {
      [("kind", Self.quoted($0.kind)), ("number", Self.quoted($0.number))]
    }
    lines += Self.maps("places", places, Self.place)
    lines += Self.maps("employers", employers) {
      [("name", Self.quoted($0.name)), ("generalise", $0.generalise.map(Self.quoted))]
    }
    lines += Self.maps("relatives", relatives) { relative in
      [
        ("relation", Self.quoted(relative.relation)), ("names", Self.flow(relative.names)),
        ("aliases", Self.flow(relative.aliases)),
        ("not_written", Self.flow(relative.notWritten ?? [])),
        ("phones", Self.flow(relative.phones)), ("born", relative.born),
        (
          "places",
          relative.places.isEmpty
            ? nil
            : "[" + relative.places.map { Self.flow(Self.place($0)) }.joined(separator: ", ") + "]"
        ),
      ]
    }
    lines += Self.word("contact", contact)
    lines += Self.word("note", note)
    let agreed: [String] =
      Self.list("purposes", consent.purposes) + Self.list("audiences", consent.audiences)
      + Self.word("not_before", consent.notBefore) + Self.word("expires", consent.expires)
      + Self.flowList("withhold", Self.withheld(consent.withhold, consent.placeLevel))
      + Self.flowList(
        "conditions",
        consent.conditions.map(Self.quoted)
          + (consent.holds ?? []).map { hold in
            let kinds = Self.withheld(hold.withhold, hold.placeLevel).joined(separator: ", ")
            return Self.flow([("until", Self.quoted(hold.until)), ("withhold", "[\(kinds)]")])
          })
      + Self.word("description", consent.description) + Self.list("on_record", consent.onRecord)
    if !agreed.isEmpty { lines += ["consent:"] + agreed.map { "  " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }

  private typealias Fields = [(key: String, value: String?)]

  private static func place(_ place: Place) -> Fields {
    [("name", quoted(place.name)), ("relation", place.relation.map(quoted))]
  }

  private static func word(_ key: String, _ text: String?) -> [String] {
    text.map { ["\(key): \(quoted($0))"] } ?? []
  }

  private static func list(_ key: String, _ words: [String]) -> [String] {
    flow(words).map { ["\(key): \($0)"] } ?? []
  }

  private static func map(_ key: String, _ words: [String: String]) -> [String] {
    guard !words.isEmpty else { return [] }
    let sorted: Fields = words.sorted { $0.key < $1.key }.map { ($0.key, quoted($0.value)) }
    return ["\(key): \(flow(sorted))"]
  }

  private static func maps<Value>(
    _ key: String, _ values: [Value], _ fields: (Value) -> Fields
  ) -> [String] {
    values.isEmpty ? [] : ["\(key):"] + values.map { "  - " + flow(fields($0)) }
  }

  /// A list of values that are YAML already.
  private static func flowList(_ key: String, _ values: [String]) -> [String] {
    values.isEmpty ? [] : ["\(key): [" + values.joined(separator: ", ") + "]"]
  }

  private static func withheld(_ kinds: [String], _ level: String?) -> [String] {
    kinds.map(quoted) + (level.map { [flow([("place", quoted($0))])] } ?? [])
  }

  private static func flow(_ words: [String]) -> String? {
    words.isEmpty ? nil : "[" + words.map(quoted).joined(separator: ", ") + "]"
  }

  private static func flow(_ fields: Fields) -> String {
    "{"
      + fields.compactMap { key, value in value.map { "\(key): \($0)" } }.joined(separator: ", ")
      + "}"
  }

  /// A double-quoted YAML scalar; what cannot be seen is written as an escape.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default:
        let hidden =
          scalar.properties.isDefaultIgnorableCodePoint
          || [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned]
            .contains(scalar.properties.generalCategory)
        if hidden {
          let digits = String(scalar.value, radix: 16)
          out += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
