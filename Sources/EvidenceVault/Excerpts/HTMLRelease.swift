/// A release as one HTML page that needs nothing else and runs nothing.
///
/// A page that has left must be written the same for ever, or nobody could verify it: another look is
/// another version of the document.
struct HTMLRelease {
  let release: ReleaseText

  init(_ release: ReleaseText) { self.release = release }

  /// Before the document of a page that has a proof.
  static let opening = "<script type=\"application/json\" id=\"proof\">"
  /// Behind it.
  static let closing = "</script>"

  var text: String {
    let heading = release.title.isEmpty ? "" : "<h1>\(Self.escape(release.title))</h1>\n"
    let paragraphs = release.paragraphs.map { paragraph in
      let lines = ReleaseText.lines(paragraph).map(Self.escape).joined(separator: "<br>\n")
      return "<p>\(lines)</p>\n"
    }
    return Self.page(
      language: Self.escape(release.language),
      title: Self.escape(release.title.isEmpty ? release.excerpt : release.title),
      main: heading + paragraphs.joined(),
      footer: Self.escape(release.footer),
      document: release.proof == nil ? nil : String(decoding: release.document, as: UTF8.self))
  }

  static func page(
    language: String, title: String, main: String, footer: String, document: String?
  ) -> String {
    let proof = document.map { opening + $0 + closing + "\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      body { max-width: 38rem; margin: 3rem auto; padding: 0 1.25rem; color: #1a1a1a;
        background: #fff; font: 1.0625rem/1.65 Georgia, "Noto Serif CJK KR", "Noto Serif", serif; }
      h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1.5rem; }
      p { margin: 0 0 1rem; overflow-wrap: anywhere; }
      html:lang(ko) p { word-break: keep-all; }
      footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #ccc;
        color: #595959; font: .8125rem/1.5 system-ui, sans-serif; }
      @media (max-width: 30rem) { body { margin: 1.5rem auto; } }
      @media print {
        @page { margin: 2cm; }
        body { max-width: none; margin: 0; padding: 0; font-size: 11pt; color: #000; }
        p { orphans: 3; widows: 3; }
        h1 { break-after: avoid; }
        footer { break-inside: avoid; }
      }
      </style>
      </head>
      <body>
      <main>
      \(main)</main>
      <footer>\(footer)</footer>
      \(proof)</body>
      </html>

      """
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
