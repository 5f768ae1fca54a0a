#!/usr/bin/env python3
"""Cuts one rule after another out of a copy of the source, and expects the fuzzer to notice.

A rule whose loss goes unseen is a rule that nothing tests. Works on copies in a directory of its own,
with debug builds. Arguments: names of rules (all), or --list, which only checks that every rule can
still be cut out.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLANTS, SEED = "3000", "20240501"
FOLD = "Sources/Anonymity/Fold/"
MATCH = "Sources/Anonymity/Match/"
ENTRY = ("  private func entry(_ scalar: UInt32) -> UInt32 {\n", FOLD + "FoldTable.swift")


def unfolded(ranges, kind):
    """A class of scalars is keyed by its own bytes instead of what it stands for."""
    test = " || ".join(f"({low}...{high}).contains(scalar)" for low, high in ranges)
    return (ENTRY[1], ENTRY[0], f"{ENTRY[0]}    if {test} {{ return 1 << 8 | {kind} }}\n")


LATIN, CYRILLIC, HARD, DIGIT = 10, 11, 0, 9
# Name: file, text, what stands in its place.
RULES = {
    "case": unfolded([("0x41", "0x5A"), ("0x410", "0x42F")], LATIN | 32),
    "width": unfolded([("0xFF01", "0xFF5E")], LATIN),
    "styled letters": unfolded([("0x1D400", "0x1D7CB")], LATIN),
    "marks": unfolded([("0x300", "0x36F"), ("0x20D0", "0x20F0")], LATIN),
    "invisible": unfolded([("0x200B", "0x200D"), ("0x2060", "0x2064"), ("0xAD", "0xAD")], LATIN),
    "digits of other scripts": unfolded([("0x660", "0x669"), ("0x966", "0x96F")], DIGIT),
    "conjoining jamo": unfolded([("0x1100", "0x11FF")], 13),
    "jamo of the keyboard": unfolded([("0x3131", "0x318E")], 13),
    "look-alikes": (
        MATCH + "Verifier.swift", "      if !accepted { return nil }", "      return nil"),
    "gaps in long names": (
        MATCH + "GapRule.swift", "    if shape.extraCount == 0 { return .free }",
        "    return shape.extraCount == 0 ? .free : .refused\n"
        "    if shape.extraCount == 0 { return .free }"),
    "names run together": (
        MATCH + "GapRule.swift", "    if shape.missing > 0, pattern.letters > 0, !pattern.isLong,",
        "    if shape.missing > 0 { return .refused }\n"
        "    if shape.missing > 0, pattern.letters > 0, !pattern.isLong,"),
    "line wraps": (
        MATCH + "GapRule.swift", "private static let lineFeeds = 2",
        "private static let lineFeeds = 0"),
    "tags and references": (
        MATCH + "Matcher.swift", "guard let markup = InlineMarkup(text) else {",
        "guard text.isEmpty, let markup = InlineMarkup(text) else {"),
    "keys open across tags": (
        MATCH + "HitSearch.swift",
        "isOpen = follow(&read, .read, other, edit.read, upTo: limit)",
        "isOpen = limit < 0 && follow(&read, .read, other, edit.read, upTo: limit)"),
    "particles": (
        MATCH + "KoreanTail.swift", "    if letters.isEmpty { return at }",
        "    return letters.isEmpty ? at : nil\n    if letters.isEmpty { return at }"),
    "word orders": (
        MATCH + "FormWriter.swift",
        "    for start in starts {", "    for start in starts where start < 0 {"),
    "national numbers": (
        MATCH + "PhoneForms.swift", "    for national in nationals where national.count >= fewest {",
        "    for national in nationals where national.count >= 99 {"),
    "spoken addresses": (
        MATCH + "EmailForms.swift", "    add(local, host, to: &forms)\n    // Mail",
        "    // Mail"),
    "overlapping hits": (
        MATCH + "CoveredSpan.swift",
        "while at < matches.count, at == first || matches[at].range.lowerBound < end {",
        "while at < matches.count, at == first {"),
    "Russian cases": (
        "Sources/Anonymity/Variants/NameVariants.swift", "RussianVariants.of(name) + ", ""),
    "Han in its other form": (
        "Sources/Anonymity/Variants/NameVariants.swift", " + HanVariants.of(name)", ""),
}

names = [a for a in sys.argv[1:] if not a.startswith("-")] or list(RULES)
for name in names:
    path, text, _ = RULES[name]
    if (ROOT / path).read_text().count(text) != 1:
        sys.exit(f"rules-off: {name}: {path} does not hold it once")
if "--list" in sys.argv:
    sys.exit(print(f"{len(names)} rules can be cut out"))

with tempfile.TemporaryDirectory() as scratch:
    copy = pathlib.Path(scratch, "copy")
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".build*", ".git"))

    def fuzz():
        built = subprocess.run(
            ["swift", "build", "--quiet", "--product", "NameFuzz", "-Xswiftc", "-no-warnings-as-errors"],
            cwd=copy, capture_output=True, text=True)
        if built.returncode:
            return None, built.stdout[-2000:] + built.stderr[-2000:]
        run = subprocess.run([".build/debug/NameFuzz", "plants", PLANTS, SEED], cwd=copy,
                             capture_output=True, text=True)
        return run.returncode, run.stdout.strip().splitlines()[-1] if run.stdout else ""

    unseen = []
    code, said = fuzz()
    print(f"{'every rule on':26} {said}", flush=True)
    if code != 0:
        sys.exit("rules-off: the fuzzer fails with every rule on, or does not build")
    for name in names:
        path, text, other = RULES[name]
        whole = (copy / path).read_text()
        (copy / path).write_text(whole.replace(text, other))
        code, said = fuzz()
        (copy / path).write_text(whole)
        verdict = "failed as expected" if code else "NOT SEEN" if code == 0 else "does not build"
        print(f"{name:26} {verdict:20} {said}", flush=True)
        if code in (0, None):
            unseen.append(name)
print(f"rules-off: {len(names) - len(unseen)} of {len(names)} rules are missed when they are gone")
sys.exit(bool(unseen))
