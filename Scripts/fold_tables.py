#!/usr/bin/env python3
"""Writes Sources/Anonymity/Fold/FoldData.swift from Unicode 15.0 data.

Development-time only; its output is committed. Needs the Debian 12 packages
`unicode-data` (unpacked; give its directory as the only argument) and `libicu72`
(for the UTS #39 skeletons, through uspoof_getSkeletonUTF8).

For every code point it gives
  * traits: is it a gap, invisible, a mark, a digit, a letter of which script;
  * parts: the scalars it stands for after NFKC, casefold and the loss of marks;
  * key: the bytes by which it is compared, in which lookalikes are equal.
"""

import base64
import ctypes
import re
import sys
from pathlib import Path

UCD = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
OUT = Path(__file__).resolve().parent.parent / "Sources/Anonymity/Fold/FoldData.swift"
LIMIT = 0x110000

# Traits, the low five bits. Keep equal to Traits.swift.
HARD, SPACE, NEWLINE, TIGHT, APOSTROPHE, DOT, SLASH, INVISIBLE, MARK = range(9)
DIGIT, LATIN, CYRILLIC, GREEK, HANGUL, JAMO_START, JAMO_REST, HAN, KANA, OTHER = range(9, 19)
UPPER, NOTE = 0x20, 0x40


def rows(name):
    for line in (UCD / name).read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line:
            yield [field.strip() for field in line.split(";")]


def span(text):
    first, _, last = text.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


# --- Unicode data -------------------------------------------------------------------------

name, category, ccc, decomposition, tag, digit_value = {}, {}, {}, {}, {}, {}
range_start = None
for field in rows("UnicodeData.txt"):
    c = int(field[0], 16)
    if field[1].endswith(", First>"):
        range_start = c
        continue
    members = range(range_start, c + 1) if field[1].endswith(", Last>") else [c]
    range_start = None
    for m in members:
        name[m], category[m], ccc[m] = field[1], field[2], int(field[3])
    if field[5]:
        pieces = field[5].split()
        if pieces[0].startswith("<"):
            tag[c] = pieces.pop(0)
        decomposition[c] = [int(p, 16) for p in pieces]
    if field[7] or (field[6] and not field[7]):
        digit_value[c] = int(field[6] or field[7])

casefold = {}
for field in rows("CaseFolding.txt"):
    if field[1] in "CF":
        casefold[int(field[0], 16)] = [int(p, 16) for p in field[2].split()]

script = {}
for field in rows("Scripts.txt"):
    for c in span(field[0]):
        script[c] = field[1]

ignorable = set()
for field in rows("DerivedCoreProperties.txt"):
    if field[1] == "Default_Ignorable_Code_Point":
        ignorable.update(span(field[0]))
white = set()
for field in rows("PropList.txt"):
    if field[1] == "White_Space":
        white.update(span(field[0]))
radical = {}
for field in rows("EquivalentUnifiedIdeograph.txt"):
    for c in span(field[0]):
        radical[c] = int(field[1], 16)

icu = ctypes.CDLL("libicui18n.so.72")
status = ctypes.c_int(0)
icu.uspoof_open_72.restype = ctypes.c_void_p
checker = ctypes.c_void_p(icu.uspoof_open_72(ctypes.byref(status)))


def skeleton(c):
    """The UTS #39 skeleton of one code point."""
    if 0xD800 <= c < 0xE000:
        return [c]
    source = chr(c).encode()
    buffer = ctypes.create_string_buffer(256)
    status = ctypes.c_int(0)
    n = icu.uspoof_getSkeletonUTF8_72(
        checker, 0, source, len(source), buffer, 256, ctypes.byref(status))
    assert status.value <= 0, hex(c)
    return [ord(x) for x in buffer.raw[:n].decode()]


# --- Hangul in jamo -----------------------------------------------------------------------

# One byte for a letter, the same at the start and the end of a syllable.
CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ["", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ",
          "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"]
JAMO = {letter: 0x40 + i for i, letter in enumerate(CONSONANTS)}
JAMO |= {letter: 0x01 + i for i, letter in enumerate(VOWELS)}
COMPOUND_COMPAT = dict(zip("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
                           ["ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ",
                            "ㄹㅎ", "ㅂㅅ"]))
jamo_letters = {}
for i, letter in enumerate(CONSONANTS):
    jamo_letters[0x1100 + i] = letter
for i, letter in enumerate(VOWELS):
    jamo_letters[0x1161 + i] = letter
for i in range(1, 28):
    jamo_letters[0x11A7 + i] = FINALS[i]
for letter in CONSONANTS + VOWELS:
    jamo_letters[ord(letter)] = letter
for letter, both in COMPOUND_COMPAT.items():
    jamo_letters[ord(letter)] = both
# Half-width forms decompose to the compatibility letters.
for c in range(0xFFA1, 0xFFDD):
    if c in decomposition and decomposition[c][0] in jamo_letters:
        jamo_letters[c] = jamo_letters[decomposition[c][0]]


# --- Strict parts -------------------------------------------------------------------------

def is_dropped_mark(c):
    """Marks that decorate a letter; the vowel signs of Indic and Thai writing stay letters."""
    return category.get(c) == "Me" or (
        category.get(c) in ("Mn", "Mc") and (ccc[c] != 0 or script.get(c) == "Inherited"))


def nfkd(c):
    if 0xAC00 <= c < 0xD7A4 or c not in decomposition:
        return [c]
    return [x for d in decomposition[c] for x in nfkd(d)]


by_name = {n: c for c, n in name.items()}
stroked = {}
for c, n in name.items():
    if not n.startswith(("LATIN", "CYRILLIC", "GREEK")):
        continue
    plain = re.match(r"((?:LATIN|CYRILLIC|GREEK) (?:SMALL|CAPITAL) (?:LETTER|LIGATURE) .+?) WITH ", n)
    if plain and plain.group(1) in by_name and c not in decomposition:
        stroked[c] = by_name[plain.group(1)]
for n, base in (("LATIN SMALL LETTER DOTLESS I", "i"), ("LATIN SMALL LETTER DOTLESS J", "j")):
    stroked[by_name[n]] = ord(base)


def strict(c):
    sequence = [c]
    for _ in range(6):
        step = []
        for x in sequence:
            if x in radical:
                step.append(radical[x])
                continue
            for y in nfkd(x):
                for z in casefold.get(y, [y]):
                    if not is_dropped_mark(z) and z not in ignorable:
                        step.append(stroked.get(z, z))
        if step == sequence:
            break
        sequence = step
    return sequence


def is_word(c):
    return category.get(c, "Cn")[0] in "LN" or (
        category.get(c, "Cn") in ("Mn", "Mc") and not is_dropped_mark(c)) or c in jamo_letters


def is_apostrophe(c):
    return c in (0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2035, 0xFF07, 0x55A,
                 0x5F3, 0x1FBD, 0x1FBF, 0x1FFD, 0x1FFE, 0x1FEF) or (
        category.get(c) in ("Lm", "Sk") and 0x2B0 <= c < 0x300 and not strict_words(c))


def strict_words(c):
    parts = [x for x in strict(c) if is_word(x)]
    # A modifier letter that only stands for itself is an accent or an apostrophe.
    if category.get(c) == "Lm" and parts == [c] and 0x2B0 <= c < 0x300:
        return []
    return parts


HAN_DIGITS = dict(zip(map(ord, "〇零一二三四五六七八九"), [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))


def script_trait(c):
    s = script.get(c, "")
    return {"Latin": LATIN, "Cyrillic": CYRILLIC, "Greek": GREEK, "Coptic": GREEK,
            "Hangul": HANGUL, "Han": HAN, "Hiragana": KANA, "Katakana": KANA}.get(s, OTHER)


def parts_and_traits(c):
    """The strict parts of a code point and its traits byte."""
    cat = category.get(c, "Cn")
    if 0xAC00 <= c < 0xD7A4:
        return [c], HANGUL
    if c in (0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029):
        return [], NEWLINE
    if c in white or c == 0x2800:
        return [], SPACE
    if c in ignorable or cat in ("Cf", "Cc"):
        return [], INVISIBLE
    if c in jamo_letters:
        rest = 0x1161 <= c < 0x1200 or jamo_letters[c][0] in VOWELS or len(jamo_letters[c]) > 1
        return [0x110000 + JAMO[x] for x in jamo_letters[c]], JAMO_REST if rest else JAMO_START
    if is_dropped_mark(c):
        return [], MARK
    note = NOTE if tag.get(c) in ("<super>", "<circle>") else 0
    if cat in ("Nd", "No") and c in digit_value:
        return [0x30 + digit_value[c]], DIGIT | (note or (NOTE if cat == "No" else 0))
    parts = strict_words(c)
    if is_apostrophe(c) and not parts:
        return [], APOSTROPHE
    if parts:
        out = []
        for p in parts:
            if 0xAC00 <= p < 0xD7A4:
                i = p - 0xAC00
                letters = CONSONANTS[i // 588] + VOWELS[i % 588 // 28] + FINALS[i % 28]
                out += [0x110000 + JAMO[x] for x in letters]
            elif p in jamo_letters:
                out += [0x110000 + JAMO[x] for x in jamo_letters[p]]
            elif p in digit_value and category[p] == "Nd":
                out.append(0x30 + digit_value[p])
            else:
                out.append(p)
        if all(0x30 <= p < 0x3A for p in out):
            return out, DIGIT | note
        lead = next(p for p in out if not 0x30 <= p < 0x3A)
        trait = HANGUL if lead >= 0x110000 else script_trait(lead)
        upper = UPPER if cat in ("Lu", "Lt") or (cat == "Nl" and c in casefold) else 0
        return out, trait | upper | note
    plain = nfkd(c)
    if plain == [0x2E]:
        return [], DOT
    if plain == [0x2F] or plain == [0x5C] or c in (0x2044, 0x2215, 0x29F8):
        return [], SLASH
    n = name.get(c, "")
    if cat in ("Pd", "Pc") or c in (0x2212, 0xFFFD, 0xFFFC) or plain[0] in (0x2A, 0x7E, 0x2D):
        return [], TIGHT
    if cat in ("Po", "Sm", "So") and re.search(
            r"MIDDLE DOT|BULLET|DOT OPERATOR|HYPHENATION POINT|INTERPUNCT|DOT ABOVE$", n):
        return [], TIGHT
    return [], HARD


# --- Keys: lookalikes in one class --------------------------------------------------------

points = [c for c in range(LIMIT) if not 0xD800 <= c < 0xE000]
parts_of, traits_of = {}, {}
for c in points:
    parts, traits = parts_and_traits(c)
    parts_of[c], traits_of[c] = parts, traits

parent = {}


def find(x):
    while parent.get(x, x) != x:
        parent[x] = parent.get(parent[x], parent[x])
        x = parent[x]
    return x


ASCII = set(range(0x30, 0x3A)) | set(range(0x61, 0x7B))
members = {}
SAME = ({ord("l"), ord("i"), ord("1")}, {ord("o"), ord("0")})


def join(a, b):
    """Puts two strict scalars in one class, unless that would make two Latin letters equal."""
    a, b = find(a), find(b)
    if a == b:
        return True
    ma, mb = members.get(a, {a}), members.get(b, {b})
    latin = (ma | mb) & ASCII
    if len(latin) > 1 and not any(latin <= s for s in SAME):
        return False
    top, other = (a, b) if a in ASCII or (b not in ASCII and a < b) else (b, a)
    parent[other] = top
    members[top] = ma | mb
    return True


for s in SAME:
    first, *others = sorted(s)
    for other in others:
        join(first, other)
for c, value in HAN_DIGITS.items():
    parent[c] = find(0x30 + value)

LETTERS = {LATIN, CYRILLIC, GREEK, OTHER, DIGIT}
edges = []
for c in points:
    if traits_of[c] & 31 not in LETTERS or len(parts_of[c]) != 1:
        continue
    s = parts_of[c][0]
    look = [x for k in skeleton(c) for x in strict(k) if is_word(x)]
    if traits_of[c] & 31 == DIGIT or s in HAN_DIGITS or any(traits_of.get(x, 0) & 31 not in LETTERS for x in look):
        continue
    edges.append((c, s, look))

multi, override = {}, {}
# The lower-case edges first: a letter's own look decides before that of its capital.
for c, s, look in sorted(edges, key=lambda e: (e[0] != e[1], traits_of[e[1]] & 31 != CYRILLIC, e[0])):
    if len(look) == 1 and look[0] != s and not join(s, look[0]):
        # A Greek capital that looks like another Latin letter than its small form does.
        if traits_of[c] & 31 == GREEK:
            override[c] = look[0]
for c, s, look in edges:
    if len(look) == 2 and find(s) == s and all(x in ASCII for x in look) and c == s:
        multi[s] = look

# Cyrillic letters without a Latin lookalike get one byte each, so Russian runs as fast as English.
spare = [x for x in list(range(0x20, 0x30)) + list(range(0x3A, 0x40)) + list(range(0x5B, 0x61))
         + list(range(0x7B, 0x80)) if x not in JAMO.values()]
single = {}
for c in list(range(0x430, 0x450)) + list(range(0x450, 0x460)):
    r = find(c)
    if category.get(c) == "Ll" and r not in ASCII and r not in single and r not in multi \
            and parts_of[c] == [c]:
        if spare:
            single[r] = spare.pop(0)


def key_of_scalar(s):
    if s >= 0x110000:
        return bytes([s - 0x110000])
    r = find(s)
    if r in multi and r != find(multi[r][0]):
        return b"".join(key_of_scalar(x) for x in multi[r])
    if r in single:
        return bytes([single[r]])
    return chr(r).encode()


def key_parts(c):
    if c in override:
        return [(parts_of[c][0], key_of_scalar(override[c]))]
    return [(p, key_of_scalar(p)) for p in parts_of[c]]


if "-v" in sys.argv:
    groups = {}
    for c in points:
        if len(parts_of[c]) == 1 and traits_of[c] & 31 in LETTERS:
            groups.setdefault(find(parts_of[c][0]), set()).add(parts_of[c][0])
    for r in sorted(groups):
        if r < 0x500 and len(groups[r]) > 1:
            print(chr(r), "".join(map(chr, sorted(groups[r]))))
    print("multi", {chr(k): "".join(map(chr, v)) for k, v in multi.items()})
    print("override", "".join(chr(k) + chr(v) + " " for k, v in override.items()))
    print("single", {chr(k): v for k, v in single.items()})

# --- Writing ------------------------------------------------------------------------------

# Record: key length, key bytes, number of parts, each part: scalar (3 bytes), key bytes used.
records, record_pool, record_start = {}, bytearray(), []


def record(c):
    """The number of the record of a code point; 0 is no key, 1 is the scalar's own UTF-8."""
    kp = key_parts(c)
    if not kp:
        return 0
    if 0xAC00 <= c < 0xD7A4:
        return 0
    if kp == [(c, chr(c).encode())] and c >= 0x80:
        return 1
    key = b"".join(k for _, k in kp)
    data = bytes([len(key)]) + key + bytes([len(kp)])
    for p, k in kp:
        data += p.to_bytes(3, "little") + bytes([len(k)])
    if data not in records:
        records[data] = len(record_start) + 2
        record_start.append(len(record_pool))
        record_pool.extend(data)
    return records[data]


PAGE = 64
pages, page_index = {}, []
entries = bytearray()
for first in range(0, LIMIT, PAGE):
    data = b""
    for c in range(first, first + PAGE):
        value = 0
        if not 0xD800 <= c < 0xE000:
            value = record(c) << 8 | traits_of[c]
        data += value.to_bytes(3, "little")
    if data not in pages:
        pages[data] = len(pages)
        entries.extend(data)
    page_index.append(pages[data])

assert len(record_start) + 2 < 1 << 16
index = b"".join(p.to_bytes(2, "little") for p in page_index)
starts = b"".join(s.to_bytes(3, "little") for s in record_start)
hangul = bytes(JAMO[x] for x in CONSONANTS) + bytes(JAMO[x] for x in VOWELS)
for f in FINALS:
    hangul += (bytes(JAMO[x] for x in f) + b"\0\0")[:2]


def literal(label, comment, data):
    text = base64.b64encode(data).decode()
    lines = [text[i:i + 4000] for i in range(0, len(text), 4000)]
    body = "\\\n".join(lines)
    return f'  /// {comment}\n  static let {label} = """\n{body}\n"""\n'


def run_lengths(data, width):
    """Pairs of a count (1 byte) and a value: the index is long runs of one page."""
    out, i = bytearray(), 0
    while i < len(data):
        value, n = data[i:i + width], 1
        while n < 255 and data[i + n * width:i + (n + 1) * width] == value:
            n += 1
        out += bytes([n]) + value
        i += n * width
    return bytes(out)


OUT.write_text(f"""\
// Generated by Scripts/fold_tables.py from Unicode 15.0 (UCD, and UTS #39 through ICU 72).
// Data: Copyright 1991-2022 Unicode, Inc., under the Unicode licence
// (https://www.unicode.org/license.txt).

// swift-format-ignore-file

/// The Unicode data of the fold, base64; `FoldTable` says what the bytes mean.
enum FoldData {{
{literal("pageIndex", "Which page holds each 64 code points: runs of a count and two bytes.", run_lengths(index, 2))}
{literal("entries", "64 entries a page, 3 bytes each: traits, then record number.", run_lengths(bytes(entries), 3))}
{literal("recordStarts", "Where each record, from number 2, starts in the records: 3 bytes each.", starts)}
{literal("records", "Key length, key, number of parts; each part a scalar and its share of the key.", bytes(record_pool))}
{literal("hangul", "Keys of 19 initials and 21 vowels, then two for each of 28 finals.", hangul)}
}}
""", encoding="ascii")
print("pages", len(pages), "records", len(record_start), "pool", len(record_pool),
      "entries", len(entries), "file", OUT.stat().st_size)
