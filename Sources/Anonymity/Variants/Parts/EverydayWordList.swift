/// The words of ``EverydayNames``, by language.
enum EverydayWordList {
  /// First names and surnames that are English words, and what begins English sentences.
  static let english = """
    abbot abbott all also amber america amity and angel another any april are art asia aurora austin
    autumn baby back baker ban banks barber bark basil bass bear been being bell berry best bill bing
    bird bishop black blessing blood bob bone both boy branch bridge bridges brooke brooklyn brooks
    brown buck bud buddy bull bush but butler candy carolina carpenter carter case cash castle
    chance chandler chapel charity charlotte chase chelsea cherish cherry china chip christian church
    clark clay cliff clover collier comfort concord constance cook cooper cotton crane cross crystal
    daisy dale dallas dawn day deacon dean denver destiny don dove drake dream drew duke dusty
    each earl east english eun eve even faith farmer felicity fern field fields finch first fish fisher
    flora florence flowers foot for ford forest fox frank freedom french from frost gang gardener gates
    gene georgia german ginger girl glass glen gloria glory gold goldsmith good grace grant gray green
    grey grove guy had hall ham hand happy hare harmony has have hawk hazel head heath heather here
    hill history holland holly honey honor honour hope house houston hunter india into iris iron israel
    ivy jade jay joe john jordan joy june junior just justice key king
    knight lady lamb lane last laurel law lay liberty like lily lincoln lion little london
    long love low loyal luna made madison main major make man many march mark marsh
    marshall mason may mean melody men mercy miles miller mine minor miracle misty monk moon
    more moss most much must myrtle new next noble none noon north nova old olive one only onto
    other over pack page pang paris park parker parks patience pay peace pearl peg penny phoenix
    pike pond pope poppy porter post potter power powers precious price primrose prince promise
    prudence purity rainy raven ray read reed rice rich rivers rob robin rocky rod root rose rosemary
    royal ruby rush rusty saffron sage said saint salmon sandy savage savannah sawyer sea see
    seen self senior serenity sharp shepherd short silk silver sin sing skip sky slater small smith
    snow sol some son song sonny soon south sparrow star steel stella stone stormy story street strong
    such sue summer summers sun sung sunny swan swift sydney tanner taylor tea temple than that
    thatcher their them then there these they this those tiger time too tower train trinity true truth
    turner tyler under unity valor van verity very victory viola violet virginia wade walker ward
    warden washington waters way weaver webb well wells welsh were west what when where which while
    white wild will willow winter winters wisdom wise with wolf woman women won wood woods wool wren
    wright year you young your yours
    """
  /// First names and surnames that are Russian words, in the nominative.
  static let russian = """
    август аврора агат алмаз апрель баба баран барин белый берег береза блин боб большой
    бондарь борода борщ бояр брат булат бык венера вера верба весна вишня волк воля воробей
    вторник гений глаз голова голубь гончар гора горб город горох горький гость гранит гриб груша губа
    гусар гусь дверь дед деревня добрый дом дорога друг дуб дьяк дядя ель жук журавль забава
    заря заяц зеленый зима злой зоря зуб ива игла изба искра истина июль июнь ия казак калина
    камень капуста карась карп картошка каша ким клен князь коза козел комар конь корова король
    кот кошка красный крест кузнец кулак кум лада лебедь лев лес лесник лето лилия лиса ложка
    лола лошадь луг лук любовь май майя мак малина малый март медведь мельник
    мила милая милый мир мира молодой молот монах море морковь мороз мост мужик муза муха надежда нива
    ника новый нога нож нора нос нота ода озеро окно октябрина окунь орел осень остров охотник пава
    палец пальма пастух пахарь перец петух печь пила пирог писарь плотник победа поле поля пономарь поп
    портной пояс правда пустыня пчела пятница рада радость рая река репа роза роман роса россия
    рука руна рыба рыбак рябина сапог сапожник сват света свобода село сентябрь сила синий сирень слава
    славный сладкий слива собака сокол солдат соловей соль сосна среда старый степь стол столяр
    сторож стул суббота сын тая тема ткач толстой тома тополь топор ухо фея флора фрида хата хлеб
    хозяин царь церковь чайка черный чеснок четверг шапка шея шуба щука эльф эра юнона яблоко ягода
     ян
    """
  /// Two syllables that given names are made of and that make a word: of the Korean dictionary of hunspell,
  /// those met in the Korean documentation of Debian, and words of everyday life.
  static let korean = """
    가구 가나 가능 가도 가로 가상 가야 가을 가정 가지 가진 각서 각자 각종 각주 강가 강제 강조 강한 거대
    거리 거부 거의 겨울 경고 경기 경로 경비 경영 경제 경해 계산 계열 계정 고기 고대 고도 고른 고문 고민
    고사 고생 고성 고수 고용 고운 고장 고전 고정 고지 고향 공간 공동 공민 공백 공부 공식 공유 공장 공중
    공지 공표 공학 공헌 공화 관계 관련 관리 관심 관여 관한 관해 광산 광학 교원 교정 교환 구간 구름 구별
    구분 구성 구식 구운 구조 구해 구현 구형 국가 국경 국제 국한 국화 군대 군인 권리 권장 권한 귀중 귀하
    규모 규정 규제 그녀 그대 그리 그림 그만 그분 근거 금강 금방 금전 금지 기가 기간 기계 기관 기능 기다
    기대 기도 기로 기록 기쁨 기사 기술 기억 기업 기여 기울 기원 기자 기종 기준 기회 길가 길이 깊은 나가
    나래 나무 나쁜 나서 나아 나열 나온 나와 남아 남은 남을 남자 내리 내린 내면 내부 내용 내장 노동 노래
    노을 노인 노트 누락 누른 누리 능한 다면 다수 다운 다정 다중 단계 단련 단비 단서 단순 단일 단자 단종
    단지 달라 달리 달린 대다 대대 대량 대문 대부 대비 대상 대신 대안 대용 대장 대중 대표 대학 대해 대화
    대회 덕분 도구 도로 도록 도와 도움 도중 돌아 동무 동생 동원 동의 동일 동지 두만 라인 로고 루트 리스
    마구 마련 마루 마을 마음 마지 마트 만남 만능 만한 매달 매번 매일 매주 명령 명성 명세 명의 명인 모란
    모리 모아 모양 모여 모은 모음 모인 모조 모집 목록 목소 목표 무관 무리 무상 무선 무언 무효 문고 문구
    문서 문의 문자 문제 문학 문화 미국 미래 미로 미리 미소 미술 미안 미지 민주 바다 바람 바이 방금 방문
    방사 방송 방식 방지 방학 방해 방화 배고 배달 배열 배정 백두 백성 백업 법규 법률 법원 병렬 병사 병원
    보강 보관 보기 보내 보라 보람 보배 보석 보수 보안 보여 보이 보장 보호 복구 복사 복제 본래 본문 본사
    본인 부담 부록 부모 부분 부사 부여 부인 부정 부탁 분리 분명 분배 분산 분석 분야 비교 비상 비용 비유
    비자 비트 비해 비행 빛나 사건 사고 사랑 사례 사상 사서 사실 사업 사용 사원 사이 사인 사전 사지 사진
    사해 사형 사회 상관 상기 상대 상사 상실 상업 상용 상자 상태 상표 상황 새로 새벽 새봄 새해 서로 서면
    서명 서문 서식 서울 선생 선수 선언 선전 선정 선택 선행 선호 설계 설득 설립 설명 설정 성가 성공 성능
    성립 성장 세계 세기 세부 세상 세트 소기 소나 소녀 소년 소련 소리 소모 소문 소비 소설 소스 소식 소유
    소형 손상 손실 손해 송금 송신 수가 수건 수고 수년 수도 수동 수락 수련 수령 수록 수만 수명 수백 수술
    수업 수영 수용 수의 수익 수정 수준 수집 수천 수하 수학 수행 숙련 숙소 순간 순서 순수 순정 슬기 승리
    승인 시간 시계 시내 시도 시민 시인 시장 시해 신경 신고 신규 신문 신분 신중 아내 아람 아래 아름 아야
    아예 아이 아직 안내 안다 안심 안전 안정 애완 약간 약자 약정 양도 양식 어디 어른 어린 어휘 언니 여름
    여부 여분 여성 여유 여자 여정 여행 연구 연길 연도 연락 연산 연한 열거 열성 열의 열정 영광 영문 영양
    영업 영영 영웅 영하 영향 영화 예방 예비 예상 예전 예정 예제 오래 오른 오전 오지 오후 온유 완벽 완성
    완전 요구 요리 요소 요인 요청 요한 요행 용기 용도 용량 용의 용한 용해 우산 우선 우수 우연 우정 우호
    우회 운동 운영 원래 원문 원인 원한 위로 위배 위원 위한 위해 위협 유래 유리 유명 유사 유용 유의 유일
    유지 유학 유형 유효 은신 은하 은행 은혜 응용 의도 의무 의문 의미 의사 의심 의지 의한 의해 이경 이기
    이동 이란 이랑 이루 이모 이분 이설 이슬 이야 이용 이익 이중 이지 이해 이행 인간 인권 인기 인내 인도
    인민 인사 인생 인수 인식 인용 인정 인해 인형 일관 일기 일련 일부 일상 일일 일정 일종 일지 자가 자금
    자동 자리 자선 자세 자식 자연 자원 자유 장군 장미 장벽 장사 장소 장애 재귀 재미 재배 정권 정기 정돈
    정리 정보 정부 정상 정성 정신 정의 정지 정해 정화 제거 제공 제대 제도 제목 제보 제안 제의 제일 제조
    제한 조건 조국 조사 조선 조심 조언 조율 조의 조장 조정 조직 조화 종이 주기 주로 주리 주민 주석 주소
    주의 주인 주장 주제 주화 준비 준수 중간 중계 중고 중국 중복 중의 중인 증가 증명 증상 증진 지가 지나
    지도 지리 지면 지방 지식 지연 지우 지운 지울 지원 지정 지지 지향 지혜 진달 진리 진수 진실 진정 진주
    진행 차례 차별 차이 차지 찬성 찬송 찬양 창의 천명 철도 철학 청구 청년 청소 청춘 초고 초기 초록 초롱
    초보 초원 충돌 충분 충성 치하 태양 택한 평상 평생 평소 평양 평화 푸른 풍부 필수 필연 하늘 하도 하루
    하여 하자 하천 학교 학생 한계 한국 한글 한길 한도 한번 한빛 한솔 한인 한정 한해 항구 항목 해방 해석
    해제 해주 행동 행복 행사 향기 향상 혁명 현금 현대 현상 현실 현안 현재 현지 형식 형제 형태 호수 호스
    호실 호화 호환 화면 화제 환경 환영 환자 황해 회사 회신 회원 효율 후자 후회 훈련 흥미
    """
  /// Two characters that given names are made of and that make a word, or meet in Chinese documentation.
  static let chinese = """
    一一 一天 一小 一开 一文 一新 一方 一步 上帝 上海 业发 东方 东海 中一 中保 中华 中原 中发 中向 中国
    中大 中安 中建 中开 中心 中文 中生 中自 中进 中通 主体 主恩 久保 义一 义和 义文 书中 书记 书香 云南
    云海 人信 人发 人和 人民 伟大 伟平 保安 健康 先生 先进 光复 光明 光荣 全一 全信 全功 全和 全文 全新
    全方 全清 全由 全自 全通 全风 公正 兰花 军人 冬天 冬梅 凤凰 前一 前光 前安 前文 前正 前进 力量 功信
    勇敢 勇气 北京 华东 华南 南京 南海 卫国 原文 原生 友好 友谊 发一 发中 发人 发和 发展 发文 发方 发明
    发生 发音 向一 向上 向前 向文 向远 向阳 和一 和保 和信 和功 和原 和发 和向 和国 和大 和安 和平 和开
    和文 和新 和日 和权 和电 和维 和自 和进 和远 国华 国家 国庆 国强 国民 圣经 基督 复兴 夏天 大利 大同
    大学 大家 大小 大山 大文 大明 大洲 大海 大连 大量 天使 天国 天堂 天天 太阳 好一 好方 学习 学文 学生
    安全 安静 宝玉 宝贝 家和 家安 富强 小华 小和 小姐 小小 小山 小平 小心 小文 小明 小红 小英 小龙 展中
    展开 展文 山东 希望 平原 平壤 平安 平静 幸福 建一 建和 建国 建安 建平 建文 建新 建立 建自 建设 开一
    开发 开心 开成 开文 强大 志一 志中 志信 志和 志愿 志文 忠诚 快乐 思想 恩典 成一 成功 成大 成安 成小
    成文 成长 振兴 文中 文书 文化 文原 文字 文学 文文 文明 文章 新一 新华 新发 新和 新安 新建 新开 新成
    新文 新民 新生 新维 新进 方向 方安 方文 日志 日文 明一 明和 明天 明文 明星 明智 星星 春天 春节 春雨
    晨光 智慧 月亮 朝阳 朝鲜 权人 权利 权力 权文 杜鹃 桂花 梅花 欢乐 欢喜 正义 正向 正好 正文 正日 正直
    步一 步国 步通 民主 民族 永久 永生 永远 江南 江山 河南 泰山 海南 海洋 海燕 爱国 爱好 爱心 爱情 牡丹
    玉米 玫瑰 珍珠 理想 生一 生发 生命 生成 生新 由一 由中 由信 由功 由发 由开 由文 由新 由自 白头 盛文
    真心 真正 真理 石头 秋天 立一 立新 红军 红旗 统一 美丽 美国 美术 聪明 胜利 自强 自由 自立 良好 英文
    荷花 解放 诗文 诚实 超长 跃进 达成 进一 进军 进步 远超 通信 通和 通安 通文 通方 量中 量和 量超 金属
    金步 长城 长文 长春 长江 阳光 雪花 静音 革命 音乐 顺利 飞龙 高兴 高原 高山 高峰 黄河 黄金 龙飞
    """
  /// Words of every paragraph.
  static let everywhere = """
    am an as at be by do go ha he hi i in is it me my no of oh ok on or so to up us we you а бы вы да
    до же за и из ко ли мне мой мы на не ни но он она они от по со та те то ту ты я 가장 거기 경우 계속
    그가 그는 그래 그를 그의 까지 나는 나라 나의 나중 내가 너는 너의 네가 누구 다른 다시 다음 대로 대한
    동안 때문 만약 만큼 많이 매우 모두 물론 바로 보고 보다 부터 사람 아니 아무 아주 안에 안은 안을 안의
    안이 언제 없다 여기 역시 오늘 우리 우린 이는 이다 이를 이름 이미 이번 이상 이에 이유 이의 이전 이제
    이하 이후 있다 자기 자신 자주 저기 저는 정도 제가 조금 지금 처음 하고 하나 하지 한다 한데 함께 항상
    해서 했다 혹시
    """
}
