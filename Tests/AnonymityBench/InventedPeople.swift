import Anonymity

/// Identities for counting false hits: invented, the same in every run, with every spelling.
struct InventedPeople {
  private static let korean = (
    families: words(
      "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍 전 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 진"),
    given: words(
      "철 수 영 호 민 성 혁 남 일 광 명 옥 순 경 희 춘 금 란 은 혜 미 정 동 현 용 상 학 태 복 숙 설 화 향 연 진 선 준 석 창 기")
  )
  private static let russian = (
    surnames: words(
      "Орлов Щербаков Ковальчуков Жуковский Лебедев Соловьёв Чернышёв Цветаев Хохлов Яблоков Подъячев Мещеряков Громыхалов Пахомов Рощин Саввин Тихомиров Вяземский Дубровин Елагин"
    ),
    given: words(
      "Павел Дмитрий Артём Юрий Андрей Лев Илья Марк Тарас Антон Семён Геннадий Роман Фёдор Никита"),
    patronymics: words(
      "Сергеевич Олегович Андреевич Ильич Фёдорович Яковлевич Никитич Васильевич Борисович Егорович"
    )
  )
  private static let chinese = (
    families: words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗"),
    given: words("建 国 秀 英 伟 东 晓 燕 志 强 玉 兰 长 春 丽 华 永 康 桂 芳 雪 琴 少 云 宗 青")
  )

  /// Every listed identifier and all spellings of the names.
  let identifiers: [KnownIdentifier]
  let count: Int

  init(_ count: Int) {
    self.count = count
    identifiers = (0..<count).flatMap { number -> [KnownIdentifier] in
      let entity = EntityID(raw: "\(number)")
      var all = Self.names(number).flatMap { Self.every($0, entity) }
      let digits = String(1_000_000 + number * 7919 % 8_999_999)
      all.append(
        KnownIdentifier(
          entity: entity, kind: .phone, text: "+7 914 \(digits.prefix(3))-\(digits.suffix(4))"))
      let (month, day) = (1 + number % 12, 1 + number / 12 % 28)
      all.append(
        KnownIdentifier(
          entity: entity, kind: .birthDate,
          text:
            "\(1950 + number % 55)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"))
      return all
    }
  }

  /// The listed name of one identity; half of the Korean ones are listed in Latin letters as well.
  static func names(_ number: Int) -> [String] {
    let index = number / 10
    switch number % 10 {
    case 0...4:
      let (families, given) = (korean.families, korean.given)
      let family = families[(index * 7 + number) % families.count]
      let one = given[(index * 3 + number) % given.count]
      return [family + one + given[(index * 11 + number * 5 + 1) % given.count]]
    case 5...7:
      let surname = russian.surnames[(index + number) % russian.surnames.count]
      let given = russian.given[(index * 7 + number) % russian.given.count]
      return [
        "\(surname) \(given) \(russian.patronymics[(index * 3 + number) % russian.patronymics.count])"
      ]
    default:
      let family = chinese.families[(index * 3 + number) % chinese.families.count]
      let one = chinese.given[(index * 5 + number) % chinese.given.count]
      return [family + one + chinese.given[(index * 7 + number + 3) % chinese.given.count]]
    }
  }

  /// A name as it is listed, and its variants.
  static func every(_ name: String, _ entity: EntityID) -> [KnownIdentifier] {
    [KnownIdentifier(entity: entity, kind: .name, text: name)]
      + NameVariants.of(name).map {
        KnownIdentifier(entity: entity, kind: .name, text: $0.text, reason: $0.reason)
      }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
