// swift-format-ignore-file

/// Divisions and regions written by hand, in en, ko, zh, ru, ja. A `*` marks a city that is a
/// division of its own. A division without names is only known by its region.
enum RungData {
  static let continents = """
AF | Africa | 아프리카 | 非洲 | Африка | アフリカ
AN | Antarctica | 남극 | 南极洲 | Антарктида | 南極
AS | Asia | 아시아 | 亚洲 | Азия | アジア
EU | Europe | 유럽 | 欧洲 | Европа | ヨーロッパ
NA | North America | 북아메리카 | 北美洲 | Северная Америка | 北アメリカ
OC | Oceania | 오세아니아 | 大洋洲 | Океания | オセアニア
SA | South America | 남아메리카 | 南美洲 | Южная Америка | 南アメリカ
"""

  /// Further names by which a country is written.
  static let otherNames = """
KP | DPRK | D.P.R.K. | 조선 | 조선민주주의인민공화국 | 공화국 | 이북 | 北韩 | 北韓 | 北朝鲜 | 朝鮮 | Северная Корея | 조국
KR | ROK | 남조선 | 대한민국 | 韩国 | 韓國 | 南韩 | 南朝鲜 | Южная Корея | 이남
CN | PRC | 중화인민공화국 | 中華 | 中國 | КНР
RU | 로씨야 | 로시야 | 쏘련 | 소련 | РФ | Российская Федерация | Russian Federation | 俄國 | 俄国 | 俄联邦
MN | 몽고 | 蒙古国
VN | 윁남 | 월남
"""

  static let regions = """
CN | cn-northeast | northeastern China | 중국 동북부 | 中国东北 | северо-восток Китая | 中国東北部
CN | cn-north | northern China | 중국 화북 지역 | 中国华北 | север Китая | 中国北部
CN | cn-east | eastern China | 중국 동부 | 中国华东 | восток Китая | 中国東部
CN | cn-central | central China | 중국 중부 | 中国中部 | центральный Китай | 中国中部
CN | cn-south | southern China | 중국 남부 | 中国南方 | юг Китая | 中国南部
CN | cn-southwest | southwestern China | 중국 서남부 | 中国西南 | юго-запад Китая | 中国南西部
CN | cn-northwest | northwestern China | 중국 서북부 | 中国西北 | северо-запад Китая | 中国北西部
RU | ru-east | the Russian Far East | 러시아 극동 | 俄罗斯远东 | российский Дальний Восток | ロシア極東
RU | ru-siberia | Siberia | 시베리아 | 西伯利亚 | Сибирь | シベリア
RU | ru-urals | the Urals | 우랄 지역 | 乌拉尔地区 | Урал | ウラル地方
RU | ru-volga | the Volga region | 볼가강 유역 | 伏尔加河流域 | Поволжье | ヴォルガ地方
RU | ru-northwest | northwestern Russia | 러시아 북서부 | 俄罗斯西北部 | северо-запад России | ロシア北西部
RU | ru-central | central Russia | 러시아 중부 | 俄罗斯中部 | центральная Россия | ロシア中部
RU | ru-south | southern Russia | 러시아 남부 | 俄罗斯南部 | юг России | ロシア南部
KP | kp-northeast | northeastern North Korea | 북한 동북부 | 朝鲜东北部 | северо-восток КНДР | 北朝鮮北東部
KP | kp-northwest | northwestern North Korea | 북한 서북부 | 朝鲜西北部 | северо-запад КНДР | 北朝鮮北西部
KP | kp-southwest | southwestern North Korea | 북한 서남부 | 朝鲜西南部 | юго-запад КНДР | 北朝鮮南西部
KP | kp-east | eastern North Korea | 북한 동부 | 朝鲜东部 | восток КНДР | 北朝鮮東部
KR | kr-capital | the capital area of South Korea | 한국 수도권 | 韩国首都圈 | столичный регион Южной Кореи | 韓国首都圏
KR | kr-northeast | northeastern South Korea | 한국 동북부 | 韩国东北部 | северо-восток Южной Кореи | 韓国北東部
KR | kr-central | central South Korea | 한국 중부 | 韩国中部 | центр Южной Кореи | 韓国中部
KR | kr-southwest | southwestern South Korea | 한국 서남부 | 韩国西南部 | юго-запад Южной Кореи | 韓国南西部
KR | kr-southeast | southeastern South Korea | 한국 동남부 | 韩国东南部 | юго-восток Южной Кореи | 韓国南東部
"""

  static let divisions = """
CN | Liaoning | cn-northeast | Liaoning | 랴오닝성 | 辽宁省 | Ляонин | 遼寧省
CN | Jilin Sheng | cn-northeast | Jilin province | 지린성 | 吉林省 | провинция Гирин | 吉林省
CN | Heilongjiang Sheng | cn-northeast | Heilongjiang | 헤이룽장성 | 黑龙江省 | Хэйлунцзян | 黒竜江省
CN | Beijing | cn-north | *Beijing | 베이징 | 北京 | Пекин | 北京
CN | Tianjin Shi | cn-north | *Tianjin | 톈진 | 天津 | Тяньцзинь | 天津
CN | Hebei | cn-north | Hebei | 허베이성 | 河北省 | Хэбэй | 河北省
CN | Shanxi Sheng | cn-north | Shanxi | 산시성 | 山西省 | Шаньси | 山西省
CN | Inner Mongolia | cn-north | Inner Mongolia | 네이멍구 자치구 | 内蒙古 | Внутренняя Монголия | 内モンゴル自治区
CN | Shanghai Shi | cn-east | *Shanghai | 상하이 | 上海 | Шанхай | 上海
CN | Jiangsu Sheng | cn-east | Jiangsu | 장쑤성 | 江苏省 | Цзянсу | 江蘇省
CN | Zhejiang Sheng | cn-east | Zhejiang | 저장성 | 浙江省 | Чжэцзян | 浙江省
CN | Anhui Sheng | cn-east | Anhui | 안후이성 | 安徽省 | Аньхой | 安徽省
CN | Fujian | cn-east | Fujian | 푸젠성 | 福建省 | Фуцзянь | 福建省
CN | Jiangxi Sheng | cn-east | Jiangxi | 장시성 | 江西省 | Цзянси | 江西省
CN | Shandong Sheng | cn-east | Shandong | 산둥성 | 山东省 | Шаньдун | 山東省
CN | Henan Sheng | cn-central | Henan | 허난성 | 河南省 | Хэнань | 河南省
CN | Hubei | cn-central | Hubei | 후베이성 | 湖北省 | Хубэй | 湖北省
CN | Hunan | cn-central | Hunan | 후난성 | 湖南省 | Хунань | 湖南省
CN | Guangdong | cn-south | Guangdong | 광둥성 | 广东省 | Гуандун | 広東省
CN | Guangxi Zhuangzu Zizhiqu | cn-south | Guangxi | 광시 좡족 자치구 | 广西 | Гуанси | 広西チワン族自治区
CN | Hainan | cn-south | Hainan | 하이난성 | 海南省 | Хайнань | 海南省
CN | Chongqing Shi | cn-southwest | *Chongqing | 충칭 | 重庆 | Чунцин | 重慶
CN | Sichuan | cn-southwest | Sichuan | 쓰촨성 | 四川省 | Сычуань | 四川省
CN | Guizhou Sheng | cn-southwest | Guizhou | 구이저우성 | 贵州省 | Гуйчжоу | 貴州省
CN | Yunnan | cn-southwest | Yunnan | 윈난성 | 云南省 | Юньнань | 雲南省
CN | Tibet Autonomous Region | cn-southwest | Tibet | 티베트 자치구 | 西藏 | Тибет | チベット自治区
CN | Shaanxi | cn-northwest | Shaanxi | 산시성(陝西) | 陕西省 | Шэньси | 陝西省
CN | Gansu Sheng | cn-northwest | Gansu | 간쑤성 | 甘肃省 | Ганьсу | 甘粛省
CN | Qinghai Sheng | cn-northwest | Qinghai | 칭하이성 | 青海省 | Цинхай | 青海省
CN | Ningxia Huizu Zizhiqu | cn-northwest | Ningxia | 닝샤 후이족 자치구 | 宁夏 | Нинся | 寧夏回族自治区
CN | Xinjiang Uygur Zizhiqu | cn-northwest | Xinjiang | 신장 위구르 자치구 | 新疆 | Синьцзян | 新疆ウイグル自治区
KP | Pyongyang | kp-southwest | *Pyongyang | 평양 | 平壤 | Пхеньян | 平壌
KP | P'yongan-namdo | kp-southwest | South Pyongan | 평안남도 | 平安南道 | Южный Пхёнан | 平安南道
KP | Hwanghae-bukto | kp-southwest | North Hwanghae | 황해북도 | 黄海北道 | Северный Хванхэ | 黄海北道
KP | Hwanghae-namdo | kp-southwest | South Hwanghae | 황해남도 | 黄海南道 | Южный Хванхэ | 黄海南道
KP | P'yongan-bukto | kp-northwest | North Pyongan | 평안북도 | 平安北道 | Северный Пхёнан | 平安北道
KP | Chagang-do | kp-northwest | Jagang | 자강도 | 慈江道 | Чаган | 慈江道
KP | Hamgyong-bukto | kp-northeast | North Hamgyong | 함경북도 | 咸镜北道 | Северный Хамгён | 咸鏡北道
KP | Yanggang-do | kp-northeast | Ryanggang | 양강도 | 两江道 | Янгандо | 両江道
KP | Rason | kp-northeast | *Rason | 라선 | 罗先 | Расон | 羅先
KP | Hamgyong-namdo | kp-east | South Hamgyong | 함경남도 | 咸镜南道 | Южный Хамгён | 咸鏡南道
KP | Kangwon-do | kp-east | Kangwon (North Korea) | 북한 강원도 | 朝鲜江原道 | Канвондо (КНДР) | 北朝鮮江原道
KR | Seoul | kr-capital | *Seoul | 서울 | 首尔 | Сеул | ソウル
KR | Incheon | kr-capital | *Incheon | 인천 | 仁川 | Инчхон | 仁川
KR | Gyeonggi-do | kr-capital | Gyeonggi | 경기도 | 京畿道 | Кёнгидо | 京畿道
KR | Gangwon-do | kr-northeast | Gangwon | 강원도 | 江原道 | Канвондо | 江原道
KR | Chungcheongbuk-do | kr-central | North Chungcheong | 충청북도 | 忠清北道 | Чхунчхон-Пукто | 忠清北道
KR | Chungcheongnam-do | kr-central | South Chungcheong | 충청남도 | 忠清南道 | Чхунчхон-Намдо | 忠清南道
KR | Daejeon | kr-central | *Daejeon | 대전 | 大田 | Тэджон | 大田
KR | Jeollabuk-do | kr-southwest | North Jeolla | 전라북도 | 全罗北道 | Чолла-Пукто | 全羅北道
KR | Jeollanam-do | kr-southwest | South Jeolla | 전라남도 | 全罗南道 | Чолла-Намдо | 全羅南道
KR | Gwangju | kr-southwest | *Gwangju | 광주 | 光州 | Кванджу | 光州
KR | Jeju-do | kr-southwest | Jeju | 제주도 | 济州岛 | Чеджудо | 済州島
KR | Gyeongsangbuk-do | kr-southeast | North Gyeongsang | 경상북도 | 庆尚北道 | Кёнсан-Пукто | 慶尚北道
KR | Gyeongsangnam-do | kr-southeast | South Gyeongsang | 경상남도 | 庆尚南道 | Кёнсан-Намдо | 慶尚南道
KR | Busan | kr-southeast | *Busan | 부산 | 釜山 | Пусан | 釜山
KR | Daegu | kr-southeast | *Daegu | 대구 | 大邱 | Тэгу | 大邱
KR | Ulsan | kr-southeast | *Ulsan | 울산 | 蔚山 | Ульсан | 蔚山
RU | Primorskiy | ru-east | Primorye | 연해주 | 滨海边疆区 | Приморский край | 沿海地方
RU | Khabarovsk Krai | ru-east | Khabarovsk Krai | 하바롭스크주 | 哈巴罗夫斯克边疆区 | Хабаровский край | ハバロフスク地方
RU | Amur | ru-east | Amur Oblast | 아무르주 | 阿穆尔州 | Амурская область | アムール州
RU | Sakhalin | ru-east | Sakhalin | 사할린주 | 萨哈林州 | Сахалинская область | サハリン州
RU | Kamtsjatka | ru-east | Kamchatka | 캄차카주 | 堪察加边疆区 | Камчатский край | カムチャツカ地方
RU | Magadan | ru-east | Magadan Oblast | 마가단주 | 马加丹州 | Магаданская область | マガダン州
RU | Sakha | ru-east | Sakha (Yakutia) | 사하 공화국 | 萨哈共和国 | Якутия | サハ共和国
RU | Jewish Autonomous Oblast | ru-east | the Jewish Autonomous Oblast | 유대인 자치주 | 犹太自治州 | Еврейская автономная область | ユダヤ自治州
RU | Chukotskiy Avtonomnyy Okrug | ru-east | Chukotka | 추코트카 | 楚科奇 | Чукотка | チュクチ自治管区
RU | Transbaikal Territory | ru-east | Zabaykalsky Krai | 자바이칼주 | 外贝加尔边疆区 | Забайкальский край | ザバイカリエ地方
RU | Respublika Buryatiya | ru-east | Buryatia | 부랴티야 공화국 | 布里亚特共和国 | Бурятия | ブリヤート共和国
RU | Irkutsk | ru-siberia | Irkutsk Oblast | 이르쿠츠크주 | 伊尔库茨克州 | Иркутская область | イルクーツク州
RU | Krasnoyarskiy | ru-siberia | Krasnoyarsk Krai | 크라스노야르스크주 | 克拉斯诺亚尔斯克边疆区 | Красноярский край | クラスノヤルスク地方
RU | Novosibirsk | ru-siberia | Novosibirsk Oblast | 노보시비르스크주 | 新西伯利亚州 | Новосибирская область | ノヴォシビルスク州
RU | Tomsk | ru-siberia | Tomsk Oblast | 톰스크주 | 托木斯克州 | Томская область | トムスク州
RU | Omsk | ru-siberia | Omsk Oblast | 옴스크주 | 鄂木斯克州 | Омская область | オムスク州
RU | Kemerovo | ru-siberia | Kemerovo Oblast | 케메로보주 | 克麦罗沃州 | Кемеровская область | ケメロヴォ州
RU | Altai Krai | ru-siberia | Altai Krai | 알타이주 | 阿尔泰边疆区 | Алтайский край | アルタイ地方
RU | Altay | ru-siberia | the Altai Republic | 알타이 공화국 | 阿尔泰共和国 | Республика Алтай | アルタイ共和国
RU | Khakasiya | ru-siberia
RU | Tyva | ru-siberia
RU | Sverdlovsk | ru-urals | Sverdlovsk Oblast | 스베르들롭스크주 | 斯维尔德洛夫斯克州 | Свердловская область | スヴェルドロフスク州
RU | Chelyabinsk | ru-urals | Chelyabinsk Oblast | 첼랴빈스크주 | 车里雅宾斯克州 | Челябинская область | チェリャビンスク州
RU | Tjumen | ru-urals | Tyumen Oblast | 튜멘주 | 秋明州 | Тюменская область | チュメニ州
RU | Kurgan | ru-urals
RU | Khanty-Mansiyskiy Avtonomnyy Okrug | ru-urals
RU | Yamalo-Nenetskiy Avtonomnyy Okrug | ru-urals
RU | Tatarstan | ru-volga | Tatarstan | 타타르스탄 공화국 | 鞑靼斯坦 | Татарстан | タタールスタン共和国
RU | Bashkortostan | ru-volga | Bashkortostan | 바시코르토스탄 공화국 | 巴什科尔托斯坦 | Башкортостан | バシコルトスタン共和国
RU | Nizjnij Novgorod | ru-volga | Nizhny Novgorod Oblast | 니즈니노브고로드주 | 下诺夫哥罗德州 | Нижегородская область | ニジニ・ノヴゴロド州
RU | Samara | ru-volga | Samara Oblast | 사마라주 | 萨马拉州 | Самарская область | サマラ州
RU | Perm | ru-volga | Perm Krai | 페름주 | 彼尔姆边疆区 | Пермский край | ペルミ地方
RU | Chuvashia | ru-volga
RU | Kirov | ru-volga
RU | Mariy-El | ru-volga
RU | Mordoviya | ru-volga
RU | Orenburg | ru-volga
RU | Penza | ru-volga
RU | Saratov | ru-volga
RU | Udmurtiya | ru-volga
RU | Ulyanovsk | ru-volga
RU | St.-Petersburg | ru-northwest | *Saint Petersburg | 상트페테르부르크 | 圣彼得堡 | Санкт-Петербург | サンクトペテルブルク
RU | Leningrad | ru-northwest | Leningrad Oblast | 레닌그라드주 | 列宁格勒州 | Ленинградская область | レニングラード州
RU | Arkhangelskaya | ru-northwest
RU | Kaliningrad | ru-northwest
RU | Komi Republic | ru-northwest
RU | Murmansk | ru-northwest
RU | Nenetskiy Avtonomnyy Okrug | ru-northwest
RU | Novgorod | ru-northwest
RU | Pskov | ru-northwest
RU | Republic of Karelia | ru-northwest
RU | Vologda | ru-northwest
RU | Moscow | ru-central | *Moscow | 모스크바 | 莫斯科 | Москва | モスクワ
RU | Moskovskaya | ru-central | Moscow Oblast | 모스크바주 | 莫斯科州 | Московская область | モスクワ州
RU | Belgorod | ru-central
RU | Brjansk | ru-central
RU | Ivanovo | ru-central
RU | Jaroslavl | ru-central
RU | Kaluga | ru-central
RU | Kostroma | ru-central
RU | Kursk | ru-central
RU | Lipetsk | ru-central
RU | Orjol | ru-central
RU | Rjazan | ru-central
RU | Smolensk | ru-central
RU | Tambov | ru-central
RU | Tula | ru-central
RU | Tverskaya | ru-central
RU | Vladimir | ru-central
RU | Voronezj | ru-central
RU | Krasnodarskiy | ru-south | Krasnodar Krai | 크라스노다르주 | 克拉斯诺达尔边疆区 | Краснодарский край | クラスノダール地方
RU | Rostov | ru-south | Rostov Oblast | 로스토프주 | 罗斯托夫州 | Ростовская область | ロストフ州
RU | Adygeya | ru-south
RU | Astrakhan | ru-south
RU | Chechnya | ru-south
RU | Dagestan | ru-south
RU | Ingushetiya | ru-south
RU | Kabardino-Balkariya | ru-south
RU | Kalmykiya | ru-south
RU | Karachayevo-Cherkesiya | ru-south
RU | North Ossetia | ru-south
RU | Stavropol'skiy | ru-south
RU | Volgograd | ru-south
"""
}
