/// Hashes as people read them aloud.
public enum Fingerprint {
  /// The first 120 bits in Crockford base32, six groups of four: `7K2M-…`.
  public static func text(_ digest: Digest) -> String {
    let letters = Crockford.encode(digest.bytes.prefix(15))
    return stride(from: 0, to: letters.count, by: 4).map { start in
      String(letters.dropFirst(start).prefix(4))
    }.joined(separator: "-")
  }

  /// Whether what a person typed is this fingerprint, in letters or in words: spaces, hyphens and
  /// case do not count, and look-alikes (O and 0, I, L and 1) among the letters are one.
  public static func matches(_ typed: String, _ fingerprint: String) -> Bool {
    Crockford.normalise(typed) == Crockford.normalise(fingerprint)
      || isWords(typed, of: fingerprint)
  }
}

/// Crockford's base32: no I, L, O or U, so that codes survive the telephone.
public enum Crockford {
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Five bits a letter; a last group of fewer bits is filled with zeros.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var out = ""
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        out.append(alphabet[(buffer >> (bits - 5)) & 31])
        bits -= 5
      }
      buffer &= (1 << bits) - 1
    }
    if bits > 0 { out.append(alphabet[(buffer << (5 - bits)) & 31]) }
    return out
  }

  /// Upper case, without spaces and hyphens, look-alikes made one.
  public static func normalise(_ text: String) -> String {
    String(
      text.uppercased().compactMap { letter in
        switch letter {
        case " ", "-", "\t": nil
        case "O": "0"
        case "I", "L": "1"
        default: letter
        }
      })
  }
}

/// Bytes as hexadecimal digits.
public enum Hex {
  /// Two lower-case digits a byte.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    var out = ""
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return out
  }

  /// Reads an even number of digits as ``encode(_:)`` writes them; `nil` for anything else, so that
  /// the same bytes never have two spellings.
  public static func decode(_ text: String) -> [UInt8]? {
    var out = [UInt8]()
    var high: UInt8?
    for letter in text.utf8 {
      let digit: UInt8
      switch letter {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = letter - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = letter - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high {
        out.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return high == nil ? out : nil
  }
}
