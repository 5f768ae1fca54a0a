import Anonymity

// Each reads the keys in the order in which they are written.

extension TestimonySummary: WrittenValue {
  init?(written json: inout WrittenJSON) {
    guard json.take("{\"code\":"), let code = json.string() else { return nil }
    var date: String?
    if json.take(",\"date\":") {
      guard let day = json.string() else { return nil }
      date = day
    }
    guard json.take(",\"language\":"), let language = json.string(),
      json.take(",\"sentences\":"), let sentences = json.number(),
      json.take(",\"title\":"), let title = json.string(), json.take("}")
    else { return nil }
    self.init(
      code: Code(stored: code), title: title, date: date, language: language,
      sentences: sentences)
  }
}

extension WorkingRecord: WrittenValue {
  init?(written json: inout WrittenJSON) {
    guard json.take("{\"code\":"), let code = json.string() else { return nil }
    var consent: ConsentTerms?
    if json.take(",\"consent\":") {
      guard let terms = ConsentTerms(written: &json) else { return nil }
      consent = terms
    }
    var date: String?
    if json.take(",\"date\":") {
      guard let day = json.string() else { return nil }
      date = day
    }
    func pieces(_ json: inout WrittenJSON) -> [Piece]? { json.list { Piece(written: &$0) } }
    guard json.take(",\"language\":"), let language = json.string(),
      json.take(",\"sentences\":"), let sentences = json.list(pieces),
      json.take(",\"title\":"), let title = pieces(&json), json.take(",\"version\":1}")
    else { return nil }
    self.init(
      version: Version1(), code: Code(stored: code), title: title, date: date,
      language: language, sentences: sentences, consent: consent)
  }
}

extension Piece: WrittenValue {
  init?(written json: inout WrittenJSON) {
    // Most are words that stay.
    if json.take("{\"text\":") {
      guard let text = json.string(), json.take("}") else { return nil }
      self.init(text: text, range: 0..<0)
      return
    }
    guard json.take("{") else { return nil }
    var entity: String?
    if json.take("\"entity\":") {
      guard let who = json.string(), json.take(",") else { return nil }
      entity = who
    }
    var kind: MentionKind?
    if json.take("\"kind\":") {
      guard let what = json.string().flatMap(MentionKind.init(rawValue:)), json.take(",") else {
        return nil
      }
      kind = what
    }
    guard json.take("\"text\":"), let text = json.string(), json.take("}") else { return nil }
    self.init(text: text, range: 0..<0, entity: entity, kind: kind)
  }
}

extension ConsentTerms: WrittenValue {
  init?(written json: inout WrittenJSON) {
    func strings(_ json: inout WrittenJSON) -> [String]? { json.list { $0.string() } }
    guard json.take("{\"audiences\":"), let audiences = strings(&json) else { return nil }
    var (expires, notBefore): (String?, String?)
    var purposes: [String]?
    if json.take(",\"expires\":") {
      guard let day = json.string() else { return nil }
      expires = day
    }
    guard json.take(",\"hasConditions\":"), let hasConditions = json.boolean() else { return nil }
    if json.take(",\"notBefore\":") {
      guard let day = json.string() else { return nil }
      notBefore = day
    }
    if json.take(",\"purposes\":") {
      guard let listed = strings(&json) else { return nil }
      purposes = listed
    }
    guard json.take(",\"withdrawn\":"), let withdrawn = json.boolean(), json.take("}") else {
      return nil
    }
    self.init(
      purposes: purposes, audiences: audiences, notBefore: notBefore, expires: expires,
      hasConditions: hasConditions, withdrawn: withdrawn)
  }
}
