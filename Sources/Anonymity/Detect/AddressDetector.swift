/// E-mail addresses, URLs, and names on messengers.
enum AddressDetector {
  private static let longestURL = 2_000

  static func find(in reading: Reading, into out: inout [Finding]) {
    let text = reading.text
    var at = 0
    while at < text.count {
      let scalar = text.scalars[at]
      if scalar == 0x40 {
        at = atSign(text, at, reading, &out)
      } else if scalar == 0x3A, text.scalar(at + 1) == 0x2F, text.scalar(at + 2) == 0x2F {
        var start = at
        while start > 0, at - start < 12, text.kind(start - 1).isWord { start -= 1 }
        let end = end(ofURL: text, at + 3)
        if start < at, end > at + 3 { out.append(reading.finding(start, end, .url, .shape)) }
        at = max(end, at + 1)
      } else {
        at += 1
      }
    }
    bareDomains(reading, &out)
    messengers(reading, &out)
  }

  private static func atSign(
    _ text: PlainText, _ at: Int, _ reading: Reading, _ out: inout [Finding]
  ) -> Int {
    var start = at
    while start > 0, at - start < 64, isLocal(text, start - 1) { start -= 1 }
    var end = at + 1
    while end < text.count, end - at < 254, isDomain(text, end) { end += 1 }
    // A full stop at the end is the sentence's.
    while end > at + 1, !text.kind(end - 1).isWord { end -= 1 }
    let lastDot = text.scalars[at..<end].lastIndex(of: 0x2E) ?? 0
    if start < at, lastDot > at + 1, end - lastDot >= 3 {
      out.append(reading.finding(start, end, .email, .shape))
      return end
    }
    // A handle: nothing of a word before it, a letter in it.
    if start == at, at == 0 || !text.kind(at - 1).isWord {
      var tail = at + 1
      var letters = 0
      while tail < text.count, tail - at <= 40, isHandle(text, tail) {
        letters += text.kind(tail).isLetter ? 1 : 0
        tail += 1
      }
      while tail > at + 1, text.scalars[tail - 1] == 0x2E { tail -= 1 }
      if tail - at >= 4, letters > 0 { out.append(reading.finding(at, tail, .handle, .shape)) }
      return max(tail, at + 1)
    }
    return at + 1
  }

  private static func isLocal(_ text: PlainText, _ at: Int) -> Bool {
    let kind = text.kind(at)
    // Han and Hangul touch an address that follows them without a space.
    if kind == .hangul || kind == .han || kind == .hiragana || kind == .katakana { return false }
    return kind.isWord || [0x2E, 0x5F, 0x2B, 0x2D, 0x25].contains(text.scalar(at))
  }

  private static func isDomain(_ text: PlainText, _ at: Int) -> Bool {
    let kind = text.kind(at)
    return kind == .digit || kind == .latinLower || kind == .latinUpper
      || kind == .cyrillicLower || text.scalar(at) == 0x2E || text.scalar(at) == 0x2D
  }

  private static func isHandle(_ text: PlainText, _ at: Int) -> Bool {
    let kind = text.kind(at)
    return kind == .digit || (4...7).contains(kind.rawValue) || text.scalar(at) == 0x5F
      || text.scalar(at) == 0x2E
  }

  private static func end(ofURL text: PlainText, _ start: Int) -> Int {
    var end = start
    while end < text.count, end - start < longestURL {
      let kind = text.kind(end)
      let scalar = text.scalar(end)
      if kind == .space || kind == .newline || kind.rawValue >= PlainText.Class.hangul.rawValue
        || kind == .other && (scalar >= 0x80 || scalar == 0x22 || scalar == 0x3C || scalar == 0x3E)
      {
        break
      }
      end += 1
    }
    while end > start, !text.kind(end - 1).isWord, text.scalar(end - 1) != 0x2F { end -= 1 }
    return end
  }

  private static let www = Lexicon.hash("www")
  private static let tops = Set(
    ["com", "ru", "net", "org", "me", "kr", "cn", "jp", "info", "io"].map { Lexicon.hash($0) })

  /// www.example.org and t.me/name, without a scheme.
  private static func bareDomains(_ reading: Reading, _ out: inout [Finding]) {
    let words = reading.words
    for (index, word) in words.enumerated() where word.script == .latin {
      let isWWW = word.hash == www && reading.text.scalar(word.end) == 0x2E
      let isPath =
        index > 0 && words[index].gap == .dot && tops.contains(word.hash)
        && reading.text.scalar(word.end) == 0x2F && words[index - 1].script == .latin
      guard isWWW || isPath else { continue }
      let start = isWWW ? word.start : words[index - 1].start
      let before = reading.text.scalar(start - 1)
      if before == 0x2F || before == 0x2E || before == 0x40 { continue }
      out.append(reading.finding(start, end(ofURL: reading.text, start), .url, .shape))
    }
  }

  /// "Telegram: name", 카톡 아이디 name, 微信号 name.
  private static func messengers(_ reading: Reading, _ out: inout [Finding]) {
    let words = reading.words
    for (index, word) in words.enumerated() where word.tags.contains(.messenger) {
      var colon = false
      var next = index + 1
      while next < words.count, next - index <= 4, !words[next].gap.isBreak {
        let candidate = words[next]
        for at in words[next - 1].end..<min(candidate.start, words[next - 1].end + 4) {
          colon = colon || reading.text.scalar(at) == 0x3A
        }
        if idWords.contains(candidate.hash) {
          colon = true
        } else if candidate.script == .latin || candidate.script == .digits {
          var end = candidate.end
          var digits = candidate.script == .digits
          while end < reading.text.count, end - candidate.start < 40, isHandle(reading.text, end) {
            digits = digits || reading.text.kind(end) == .digit || reading.text.scalar(end) == 0x5F
            end += 1
          }
          while end > candidate.start, reading.text.scalar(end - 1) == 0x2E { end -= 1 }
          let isOwn =
            colon || digits && candidate.script == .latin || digits && end - candidate.start >= 5
          if isOwn, end - candidate.start >= 3 {
            out.append(reading.finding(candidate.start, end, .handle, .context))
          }
          break
        } else if candidate.script == .cyrillic, colon == false, candidate.count > 3 {
          break
        }
        next += 1
      }
    }
  }

  private static let idWords = Set(
    [
      "id", "nick", "username", "handle", "아이디", "아이디는", "号", "账号", "帐号", "ник", "логин", "айди",
      "ид",
    ].map {
      Lexicon.hash($0)
    })
}
