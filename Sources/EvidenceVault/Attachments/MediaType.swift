/// What a file is, by its first bytes and never by its name.
///
/// Docs/Specs/attachments.md has the table. The name of a type is all that is kept: a file that
/// pretends to be another is shown as what it pretends.
enum MediaType {
  /// - Parameter head: the file's first bytes, at most 65,520.
  static func of(_ head: [UInt8]) -> String {
    if let type = bySignature(head) ?? container(head) ?? archive(head) { return type }
    return isText(head) ? "text/plain" : "application/octet-stream"
  }

  private static func bySignature(_ head: [UInt8]) -> String? {
    let signatures: [([UInt8], String)] = [
      ([0xFF, 0xD8, 0xFF], "image/jpeg"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
      (Array("GIF87a".utf8), "image/gif"), (Array("GIF89a".utf8), "image/gif"),
      ([0x49, 0x49, 0x2A, 0], "image/tiff"), ([0x4D, 0x4D, 0, 0x2A], "image/tiff"),
      (Array("OggS".utf8), "audio/ogg"), (Array("fLaC".utf8), "audio/flac"),
      (Array("ID3".utf8), "audio/mpeg"), (Array("#!AMR".utf8), "audio/amr"),
      (Array("%PDF-".utf8), "application/pdf"), (Array("{\\rtf".utf8), "application/rtf"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
    ]
    return signatures.first { head.starts(with: $0.0) }?.1
  }

  private static func container(_ head: [UInt8]) -> String? {
    if has("RIFF", head, at: 0) {
      if has("WEBP", head, at: 8) { return "image/webp" }
      if has("WAVE", head, at: 8) { return "audio/wav" }
      if has("AVI ", head, at: 8) { return "video/x-msvideo" }
    }
    if has("ftyp", head, at: 4) { return brand(head) }
    if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
      return contains("webm", head.prefix(64)) ? "video/webm" : "video/x-matroska"
    }
    // A frame of MPEG audio: eleven bits set, and a layer.
    if head.count > 1, head[0] == 0xFF, head[1] & 0xE0 == 0xE0, head[1] & 0x06 != 0 {
      return "audio/mpeg"
    }
    return nil
  }

  private static func brand(_ head: [UInt8]) -> String {
    switch String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self) {
    case "heic", "heix", "mif1": "image/heic"
    case "avif": "image/avif"
    case "M4A ": "audio/mp4"
    case "qt  ": "video/quicktime"
    case let brand where brand.hasPrefix("3gp"): "video/3gpp"
    default: "video/mp4"
    }
  }

  private static let stored = [
    "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
    "application/vnd.oasis.opendocument.graphics", "application/epub+zip",
  ]
  private static let office = [
    ("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
  ]

  private static func archive(_ head: [UInt8]) -> String? {
    guard head.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
    if has("mimetype", head, at: 30), let type = stored.first(where: { has($0, head, at: 38) }) {
      return type
    }
    return office.first { contains($0.0, head[...]) }?.1 ?? "application/zip"
  }

  /// UTF-8 without control characters but tab and line ends. The last character may be cut.
  private static func isText(_ head: [UInt8]) -> Bool {
    let control = head.contains { ($0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0)) || $0 == 0x7F }
    guard !control, !head.isEmpty else { return false }
    return (0...3).contains { cut in
      cut < head.count && String(validating: head.dropLast(cut), as: UTF8.self) != nil
    }
  }

  private static func has(_ text: String, _ head: [UInt8], at place: Int) -> Bool {
    head.dropFirst(place).starts(with: text.utf8)
  }

  private static func contains(_ text: String, _ head: ArraySlice<UInt8>) -> Bool {
    let wanted = Array(text.utf8)
    guard head.count >= wanted.count else { return false }
    return (head.startIndex...head.endIndex - wanted.count).contains {
      head[$0] == wanted[0] && head[$0...].starts(with: wanted)
    }
  }
}
