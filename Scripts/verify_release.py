#!/usr/bin/env python3
"""A second verifier for releases, after Docs/Specs/releases.md alone.

It shares no code with the program. It needs Python's own library and one binding for Ed25519:
PyNaCl (python3-nacl) or cryptography (python3-cryptography).

    Scripts/verify_release.py FILE [--proof JSON] [--vault-key KEY] [--checkpoint NOTE]
    Scripts/verify_release.py --cases CASES

Exit codes: 0 proven, 3 self-consistent only, 5 refused. CASES has one case a line, in JSON: `file`, `proof`
(base64; null for none), and whether the program `accepted` it; every disagreement is told. `-` is standard input.
"""

import argparse
import base64
import hashlib
import json
import sys
from pathlib import Path

try:
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    def ed25519(public, signature, message):
        try:
            VerifyKey(public).verify(message, signature)
            return True
        except (CryptoError, ValueError):
            return False

except ImportError:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    def ed25519(public, signature, message):
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
            return True
        except (InvalidSignature, ValueError):
            return False


LIMIT = 16 << 20
LETTERS = "bcdfghjkmnpqrstz"
SPACE = set([*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029,
             0x202F, 0x205F, 0x3000])
NEWLINE = set([*range(0x0A, 0x0E), 0x85, 0x2028, 0x2029])
PAGE = Path(__file__).resolve().parent.parent / "Vault/Vectors/releases/page.html"
OPENING = b'<script type="application/json" id="proof">'
LEFT_OUT = "[…] "


class Refused(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Refused(what)


# --- hashes ----------------------------------------------------------------------------------


def label(name):
    text = b"evault/1/" + name.encode()
    return bytes([len(text)]) + text


def H(name, message):
    return hashlib.sha256(label(name) + message).digest()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def unletters(text, size):
    """The bytes of letters, in parts of one size."""
    joined = text.replace(" ", "")
    need(len(joined) % (2 * size) == 0 and all(c in LETTERS for c in joined), "letters")
    values = [LETTERS.index(c) for c in joined]
    data = bytes(high << 4 | low for high, low in zip(values[::2], values[1::2]))
    need(letters(data) == text, "letters")
    return [data[at:at + size] for at in range(0, len(data), size)]


def letters(data):
    pairs = [LETTERS[byte >> 4] + LETTERS[byte & 15] for byte in data]
    return " ".join("".join(pairs[at:at + 32]) for at in range(0, len(pairs), 32))


def unbase64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused("base64") from None
    need(base64.b64encode(data).decode() == text, "base64")
    return data


# --- the document ----------------------------------------------------------------------------

TEXT, NUMBER = str, int
PART = {"at": NUMBER, "words?": TEXT, "label?": TEXT}
PROOF = {"checkpoint": TEXT, "hidden": TEXT, "inclusion": TEXT, "index": NUMBER, "key": TEXT,
         "leaves": NUMBER, "parts": [PART], "salts": TEXT, "signature?": TEXT}
DOCUMENT = {"audience": TEXT, "excerpt": TEXT, "language": TEXT, "paragraphs": [TEXT],
            "policy": TEXT, "policyVersion": NUMBER, "proof?": PROOF, "title": TEXT,
            "version": NUMBER}


def check_shape(value, shape):
    if isinstance(shape, list):
        need(type(value) is list, "shape")
        for item in value:
            check_shape(item, shape[0])
    elif isinstance(shape, dict):
        need(type(value) is dict, "shape")
        need(set(value) <= {key.rstrip("?") for key in shape}, "shape")
        for key, inner in shape.items():
            if key.rstrip("?") in value:
                check_shape(value[key.rstrip("?")], inner)
            else:
                need(key.endswith("?"), "shape")
    else:
        need(type(value) is shape, "shape")
        if shape is NUMBER:
            need(0 <= value < 1 << 53, "number")


def write_text(text):
    out = ['"']
    for c in text:
        if c in '"\\':
            out.append("\\" + c)
        elif ord(c) < 0x20 or c in "<>&":
            out.append(f"\\u{ord(c):04x}")
        else:
            out.append(c)
    return "".join(out) + '"'


def write(value):
    if type(value) is str:
        return write_text(value)
    if type(value) is int:
        return str(value)
    if type(value) is list:
        return "[" + ",".join(map(write, value)) + "]"
    return "{" + ",".join(write_text(key) + ":" + write(value[key]) for key in sorted(value)) + "}"


def document_bytes(document):
    try:
        return write(document).encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("not UTF-8") from None


def read(data):
    try:
        document = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Refused("no JSON") from None
    check_shape(document, DOCUMENT)
    need(document_bytes(document) == data, "the document is not written as the format writes it")
    return document


# --- the formats -----------------------------------------------------------------------------


def footer(document):
    return "{excerpt} · {audience} · {policy} {policyVersion}".format(**document)


def blocks(items):
    return ("\n\n".join(items) + "\n").encode("utf-8")


def txt(document):
    title = [document["title"]] if document["title"] else []
    return blocks(title + document["paragraphs"] + ["— " + footer(document)])


def escape_markdown(text):
    out = []
    for at, c in enumerate(text):
        if c in "\\`*_{}[]<>#|~&" or (at == 0 and c in "+-=.:"):
            out.append("\\")
        out.append(c)
    return "".join(out)


def md(document):
    title = ["# " + escape_markdown(document["title"])] if document["title"] else []
    paragraphs = ["\\\n".join(escape_markdown(line) for line in paragraph.split("\n"))
                  for paragraph in document["paragraphs"]]
    return blocks(title + paragraphs + ["---", escape_markdown(footer(document))])


def escape_html(text):
    for c, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(c, entity)
    return text


def html(document):
    page = PAGE.read_text(encoding="utf-8")
    if "proof" not in document:
        page = "".join(line for line in page.splitlines(True) if "@document@" not in line)
    main = f"<h1>{escape_html(document['title'])}</h1>\n" if document["title"] else ""
    for paragraph in document["paragraphs"]:
        lines = "<br>\n".join(escape_html(line) for line in paragraph.split("\n"))
        main += f"<p>{lines}</p>\n"
    values = {
        "@language@": escape_html(document["language"]),
        "@title@": escape_html(document["title"] or document["excerpt"]),
        "@main@": main,
        "@footer@": escape_html(footer(document)),
        "@document@": write(document),
    }
    out, rest = [], page
    # One pass, so that nothing that is put in is taken for a place.
    while rest:
        found = [(rest.find(key), key) for key in values if key in rest]
        if not found:
            break
        at, key = min(found)
        out += [rest[:at], values[key]]
        rest = rest[at + len(key):]
    return ("".join(out) + rest).encode("utf-8")


def find_document(file, beside):
    """The document of which the file is a writing."""
    need(len(file) <= LIMIT and len(beside or b"") <= LIMIT, "too large")
    if file.startswith(b"{"):
        need(file.endswith(b"\n"), "no newline at the end")
        return read(file[:-1])
    if file.startswith(b"<!DOCTYPE html>"):
        start = file.rfind(OPENING)
        need(start >= 0, "no proof")
        start += len(OPENING)
        end = file.find(b"</script>", start)
        need(end >= 0, "no end of the proof")
        document = read(file[start:end])
        need(html(document) == file, "the page is not the document's")
        return document
    need(beside is not None, "no proof")
    need(beside.endswith(b"\n"), "no newline at the end")
    document = read(beside[:-1])
    need(file in (txt(document), md(document)), "the file is not the document's")
    return document


# --- words -----------------------------------------------------------------------------------


def is_wide(c):
    return (0x3001 <= c <= 0x30FF or 0x3400 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF
            or 0xFF00 <= c <= 0xFFEF or 0x20000 <= c <= 0x3FFFF)


def cut(words):
    atoms, before = [], None
    for c in words:
        now = ord(c)
        if before is None or (now not in SPACE
                              and (before in SPACE or is_wide(now) or is_wide(before))):
            atoms.append(c)
        else:
            atoms[-1] += c
        before = now
    return atoms


def layout(text, version):
    lines, line = [], []
    for c in text.replace("\r\n", "\n"):
        if ord(c) in NEWLINE:
            lines.append("".join(line))
            line = []
        else:
            line.append(c)
    lines.append("".join(line))
    paragraphs, joined = [], ""
    for line in (line.strip("".join(map(chr, SPACE))) for line in lines):
        if not line:
            if joined:
                paragraphs.append(joined)
            joined = ""
            continue
        if joined and version > 1:
            joined += "\n"
        elif joined and not (is_wide(ord(joined[-1])) and is_wide(ord(line[0]))):
            joined += " "
        joined += line
    return paragraphs + ([joined] if joined else [])


# --- the proof -------------------------------------------------------------------------------


class Key:
    def __init__(self, text):
        parts = text.split("+", 2)
        need(len(parts) == 3, "vault key")
        data = unbase64(parts[2])
        need(len(data) == 33 and data[0] == 1, "vault key")
        self.public = data[1:]
        self.name = "evault.invalid/" + letters(H("release/origin", self.public)[:8])
        self.id = hashlib.sha256(self.name.encode() + b"\n\x01" + self.public).digest()[:4]
        need(text == f"{self.name}+{self.id.hex()}+{parts[2]}", "vault key")
        self.text = text


class Note:
    def __init__(self, text):
        need(len(text.encode("utf-8")) <= 64 << 10, "checkpoint")
        need(all(ord(c) >= 0x20 or c == "\n" for c in text), "checkpoint")
        lines = text.split("\n")
        need(6 <= len(lines) <= 21 and lines[3] == "" and lines[-1] == "" and lines[0], "checkpoint")
        need(lines[1].isascii() and lines[1].isdigit() and str(int(lines[1])) == lines[1],
             "checkpoint")
        self.origin, self.size, self.root = lines[0], int(lines[1]), unbase64(lines[2])
        need(len(self.root) == 32 and self.size < 1 << 64, "checkpoint")
        self.body = ("\n".join(lines[:3]) + "\n").encode("utf-8")
        self.signatures = []
        for line in lines[4:-1]:
            words = line.split(" ")
            need(len(words) == 3 and words[0] == "—" and words[1], "checkpoint")
            data = unbase64(words[2])
            need(len(data) > 4, "checkpoint")
            self.signatures.append((words[1], data[:4], data[4:]))

    def is_signed_by(self, key):
        own = [s for name, key_id, s in self.signatures if (name, key_id) == (key.name, key.id)]
        return (self.origin == key.name and len(own) == 1 and len(own[0]) == 64
                and ed25519(key.public, own[0], self.body))


def text_entry(proof):
    leaves, parts = proof["leaves"], proof["parts"]
    need(leaves & leaves - 1 == 0 and 256 <= leaves <= 1 << 24 and parts, "leaves")
    end, atoms = 0, {}
    for part in parts:
        need(part["at"] >= end, "parts are out of order")
        need(("words" in part) != ("label" in part), "part")
        if "words" in part:
            words = cut(part["words"])
            need(words, "part")
            for number, atom in enumerate(words):
                atoms[part["at"] + number] = atom
            end = part["at"] + len(words)
        else:
            need(any(ord(c) not in SPACE for c in part["label"]), "part")
            end = part["at"] + 1
        need(end <= leaves, "parts reach beyond the leaves")
    salts = unletters(proof["salts"], 16)
    need(len(salts) == len(atoms), "salts")
    numbers = sorted(atoms)
    opened = {number: H("release/atom", salt + atoms[number].encode("utf-8"))
              for number, salt in zip(numbers, salts)}
    hidden = iter(unletters(proof["hidden"], 32))

    def walk(low, high, below):
        if not below:
            found = next(hidden, None)
            need(found is not None, "too few hashes")
            return found
        if high - low == 1:
            return opened[low]
        middle = (low + high) // 2
        left = [number for number in below if number < middle]
        return node(walk(low, middle, left), walk(middle, high, below[len(left):]))

    root = walk(0, leaves, numbers)
    need(next(hidden, None) is None, "too many hashes")
    return H("release/text", bytes([leaves.bit_length() - 1]) + root)


def tree_root(entry, index, size, path):
    """RFC 9162, section 2.1.3.2."""
    need(index < size, "index")
    at, last = index, size - 1
    found = hashlib.sha256(b"\x00" + entry).digest()
    for sibling in path:
        need(last > 0, "inclusion")
        if at & 1 or at == last:
            found = node(sibling, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node(found, sibling)
        at, last = at >> 1, last >> 1
    need(last == 0, "inclusion")
    return found


def shown(parts):
    text, end = "", None
    for part in parts:
        if end is not None and part["at"] > end:
            text += LEFT_OUT
        text += part.get("words", part.get("label"))
        end = part["at"] + (len(cut(part["words"])) if "words" in part else 1)
    return text


def verify(file, beside=None):
    """Returns document, key and checkpoint of a file that agrees with itself."""
    document = find_document(file, beside)
    need(document["version"] in (1, 2) and "proof" in document, "no proof")
    proof = document["proof"]
    key = Key(proof["key"])
    note = Note(proof["checkpoint"])
    need(note.is_signed_by(key), "the checkpoint is not signed by the key")
    need("signature" in proof, "no signature")
    unsigned = dict(document, proof={k: v for k, v in proof.items() if k != "signature"})
    signature = b"".join(unletters(proof["signature"], 1))
    need(len(signature) == 64
         and ed25519(key.public, signature, label("release") + document_bytes(unsigned)),
         "the signature is wrong")
    root = tree_root(text_entry(proof), proof["index"], note.size, unletters(proof["inclusion"], 32))
    need(root == note.root, "the words do not lead to the checkpoint")
    paragraphs, wanted = document["paragraphs"], layout(shown(proof["parts"]), 1)
    if document["version"] == 2:
        # Where lines of a paragraph end is the writer's choice.
        whole = "\n\n".join(paragraphs)
        need(layout(whole, 2) == paragraphs, "the paragraphs are not laid out")
        paragraphs = layout(whole, 1)
    need(paragraphs == wanted, "what is shown is not proven")
    return document, key, note


def anchored(key, note, held_key, held_note):
    if held_key is not None:
        need(held_key.text == key.text, "another vault's key")
    if held_note is not None:
        need(held_note.is_signed_by(key), "another vault's checkpoint")
        if held_note.size == note.size:
            need(held_note.body == note.body, "another vault's checkpoint")
            return True
    return held_key is not None


def run_cases(path):
    cases = differing = accepted = 0
    with open(0 if path == "-" else path, encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            beside = case.get("proof")
            try:
                verify(base64.b64decode(case["file"]), beside and base64.b64decode(beside))
                found = True
            except Refused:
                found = False
            cases += 1
            accepted += found
            if found != case["accepted"]:
                differing += 1
                print(f"case {cases}: {'accepted' if found else 'refused'} here, not by the program")
    print(f"{cases} cases, {accepted} accepted, {differing} judged otherwise than by the program")
    return 1 if differing or not cases else 0


def main():
    parser = argparse.ArgumentParser(description="Verify a release.")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--proof")
    parser.add_argument("--vault-key")
    parser.add_argument("--checkpoint")
    parser.add_argument("--cases")
    options = parser.parse_args()
    if options.cases:
        return run_cases(options.cases)
    if not options.file:
        parser.error("name a file")
    try:
        beside = Path(options.proof).read_bytes() if options.proof else None
        document, key, note = verify(Path(options.file).read_bytes(), beside)
        held = Key(options.vault_key) if options.vault_key else None
        kept = Note(Path(options.checkpoint).read_text(encoding="utf-8")) if options.checkpoint else None
        is_anchored = anchored(key, note, held, kept)
    except Refused as error:
        print(f"refused: {error}")
        return 5
    labels = [part["label"] for part in document["proof"]["parts"] if "label" in part]
    print("proven" if is_anchored else "self-consistent only", key.text)
    print(shown([part if "words" in part else dict(part, label="[replaced]")
                 for part in document["proof"]["parts"]]).encode("unicode_escape").decode())
    print("asserted, not proven:", json.dumps(labels + [document["title"]]))
    return 0 if is_anchored else 3


if __name__ == "__main__":
    sys.exit(main())
