extension LexiconData {
  static let names: [(Tags, [String])] = [
    (
      .koreanSurname,
      [
        """
        kim gim ghim rhee yi pak park bak choe choi jong jung jeong chung chong kang gang jo cho joe yun
        yoon jang chang rim lim oh seo shin kwon gwon hwang ahn song ryu yoo hong jeon jun ko koh goh mun
        moon yang bae pae baek paek paik hur heo nam sim shim roh noh kwak gwak sung seong cha joo chu
        woo min ryoo ra na jin ji eom om chae won chon cheon bang pang kong gong hyon hyun ham byun pyon
        yeom yom yeo do seok sok sol seol gil kil wi pyo myong myung ki gi ban pan geum kum ok yuk maeng
        je mo namgung namkoong tak guk kuk hwangbo sonu seonu jegal sagong tokko ri lee li
        i o u an so in im ha ma no to to eun un son sin ho ku
        ким пак пэк цой чхве цхай чве чой чон чан кан чо юн лим рим хван хон сим нам квон квак ю ян тэн
        тян хван ли ри ни пе пя ан хан сон о со син но мун мин чу у ко хо ха ку эм ом ден тен шин шим хегай
        цхой ногай огай югай
        """
      ]
    ),
    (
      .ambiguous,
      [
        """
        i o u an so in im ha ma no to son sin do je mo won sung pan ban min ji do park long gang song chang
        ok ki gi li ho sol gil young ham moon pang bang na ra jo cha ни о у но со ли ю ан чан ку хо ха хан
        сон юг ом ден шин же то он
        """
      ]
    ),
    (
      .pinyinSurname,
      [
        """
        wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song
        zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia
        ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin lu hao
        kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin li chang qiao lai gong
        ouyang situ nangong zhuge shangguan piao
        """
      ]
    ),
    (
      .givenName,
      [
        """
        james john robert michael william david richard joseph thomas charles christopher daniel matthew
        anthony donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason
        jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
        gregory alexander patrick jack dennis jerry tyler aaron henry douglas peter adam nathan zachary
        walter harold carl arthur roger keith albert ralph eugene bruce philip simon martin oliver
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
        margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
        sharon cynthia kathleen amy angela shirley anna brenda pamela nicole emma samantha katherine
        christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce
        victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah jane lina alice
        antonio jose juan carlos luis miguel pedro manuel francisco joao paulo ana beatriz hans klaus
        jurgen pierre jean marie claude giovanni marco luca ahmed mohammed muhammad ali hassan hussein
        fatima ibrahim mustafa raphael roland vladimir sergei sergey nikolai ivan dmitri dmitry alexei
        aleksei mikhail viktor victor andrei yuri igor oleg olga tatiana natalia natasha svetlana
        ekaterina marina galina lyudmila irina elena anastasia boris pavel maxim konstantin vasily
        """,
        """
        александр* алексе* анатоли* андре* антон* аркади* артем* борис* вадим* валентин* валери* васили*
        виктор* витали* владимир* владислав* вячеслав* геннади* георги* григори* денис* дмитри* евгени*
        егор* иван* игор* илья ильи илье илью кирилл* константин* леонид* максим* михаил* никит* никола* олег* павел павл*
        петр петра петру петром роман романа роману романом руслан* семен* серге* станислав* степан* тимофе* федор* эдуард* юри* яков*
        анна анны анне анну анной анастаси* валентин* вера веры вере веру верой виктори* галин* дарь* евгени* екатерин* елен* елизавет* зинаид* зоя зои зою
        инна инны инне инну ирин* ксени* ларис* лиди* любов* людмил* маргарит* мария марии марию марья марин* надежд* наталь* нина нины нине нину оксан*
        ольг* полин* раис* светлан* софь* тамар* татьян* юли* саша саши саше сашу маша маши маше машу даша даши даше дашу наташ* лена лены лене лену катя кати кате
        катю ваня вани ване ваню коля коли коле колю оля оли оле олю таня тани тане таню дима димы диме
        """,
      ]
    ),
  ]
}
