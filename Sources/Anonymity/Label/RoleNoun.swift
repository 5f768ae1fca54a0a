/// What a person is called before the letter: "defector" in "defector A".
///
/// The words come from `describe_as` of a source record. A language it does not give gets the
/// newsroom's plain word for a source, never a word of another language.
public struct RoleNoun: Hashable, Codable, Sendable {
  private let words: [String: String]

  /// Takes the nouns by language. Each is trimmed, inner white space and control characters become
  /// single spaces, and an empty one counts as not given.
  public init(_ words: [Language: String] = [:]) {
    var clean: [String: String] = [:]
    for (language, word) in words where language != .other {
      let text = oneLine(word)
      if !text.isEmpty { clean[language.rawValue] = text }
    }
    self.words = clean
  }

  /// The noun in a language; `other` is answered in English.
  public func text(in language: Language) -> String {
    let language = language == .other ? .en : language
    return words[language.rawValue] ?? Self.builtIn(language)
  }

  static func builtIn(_ language: Language) -> String {
    switch language {
    case .en, .other: "source"
    case .ko: "취재원"
    case .zh: "消息人士"
    case .ru: "источник"
    case .ja: "情報提供者"
    }
  }

  /// The Russian noun in every case; `nil` when its forms are not sure.
  var russianForms: Paradigm? { RussianPhrase.paradigm(text(in: .ru)) }
}

/// The text on one line: runs of white space and control characters become one space.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: {
    $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
  }).joined(separator: " ")
}
