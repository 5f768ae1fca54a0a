/// Words of kinship in a text, as relations of a record.
enum KinWord {
  static func relations(in reading: Reading) -> Set<Relation> {
    var found: Set<Relation> = []
    for (index, word) in reading.words.enumerated() where word.tags.contains(.kin) {
      let text = reading.string(word.start, reading.end(word)).lowercased()
      var whole = reading.string(word.start, word.end).lowercased()
      if word.script == .latin, whole.hasSuffix("s"), of(whole) == nil { whole.removeLast() }
      // "Younger brother", старший брат.
      if let before = reading.word(index - 1), before.script == word.script, word.gap.isPlain,
        let relation = of(reading.string(before.start, before.end).lowercased() + " " + whole)
      {
        found.insert(relation)
      } else if let relation = of(whole) ?? of(text) {
        found.insert(relation)
      }
    }
    return found
  }

  /// Which relations of a record a told one may be, and the reverse: a brother may be an older one.
  static func kindred(_ relation: Relation) -> Set<Relation> {
    var all: Set<Relation> = [relation]
    var at = relation
    while let wider = wider[at] {
      all.insert(wider)
      at = wider
    }
    for other in Relation.allCases {
      var up = other
      while let next = wider[up] {
        if next == relation { all.insert(other) }
        up = next
      }
    }
    return all
  }

  private static let wider: [Relation: Relation] = [
    .olderBrother: .brother, .youngerBrother: .brother, .brother: .sibling,
    .olderSister: .sister, .youngerSister: .sister, .sister: .sibling,
    .father: .parent, .mother: .parent, .son: .child, .daughter: .child,
    .grandfather: .grandparent, .grandmother: .grandparent,
    .grandson: .grandchild, .granddaughter: .grandchild,
  ]

  private static func of(_ word: String) -> Relation? {
    let relation = Relation(word: word)
    if relation != .associate { return relation }
    let plain = word.replacing("ё", with: "е")
    return table.first { row in
      row.words.contains { $0.hasSuffix("*") ? plain.hasPrefix($0.dropLast()) : plain == $0 }
    }?.relation
  }

  /// What `Relation(word:)`, which reads records, does not know.
  private static let table: [(relation: Relation, words: [Substring])] = [
    (.olderBrother, "哥哥 兄 старший?брат*"), (.youngerBrother, "弟弟 弟 младший?брат*"),
    (.olderSister, "姐姐 姉 старшая?сестр*"), (.youngerSister, "妹妹 妹 младшая?сестр*"),
    (.father, "父亲 爸爸 父 父親 お父さん отец отца отцу отцом отце папа папы папе папу"),
    (.mother, "母亲 妈妈 母 母親 お母さん мать матери матерью мама мамы маме маму"),
    (.parent, "父母 両親 родител* parents"), (.sibling, "兄弟姐妹 siblings"),
    (.spouse, "丈夫 妻子 老婆 老公 爱人 夫 妻 жена жены жене жену женой муж мужа мужу мужем супруг*"),
    (.partner, "未婚夫 未婚妻 невеста невесты невесту жених*"),
    (.son, "儿子 大儿子 小儿子 息子 長男 次男 сын*"),
    (.daughter, "女儿 大女儿 小女儿 娘 長女 次女 дочь дочери дочерью дочк*"),
    (.child, "孩子 children kids ребен* дети детей"), (.brother, "兄弟 брат*"),
    (.sister, "姐妹 сестр*"), (.grandfather, "爷爷 姥爷 外公 祖父 дедушк* дед"),
    (.grandmother, "奶奶 姥姥 外婆 祖母 бабушк*"), (.grandson, "孙子 孫 внук внука внуку"),
    (.granddaughter, "孙女 внучк*"),
    (.uncle, "叔叔 伯伯 伯父 舅舅 叔父 дядя дяди дяде дядю дядей"),
    (.aunt, "姑姑 姨妈 阿姨 叔母 тетя тети тете тетю тетей"),
    (.cousin, "表哥 表弟 表姐 表妹 堂哥 堂弟 従兄弟 двоюродн*"), (.nephew, "侄子 外甥 甥 племянник*"),
    (.niece, "侄女 姪 племянниц*"), (.fatherInLaw, "岳父 公公 тесть тестя свекор свекр*"),
    (.motherInLaw, "岳母 婆婆 теща тещи свекровь свекрови"), (.sonInLaw, "女婿 зять зятя"),
    (.daughterInLaw, "媳妇 невестк*"), (.sisterInLaw, "嫂子"),
  ].map { relation, words in
    (
      relation,
      words.split(separator: " ").map { Substring($0.replacing("?", with: " ")) }
    )
  }
}
