#!/usr/bin/env python3
"""Collects prose in which nobody known to a test is named, for counting false hits.

Development-time only. Takes translated documentation out of Debian packages, which it downloads with
apt-get and does not install, and writes DIR/en.txt, ko.txt, ru.txt and zh.txt with DIR/SOURCES, which
names the packages and versions. Nothing of it is committed. Argument: DIR (.build/prose).
"""

import gzip
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile

# Per language: package and the folder in it. All are free documentation, read here and not kept.
SOURCES = {
    "en": [("debian-handbook", "usr/share/doc/debian-handbook/html/en-US"),
           ("installation-guide-amd64", "usr/share/doc/installation-guide-amd64/en"),
           ("fortunes", "usr/share/games/fortunes")],
    "ko": [("debian-handbook", "usr/share/doc/debian-handbook/html/ko-KR"),
           ("installation-guide-amd64", "usr/share/doc/installation-guide-amd64/ko"),
           ("libreoffice-help-ko", "usr/share/libreoffice/help/ko/text")],
    "ru": [("manpages-ru", "usr/share/man/ru"),
           ("manpages-ru-dev", "usr/share/man/ru"),
           ("debian-handbook", "usr/share/doc/debian-handbook/html/ru-RU"),
           ("installation-guide-amd64", "usr/share/doc/installation-guide-amd64/ru"),
           ("fortunes-ru", "usr/share/games/fortunes/ru")],
    "zh": [("manpages-zh", "usr/share/man/zh_CN"),
           ("debian-handbook", "usr/share/doc/debian-handbook/html/zh-CN"),
           ("installation-guide-amd64", "usr/share/doc/installation-guide-amd64/zh_CN"),
           ("fortunes-zh", "usr/share/games/fortunes")],
}
# A line is in a language when it holds enough letters of its script.
LETTERS = {"en": "[A-Za-z]", "ko": "[가-힣]", "ru": "[А-Яа-яё]", "zh": "[一-鿿]"}
SHARE = {"en": 0.6, "ko": 0.3, "ru": 0.4, "zh": 0.3}


class Text(html.parser.HTMLParser):
    """The text of a page, a line for each block."""

    BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "div", "title", "tr"}

    def __init__(self):
        super().__init__()
        self.out, self.skip = [], 0

    def handle_starttag(self, tag, attrs):
        self.skip += tag in ("script", "style", "pre")
        if tag in self.BLOCKS:
            self.out.append("\n")

    def handle_endtag(self, tag):
        self.skip -= tag in ("script", "style", "pre")

    def handle_data(self, data):
        if not self.skip:
            self.out.append(re.sub(r"\s+", " ", data))


def manual(text):
    """The text of a manual page without its requests."""
    lines = (line for line in text.splitlines() if not line.startswith((".\\\"", "'\\\"")))
    text = "\n".join(re.sub(r"^\.\S*", "", line).strip() for line in lines)
    return re.sub(r"\\f.|\\-|\\&|\\\(..|\\", "", text).replace("\n\n", "\0").replace(
        "\n", " ").replace("\0", "\n")


def pages(root):
    for path in sorted(root.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        text = data.decode("utf-8", errors="ignore")
        if ".html" in path.suffixes:
            parser = Text()
            parser.feed(text)
            yield "".join(parser.out)
        elif re.fullmatch(r"\.[1-9]\w*", path.with_suffix("").suffix):
            yield manual(text)
        elif path.parts[-1].isalnum() or path.parts[-2] == "ru":
            # Sayings, set in short lines.
            text = re.sub("\x1b\\[[0-9;]*m", "", text)
            if "\0" not in text:
                yield re.sub(r"(?<!\n)\n(?!%)", " ", text)


def in_language(line, language):
    letters = len(re.findall(LETTERS[language], line))
    return letters > 12 and letters >= SHARE[language] * len(line.replace(" ", ""))


out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/prose")
out.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as scratch:
    packages = sorted({package for parts in SOURCES.values() for package, _ in parts})
    subprocess.run(["apt-get", "-qq", "download", *packages], cwd=scratch, check=True,
                   stderr=subprocess.DEVNULL)
    named = []
    for package in packages:
        file = next(pathlib.Path(scratch).glob(f"{package}_*.deb"))
        named.append(" ".join(file.name.split("_")[:2]))
        subprocess.run(["dpkg-deb", "-x", file, f"{scratch}/{package}"], check=True)
    for language, parts in SOURCES.items():
        seen, lines = set(), []
        for package, folder in parts:
            for page in pages(pathlib.Path(scratch, package, folder)):
                for line in page.splitlines():
                    line = line.strip()
                    if in_language(line, language) and line not in seen:
                        seen.add(line)
                        lines.append(line)
        text = "\n".join(lines) + "\n"
        (out / f"{language}.txt").write_text(text, encoding="utf-8")
        print(f"{language}: {len(text.encode())} bytes, {len(lines)} lines")
    (out / "SOURCES").write_text("\n".join(named) + "\n")
    print("from", ", ".join(named))
