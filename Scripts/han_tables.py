#!/usr/bin/env python3
"""Writes Sources/Anonymity/Variants/Han/HanData.swift from Unihan 15.0.

Development-time only; its output is committed. Needs the Debian 12 package `unicode-data`
(unpacked; give its directory as the only argument).

For every character that Korean, Chinese or Japanese names are likely to hold it gives
  * the Korean readings (kHangul; those of the traditional or old form where it has none), the
    reading before the initial-sound law standing for both: 룡, not 용;
  * the Mandarin readings (kMandarin, then kHanyuPinlu) with their tones;
  * its other forms: simplified, traditional, Japanese, and merely variant.
"""

import base64
import bz2
import re
import sys
import unicodedata
from pathlib import Path

UNIHAN = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
OUT = (Path(__file__).resolve().parent.parent
       / "Sources/Anonymity/Variants/Han/HanData.swift")

SIMPLIFIED, TRADITIONAL, JAPANESE, VARIANT = range(4)
MOST_READINGS, MOST_SOUNDS, MOST_VARIANTS = 3, 3, 3

# Old form and form of the Japanese list of 1946 and its successors, where kJinmeiyoKanji does not
# pair them.
SHINJITAI = """
假仮 劑剤 勞労 勸勧 啞唖 嚙噛 圍囲 圖図 壓圧 壤壌 對対 嶽岳 廢廃 惱悩 擇択 據拠 擴拡 攪撹 棧桟 權権 歡歓 歸帰
污汚 溪渓 濕湿 滿満 澀渋 澤沢 濟済 濱浜 營営 犧犠 獵猟 瓣弁 辨弁 辯弁 產産 發発 穩穏 竈竃 絲糸 經経 總総 繪絵
繼継 續続 缺欠 罐缶 聯連 聰聡 肅粛 腦脳 舉挙 舍舎 螢蛍 覺覚 觀観 譯訳 讀読 豐豊 豫予 貳弐 輕軽 遲遅 邊辺 釋釈
錢銭 鑛鉱 閱閲 隱隠 雞鶏 靈霊 顏顔 驅駆 驛駅 髓髄 鬪闘 鷗鴎 麪麺 齋斎 齒歯 齡齢 龜亀 學学 國国 德徳 惠恵 眞真
榮栄 櫻桜 櫪枥 廣広 澁渋 瀧滝 濤涛 單単 嚴厳 圓円 團団 壽寿 實実 寶宝 將将 專専 從従 應応 戰戦 擧挙 收収 敎教
數数 斷断 晝昼 曉暁 會会 條条 來来 樂楽 樓楼 樣様 橫横 檢検 殘残 每毎 氣気 淸清 淺浅 渴渇 燒焼 燈灯 爐炉 爭争
爲為 獨独 獻献 瑤瑶 當当 盡尽 碎砕 祕秘 禪禅 禮礼 稻稲 竝並 節節 緖緒 縣県 縱縦 聲声 職職 臟臓 與与 藏蔵 藝芸
藥薬 蘆芦 處処 號号 蟲虫 衞衛 裝装 證証 變変 讓譲 贊賛 踐践 轉転 辭辞 逸逸 鄕郷 醫医 釀醸 鎭鎮 鐵鉄 關関 陷陥
險険 雙双 雜雑 靜静 響響 顯顕 騷騒 驗験 體体 鬱欝 鹽塩 麥麦 黃黄 黑黒 默黙 點点 黨党 齊斉 龍竜 兒児 佛仏 假仮
傳伝 僞偽 價価 儉倹 兩両 內内 冰氷 劍剣 區区 卷巻 參参 吳呉 壘塁 壯壮 奧奥 奬奨 孃嬢 寢寝 峽峡 嶋島 巖巌
帶帯 廳庁 彈弾 彌弥 徑径 恆恒 惡悪 慘惨 懷懐 戲戯 拂払 拜拝 插挿 搖揺 晉晋 曆暦 朗朗 枢樞 榆楡 橋橋 濁濁 狹狭
狀状 畫画 當当 疊畳 癡痴 盜盗 稱称 穗穂 粹粋 繩縄 膽胆 萬万 豔艶 賴頼 遙遥 邦邦 郞郎 隆隆 隨随 陽陽 鴨鴨 亞亜
"""

# Shapes between which Korean registers and prints do not agree, where Unihan does not pair them.
KOREAN_SHAPES = """
裵裴 曺曹 敎教 眞真 尙尚 愼慎 靑青 淸清 强強 煕熙 凞熙 晳晰 峯峰 恒恆 昻昂 姸妍 秊年 珎珍 勳勛 勳勲 薰薫 昇曻 昇陞
冏囧 禎禎 鎬鎬 滿満 渊淵 衆众 俊儁 俊雋 哲喆 哲悊 景暻 賢贒 朗烺 惠恵 羲羲 彦彥 顔顏 産產 說説 悅悦 稅税
銳鋭 兪俞 曾曽 增増 層層 徵徴 黃黄 橫横 緣縁 綠緑 錄録 祿禄 靜静 爭争 郞郎 朗朖 廊廊 閒間 寬寛 揷插 衞衛 卨禼
"""


def rows(name):
    for line in bz2.open(UNIHAN / f"{name}.txt.bz2", "rt", encoding="utf-8"):
        if line.startswith("U+"):
            point, prop, value = line.rstrip("\n").split("\t")
            yield int(point[2:], 16), prop, value


def points(value):
    return [int(p, 16) for p in re.findall(r"U\+([0-9A-F]+)", value)]


# --- Unihan -------------------------------------------------------------------------------

hangul, mandarin, pinlu, core = {}, {}, {}, set()
for c, prop, value in rows("Unihan_Readings"):
    if prop == "kHangul":
        hangul[c] = [r.split(":") for r in value.split()]
    elif prop == "kMandarin":
        mandarin[c] = value.split()
        if 0x4E00 <= c < 0xA000:
            core.add(c)
    elif prop == "kHanyuPinlu":
        pinlu[c] = [re.sub(r"\(.*", "", r) for r in value.split()]

other = {p: {} for p in ("kSimplifiedVariant", "kTraditionalVariant", "kZVariant",
                         "kSemanticVariant", "kSpecializedSemanticVariant")}
for c, prop, value in rows("Unihan_Variants"):
    if prop in other:
        other[prop][c] = [p for p in points(value) if p != c]

japanese = {}
for c, prop, value in rows("Unihan_OtherMappings"):
    if prop in ("kKoreanName", "kKPS0"):
        core.add(c)
    if prop == "kJinmeiyoKanji":
        for new in points(value):
            japanese.setdefault(c, []).append(new)
for c, prop, value in rows("Unihan_IRGSources"):
    if prop == "kIICore":
        core.add(c)
for pair in SHINJITAI.split():
    old, new = map(ord, pair)
    if old != new and new not in japanese.get(old, []):
        japanese.setdefault(old, []).append(new)
old_form = {}
for old, news in japanese.items():
    for new in news:
        old_form.setdefault(new, []).append(old)

compatibility = {}
for c in list(range(0xF900, 0xFB00)) + list(range(0x2F800, 0x2FA20)):
    form = unicodedata.normalize("NFC", chr(c))
    if len(form) == 1 and ord(form) != c:
        compatibility[c] = ord(form)

# --- Which characters, and what they are --------------------------------------------------

chosen = {c for c in hangul if c not in compatibility} | core
for c in list(chosen):
    for prop in ("kSimplifiedVariant", "kTraditionalVariant"):
        chosen.update(other[prop].get(c, []))
    chosen.update(japanese.get(c, []))
    chosen.update(old_form.get(c, []))
for pair in KOREAN_SHAPES.split():
    chosen.update(map(ord, pair))
chosen = {c for c in chosen if c not in compatibility and c < 0x30000}


def unique(items, leaving_out=()):
    out = []
    for item in items:
        if item not in out and item not in leaving_out:
            out.append(item)
    return out


def traditional(c):
    """The forms a character may stand for; itself where it is no simplified form."""
    return [t for t in other["kTraditionalVariant"].get(c, []) if t in chosen]


shapes = {}
for pair in KOREAN_SHAPES.split():
    a, b = map(ord, pair)
    if a != b:
        shapes.setdefault(a, []).append(b)
        shapes.setdefault(b, []).append(a)


def variants(c):
    """Merely another shape of the same character, in both directions or by a name list."""
    out = shapes.get(c, []) + other["kZVariant"].get(c, [])
    for prop in ("kSemanticVariant", "kSpecializedSemanticVariant"):
        for v in other[prop].get(c, []):
            if c in other[prop].get(v, []) or v in hangul:
                out.append(v)
    return out


def south(syllable):
    """The syllable as the South writes it at the head of a word."""
    i = ord(syllable) - 0xAC00
    initial, vowel, final = i // 588, i % 588 // 28, i % 28
    soft = vowel in (2, 3, 6, 7, 12, 17, 20)
    if initial == 5:
        initial = 11 if soft else 2
    elif initial == 2 and soft:
        initial = 11
    return chr(0xAC00 + initial * 588 + vowel * 28 + final)


def korean(c):
    sources = [c] if c in hangul else (traditional(c) + old_form.get(c, []))
    sources = [s for s in sources if s in hangul] or [v for v in variants(c) if v in hangul]
    readings = []
    for s in sources:
        # Tags: E taught at school, N for names, 0 in KS X 1001.
        rank = {"E": 0, "N": 1, "0": 2}
        order = sorted(hangul[s], key=lambda r: min([rank.get(t, 3) for t in r[1]] or [3]))
        readings += [r[0] for r in order]
    readings = unique(readings)
    by_law = {south(r) for r in readings if south(r) != r}
    return [r for r in readings if r not in by_law][:MOST_READINGS]


def forms(c):
    """Pairs of kind and character."""
    old = unique(traditional(c) + old_form.get(c, [])) or [c]
    short = [s for t in old + [c] for s in other["kSimplifiedVariant"].get(t, [])]
    new = [j for t in old + [c] for j in japanese.get(t, [])]
    mere = [v for t in [c] + old for v in variants(t)]
    out = []
    for kind, found in ((SIMPLIFIED, short), (TRADITIONAL, old), (JAPANESE, new)):
        out += [(kind, f) for f in unique(found, [c]) if f in chosen][:MOST_VARIANTS]
    taken = {f for _, f in out} | {c}
    out += [(VARIANT, f) for f in unique(mere, taken) if f in chosen][:MOST_VARIANTS]
    return out


TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def sound(pinyin):
    """A syllable without its tone, ü as v, and the tone; 5 is none."""
    tone, letters = 5, ""
    for ch in unicodedata.normalize("NFD", pinyin):
        if ch in TONES:
            tone = TONES[ch]
        elif ch == "\u0308":
            letters = letters[:-1] + "v"
        elif ch == "\u0302":
            pass
        else:
            letters += ch
    return letters, tone


def sounds(c):
    # kMandarin gives the reading of the mainland, then that of Taiwan.
    found = [sound(p) for p in mandarin.get(c, []) + pinlu.get(c, [])]
    return [s for i, s in enumerate(found) if s[0] not in [f[0] for f in found[:i]]
            and s[0].isalpha() and s[0].isascii()][:MOST_SOUNDS]


# --- Writing ------------------------------------------------------------------------------

order = sorted(c for c in chosen if korean(c) or sounds(c))
index = {c: i for i, c in enumerate(order)}
assert len(order) < 1 << 16
syllables = sorted({s for c in order for s, _ in sounds(c)})
number = {s: i for i, s in enumerate(syllables)}
assert len(syllables) < 1 << 12

scalars, records = bytearray(), bytearray()
previous = 0
for c in order:
    step = c - previous
    previous = c
    while step >= 0x80:
        scalars.append(step & 0x7F | 0x80)
        step >>= 7
    scalars.append(step)
    own, said = korean(c), sounds(c)
    kinds = [(kind, index[f]) for kind, f in forms(c) if f in index]
    records.append(len(own) | len(said) << 2 | len(kinds) << 4)
    assert len(kinds) < 16
    for reading in own:
        records += (ord(reading) - 0xAC00).to_bytes(2, "little")
    for letters, tone in said:
        records += (number[letters] | tone << 12).to_bytes(2, "little")
    for kind, at in kinds:
        records += (at | kind << 16).to_bytes(3, "little")

pairs = bytearray()
for c in sorted(compatibility):
    if compatibility[c] in index:
        pairs += c.to_bytes(3, "little") + compatibility[c].to_bytes(3, "little")


def literal(label, comment, data):
    text = base64.b64encode(bytes(data)).decode()
    lines = [text[i:i + 4000] for i in range(0, len(text), 4000)]
    body = "\\\n".join(lines)
    return f'  /// {comment}\n  static let {label} = """\n{body}\n"""\n'


OUT.write_text(f"""\
// Generated by Scripts/han_tables.py from the Unihan database 15.0.
// Data: Copyright 1991-2022 Unicode, Inc., under the Unicode licence
// (https://www.unicode.org/license.txt).

// swift-format-ignore-file

/// The Unihan data of the variants, base64; `HanTable` says what the bytes mean.
enum HanData {{
{literal("scalars", "The characters in order, each as its distance from the one before: 7 bits a byte.", scalars)}
{literal("records", "For each: counts, Korean readings and Mandarin sounds, 2 bytes each; other forms, 3 bytes each.", records)}
{literal("sounds", "The syllables of Mandarin, with a space between.", " ".join(syllables).encode())}
{literal("compatibility", "Compatibility characters and what they stand for, 3 bytes each.", pairs)}
}}
""", encoding="ascii")
print("characters", len(order), "records", len(records), "sounds", len(syllables),
      "compatibility", len(pairs) // 6, "file", OUT.stat().st_size)
if "-v" in sys.argv:
    for ch in "金李龍龙竜哲喆林车車率真眞裵裴曺曹发云慶庆澤泽沢玲女呂吕":
        c = ord(ch)
        print(ch, korean(c), sounds(c), [(k, chr(f)) for k, f in forms(c)])
