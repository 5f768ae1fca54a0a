#!/usr/bin/env python3
"""Writes Sources/Anonymity/Ladder/GazetteerData.swift from GeoNames and CLDR data.

Development-time only; its output is committed. Arguments: the directory with `places.tsv` and
`countries.tsv` (GeoNames, CC BY 4.0), and the directory with Unihan_Readings.txt.bz2 and
Unihan_Variants.txt.bz2 (Debian 12 package `unicode-data`). Needs the Python package `babel`
(CLDR names of countries).

A name is stored as the first 40 bits of the FNV-1a hash of its folded scalars, because a name
is only ever looked up: five bytes whatever its length, found by bisection with no decoding.
The script refuses to write when two different names have one hash.
"""

import base64
import bz2
import collections
import re
import sys
import unicodedata
from pathlib import Path

from babel import Locale

PLACES, UNIHAN = Path(sys.argv[1]), Path(sys.argv[2])
ROOT = Path(__file__).resolve().parent.parent / "Sources/Anonymity"
OUT = ROOT / "Ladder/GazetteerData.swift"

# Countries whose first-level divisions are kept; all others are known as a country only.
WITH_DIVISIONS = ["KP", "KR", "CN", "RU"]
# Countries of which every listed place is kept; elsewhere those of 100,000 people.
NEAR = {"KP", "KR", "CN", "RU", "MN", "JP", "TH", "LA", "VN", "MM", "KH", "HK", "MO", "TW"}
# Countries for whose small places every spelling is kept.
ALL_SPELLINGS = {"KP", "KR", "MN", "LA"}
# Spellings that are words or names of people in the languages we write; never places alone.
WORDS = set(
    "bath best boston bury china come deal dome early east eight grand hall home hope horse hull "
    "island lake land large likely little long lord male many march mobile moon much nice north "
    "orange park pearl reading river sale same santa side south split station street tower union "
    "upper valley van victoria vice west white wells where young kim park lee song chong chang "
    "yang wang kang jang hong ming central general".split())


# --- Folding: the same parts as FoldTable.swift gives, Hangul letter by letter ------------

def fold_data():
    text = (ROOT / "Fold/FoldData.swift").read_text(encoding="utf-8")
    out = {}
    for name, body in re.findall(r'static let (\w+) = """\n(.*?)\n"""', text, re.S):
        out[name] = base64.b64decode(body.replace("\\\n", "").replace("\n", "") + "===")
    return out


def expand(data, width):
    out = []
    for at in range(0, len(data) - width, width + 1):
        out += [int.from_bytes(data[at + 1:at + 1 + width], "little")] * data[at]
    return out


DATA = fold_data()
PAGES, ENTRIES = expand(DATA["pageIndex"], 2), expand(DATA["entries"], 3)
STARTS = [int.from_bytes(DATA["recordStarts"][i:i + 3], "little")
          for i in range(0, len(DATA["recordStarts"]), 3)]
RECORDS = DATA["records"]


def parts(scalar):
    if 0xAC00 <= scalar < 0xD7A4:
        i = scalar - 0xAC00
        letters = [0x1100 + i // 588, 0x1161 + i % 588 // 28]
        return letters + ([0x11A7 + i % 28] if i % 28 else [])
    entry = ENTRIES[PAGES[scalar >> 6] << 6 | scalar & 63]
    kind, number = entry & 31, entry >> 8
    if kind < 9 or number == 0:
        return []
    if number == 1:
        return [scalar]
    at = STARTS[number - 2]
    at += 1 + RECORDS[at]
    return [int.from_bytes(RECORDS[at + 1 + 4 * i:at + 4 + 4 * i], "little")
            for i in range(RECORDS[at])]


def fold(text):
    return tuple(p for c in unicodedata.normalize("NFC", text) for p in parts(ord(c)))


def fnv40(key):
    value = 0xCBF29CE484222325
    for scalar in key:
        for byte in scalar.to_bytes(4, "little"):
            value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value >> 24


# --- Korean readings of Han names ----------------------------------------------------------

def unihan(name, field):
    out = {}
    with bz2.open(UNIHAN / name, "rt", encoding="utf-8") as file:
        for line in file:
            cell = line.rstrip("\n").split("\t")
            if len(cell) == 3 and cell[1] == field:
                out[chr(int(cell[0][2:], 16))] = cell[2].split()
    return out


HANGUL = {c: [r.split(":")[0] for r in v]
          for c, v in unihan("Unihan_Readings.txt.bz2", "kHangul").items()}
TRADITIONAL = {c: [chr(int(x[2:], 16)) for x in v]
               for c, v in unihan("Unihan_Variants.txt.bz2", "kTraditionalVariant").items()}


def reading(char):
    for c in [char] + TRADITIONAL.get(char, []):
        if c in HANGUL:
            return HANGUL[c][0]
    return None


def initial(syllable):
    """The southern form of a first syllable: ㄹ becomes ㄴ or ㅇ, ㄴ before i and y is lost."""
    i = ord(syllable) - 0xAC00
    lead, rest = i // 588, i % 588
    iotated = rest // 28 in (2, 3, 6, 7, 12, 17, 20)
    if lead == 5:
        lead = 11 if iotated else 2
    elif lead == 2 and iotated:
        lead = 11
    return chr(0xAC00 + lead * 588 + rest)


def korean_readings(han):
    syllables = [reading(c) for c in han]
    if None in syllables or len(syllables) < 2:
        return []
    text = "".join(syllables)
    return {text, initial(text[0]) + text[1:]}


# --- Which spellings are kept ---------------------------------------------------------------

def script(text):
    for pattern, name in (("[가-힣]", "hangul"), ("[ぁ-ヿ]", "kana"), ("[一-鿿]", "han"),
                          ("[Ѐ-ӿ]", "cyrillic")):
        if re.search(pattern, text):
            return name
    return "latin"


SUFFIX = {
    "hangul": re.compile(r"\s?(특별시|광역시|직할시|특급시|시|군|읍|현|구역)$"),
    "han": re.compile(r"(特別市|特别市|广域市|廣域市|市|县|縣|镇|鎮|乡|鄉|街道)$"),
    "latin": re.compile(r"[ -]+(City|Shi|Xian|Zhen|Xiang|Jiedao|si|gun|up|ŭp)$"),
    "cyrillic": re.compile(r"^$"),
    "kana": re.compile(r"(特別市|市|町|村)$"),
}
SHORTEST = {"hangul": 2, "kana": 3, "han": 2, "cyrillic": 3, "latin": 3}


def bare(text):
    return SUFFIX[script(text)].sub("", text)


def long_enough(text, main):
    kind = script(text)
    letters = [c for c in text if c.isalpha()]
    shortest = SHORTEST[kind] + (0 if main or kind not in ("latin", "cyrillic") else 1)
    return len(letters) >= shortest


def spellings(name, alternates, country, population, division):
    big = population >= 50_000 or country in ALL_SPELLINGS or country == "CN" and division in NEAR_NK
    for text in [name] + alternates:
        kind = script(text)
        main = text == name
        # GeoNames writes transliterations from other scripts in lower case, word by word.
        if not main and kind == "latin" and (not text[0].isupper() or not big):
            continue
        if kind == "cyrillic" and not main and country not in ("RU", "KP", "KR", "CN", "MN"):
            if not big:
                continue
        for form in {text, bare(text)}:
            if not long_enough(form, main) or form.lower() in WORDS:
                continue
            yield form
            if kind == "han" and country == "CN" and (population >= 20_000 or division in NEAR_NK):
                yield from korean_readings(bare(form))
                yield from korean_readings(form)


NEAR_NK = {"Liaoning", "Jilin Sheng", "Heilongjiang Sheng"}


# Spellings of North Korean and Chinese Koreans that GeoNames and the readings do not give.
EXTRA = {
    ("CN", "Hunchun"): ["훈춘", "琿春"], ("CN", "Longjing"): ["룡정", "용정"],
    ("CN", "Changbai"): ["장백"], ("CN", "Dandong"): ["단둥"], ("CN", "Dalian"): ["다롄"],
    ("CN", "Shenyang"): ["심양", "봉천"], ("CN", "Ji’an"): ["집안", "지안"],
    ("RU", "Vladivostok"): ["울라지보스또크", "울라디보스또크", "블라지보스또크", "海参威"],
    ("RU", "Khabarovsk"): ["하바로브스크", "하바롭쓰크"], ("RU", "Moscow"): ["모스크바", "모쓰크바"],
    ("RU", "Khasan"): ["하싼", "하산"], ("RU", "Nakhodka"): ["나호드까"],
    ("RU", "Ussuriysk"): ["우쑤리스크", "우수리스크"],
    ("RU", "Saint Petersburg"): ["싼크뜨-뻬쩨르부르그", "쌍뜨 뻬쩨르부르그", "Питер"],
}


def rows(name):
    lines = (PLACES / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


places = []
for row in rows("places.tsv"):
    row += [""] * (8 - len(row))
    places.append([row[1], row[2], row[3], float(row[4]), float(row[5]), int(row[6] or 0),
                   [a for a in row[7].split("|") if a]])

# Some towns come without a division. GeoNames has no name at all for Chagang, the north of the
# interior; Nampo and Kaesong were cities of their own; the others get the nearest town's.
for place in places:
    if place[1] == "KP" and place[2] == "":
        lat, lon = place[3], place[4]
        if lat > 40.3:
            place[2] = "Chagang-do"
        elif lat < 39 and lon < 125.6:
            place[2] = "P'yongan-namdo"
        else:
            place[2] = "Hwanghae-bukto"
    if place[2] == "" and place[1] in WITH_DIVISIONS:
        near = [p for p in places if p[1] == place[1] and p[2]]
        place[2] = min(near, key=lambda p: (p[3] - place[3]) ** 2 + (p[4] - place[4]) ** 2)[2]

areas = [(c, "") for c in sorted({p[1] for p in places} | {r[0] for r in rows("countries.tsv")})]
areas += sorted({(p[1], p[2]) for p in places if p[1] in WITH_DIVISIONS})
number = {area: i for i, area in enumerate(areas)}

table = collections.defaultdict(dict)
texts = {}
for name, country, division, _, _, population, alternates in places:
    area = number[(country, division if country in WITH_DIVISIONS else "")]
    bits = min(31, population.bit_length())
    if country == "RU" or division in NEAR_NK:
        alternates = alternates + EXTRA.get((country, name), [])
    for text in spellings(name, alternates, country, population, division):
        key = fold(text)
        if not key:
            continue
        code = fnv40(key)
        if texts.setdefault(code, key) != key:
            sys.exit("two names have one hash")
        table[code][area] = max(bits, table[code].get(area, 0))

# Each entry: hash (5 bytes, big endian), area (2), population as a power of two (1).
# Several areas of one name: the most populous first, at most four.
out = bytearray()
for code in sorted(table):
    ranked = sorted(table[code].items(), key=lambda a: (-a[1], a[0]))[:4]
    for area, bits in ranked:
        out += code.to_bytes(5, "big") + area.to_bytes(2, "big") + bytes([bits])

LANGUAGES = [Locale(tag) for tag in ("en", "ko", "zh", "ru", "ja")]
# What CLDR writes with its sovereign, in the words of ordinary prose.
PLAIN = {
    "HK": ["Hong Kong", "홍콩", "香港", "Гонконг", "香港"],
    "MO": ["Macao", "마카오", "澳门", "Макао", "マカオ"],
}
continent = {r[0]: r[3] for r in rows("countries.tsv")}
countries = []
for code in [a[0] for a in areas if not a[1]]:
    names = [re.sub(r"\s*[（(].*", "", locale.territories.get(code, "")) for locale in LANGUAGES]
    names = PLAIN.get(code, names)
    countries.append("\t".join([code, continent.get(code, "")] + names))


def literal(data):
    return base64.b64encode(data).decode()


OUT.write_text(f"""\
// Generated by Scripts/gazetteer_tables.py from GeoNames (https://www.geonames.org, CC BY 4.0),
// with the names of countries from Unicode CLDR and Korean readings from Unihan (Unicode licence).

// swift-format-ignore-file

/// The places, divisions and countries; `Gazetteer` says what the bytes mean.
enum GazetteerData {{
  /// One area a line: the country's code, a tab, GeoNames' name of the division.
  static let areas = \"\"\"
{chr(10).join(chr(9).join(a) for a in areas)}
\"\"\"

  /// One country a line: code, continent, and the name in en, ko, zh, ru, ja, tabs between.
  static let countries = \"\"\"
{chr(10).join(countries)}
\"\"\"

  /// Sorted entries of eight bytes, base64.
  static let places = \"\"\"
{literal(bytes(out))}
\"\"\"
}}
""", encoding="utf-8")
print(len(table), "names,", len(out) // 8, "entries,", OUT.stat().st_size, "bytes")
