#!/usr/bin/env python3
"""Says how many spellings of Korean names that others made our variants hold.

Development-time only. Two kinds of lists, none of them ours:

  name_coverage.py [--half] persons PERSONS PROGRAM
      what people write: PERSONS is rigour/data/names/persons.txt of the PyPI package rigour 1.3 (from
      Wikidata, CC0): per line, all forms of one name in all scripts. Its entries with one Hangul form
      of two syllables and a hyphened Latin form are Korean given names; with one Hangul syllable that
      is a surname to Faker, surnames. With --half, only every second given name: those from which
      Sources/Anonymity/Variants/Korean/NameSyllables.swift was not counted.

  name_coverage.py systems PROGRAM [SYSTEM=COMMAND...]
      what programs write: all surnames and given names of Faker's provider ko_KR (PyPI Faker 40.63),
      by ko-pron 1.3 (Revised, McCune-Reischauer), korean_romanizer 0.28 (Revised) and each COMMAND,
      which reads Hangul from standard input line by line and writes it in Latin letters. Given names
      as a word and by syllables.

PROGRAM reads names from standard input and writes, for each, the name and its variants, parted by tabs:
`AnonymityBench variants`.
"""

import collections
import re
import shlex
import subprocess
import sys
import unicodedata

KINDS = (
    ("McCune-Reischauer (with marks)", r"(?=.*[ŏŭ'’])[a-zŏŭ'’ -]+"),
    ("DPRK (kh, th, ph)", r"(?=.*(kh|th|ph))[a-z -]+"),
    ("Revised (eo, eu)", r"(?=.*(eo|eu))[a-z -]+"),
    ("any Latin", r"[a-zŏŭ'’ -]+"),
    ("Cyrillic", r"[а-яё -]+"),
    ("katakana", r"[ァ-ヶ]+"),
)
# Hungarian, German and Polish spellings: no system of ours.
FOREIGN = re.compile(r"j(?=[aeou])|^j[ou]n|sz|cs|dzs|[gkhn]v|tsch|tch")


def fold(text):
    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in text if c.isalpha() and not unicodedata.combining(c))


def made_by(program, names):
    """The folded variants of each name."""
    out = subprocess.run(shlex.split(program), input="".join(f"{n}\n" for n in names), text=True,
                         capture_output=True, check=True).stdout.splitlines()
    return [{fold(v) for v in line.split("\t")[1:]} for line in out]


def faker_names():
    from faker.providers.person.ko_KR import Provider
    return list(dict.fromkeys(Provider.last_names)), list(dict.fromkeys(Provider.first_names))


def report(total, found, missed):
    for kind in total:
        print(f"{kind:40}{found[kind]:6} of {total[kind]:6}  {100 * found[kind] / total[kind]:.2f} %")
    print("missed:", "; ".join(missed) or "none")


def entries(path, half, surnames):
    for line in open(path, encoding="utf-8"):
        names, _, number = line.rpartition(" => ")
        forms = names.split(", ")
        if any(re.search("[一-龥ぁ-ん]", f) for f in forms):
            continue
        hangul = [f for f in forms if re.fullmatch("[가-힣]{1,2}", f)]
        if len(hangul) != 1:
            continue
        if len(hangul[0]) == 1 and hangul[0] in surnames:
            yield f"{hangul[0]}철수", forms, ("", "cholsu", "чхольсу", "チョルス")
        elif len(hangul[0]) == 2 and any("-" in f and re.match("[a-z]", f) for f in forms):
            if not half or int(number.strip()[1:]) % 2:
                yield f"김{hangul[0]}", forms, ("kim", "ким", "キム", "")


def persons(path, program, half):
    known = list(entries(path, half, set(faker_names()[0])))
    total, found, missed = collections.Counter(), collections.Counter(), []
    for (hangul, forms, others), made in zip(known, made_by(program, [k[0] for k in known]), strict=True):
        is_given = others[0] == "kim"
        for form in forms:
            if re.match("[a-z]", form) and FOREIGN.search(form):
                continue
            hit = any(fold(other + form if is_given else form + other) in made for other in others)
            for kind, pattern in KINDS:
                if re.fullmatch(pattern, form):
                    what = f"{'given name' if is_given else 'surname'}: {kind}"
                    total[what] += 1
                    found[what] += hit
            if not hit and any(re.fullmatch(p, form) for _, p in KINDS):
                missed.append(f"{hangul} {form}")
    print(f"{len(known)} names")
    report(total, found, missed)


def by_command(command):
    def spell(texts):
        out = subprocess.run(shlex.split(command), input="".join(f"{t}\n" for t in texts), text=True,
                             capture_output=True, check=True).stdout.splitlines()
        return dict(zip(texts, out, strict=True))
    return spell


def by_function(function):
    return lambda texts: {text: function(text) for text in texts}


def systems(program, commands):
    from ko_pron import romanise
    from korean_romanizer.romanizer import Romanizer
    programs = {
        "Revised, ko-pron": by_function(lambda t: romanise(t, "rr")),
        "Revised, korean_romanizer": by_function(lambda t: Romanizer(t).romanize()),
        "McCune-Reischauer, ko-pron": by_function(lambda t: romanise(t, "mr")),
    } | {name: by_command(command) for name, command in commands}
    families, givens = faker_names()
    names = [(families[i % len(families)], given) for i, given in enumerate(givens)]
    names += [(family, givens[i % len(givens)]) for i, family in enumerate(families)]
    variants = made_by(program, [f + g for f, g in names])
    texts = sorted({t for f, g in names for t in (f, g, *g)})
    total, found, missed = collections.Counter(), collections.Counter(), []
    for system, spell in programs.items():
        spelled = spell(texts)
        for (family, given), made in zip(names, variants, strict=True):
            for way, latin in (("a word", spelled[given]), ("syllables", " ".join(spelled[s] for s in given))):
                # Several pronunciations with a slash between: the first is the usual one.
                text = f"{spelled[family].split('/')[0]} {latin.split('/')[0]}"
                hit = fold(text) in made
                total[f"{system}, {way}"] += 1
                found[f"{system}, {way}"] += hit
                if not hit:
                    missed.append(f"{family}{given} {text} ({system}, {way})")
    print(f"{len(names)} names")
    report(total, found, missed)


half = "--half" in sys.argv
mode, *rest = [a for a in sys.argv[1:] if a != "--half"]
if mode == "persons":
    persons(rest[0], rest[1], half)
else:
    systems(rest[0], [tuple(a.split("=", 1)) for a in rest[1:]])
