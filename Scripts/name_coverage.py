#!/usr/bin/env python3
"""Says how many human spellings of Korean given names a program makes from the Hangul.

Development-time only. Arguments: a list of names, and a program that reads Hangul names from
standard input and writes, for each, the name and its variants, parted by tabs.

The list is that of the PyPI package rigour 1.3 (rigour/data/names/persons.txt, from Wikidata, CC0):
per line, all forms of one name in all scripts. Its entries with one Hangul form of two syllables
and a hyphened Latin form are Korean given names. With --half, only every second of them: those
from which Sources/Anonymity/Variants/Korean/NameSyllables.swift was not counted.
"""

import collections
import re
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


def entries(path, half):
    for line in open(path, encoding="utf-8"):
        names, _, number = line.rpartition(" => ")
        forms = names.split(", ")
        hangul = [f for f in forms if re.fullmatch("[가-힣]{2}", f)]
        if len(hangul) != 1 or any(re.search("[一-龥ぁ-ん]", f) for f in forms):
            continue
        if any("-" in f and re.match("[a-z]", f) for f in forms):
            if not half or int(number.strip()[1:]) % 2:
                yield hangul[0], forms


half = "--half" in sys.argv
path, program = [a for a in sys.argv[1:] if a != "--half"]
known = list(entries(path, half))
made = subprocess.run(
    [program], input="".join(f"김{hangul}\n" for hangul, _ in known), text=True,
    capture_output=True, check=True).stdout.splitlines()
total, found, missed = collections.Counter(), collections.Counter(), []
for (hangul, forms), line in zip(known, made, strict=True):
    variants = {fold(v) for v in line.split("\t")[1:]}
    for form in forms:
        if re.match("[a-z]", form) and FOREIGN.search(form):
            continue
        hit = any(fold(family + form) in variants for family in ("kim", "ким", "キム"))
        for kind, pattern in KINDS:
            if re.fullmatch(pattern, form):
                total[kind] += 1
                found[kind] += hit
        if not hit and any(re.fullmatch(p, form) for _, p in KINDS):
            missed.append(f"{hangul} {form}")
print(f"{len(known)} names")
for kind, _ in KINDS:
    print(f"{kind:32}{found[kind]:6} of {total[kind]:6}  {100 * found[kind] / total[kind]:.2f} %")
print("missed:", "; ".join(missed))
