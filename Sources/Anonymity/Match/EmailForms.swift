/// The ways in which people write an e-mail address so that machines do not see it.
///
/// Brackets, spaces and quotes round its signs are gaps to the matcher and need no form.
enum EmailForms {
  /// What stands for the sign, and what for a dot beside it; nil is the dot itself.
  private static let words: [(at: String, dots: [String?])] = [
    ("at", [nil, "dot", "точка", "점", "닷", "点", "点儿", "point"]),
    ("@", ["dot", "точка", "점", "닷", "点", "ドット"]),
    ("собака", [nil, "точка", "тчк"]), ("собачка", [nil, "точка"]), ("эт", ["точка"]),
    ("ат", ["точка"]), ("골뱅이", [nil, "점", "닷", "쩜"]), ("앳", [nil, "점", "닷"]),
    ("艾特", [nil, "点"]), ("小老鼠", [nil, "点"]), ("アット", [nil, "ドット"]),
    ("アットマーク", [nil, "ドット"]), ("arroba", [nil, "punto"]),
  ]

  /// Letters and digits from which an address is like nothing else, its words run together or not.
  private static let longAddress = 12

  /// The listed text, and the address in other writings where it is one.
  static func of(_ text: String) -> [Pattern.Form] {
    var forms = [Pattern.Form(text: text)]
    guard let (local, host) = halves(text) else { return forms }
    // Listed with brackets or mailto.
    forms.append(Pattern.Form(text: "\(local)@\(host)"))
    add(local, host, to: &forms)
    // Mail to name+tag reaches name.
    if let plus = local.firstIndex(of: "+"), plus != local.startIndex {
      forms.append(Pattern.Form(text: "\(local[..<plus])@\(host)"))
      add(String(local[..<plus]), host, to: &forms)
    }
    if let account = account(local) { forms.append(account) }
    return forms
  }

  /// The parts before and after the sign; nil for what is no address.
  static func halves(_ text: some StringProtocol) -> (local: String, host: String)? {
    var text = String(text.filter { !$0.isWhitespace && !"\"<>".contains($0) })
    if text.lowercased().hasPrefix("mailto:") { text.removeFirst(7) }
    let halves = text.split { (c: Character) in c == "@" || c == "＠" || c == "﹫" }
    guard halves.count == 2, halves[1].contains(where: { ".．。".contains($0) }) else { return nil }
    return (String(halves[0]), String(halves[1]))
  }

  private static func add(_ local: String, _ host: String, to forms: inout [Pattern.Form]) {
    // Words of Latin letters stand apart in a short address, so that they are words.
    let isLong = (local + host).count(where: { $0.isLetter || $0.isNumber }) >= longAddress
    for (at, dots) in words {
      for dot in dots {
        let isApart = !isLong && at == "at" || at == "arroba"
        let demands: Pattern.Demands = isApart ? .listedGaps : []
        let sign = at == "@" ? "@" : " \(at) "
        let spelled = dot.map { " \($0) " } ?? "."
        let hostText = dotted(host, spelled)
        forms.append(Pattern.Form(text: local + sign + hostText, demands: demands))
        if dot != nil, local.contains(".") {
          forms.append(
            Pattern.Form(text: dotted(local, spelled) + sign + hostText, demands: demands))
        }
      }
    }
    // The sign in a URL and in HTML.
    forms.append(Pattern.Form(text: "\(local) 40\(host)", demands: .listedGaps))
    for code in ["64", "x40", "commat"] {
      forms.append(Pattern.Form(text: "\(local) \(code) \(host)", demands: .listedGaps))
    }
    forms += SpokenHosts.of(host).map {
      Pattern.Form(text: "\(local) \($0.at) \($0.host)")
    }
  }

  private static func dotted(_ text: String, _ dot: String) -> String {
    text.split(whereSeparator: { (c: Character) in ".．。".contains(c) }).joined(separator: dot)
  }

  /// The local part alone where letters and digits make it unlike any word: minsu89, also before
  /// a tag nobody listed.
  private static func account(_ local: String) -> Pattern.Form? {
    let letters = local.count(where: \.isLetter)
    let digits = local.count(where: \.isNumber)
    guard letters > 2, digits > 1, letters + digits > 6, !local.contains("+") else { return nil }
    return Pattern.Form(text: local, demands: [.bounded, .sameGaps])
  }
}

/// Well-known mail hosts as they are said and written down in Russian and Korean.
enum SpokenHosts {
  private static let labels: [String: (russian: [String], korean: [String])] = [
    "gmail": (["джимейл", "гмейл", "гмайл", "жмейл"], ["지메일"]), "naver": (["навер"], ["네이버"]),
    "daum": ([], ["다음"]), "hanmail": ([], ["한메일"]), "kakao": ([], ["카카오"]),
    "mail": (["мейл", "мэйл", "маил", "майл"], ["메일"]), "yandex": (["яндекс"], ["얀덱스"]),
    "ya": (["я"], []), "rambler": (["рамблер"], []), "hotmail": (["хотмейл"], ["핫메일"]),
    "outlook": (["аутлук"], ["아웃룩"]), "yahoo": (["яху"], ["야후"]), "proton": (["протон"], ["프로톤"]),
    "protonmail": (["протонмейл"], ["프로톤메일"]), "bk": (["бк"], []), "list": (["лист"], []),
    "inbox": (["инбокс"], []), "nate": ([], ["네이트"]), "com": (["ком"], ["컴"]),
    "ru": (["ру"], ["알유"]),
    "net": (["нет"], ["넷"]), "org": (["орг"], ["오알지"]), "me": (["ми"], ["미"]), "kr": ([], ["케이알"]),
    "co": ([], ["씨오"]),
  ]

  static func of(_ host: String) -> [(at: String, host: String)] {
    let parts = host.lowercased().split(separator: ".").map(String.init)
    let known = parts.compactMap { labels[$0] }
    guard known.count == parts.count else { return [] }
    func joined(_ texts: [[String]], _ dot: String) -> [String] {
      guard let first = texts.first else { return [] }
      return texts.dropFirst().reduce(first) { heads, next in
        heads.flatMap { head in next.map { "\(head) \(dot) \($0)" } }
      }
    }
    let russian = joined(known.map(\.russian), "точка")
    let korean = joined(known.map(\.korean), "점") + joined(known.map(\.korean), "닷")
    return russian.map { ("собака", $0) } + korean.map { ("골뱅이", $0) }
  }
}
