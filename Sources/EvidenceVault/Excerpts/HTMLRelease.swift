/// A release as one HTML page that needs nothing else and runs nothing.
struct HTMLRelease {
  let release: ReleaseText

  init(_ release: ReleaseText) { self.release = release }

  var text: String {
    let title = release.title.isEmpty ? release.code.text : release.title
    let heading = release.title.isEmpty ? "" : "<h1>\(Self.escape(release.title))</h1>\n"
    let body = release.paragraphs.map { "<p>\(Self.escape($0))</p>\n" }.joined()
    return """
      <!DOCTYPE html>
      <html lang="\(Self.escape(release.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(Self.escape(title))</title>
      <style>
      body { max-width: 38rem; margin: 3rem auto; padding: 0 1.25rem; color: #1a1a1a;
        background: #fff; font: 1.0625rem/1.65 Georgia, "Noto Serif CJK KR", "Noto Serif", serif; }
      h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1.5rem; }
      p { margin: 0 0 1rem; overflow-wrap: anywhere; }
      html:lang(ko) p { word-break: keep-all; }
      footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #ccc;
        color: #595959; font: .8125rem/1.5 system-ui, sans-serif; }
      </style>
      </head>
      <body>
      <main>
      \(heading)\(body)</main>
      <footer>\(Self.escape(release.footer))</footer>
      </body>
      </html>

      """
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }
}
