/// Which letters are read as the Latin ones that they look like.
enum Likeness {
  case none
  /// In the case in which they stand: В as B.
  case asWritten
  /// By their small letters, for words that mix cases: В looks like nothing then, as в does.
  case small
}

/// Letters that are read as Latin ones though they are others.
enum LookAlikes {
  /// The Latin letter that `scalar` looks like, or itself.
  static func latin(_ scalar: Unicode.Scalar, _ likeness: Likeness) -> Unicode.Scalar {
    switch likeness {
    case .none: return scalar
    case .asWritten: return table[scalar] ?? scalar
    case .small:
      let small = scalar.properties.lowercaseMapping.unicodeScalars
      return small.count == 1 ? small.first.map { table[$0] ?? $0 } ?? scalar : scalar
    }
  }

  /// The letter shown in a box, a disc, a flag or as a small capital, which have no decomposition.
  static func shapedLetter(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x1F150...0x1F169: return scalar - 0x1F150 + 0x61
    case 0x1F170...0x1F189: return scalar - 0x1F170 + 0x61
    case 0x1F1E6...0x1F1FF: return scalar - 0x1F1E6 + 0x61
    default:
      guard scalar >= 0x80, let scalar = Unicode.Scalar(scalar),
        let index = smallCapitals.firstIndex(of: scalar)
      else { return nil }
      return 0x61 + UInt32(index)
    }
  }

  /// Letters without the stroke or ligature that Unicode does not decompose.
  static func withoutStroke(_ scalar: UInt32) -> [UInt32] {
    switch Unicode.Scalar(scalar) {
    case "ł", "ƚ": [0x6C]
    case "ø": [0x6F]
    case "đ", "ð", "ɖ": [0x64]
    case "ħ": [0x68]
    case "ŧ": [0x74]
    case "ɨ": [0x69]
    case "ƀ": [0x62]
    case "ƒ": [0x66]
    case "æ": [0x61, 0x65]
    case "œ": [0x6F, 0x65]
    case "þ": [0x74, 0x68]
    default: [scalar]
    }
  }

  // In the order of the alphabet; what has no small capital is a space.
  private static let smallCapitals = Array("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘ\u{A7AF}ʀꜱᴛᴜᴠᴡ ʏᴢ".unicodeScalars)

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (foreign, latin) in rows {
      for (from, to) in zip(foreign.unicodeScalars, latin.unicodeScalars) { table[from] = to }
    }
    return table
  }()

  private static let rows = [
    // Cyrillic
    ("АВЕЅІӀЈКМНОРСТУХҮԌԚԜҺԀҚ", "ABESIIJKMHOPCTYXYGQWHDK"),
    ("аеоѕіјрсухһԛԝкүԁӏѵґ", "aeosijpcyxhqwkydlvr"),
    // Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"),
    ("αονρικγυτχηωϲϳσ", "aovpikyutxnwcjo"),
    // Armenian
    ("օսոհցգՏՕԼՍ", "ounhggSOLU"),
    // Cherokee
    ("ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᏀᏃᏢᏒᏔᏕᏙᏚᏞᏟᏦᏴ", "DRTiAJEWMHGZPRWSVSLCKB"),
    // Lisu
    ("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "ABCDEFGHIJKLMNOPRSTUVWXYZ"),
    // Latin letters of phonetics
    ("ɑɡɩʋ", "agiu"),
  ]
}
