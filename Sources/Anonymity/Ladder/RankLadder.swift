/// Tells a rank or post more coarsely: major, officer; party secretary, party official.
public enum RankLadder {
  /// The general word for a rank or post of the tables, given in any of the languages; `nil` for
  /// every other word, because a wrong class would be a false statement.
  public static func climb(_ text: String, in language: Language) -> String? {
    let wanted = oneSpace(text)
    if homonyms.contains(wanted) { return nil }
    for group in groups where group.words.contains(wanted) { return group.names[index(language)] }
    return nil
  }

  /// Words that are mostly something else: wound, death, more, the head of a site.
  private static let homonyms: Set<String> = [
    "상", "부상", "상사", "전사", "원수", "대장", "상장", "소장", "중장", "상위", "참사", "차수", "하사", "중사",
  ]

  private struct Group {
    let names: [String]
    let words: Set<String>
  }

  private static func oneSpace(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "-" })
    return words.drop { $0 == "the" || $0 == "a" || $0 == "an" }.joined(separator: " ")
  }

  private static func index(_ language: Language) -> Int {
    switch language {
    case .en, .other: 0
    case .ko: 1
    case .zh: 2
    case .ru: 3
    case .ja: 4
    }
  }

  private static let groups: [Group] = table.split(separator: "\n").map { line in
    let halves = line.split(separator: ":", maxSplits: 1)
    let cells = { (text: Substring) in
      text.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
    }
    return Group(names: cells(halves[0]), words: Set(cells(halves[1])))
  }

  private static let table = """
    general officer | 장성 | 将官 | генерал | 将官: marshal | vice marshal | general | colonel general | lieutenant general | major general | 원수 | 차수 | 대장 | 상장 | 중장 | 소장 | 将军 | 上将 | 中将 | 少将 | маршал | генерал | генерал полковник | генерал лейтенант | генерал майор
    officer | 군관 | 军官 | офицер | 将校: senior colonel | colonel | lieutenant colonel | major | captain | senior lieutenant | lieutenant | junior lieutenant | second lieutenant | first lieutenant | sub lieutenant | warrant officer | 대좌 | 상좌 | 중좌 | 소좌 | 대위 | 상위 | 중위 | 소위 | 대령 | 중령 | 소령 | 大校 | 上校 | 中校 | 少校 | 大尉 | 上尉 | 中尉 | 少尉 | полковник | подполковник | майор | капитан | старший лейтенант | лейтенант | 大佐 | 中佐 | 少佐
    soldier | 군인 | 士兵 | военнослужащий | 兵士: sergeant major | staff sergeant | lance corporal | sergeant | corporal | private | 특무상사 | 상사 | 중사 | 하사 | 상급병사 | 중급병사 | 초급병사 | 전사 | 军士 | 中士 | 下士 | 列兵 | сержант | старшина | прапорщик | ефрейтор | рядовой | 軍曹 | 伍長
    party official | 당 간부 | 党干部 | партийный работник | 党幹部: party secretary | cell secretary | party committee secretary | chief secretary | 당비서 | 당 비서 | 세포비서 | 초급당비서 | 책임비서 | 부문당비서 | 당위원장 | 党委书记 | 党支部书记 | 党书记 | секретарь парткома | парторг | партийный секретарь | 党書記 | 細胞書記
    security official | 보위 일꾼 | 保卫干部 | сотрудник органов безопасности | 保衛当局者: security agent | state security agent | state security officer | 보위원 | 보위지도원 | 보위부장 | 담당보위원 | 안전원 | 보안원 | 담당안전원 | 保卫员 | 保卫部长 | сотрудник госбезопасности | 保衛員
    official | 간부 | 干部 | чиновник | 幹部: minister | vice minister | bureau chief | deputy bureau chief | department head | section chief | ambassador | consul | first secretary | second secretary | third secretary | counsellor | 상 | 부상 | 국장 | 부국장 | 처장 | 과장 | 부장 | 부부장 | 대사 | 참사 | 서기관 | 영사 | 部长 | 副部长 | 局长 | 副局长 | 处长 | 科长 | 大使 | 参赞 | 领事 | министр | замминистра | начальник отдела | начальник управления | посол | консул | 局長 | 課長 | 部長
    person in charge | 책임자 | 负责人 | руководитель | 責任者: manager | director | deputy manager | company president | site manager | foreman | team leader | crew leader | 사장 | 지배인 | 부지배인 | 소장님 | 단장 | 반장 | 작업반장 | 조장 | 직장장 | 현장소장 | 经理 | 厂长 | 领队 | 队长 | 班长 | 组长 | 车间主任 | директор | начальник | прораб | бригадир | мастер | управляющий | 社長 | 支配人 | 班長
    """
}
