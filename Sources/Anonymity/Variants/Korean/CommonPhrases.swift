/// Two words that make a spelling of a short name, but are found on every page: "son in", "И он".
///
/// Such a spelling is not made up for anybody; who does write himself so lists it himself.
enum CommonPhrases {
  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }

  private static let first = words(
    """
    i an in on no so do go he her oh you to one we see son sun o ma ha may she a too who how la
    и о у на но ко до со я ни ми ты мы ли не он во за
    """)
  private static let second = words(
    """
    in on an so no do go him her you i un il one won sung sang sing ran run hung young too soon sun song man
    men sin see sea ah oh ha up us me my be bee king kill gun hum ham ban bin been pay june mean moon
    he she we who how may to chin jean wan ye min son seek seen jump hang
    он им их я сон ум мир чин тон ток сын вы мы ты ни ли не же бы там тут так как пол сок бок лом ил хор
    сор ее её ей но на и о у ин ан юг
    """)

  /// Whether the two lower-case words of a text make such a phrase.
  static func contains(_ text: [UInt8]) -> Bool {
    guard text.count < 16, let gap = text.firstIndex(of: 0x20) else { return false }
    return first.contains(Array(text[..<gap])) && second.contains(Array(text[(gap + 1)...]))
  }
}
