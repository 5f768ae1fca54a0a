/// The Korean family names, the commonest first, and how people write them in other letters.
enum KoreanFamilyNames {
  /// Names of one syllable, South and North, by the number of their bearers.
  static let singles: [Character] = Array(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간시상갈단견당화창순대야평로리림량려렴륙룡련란랑뢰례엽필궁풍섭옹아종판자점섭매개묵포방만탄애뇌난낭초수담비학모증내운궉곡후해판근누저미빙탕환요관등돈산삼등교구삭편선완번총영양"
  )
  /// Names of two syllables.
  static let doubles: Set<String> = [
    "남궁", "황보", "제갈", "선우", "사공", "독고", "서문", "동방", "어금", "망절", "강전", "소봉", "장곡",
    "등정", "무본", "황목", "북궁", "영고", "공손", "사마", "을지", "부여", "하후",
  ]
  private static let known = Set(singles.map(String.init)).union(doubles)

  static func contains(_ syllables: [HangulSyllable]) -> Bool { known.contains(syllables.text) }

  /// The same family as it is written on the other side of the border.
  static func alternates(_ family: [HangulSyllable]) -> [[HangulSyllable]] {
    guard let first = family.first else { return [] }
    return InitialSoundLaw.alternates(first, isFirst: true)
      .map { [$0] + family.dropFirst() }
      .filter { contains($0) }
  }

  /// Latin spellings that no rule gives, or that are commoner than what the rules give; both sides
  /// of the border share a row.
  private static let latinRows = """
    김 kim gim3 ghim5 kin6 kym7 keem7
    이리 lee yi1 ri1 li2 rhee2 i4 rhie5 yee5 ree6 rhi6 lie6 rie7 reeh8 leigh8
    박 park pak1 bak3 bark5 pack5 pag7 bag7 bahk7 parc8
    최 choi choe1 choy4 che4 chwe5 chai6 chey7 chae7
    정 jung chung jeong jong1 chong1 cheong2 joung4 jeung5 choung7 jeoung7 jhung8
    강 kang gang3 khang5 kahng5 ghang8
    조 cho jo joe4 joh5 jho6 choh8 jou8 zo8
    윤 yoon yun youn2 yune5 yeun7
    장 jang chang jhang5 zhang6 jahng6 zang7
    임림 lim im yim1 rim1 leem4 rhim5 leam7 ihm7 yeem7
    한 han hahn4 hann6 haan6
    오 oh o ou6 ohe6 oe7
    서 seo suh so1 su4 sur5 sea7
    신 shin sin sheen5 sihn6 shinn7
    권 kwon gwon2 kweon3 kwun5 gweon6 guon8
    황 hwang whang2 hoang5 huang6
    안 an ahn ann5 anh6
    전 jeon jun chun1 jon1 chon1 cheon2 jeun6 john8
    유류 yoo yu ryu1 you2 ryoo4 lyu4 yoou8 lew7 yeu8 liu7 rhyu8
    고 ko koh1 go2 goh4 kho7
    양량 yang ryang3 lyang6 young6 yaung6
    손 son sohn1 shon6 soun7 sun7
    배 bae pae1 bai4 pai5 bea6 bay7 bei8
    백 baek paek1 paik2 baik2 back3 beak6 paick7 pack8
    허 heo huh hur ho1 her3 hu4 hoh7 heoh8
    노로 noh roh no ro1 rho4 nho6 lho8 loh8
    나라 na ra1 nah4 la4 rha5 rah6
    우 woo wu2 u1 wo5 ou7
    주 joo ju chu1 choo3 jou6 zoo8 joh8
    구 koo ku gu2 goo3 khu8 kou8
    엄 um eom uhm2 om1 eum3 oum7 ohm8 aum7
    여려 yeo ryo1 yo1 yuh3 yu5 ryeo3 yea7 yeu7 lyo8
    염렴 yeom yum ryom1 yom1 youm4 yeum6 ryeom4
    육륙 yook yuk ryuk2 youk6
    채 chae chai3 che6 chea7 tchae8
    차 cha char5 tcha6 tchah6 chah7
    추 choo chu chou5 cho6 chew7
    어 eo uh1 o2 eoh5 auh7 au7
    은 eun un2 en6
    음 eum um2
    설 seol sul sol1 seul4 sel7
    성 sung seong song1 soung4 seoung6 seung5
    송 song soung5 shong6 sohng7
    석 seok suk sok1 seog5 suck6 seuk6
    방 bang pang1 bahng5 bhang7
    반 ban pan1 bahn4 bhan7 van8
    지 ji jee1 chi1 gi6 gee6 chee5
    진 jin chin1 jean5 jhin5 gin6
    제 je jae2 che1 jea6
    위 wi wee2 we6 wie6 wei7
    사공 sagong sakong1
    선우 sunwoo seonwoo1 seonu2 sonu2 sonwoo4 sunoo5 sunwu5
    남궁 namgung namkung1 namgoong1 namkoong1 namgoung6
    제갈 jegal jaegal1 chegal2 jekal3 jaekal4
    독고 dokgo dokko1 tokko2 tokgo3 dokgoh5
    황보 hwangbo whangbo2 hwangpo4
    어금 eogeum ogum2 eokeum3
    탁 tak thak2 tark5 tack5 tag5 tahk6
    피 pi pee2 phi2 phee6
    왕 wang whang5 woang6
    맹 maeng meang6 maing7 meng7
    옥 ok ock4 og5 ohk5 oak6
    온 on ohn4 eon5 onn6
    홍 hong houng5 heung6 heong6 hung7
    문 moon mun mon5 moun6
    남 nam nahm4 nham5 nan7 lam7
    심 shim sim sym5 seem6 sihm7
    민 min minn5 mihn5 meen6
    하 ha hah4 har5 hwa6
    공 kong gong kohng5 ghong5
    원 won weon3 woon4 one5 wun6
    천 cheon chun chon1 chen5 choun6
    함 ham hahm3 harm5 hamm5
    도 do to2 doh4 dho5 doe6
    소 so soh2 sho5 soo6
    기 ki gi kee2 key5 kie6
    표 pyo phyo3 peo6 poy7
    인 in ihn4 yin4 inn6
    모 mo moh3 mho5 moo6
    두 doo du tu1 dou6
    계 kye gye1 kae4 key5 kay5
    시 si shi see3 sea6
    용룡 yong ryong1 young3 lyong5
    연련 yeon yun1 yon1 youn2 ryon1 ryeon3 yeun6
    예례 ye yeh5 yea6 yae6 rye3
    태 tae thae1 tai3 tea5 te6
    국 kook kuk guk2 gook3 cook7
    형 hyung hyeong hyong1 hyoung4
    """

  /// The Cyrillic spellings of the Russian press, and those of the Koreans of the former Union.
  private static let cyrillicRows = """
    김 ким
    이리 ли ри1 и2 лигай6 игай7 ний6
    박 пак бак6
    최 чхве цой1 чой1 чхой2 чве4 че3 чхе2 цхой6 шой8
    정 чон чжон1 чен1 джон2 тен3 чун4 джун4 чжун5 дён5 джонг6 чонг6 чунг6
    강 кан канг5 ган6
    조 чо чжо1 джо2 те3 цо7
    윤 юн
    장 чан чжан1 джан2 тян3 дян6 чанг5 джанг5
    임림 им лим1 рим1
    한 хан
    오 о огай5
    서 со ше4 шегай5 су6 сео4
    신 син шин1
    권 квон куон5 кон6 гвон6
    황 хван хванг6 хон8
    안 ан
    송 сон сонг5
    전 чон чжон1 чен1 джон2 тен3 чун4 джун4
    홍 хон хонг5
    유류 ю рю1 лю2 югай4 люгай6 ню7
    고 ко го5 когай5
    문 мун
    양량 ян рян1 лян3 янг6
    손 сон шон5
    배 пэ бэ4 пе3 бе5 пай6 пя6 пягай7
    백 пэк пек2 бэк5 бек6 пяк5 пак7
    허 хо хе2 хегай3 хо1 хур6
    남 нам
    심 сим шим1
    노로 но ро1 ногай6
    나라 на ра1 нагай6
    차 чха ча1 тя6 цха6
    천 чхон чон1 чхен1 чен1 цхон7
    채 чхэ чхе1 цхай3 че3 чай5
    엄 ом эм3 ем4 оом7
    우 у угай5
    주 чу чжу1 джу2 тю4 дю6
    지 чи чжи1 джи2 ти4 ди6
    진 чин чжин1 джин2 тин4
    여려 ё рё1 егай5 йо3
    염렴 ём рём1 йом3
    태 тхэ тэ2 тхай3 тай4 тхе2 те4
    곽 квак
    마 ма магай6
    """

  private static func table(_ rows: String) -> [String: [Spelling]] {
    var out: [String: [Spelling]] = [:]
    for row in rows.split(separator: "\n") {
      let words = row.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { continue }
      let list = [Spelling](list: String(words[1])).tidied
      let names = String(words[0])
      if names.count == 2, !doubles.contains(names) {
        for name in names { out[String(name)] = list }
      } else {
        out[names] = list
      }
    }
    return out
  }

  private static let latinTable = table(latinRows)
  private static let cyrillicTable = table(cyrillicRows)

  /// The usual Latin spellings of a family name, by the table or by the rules for any syllable.
  static func latin(_ family: [HangulSyllable]) -> [Spelling] {
    if family.isEmpty { return [Spelling("")] }
    return latinTable[family.text] ?? HabitualLatin.family(family)
  }

  static func cyrillic(_ family: [HangulSyllable]) -> [Spelling] {
    if family.isEmpty { return [Spelling("")] }
    return cyrillicTable[family.text] ?? CyrillicHangul.family(family)
  }
}
