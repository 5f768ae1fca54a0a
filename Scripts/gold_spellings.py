#!/usr/bin/env python3
"""Writes spellings of invented names that our own generators had no part in.

Development-time only. The spellings come from programs of others and from a list written by hand;
the names are invented. Writes Tests/AnonymityBench/Gold/spellings.tsv: class, what is listed, the
spelling, and who made it. Needs ICU's `uconv` and, from PyPI,

    hangul-romanize 0.1.0, koroman 1.0, korean_romanizer 0.28, Unidecode 1.4,
    hanja 0.15, pypinyin 0.55, pytrovich 0.2, pymorphy3 2.0, transliterate 1.10, cyrtranslit 1.2

Only their output stands in the file. What a program plainly gets wrong is left out here, by rule,
with the reason. (kroman, which types the keys of a keyboard, is no romanisation and not used.)
"""

import pathlib
import re
import subprocess

import cyrtranslit
import hanja
import koroman
import pymorphy3
import transliterate
from hangul_romanize import Transliter
from hangul_romanize.rule import academic
from korean_romanizer.romanizer import Romanizer
from pypinyin import Style, lazy_pinyin
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker
from unidecode import unidecode

OUT = pathlib.Path(__file__).parent.parent / "Tests/AnonymityBench/Gold/spellings.tsv"

# Family name, given name, and the same in Han.
KOREAN = """
김 철수 金 哲洙 | 이 은혜 李 恩惠 | 박 성민 朴 成民 | 최 영호 崔 永浩 | 정 미경 鄭 美京 | 강 동혁 姜 東赫
조 광일 趙 光日 | 윤 순옥 尹 順玉 | 장 명철 張 明哲 | 림 춘희 林 春姬 | 한 설송 韓 雪松 | 오 금란 吳 金蘭
서 혁철 徐 赫哲 | 신 복순 申 福順 | 권 용남 權 龍男 | 황 진이 黃 眞伊 | 안 경애 安 敬愛 | 송 철만 宋 鐵萬
류 은경 柳 銀京 | 홍 길녀 洪 吉女 | 전 학선 全 學善 | 고 영자 高 英子 | 문 태식 文 泰植 | 양 옥희 梁 玉姬
손 광명 孫 光明 | 배 정숙 裵 貞淑 | 백 남철 白 南哲 | 허 준혁 許 俊赫 | 유 성일 劉 成日 | 남궁 민철 南宮 敏哲
심 창수 沈 昌洙 | 노 일남 盧 一男 | 하 영심 河 英心 | 곽 범기 郭 範基 | 성 혜림 成 惠林 | 차 승원 車 勝元
주 상성 朱 霜成 | 우 동측 禹 東測 | 구 본태 具 本泰 | 민 병철 閔 炳哲 | 진 선녀 陳 善女 | 엄 윤철 嚴 潤哲
채 희정 蔡 喜貞 | 원 동연 元 東淵 | 천 금실 千 金實 | 방 학세 方 學世 | 공 정철 孔 正哲 | 현 송월 玄 松月
함 영주 咸 英珠 | 변 인선 邊 仁善 | 염 철성 廉 哲成 | 여 운복 呂 雲福 | 추 미란 秋 美蘭 | 도 경희 都 京姬
소 명하 蘇 明河 | 석 지영 石 智英 | 선우 옥 鮮于 玉 | 마 원춘 馬 元春 | 표 창근 表 昌根 | 명 계남 明 桂男
"""
# Surname, given name, patronymic, sex.
RUSSIAN = """
Орлов Павел Сергеевич m | Щербакова Наталья Юрьевна f | Ковальчук Дмитрий Олегович m
Жуковская Ольга Игоревна f | Лебедев-Снегирёв Пётр Андреевич m | Соловьёв Артём Ильич m
Чернышёва Евгения Львовна f | Цветаев Юрий Фёдорович m | Белых Анна Матвеевна f
Хохлов Андрей Яковлевич m | Громыхалова Екатерина Павловна f | Яблоков Лев Никитич m
Подъячев Илья Васильевич m | Эйдельман Марк Борисович m | Саввина-Рощина Вера Кузьминична f
Шевченко Тарас Григорьевич m | Ющенков Михаил Аркадьевич m | Рябоконь Любовь Савельевна f
Живаго Антон Лукич m | Толстых Семён Егорович m | Мещеряков Геннадий Эдуардович m
Воробей Мария Тимофеевна f | Заяц Роман Ефимович m | Кузнецов Фёдор Захарович m
Долгорукий Никита Всеволодович m | Пахомова Дарья Святославовна f | Цой Виктор Робертович m
Ким Светлана Енчеровна f | Пак Валерий Ченсуевич m | Ли Зоя Дмитриевна f
"""
CHINESE = """
王 建国 | 李 秀英 | 张 伟东 | 刘 晓燕 | 陈 志强 | 杨 玉兰 | 赵 长春 | 黄 丽华 | 周 永康乐 | 吴 桂芳
徐 国栋 | 孙 红梅 | 马 少云 | 朱 雪琴 | 胡 宗南山 | 郭 凤霞 | 何 润生 | 林 秋实 | 罗 盛贤 | 郑 淑珍
欧阳 晓明 | 司马 文远 | 诸葛 青云 | 上官 雨婷 | 吕 绿竹 | 许 世友良 | 谢 觉民 | 冯 玉祥瑞 | 邓 颖君 | 萧 军毅
"""
# By hand: spellings of passports, the press and forms, as the writer of the list has met them.
HAND = """
김철수: Kim Chul-soo, Kim Chulsoo, Kim Cheol Soo, Kim Chol Su, Gim Cheolsu, Kim Ch'ŏl-su, Kim Chol-soo, KIM CHUL SOO, Chul Soo Kim, Chul-soo Kim, Ким Чхоль Су, Ким Чол Су, Ким Чхольсу, Ким Чер Су, Кима Чхоль Су, キム・チョルス, 金哲洙, 김 철수
이은혜: Lee Eun-hye, Lee Eun Hye, Yi Eunhye, Rhee Eun-hye, Ri Un Hye, Li Un Hye, Lee Eunhae, Lee Eun Hae, LEE EUNHYE, Eun-hye Lee, Ли Ын Хе, Ли Ынхе, Ли Ын Хэ, Ри Ын Хе, И Ын Хе, 李恩惠, 리은혜, 이 은혜, イ・ウネ
박성민: Park Sung-min, Park Sung Min, Pak Song Min, Park Seong-min, Bak Seongmin, Park Seongmin, Pak Sŏngmin, PARK SUNGMIN, Sung Min Park, Пак Сон Мин, Пак Сонмин, Пак Сен Мин, 朴成民, パク・ソンミン
최영호: Choi Young-ho, Choi Young Ho, Choe Yong Ho, Choi Yeong-ho, Choe Yeongho, Ch'oe Yŏng-ho, Choi Yongho, CHOI YOUNG HO, Цой Ён Хо, Чхве Ён Хо, Чхве Ёнхо, Чой Ён Хо, チェ・ヨンホ
정미경: Jung Mi-kyung, Jung Mi Kyung, Chung Mi-kyung, Jeong Mi-gyeong, Jeong Migyeong, Jong Mi Gyong, Chong Mi Kyong, Chŏng Mi-gyŏng, Joung Mi Kyung, Чон Ми Гён, Чон Мигён, Чен Ми Ген, チョン・ミギョン
강동혁: Kang Dong-hyuk, Kang Dong Hyuk, Kang Tong Hyok, Gang Donghyeok, Kang Tong-hyŏk, Kang Donghyok, Kang Dong-hyeok, Кан Дон Хёк, Кан Донхёк, Кан Дон Хек
조광일: Cho Kwang-il, Jo Kwang Il, Jo Gwang-il, Cho Gwang Il, Cho Kwangil, Joe Kwang Il, Чо Гван Иль, Чо Кван Ир, Чо Гваниль
윤순옥: Yoon Soon-ok, Yun Sun Ok, Yoon Sun-ok, Yun Sun-ok, Yoon Soonok, Юн Сун Ок, Юн Сунок
장명철: Jang Myung-chul, Jang Myong Chol, Chang Myung-chul, Jang Myeong-cheol, Jang Myeongcheol, Chang Myŏng-ch'ŏl, Чан Мён Чхоль, Чан Мёнчхоль, Тян Мен Чер
림춘희: Lim Chun-hee, Rim Chun Hui, Im Chun-hui, Im Chunhui, Lim Choon Hee, Yim Chun-hee, Лим Чхун Хи, Рим Чхун Хи, Им Чхун Хи, 임춘희
한설송: Han Seol-song, Han Sol Song, Han Sul-song, Han Seolsong, Хан Соль Сон, Хан Сольсон
서혁철: Seo Hyuk-chul, So Hyok Chol, Suh Hyuk-chul, Seo Hyeok-cheol, Seo Hyeokcheol, Со Хёк Чхоль
신복순: Shin Bok-soon, Sin Pok Sun, Shin Bok Sun, Sin Boksun, Shin Pok-sun, Син Бок Сун, Шин Бок Сун
권용남: Kwon Yong-nam, Kwon Yong Nam, Gwon Yongnam, Kwŏn Yong-nam, Kweon Yong Nam, Квон Ён Нам
황진이: Hwang Jin-yi, Hwang Jini, Hwang Jin I, Hwang Chin-i, Whang Jin-yi, Хван Джин И, Хван Чини
안경애: Ahn Kyung-ae, An Kyong Ae, Ahn Kyoung Ae, An Gyeong-ae, An Kyŏng-ae, Ан Гён Э, Ан Кён Э
류은경: Ryu Eun-kyung, Ryu Un Gyong, Yoo Eun-kyung, Yu Eungyeong, Lyu Eun-kyung, Рю Ын Гён, Ю Ын Гён, 유은경
전학선: Jun Hak-sun, Jon Hak Son, Chun Hak-sun, Jeon Hak-seon, Jeon Hakseon, Chŏn Hak-sŏn, Чон Хак Сон
문태식: Moon Tae-sik, Mun Thae Sik, Moon Tae Shik, Mun Taesik, Mun T'ae-sik, Мун Тхэ Сик, Мун Тэ Сик
백남철: Baek Nam-chul, Paek Nam Chol, Paik Nam-chul, Baek Namcheol, Paek Nam-ch'ŏl, Бэк Нам Чхоль, Пэк Нам Чхоль
허준혁: Heo Jun-hyuk, Ho Jun Hyok, Huh Joon-hyuk, Hur Jun Hyuk, Heo Junhyeok, Hŏ Chun-hyŏk, Хо Джун Хёк, Хо Чун Хёк
유성일: Yoo Sung-il, Yu Song Il, Yu Seong-il, You Sung Il, Ryu Song Il, Ю Сон Иль
남궁민철: Namgung Min-chul, Namkoong Min Chul, Namgung Mincheol, Nam Gung Min Chol, Namgoong Minchul, Намгун Мин Чхоль
노일남: Noh Il-nam, Ro Il Nam, Roh Il-nam, No Illam, No Ilnam, Но Иль Нам, Ро Ир Нам, 로일남
곽범기: Kwak Beom-gi, Kwak Pom Gi, Kwak Bum-ki, Gwak Beomgi, Kwak Pŏm-gi, Квак Пом Ги
우동측: Woo Dong-cheuk, U Tong Chuk, Woo Dong Chuk, U Dongcheuk, У Дон Чхык
함영주: Ham Young-ju, Ham Yong Ju, Ham Young Joo, Hahm Young-ju, Хам Ён Джу
염철성: Yeom Chul-sung, Ryom Chol Song, Yum Chul Sung, Yeom Cheolseong, Рём Чхоль Сон, 렴철성
여운복: Yeo Woon-bok, Ryo Un Bok, Yuh Un-bok, Yeo Unbok, Ё Ун Бок, 려운복
Орлов Павел Сергеевич: Pavel Orlov, Pavel Sergeevich Orlov, ORLOV PAVEL, Orlov P. S., P. S. Orlov, Orlov Pavel Sergeyevich, Orlow Pawel, Орлова Павла Сергеевича, Павлу Орлову, Павлом Сергеевичем Орловым, Орлов П.С., П.С. Орлова, Орлове Павле
Щербакова Наталья Юрьевна: Natalia Shcherbakova, Nataliya Shcherbakova, Natalya Shcherbakova, Shcherbakova Natalia Yurievna, Natalia Scherbakova, SHCHERBAKOVA NATALIA, Наталье Юрьевне Щербаковой, Щербакову Наталью, Щербаковой Н. Ю.
Ковальчук Дмитрий Олегович: Dmitry Kovalchuk, Dmitri Kovalchuk, Dmitriy Kovalchuk, Dmitrii Kovalchuk, Kovalchuk D. O., Ковальчука Дмитрия, Дмитрием Ковальчуком
Жуковская Ольга Игоревна: Olga Zhukovskaya, Olga Zhukovskaia, Zhukovskaya Olga Igorevna, Ольги Жуковской, Жуковскую Ольгу
Лебедев-Снегирёв Пётр Андреевич: Petr Lebedev-Snegirev, Pyotr Lebedev-Snegiryov, Peter Lebedev, Петра Лебедева-Снегирёва, Петру Лебедеву, Петром Снегиревым, Лебедева-Снегирева П. А.
Соловьёв Артём Ильич: Artem Solovyov, Artyom Solovyev, Artem Solovev, Artem Soloviev, Artem Solovyev, Артёму Соловьёву, Артемом Соловьевым
Чернышёва Евгения Львовна: Evgeniya Chernysheva, Yevgenia Chernyshova, Evgenia Chernysheva, Евгении Чернышёвой, Евгению Чернышеву
Цветаев Юрий Фёдорович: Yuri Tsvetaev, Yury Tsvetayev, Iurii Tsvetaev, Yuriy Tsvetaev, Юрия Цветаева, Юрием Фёдоровичем Цветаевым
Хохлов Андрей Яковлевич: Andrey Khokhlov, Andrei Khokhlov, Andrej Khokhlov, Андрея Хохлова
Яблоков Лев Никитич: Lev Yablokov, Lev Iablokov, Lev Jablokov, Льва Яблокова, Льву Никитичу Яблокову
Подъячев Илья Васильевич: Ilya Podyachev, Ilia Podiachev, Илью Подъячева, Ильёй Подъячевым
Шевченко Тарас Григорьевич: Taras Shevchenko, Тарасу Шевченко, Тараса Григорьевича Шевченко
Заяц Роман Ефимович: Roman Zayats, Roman Zaiats, Романа Зайца, Роману Зайцу
Цой Виктор Робертович: Viktor Tsoi, Victor Tsoy, Viktor Choi, Виктора Цоя, Виктору Цою, Цоем Виктором
Ким Светлана Енчеровна: Svetlana Kim, Светлане Ким, Светлану Енчеровну Ким
王建国: Wang Jianguo, Wang Jian-guo, WANG Jianguo, Jianguo Wang, Wang Chien-kuo, Wáng Jiànguó, Wang Jian Guo, 王建國
欧阳晓明: Ouyang Xiaoming, Xiaoming Ouyang, Ou-yang Hsiao-ming, OUYANG XIAOMING, 歐陽曉明, Ōuyáng Xiǎomíng
吕绿竹: Lü Lüzhu, Lv Lvzhu, Lyu Lyuzhu, 呂綠竹
许世友良: Xu Shiyouliang, 許世友良
"""


def items(text):
    return [line.split() for line in text.replace("\n", "|").split("|") if line.strip()]


def icu(transform, words):
    out = subprocess.run(["uconv", "-f", "utf8", "-t", "utf8", "-x", transform],
                         input="\n".join(words), text=True, capture_output=True, check=True)
    return out.stdout.split("\n")


rows = {}


def add(kind, listed, spelling, by):
    spelling = re.sub(r"\s+", " ", spelling).strip()
    if spelling and spelling != listed:
        rows.setdefault((listed, spelling), (kind, by))


def latin(kind, listed, family, given, by):
    """The orders and the joints in which one romanisation is met."""
    family, given = family.strip().capitalize(), given.strip()
    joined = given.replace("-", "").capitalize()
    for text in (f"{family} {joined}", f"{joined} {family}"):
        add(kind, listed, text, by)
    if "-" in given:
        parts = given.split("-")
        add(kind, listed, f"{family} {given.capitalize()}", by)
        add(kind, listed, f"{family} {' '.join(p.capitalize() for p in parts)}", by)
        add(kind, listed, f"{family.upper()} {given.capitalize()}", by)


def korean():
    people = [(f, g, hf + hg) for f, g, hf, hg in items(KOREAN)]
    academic_rules = Transliter(academic)
    programs = (
        ("revised", "hangul-romanize", academic_rules.translit),
        ("revised", "koroman", koroman.romanize),
        ("revised", "koroman, letters", lambda t: koroman.romanize(
            t, use_pronunciation_rules=False)),
        ("revised", "korean_romanizer", lambda t: Romanizer(t).romanize()),
        ("letter by letter", "Unidecode", unidecode),
    )
    whole = {}
    for transform, kind in (("Korean-Latin/BGN", "McCune-Reischauer"),
                            ("Hangul-Latin", "letter by letter")):
        texts = [t for f, g, _ in people for t in (f, g, " ".join(g), f + g)]
        made = icu(transform, texts)
        whole[transform] = (kind, dict(zip(texts, made)))
    for family, given, han in people:
        name = family + given
        for kind, by, spell in programs:
            syllables = "-".join(spell(s) for s in given)
            latin(kind, name, spell(family), syllables, by)
            latin(kind, name, spell(family), spell(given).replace("-", ""), by)
            latin(f"Han read: {kind}", han, spell(family), syllables, by)
        for transform, (kind, made) in whole.items():
            by = f"ICU {transform}"
            latin(kind, name, made[family], made[" ".join(given)].replace(" ", "-"), by)
            latin(kind, name, made[family], made[given], by)
        # Readings by character, without the rule for the first sound of a word.
        add("Han read: Hangul", han, hanja.translate(han, "substitution"), "hanja")
        add("Han read: Hangul", han, name, "the list of names")
        for style in (Style.NORMAL, Style.TONE, Style.TONE3):
            parts = lazy_pinyin(han, style=style)
            cut = len(family)
            latin("pinyin of Korean Han", han, "".join(parts[:cut]), "-".join(parts[cut:]),
                  "pypinyin")


CASES = {"gent": Case.GENITIVE, "datv": Case.DATIVE, "accs": Case.ACCUSATIVE,
         "ablt": Case.INSTRUMENTAL, "loct": Case.PREPOSITIONAL}


def russian():
    maker = PetrovichDeclinationMaker()
    morph = pymorphy3.MorphAnalyzer()
    tags = {"Surn": 0, "Name": 1, "Patr": 2}
    for surname, given, patronymic, sex in items(RUSSIAN):
        name = f"{surname} {given} {patronymic}"
        gender = Gender.MALE if sex == "m" else Gender.FEMALE
        for tag, case in CASES.items():
            parts = [maker.make(p, gender, case, w) for p, w in (
                (NamePart.LASTNAME, surname), (NamePart.FIRSTNAME, given),
                (NamePart.MIDDLENAME, patronymic))]
            # pytrovich declines the fleeting vowels of few names.
            for text in (" ".join(parts), f"{parts[1]} {parts[0]}", f"{parts[0]} {parts[1]}",
                         f"{parts[0]} {given[0]}. {patronymic[0]}.",
                         f"{given[0]}.{patronymic[0]}. {parts[0]}"):
                add("Russian cases", name, text, "pytrovich")
            words = []
            for word, wanted in zip((surname, given, patronymic), tags):
                number = {"sing", "masc" if sex == "m" else "femn"}
                found = [p for p in morph.parse(word)
                         if wanted in p.tag and number <= set(p.tag.grammemes)
                         and p.tag.case == "nomn"]
                form = found and found[0].inflect({tag, "sing"})
                words.append(form.word.capitalize() if form else None)
            if all(words):
                for text in (" ".join(words), f"{words[1]} {words[2]} {words[0]}",
                             f"{words[1]} {words[0]}"):
                    add("Russian cases", name, text, "pymorphy3")
        names = [surname, given, patronymic]
        for by, spell in (
                ("cyrtranslit", lambda t: cyrtranslit.to_latin(t, "ru")),
                ("transliterate", lambda t: transliterate.translit(t, "ru", reversed=True)),
                ("Unidecode", unidecode),
                ("ICU Russian-Latin/BGN", lambda t: icu("Russian-Latin/BGN", [t])[0]),
                ("ICU Cyrl-Latn", lambda t: icu("Cyrl-Latn", [t])[0])):
            s, g, p = (spell(n) for n in names)
            for text in (f"{s} {g} {p}", f"{g} {s}", f"{s} {g}", f"{g} {p} {s}", f"{s} {g[0]}. {p[0]}."):
                add("Cyrillic to Latin", name, text, by)


def chinese():
    for family, given in items(CHINESE):
        name = family + given
        cut = len(family)
        for kind, style in (("pinyin", Style.NORMAL), ("pinyin with tones", Style.TONE),
                            ("pinyin with tones", Style.TONE3), ("Wade-Giles", Style.WADEGILES)):
            parts = lazy_pinyin(name, style=style)
            if style == Style.WADEGILES:
                # The program writes v for the ü of this system.
                parts = [p.replace("v", "ü") for p in parts]
            latin(kind, name, "".join(parts[:cut]), "-".join(parts[cut:]), "pypinyin")
        other = icu("Hans-Hant", [name])[0]
        add("other Han", name, other, "ICU Hans-Hant")
        add("other Han", other, name, "ICU Hant-Hans")
        parts = lazy_pinyin(name)
        latin("pinyin", other, "".join(parts[:cut]), "-".join(parts[cut:]), "pypinyin")
        made = icu("Han-Latin", list(name))
        latin("pinyin with tones", name, "".join(made[:cut]), "".join(made[cut:]), "ICU Han-Latin")


def by_hand():
    for line in HAND.strip().splitlines():
        listed, _, spellings = line.partition(": ")
        for spelling in spellings.split(", "):
            script = ("Cyrillic" if re.search("[А-я]", spelling)
                      else "Latin" if re.search("[A-Za-z]", spelling) else "other")
            origin = ("Korean" if re.search("[가-힣]", listed)
                      else "Russian" if re.search("[А-я]", listed) else "Chinese")
            add(f"by hand: {origin} in {script}", listed, spelling, "hand")


by_hand()
korean()
russian()
chinese()
OUT.parent.mkdir(parents=True, exist_ok=True)
with OUT.open("w", encoding="utf-8") as file:
    for (listed, spelling), (kind, by) in sorted(
            rows.items(), key=lambda r: (r[1][0], r[0])):
        file.write(f"{kind}\t{listed}\t{spelling}\t{by}\n")
print(f"{len(rows)} spellings of {len({l for l, _ in rows})} names")
