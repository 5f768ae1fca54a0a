extension LexiconData {
  static let english: [(Tags, [String])] = [
    (
      [.title, .stop],
      [
        """
        mr mrs ms miss dr prof professor doctor comrade captain capt colonel col major maj
        lieutenant lt sergeant sgt uncle auntie aunt aunty grandma grandpa brother sister sir madam
        father mother pastor reverend rev nurse officer inspector detective judge
        """
      ]
    ),
    (
      .abbreviation,
      ["mr mrs ms dr prof capt col maj lt sgt rev st г гр тов им ул д кв корп стр пер"]
    ),
    (
      .kin,
      [
        """
        father* mother* parent* brother* sister* son sons daughter* wife wives husband* uncle*
        aunt aunts auntie niece* nephew* cousin* grandfather* grandmother* grandson*
        granddaughter* grandparent* fiance fiancé fiancée stepfather stepmother twin* widow*
        children child kids dad mum mom spouse* sibling* baby relative*
        """
      ]
    ),
    (
      .post,
      [
        """
        manager managers foreman director principal headmaster chairman chairwoman president
        supervisor overseer warden commander captain accountant interpreter translator driver cook
        secretary ambassador consul minister bureau-chief chief boss handler minder engineer
        surgeon dentist doctor nurse teacher pastor owner midwife
        """
      ]
    ),
    (
      .group,
      [
        """
        worker* laborer* labourer* employee* colleague* women men girls boys people persons
        waitress* waiter* soldier* defector* refugee* prisoner* inmate* student* trader* official*
        officer* agent* families family families nurse* doctor* driver* engineer* trainee* cook*
        seamstress* logger* miner* fisherm* sailor* builder* welder* farmer* member* guard* villager*
        passenger* victim* survivor* widows orphans children adults nationals citizens escapee*
        dancers singers athletes programmers koreans
        """
      ]
    ),
    (
      [.month, .stop, .timeWord],
      [
        """
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sept oct nov dec
        """
      ]
    ),
    (
      [.stop, .timeWord],
      ["monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"]
    ),
    (.timeWord, ["yesterday spring summer autumn winter mid-february christmas midnight dawn"]),
    (
      .number,
      [
        """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
        dozen dozens
        """
      ]
    ),
    ([.possessive, .definite], ["my his her their our your its whose"]),
    (.definite, ["the"]),
    (.only, ["only sole lone"]),
    (.most, ["youngest oldest eldest tallest shortest strongest smallest heaviest thinnest"]),
    (
      .comesDown, ["jumped jumps leapt leaped thrown pushed hurled carried brought lowered climbed"]
    ),
    (.from, ["from off"]),
    (.street, ["street avenue lane road boulevard embankment prospekt prospect alley drive"]),
    (.house, ["house flat apartment apt building block entrance"]),
    (.lastDigits, ["ends ending ended digits figures"]),
    (.digit, ["zero oh nought one two three four five six seven eight nine"]),
    (
      .messenger,
      [
        """
        telegram wechat weixin kakaotalk kakao katok whatsapp viber skype qq vk vkontakte signal
        instagram facebook messenger zalo threema icq snapchat line
        """
      ]
    ),
    (.phoneWord, ["phone telephone tel mobile cell cellphone whatsapp fax call sms dial hotline"]),
    (.passportWord, ["passport* visa permit identity"]),
    (.ageWord, ["aged age"]),
    (.introduces, ["named nicknamed surnamed alias"]),
    (.placeWord, ["in at from near around outside to into via inside through towards"]),
    (.and, ["and or with & plus"]),
    (
      .event,
      [
        """
        amputat* explosion exploded avalanche drowned suicide electrocut* frostbit* shipwreck
        hanged beheaded stabbed raped miscarriag* miscarried stillborn arrested
        self-immolat* landslide blinded paralysed paralyzed quadruplets triplets blaze wildfire
        """
      ]
    ),
    (
      .loses,
      [
        """
        lost lose cut severed crushed broke broken injured mangled tore sawed
        fractured fracture fractures shattered
        """
      ]
    ),
    (
      .bodyPart,
      [
        """
        leg legs arm arms hand hands finger fingers foot feet toe toes eye eyes ear ears spine limb
        limbs thumb skull jaw vertebra vertebrae rib ribs pelvis hip collarbone collarbones ankle
        ankles wrist wrists knee knees elbow shoulder shoulders neck teeth
        """
      ]
    ),
    (.height, ["meter metre meters metres storey story stories storeys floor floors feet foot"]),
    (.fall, ["fall fell falling fallen plunged plunge"]),
    (.yearsOld, ["old"]),
    (.yearUnit, ["year years"]),
    (.copula, ["is was called"]),
    (.ordinal, ["second third fourth fifth sixth seventh eighth ninth tenth top"]),
    (
      .stop,
      [
        """
        i the a an this that these those he she it we they you my your his her our their one some
        no not in on at to from for by with and or but if when while as so then there here what who
        where why how all any each every both more most many much other another such only also even
        just after before since until because although however therefore thus yes see note for is
        are was were be been being do does did have has had will would can could shall should may
        might must let us please first second third last next new old
        north south east west northern southern eastern western central upper lower great united
        korea korean koreans china chinese russia russian russians japan japanese america american
        mongolia mongolian europe european asia asian africa african germany german france french
        britain british england english vietnam vietnamese thailand thai laos angola angolan poland
        polish malaysia kuwait qatar ukraine dprk rok prc usa uk eu un ngo rfa
        republic federation ministry minister party workers committee department bureau university
        institute school college hospital company corporation co ltd inc group agency office
        embassy consulate council commission association foundation society international national
        state central government people peoples human rights watch street avenue road river lake
        mountain mount island sea ocean bay bridge square station airport hotel restaurant church
        center centre project free software foundation license general public version chapter
        section figure table appendix page web internet linux windows debian gnu unix mac google
        microsoft server security system army navy force forces police court supreme world war news
        board policy policies open doors door gates gate plan plans programme programs act rules rule
        report reports unit team club union fund bank house home field day night data code safety
        daily times post press radio media channel god lord bible christmas easter christian
        christians covid telegram facebook twitter instagram youtube video
        """
      ]
    ),
  ]
}
