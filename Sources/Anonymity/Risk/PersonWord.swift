/// Words for posts and kinds of people, as one concept in all languages: workers, 노동자, 工人, рабочие.
enum PersonWord {
  /// The concept of a word; the word itself, folded, when the table does not have it.
  static func concept(_ word: some StringProtocol) -> String {
    let plain = word.lowercased().replacing("ё", with: "е")
    return known(plain) ?? comparable(plain)
  }

  /// The concept of a word of the table.
  static func known(_ word: String) -> String? {
    if let exact = exact[word] { return exact }
    return stems.first { word.hasPrefix($0.stem) && word.count <= $0.stem.count + 4 }?.concept
  }

  private static let rows: [(concept: String, words: [Substring])] = table.split(separator: "\n")
    .map {
      let halves = $0.split(separator: ":", maxSplits: 1)
      return (String(halves[0]), halves[1].split(separator: " "))
    }

  private static let exact: [String: String] = {
    var out: [String: String] = [:]
    for row in rows {
      out[row.concept] = row.concept
      for word in row.words where !word.hasSuffix("*") { out[String(word)] = row.concept }
    }
    return out
  }()

  /// The longest first, so that a compound goes before its beginning.
  private static let stems: [(stem: String, concept: String)] = rows.flatMap { row in
    row.words.filter { $0.hasSuffix("*") }.map { (String($0.dropLast()), row.concept) }
  }.sorted { $0.0.count > $1.0.count }

  private static let table = """
    worker: worker* laborer* labourer* employee* 노동자 로동자 근로자 인부 종업원 직원 일꾼 여공 복무원 工人 劳工 女工 员工 职工 рабочи* рабоче* рабочу* рабочая работник* сотрудник* 労働者 従業員 作業員
    manager: manager* director directors boss supervisor* head 지배인 사장 책임자 부지배인 经理 总经理 厂长 负责人 老板 начальник* директор* управляющ* руководител* заведующ* 支配人 責任者 社長 工場長
    foreman: foreman foremen overseer* 반장 작업반장 조장 직장장 단장 领队 带队 队长 组长 班长 бригадир* прораб* мастер мастера мастеру мастером 班長 現場監督
    interpreter: interpreter* translator* 통역 통역원 翻译 переводчик* переводчиц* 通訳
    security agent: minder* handler* 보위원 보위지도원 지도원 안전원 담당보위원 保卫员
    party secretary: 당비서 세포비서 党委书记 书记 парторг* 書記
    accountant: accountant* bookkeeper* 회계 경리 부기 会计 бухгалтер*
    driver: driver* 운전사 운전수 司机 водител* шофер* 運転手
    cook: cook cooks chef chefs 요리사 주방장 厨师 厨师长 повар* 料理長 料理人
    doctor: doctor* surgeon* dentist* physician* 의사 원장 医生 大夫 врач* хирург* 医師
    nurse: nurse* midwife midwives 간호사 간호원 간호장 护士 медсестр* 看護師
    teacher: teacher* 교사 교원 선생 老师 учител* 教師
    headmaster: principal principals headmaster* 교장 校长 校長
    engineer: engineer* technician* 기사 기술자 工程师 技术员 инженер* 技術者
    captain: captain* 선장 船长 船長
    commander: commander* 중대장 소대장 대대장 대장 командир* комендант*
    diplomat: ambassador* consul consuls 대사 영사 大使 领事 посол посла консул*
    soldier: soldier* 군인 병사 士兵 军人 солдат* 兵士
    student: student* 학생 실습생 学生 студент* trainee*
    waitress: waitress* waiter* 服务员 официант*
    seamstress: seamstress* 재봉공 裁缝 швея швеи швей
    logger: logger* lumberjack* 벌목공 伐木工 лесоруб*
    builder: builder* welder* plasterer* 미장공 건설자 строител* 建筑工
    miner: miner* 광부 탄부 矿工 шахтер* горняк*
    fisherman: fisherman fishermen 어부 渔民 рыбак* 漁師
    sailor: sailor* 선원 船员 моряк* матрос* 船員
    trader: trader* merchant* 무역일꾼 상인 商人 торговц* торговец
    official: official* 간부 干部 чиновник* 幹部
    prisoner: prisoner* inmate* 수감자 죄수 囚犯 заключенн* 囚人
    guard: guard guards warden* 경비원 看守 охранник*
    pastor: pastor* 목사 牧师 пастор* 牧師
    owner: owner owners 주인 业主 владел*
    defector: defector* escapee* 탈북민 탈북자 脱北者 перебежчик*
    refugee: refugee* 난민 难民 беженц* беженец 難民
    """
}
