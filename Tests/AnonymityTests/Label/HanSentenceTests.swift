import Testing

@testable import Anonymity

@Suite struct HanSentenceTests {
  @Test(arguments: [
    Sentence("后来{朴道哲}走了。", "后来脱北者A走了。"), Sentence("{朴道哲}走了。", "脱北者A走了。"),
    Sentence("我见过{朴道哲}先生。", "我见过脱北者A。"), Sentence("{朴道哲}老师说", "脱北者A说"),
    Sentence("{朴道哲}经理先生说", "脱北者A说"), Sentence("{朴道哲}先生产的", "脱北者A先生产的"),
    Sentence("脱北者{朴道哲}说", "脱北者A说"), Sentence("{朴道哲}的家", "脱北者A的家"),
    Sentence("{朴道哲}们走了", "脱北者A等人走了"), Sentence("{朴道哲}老师们走了", "脱北者A等人走了"),
    Sentence("我见到 {Pak To-chol} 先生。", "我见到脱北者A。"), Sentence("他叫 {Pak}。", "他叫脱北者A。"),
    Sentence("与 {Pak} 见面", "与脱北者A见面"), Sentence("“{朴道哲}”是假名", "“脱北者A”是假名"),
    Sentence("（{朴道哲}）", "（脱北者A）"), Sentence("{朴道哲}、{2:崔美露}都走了", "脱北者A、脱北者B都走了"),
    Sentence("见到\n{朴道哲}\n了", "见到\n脱北者A\n了"), Sentence("{朴道哲}同志被带走", "脱北者A被带走"),
    Sentence("{朴道哲}走了。", "脱北者A的父亲走了。", .father),
    Sentence("我父亲{朴道哲}走了。", "我父亲走了。", .father),
    Sentence("我弟弟{朴道哲}走了。", "我弟弟走了。", .brother),
    Sentence("我叔叔{朴道哲}走了。", "我叔叔脱北者A的父亲走了。", .father),
    Sentence("有父亲。{朴道哲}走了。", "有父亲。脱北者A的父亲走了。", .father),
    Sentence("他的爸爸{朴道哲}走了。", "他的爸爸走了。", .father),
    Sentence("我哥哥{朴道哲}走了。", "我哥哥脱北者A的朋友走了。", .friend),
    Sentence("{朴道哲}的家", "脱北者A身边的人的家", .associate),
    Sentence("{朴道哲}走了。", "脱北者A配偶的父亲走了。", .fatherInLaw),
    Sentence("在<丹东>工作", "在中国工作", area: "中国"), Sentence("在<丹东>市工作", "在中国工作", area: "中国"),
    Sentence("在中国<丹东>工作", "在中国东北工作", area: "中国东北"),
    Sentence("在中国辽宁省<丹东>市工作", "在中国工作", area: "中国"),
    Sentence("<丹东>市场", "中国市场", area: "中国"), Sentence("在 <Dandong> 工作", "在中国工作", area: "中国"),
  ])
  func `a label and an area fit into a Chinese sentence`(sentence: Sentence) {
    #expect(sentence.placed(in: .zh) == sentence.result)
  }

  @Test(arguments: [
    Sentence("その後{朴道哲}は去った。", "その後脱北者Aは去った。"), Sentence("{朴道哲}が来た。", "脱北者Aが来た。"),
    Sentence("{朴道哲}さんを見た。", "脱北者Aを見た。"), Sentence("{朴道哲}氏に会った。", "脱北者Aに会った。"),
    Sentence("{朴道哲}先生の家", "脱北者Aの家"), Sentence("{朴道哲}氏名", "脱北者A氏名"),
    Sentence("{朴道哲}さん宅で", "脱北者A宅で"), Sentence("{朴道哲}さんたちは", "脱北者Aたちは"),
    Sentence("{朴道哲}らは", "脱北者Aらは"), Sentence("{朴道哲}ちゃんが", "脱北者Aが"),
    Sentence("脱北者の{朴道哲}さんは", "脱北者Aは"), Sentence("脱北者・{朴道哲}は", "脱北者Aは"),
    Sentence("脱北者{朴道哲}は", "脱北者Aは"), Sentence("「{朴道哲}」と名乗った", "「脱北者A」と名乗った"),
    Sentence("私は {Pak To-chol} さんに会った", "私は脱北者Aに会った"),
    Sentence("{パク・ドチョル}さんと{2:チェ・ミル}さん", "脱北者Aと脱北者B"),
    Sentence("{朴道哲}社長が", "脱北者Aが"), Sentence("{朴道哲}様へ", "脱北者Aへ"),
    Sentence("（{朴道哲}）は", "（脱北者A）は"), Sentence("{朴道哲}さん\nは", "脱北者A\nは"),
    Sentence("{朴道哲}は去った。", "脱北者Aの父は去った。", .father),
    Sentence("父の{朴道哲}さんは", "父は", .father),
    Sentence("お父さんの{朴道哲}は", "お父さんは", .father),
    Sentence("祖父の{朴道哲}は", "祖父の脱北者Aの父は", .father),
    Sentence("{朴道哲}の家", "脱北者Aの妹の家", .youngerSister),
    Sentence("<丹東>に住んだ", "中国に住んだ", area: "中国"), Sentence("<丹東>市に住んだ", "中国に住んだ", area: "中国"),
    Sentence("中国の<丹東>に", "中国に", area: "中国"), Sentence("中国・<丹東>で", "中国東北部で", area: "中国東北部"),
    Sentence("<ウラジオストク>から", "ロシア極東から", area: "ロシア極東"),
  ])
  func `a label and an area fit into a Japanese sentence`(sentence: Sentence) {
    #expect(sentence.placed(in: .ja) == sentence.result)
  }
}
