/// What stands in a text instead of an identifier that is no person's label.
///
/// Always the same words for a kind, so that neither length nor form of the original shows.
public enum Withheld {
  /// "[phone number withheld]" in a language; `other` is answered in English.
  public static func text(_ kind: IdentifierKind, in language: Language) -> String {
    switch language {
    case .en, .other: "[\(english(kind)) withheld]"
    case .ko: "[\(korean(kind)) 비공개]"
    case .zh: "[\(chinese(kind))不公开]"
    case .ru: "[\(russian(kind))]"
    case .ja: "[\(japanese(kind))は非公開]"
    }
  }

  /// The record's own general words for a thing ("a trading company"), on one line; without such
  /// words the thing is withheld.
  public static func generalised(
    _ words: String?, _ kind: IdentifierKind?, in language: Language
  ) -> String {
    let words = oneLine(words ?? "")
    if !words.isEmpty { return words }
    return kind.map { text($0, in: language) } ?? text(in: language)
  }

  /// "[withheld]": what it was is not said; `other` is answered in English.
  public static func text(in language: Language) -> String {
    switch language {
    case .en, .other: "[withheld]"
    case .ko: "[비공개]"
    case .zh: "[不公开]"
    case .ru: "[скрыто]"
    case .ja: "[非公開]"
    }
  }

  /// "[date withheld]": what a policy has told coarsely and what cannot be told so in its sentence.
  public static func text(_ kind: QuantityKind, in language: Language) -> String {
    let index =
      switch kind {
      case .date: 0
      case .age: 1
      case .count: 2
      case .duration: 3
      case .money: 4
      case .rank: 5
      }
    switch language {
    case .en, .other:
      let words = ["date", "age", "number", "duration", "sum", "post"]
      return "[\(words[index]) withheld]"
    case .ko:
      return "[" + ["날짜", "나이", "수", "기간", "금액", "직책"][index] + " 비공개]"
    case .zh: return "[" + ["日期", "年龄", "人数", "时间", "金额", "职务"][index] + "不公开]"
    case .ru:
      let words = [
        "дата скрыта", "возраст скрыт", "число скрыто", "срок скрыт", "сумма скрыта",
        "должность скрыта",
      ]
      return "[\(words[index])]"
    case .ja: return "[" + ["日付", "年齢", "人数", "期間", "金額", "役職"][index] + "は非公開]"
    }
  }

  private static func english(_ kind: IdentifierKind) -> String {
    switch kind {
    case .name, .alias: "name"
    case .phone: "phone number"
    case .email: "e-mail address"
    case .handle: "account name"
    case .document: "document number"
    case .birthDate: "date of birth"
    case .place: "place"
    case .employer: "employer"
    case .contact: "contact details"
    case .code: "reference"
    }
  }

  private static func korean(_ kind: IdentifierKind) -> String {
    switch kind {
    case .name, .alias: "이름"
    case .phone: "전화번호"
    case .email: "이메일 주소"
    case .handle: "계정"
    case .document: "증명서 번호"
    case .birthDate: "생년월일"
    case .place: "장소"
    case .employer: "근무처"
    case .contact: "연락처"
    case .code: "관리번호"
    }
  }

  private static func chinese(_ kind: IdentifierKind) -> String {
    switch kind {
    case .name, .alias: "姓名"
    case .phone: "电话号码"
    case .email: "电子邮箱"
    case .handle: "账号"
    case .document: "证件号码"
    case .birthDate: "出生日期"
    case .place: "地点"
    case .employer: "工作单位"
    case .contact: "联系方式"
    case .code: "编号"
    }
  }

  /// With the participle, which agrees with the noun.
  private static func russian(_ kind: IdentifierKind) -> String {
    switch kind {
    case .name, .alias: "имя скрыто"
    case .phone: "номер телефона скрыт"
    case .email: "адрес электронной почты скрыт"
    case .handle: "учётная запись скрыта"
    case .document: "номер документа скрыт"
    case .birthDate: "дата рождения скрыта"
    case .place: "место скрыто"
    case .employer: "место работы скрыто"
    case .contact: "контакты скрыты"
    case .code: "номер дела скрыт"
    }
  }

  private static func japanese(_ kind: IdentifierKind) -> String {
    switch kind {
    case .name, .alias: "氏名"
    case .phone: "電話番号"
    case .email: "メールアドレス"
    case .handle: "アカウント"
    case .document: "証明書番号"
    case .birthDate: "生年月日"
    case .place: "場所"
    case .employer: "勤務先"
    case .contact: "連絡先"
    case .code: "整理番号"
    }
  }
}
