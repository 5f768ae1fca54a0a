/// Words of English and Russian that a Korean name spells when its two parts run together: "Рисунок"
/// is a drawing before it is Ри Сунок, "chosen" is no Cho Sen.
///
/// Found by writing 370,000 names in all their variants and looking them up in the word lists of
/// Debian's packages wamerican and hunspell-ru.
enum EverydayWords {
  /// Whether the letters of a variant without its gap are such a word: it then stands for the name
  /// only where it is written in two.
  static func contains(_ units: [FoldedUnit]) -> Bool {
    var hash = Lexicon.seed
    var letters = 0
    for unit in units where unit.isFirst {
      hash = Lexicon.add(unit.strict, to: hash)
      letters += 1
      if letters > longest { return false }
    }
    return hashes.contains(hash)
  }

  private static let hashes = Set(words.map(Lexicon.hash))
  private static let longest = words.map(\.unicodeScalars.count).max() ?? 0

  private static let words = Set(
    """
    aback achoo aerate aerie aline alumna amigo amino anchor anchorman andante angel anion anise
    annul aurae backbit backhoe backlog backup bagel ballpark balsa banana bangle banjo banshee
    bantam banyan basin bayou beaching beaten began bison bolero bongo bookie bosun burro caesura
    casein casino chain chair chaise change charge chase chased chateau cheese chichi chide chile
    chili chilli chime china chino chisel choir choke choose chore chose chosen chute cilia cocoa
    counsel cousin curio dacha daemon damsel damson denim dhoti divan dogma donkey dosed douche
    doyen dozing dunno eerie gamin gamma ganglia ganglion gaucho geese gimme godson gondola gonna
    gonzo goose gotcha guise gulag habit haiku hairdo halogen halon hankie hansom happen harden
    harem harpoon hazing henna herbal hermit hernia hogan hokey hokum homie honcho hookey hoorah
    hosanna hotel human humeri humid hurray hyena incise interim irate jangle japan jinni joule
    jungle junkie kazoo khaki kinda kiwis koala kookie kopek kosher laden lagoon lampoon lathe
    leeching lemma lemon liaison lichee lichen liken limbo limit limpid lingo lipid lithe login
    logon machine macho macro madam maggot magma mahjong maiden maize mango mania manikin manna
    maria marina maroon mason mayor melee merino miner minim minion minor minute misdo mocha modal
    model modem mogul mongeese monkey monsoon mooching moonshine moose moray moron mosaic motel
    motor mountain munching mundane nabob nacho natal niacin niche nodal noise nosed onion origin
    paean pagan panda panel panic pannier parcel parka parson payee peewee pepsin pewee phalli
    photo pigeon pilau pinion pinkie pinnate pinto pipit piton poise poison pokey polio poncho
    pupae puree rabid radar radon ragtag raise raisin rapid rayon razing reason resin rhino risen
    robin rodeo roman rookie rosin route rupee sahib salami saline salon saloon sampan saree
    sarong satay sauce sauna saute seaman season sedan seethe senate senile senna setback shinbone
    shine shiner shinier shire shogun shone shook shoon shore sigma silvan simian simile singe
    siren sitar sizing soiree sonic soothe suckle suite sullen sultan sundae sunken sunnier
    sunrise sunset sunshine suntan surge surgeon sushi tackle taken taker tango teabag teaching
    tease teepee tempi tenon tepee today togae token tonier torsi torso total touche tougher
    toupee turban ulnae union unison unite unpack unsung uphill urban urchin uteri vandal wanna
    widen widow wigeon wisher wither woman wooden wooer woolen woolie yeoman yeomen yodel yogin
    yokel young
    анданте анилин анион атаман бакан банан банда банджо банка банкир банко банту банчик баран
    бархан басок басон бекон бемит бетаин бетон бонмо бонна буран бурса бурхан бэисик ванна ватин
    вашим видео видок вилок висок виток волан волна волью ворча гамма гиена гомон гопак гудок
    гумит гурия гусак гусек гусенок далеки далеко дальше декан денно дентин десен джинго джинсы
    джонатан джонка джоуль джунгли догони доиди доити доколь долина дольше домен домина донна
    досель досуха дочерин дурии духан елико имена иначе кабан каима каира каиса камин канва канкан
    канон канталь кантата кантон кантор канун капкан капсель кетен кирха кисель кисет коала кодеин
    кодон коему коими кокаин кокиль кокон колли колок колон колпак колун колчан комар комма комок
    конго конина консоль конто контора конура копир копия корма корье коряк косои кочан кубок
    кукол кулак кулан кулиса кулон кумир кунак купина купон курии курок кусок кучер кюрии ландо
    лесок лиана лидар лилия лиман лимит лимон липси лирик лисенок личина люмен люпин мадам маина
    макси максим малакон малина маман мамин манго манко манна манок манто маран марена марсель
    мартен масел масон матери махина мачеха машина миндаль минер минор минчанка мирра митра модуль
    моему моими мокко морена морион моряк моток мотор мотыль мочои муксун мульча мусор наган наиди
    наими наити накол налеи налечу налим налип намечу намок намучу намяк наори насухо натек наутек
    начеку начин нашим нория носик носок носуха нынче одеон окапи оксим ольха омуль опора оселок
    осенне осина особо оченно павиан павии пальма пальто панда панель панна панно пансион пантеон
    парсек парча педаль пекло пектин перегон перил перина песик песок пиала пикан пикап пикули
    пикуль пилон пилюль пинок писем питон покои полеи полено полечу помимо помин поминки помрете
    помучу понеси пончо попрете пореи посол почин почию радар раджа раджеи раджои радон раику
    раион ранчо ратин рисунок родео рокот роман рондо ротор румян русел русин саами саван садок
    саира салок салон салун саман самим самими санки санок сараи саранча сатин сауна сахарин свеча
    свечу седои седуксен секира секта сектор сельва сельпо сельсин сельчанка семян сенна сенсор
    серин серна силан силок символ симка синель синяк сирена сирин ситар собои собою соиди соити
    сокол соколок солано солгу солитон солка солон сольдо солью сомина сорбит сорви сорго сорок
    сосен сосок сосун сосунок сукин сукно сулои сульсен сусек сухои сучии сытыи такса такси таксон
    талан танго таран тархан татаро тахина телом темен тенор тенорок тесак тесина тетеха тетин
    тиара тимин тинаму типун тиран титан токаи токмо токсин толки толку толок только тонкии торон
    торча тукан тулии туман турии турпан тушин тюрок уголь угони удаль унисон упада урина утеха
    утончен ученик хабар хаджи ханты хвачу хитин ходок ходули ходуль холин хореи хорион хором
    чабан чаику часик часок чачеи чекан черна черно черпак чесанки чесанок чесуча четок чинара
    чинка чиреи чирик чирок чирье чисел чугун чугунок чукча чулан чулок чучел чучело чучхе шимми
    шинель шинок шипун ширина ширма юдоль юнион юнкор
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
