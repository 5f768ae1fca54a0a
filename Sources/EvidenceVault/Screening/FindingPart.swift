import Screen

extension Finding.Place {
  /// The part of a text, without its line.
  var part: String {
    switch self {
    case .text: "text"
    case .title: "title"
    case .markup: "markup"
    case .attribute: "attribute"
    case .comment: "comment"
    case .script: "script"
    case .jsonKey: "key"
    case .fileName: "file name"
    case .metadata: "reviewer's words"
    }
  }
}
