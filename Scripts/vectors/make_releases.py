#!/usr/bin/env python3
"""Writes Vault/Vectors/releases/commitment.json, after Docs/Specs/releases.md.

    Scripts/vectors/make_releases.py [--check]

It shares no code with the program. `--check` compares instead of writing.
"""

import hashlib
import json
import sys
from pathlib import Path

OUTPUT = Path(__file__).resolve().parents[2] / "Vault/Vectors/releases/commitment.json"


def label(name):
    text = b"evault/1/" + name.encode()
    return bytes([len(text)]) + text


def H(name, *parts):
    return hashlib.sha256(label(name) + b"".join(parts)).digest()


def F(key, name, *parts):
    return hashlib.blake2b(label(name) + b"".join(parts), key=key, digest_size=32).digest()


def u32(number):
    return number.to_bytes(4, "big")


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def commitment(seed, code, attempt, atoms, disclosed):
    slot = F(seed, "release/slot", code.encode(), bytes([attempt]))
    salts = [F(slot, "release/salt", u32(i))[:16] for i in range(len(atoms))]
    leaves = [H("release/atom", salt, atom.encode()) for salt, atom in zip(salts, atoms)]
    size = 256
    while size < len(atoms):
        size *= 2
    leaves += [F(slot, "release/decoy", u32(i)) for i in range(len(atoms), size)]
    hidden = []

    def walk(low, high):
        if high - low == 1:
            found = leaves[low]
        else:
            middle = (low + high) // 2
            mark = len(hidden)
            left, right = walk(low, middle), walk(middle, high)
            found = node(left, right)
            if not any(low <= i < high for i in disclosed):
                del hidden[mark:]
        if not any(low <= i < high for i in disclosed):
            hidden.append(found)
        return found

    root = walk(0, size)
    return {
        "seed": seed.hex(), "code": code, "attempt": attempt, "atoms": atoms, "size": size,
        "slot": slot.hex(), "salts": [salt.hex() for salt in salts],
        "first_leaves": [leaf.hex() for leaf in leaves[:len(atoms) + 2]],
        "root": root.hex(), "entry": H("release/text", bytes([size.bit_length() - 1]), root).hex(),
        "disclosed": disclosed, "hidden": [found.hex() for found in hidden],
    }


def main():
    seed = hashlib.sha256(b"vectors of releases").digest()
    words = ["The ", "gate ", "closed ", "at ", "nine. ", "Orla Testrand", " ", "said ", "why. ",
             "저", "는 ", "기", "다", "렸", "다", "."]
    long = [f"w{number} " for number in range(300)]
    cases = [
        commitment(seed, "E-0HJMZS", 0, words, [0, 1, 2, 3, 4, 6, 7, 8]),
        commitment(seed, "E-0HJMZS", 1, words, [0]),
        commitment(seed, "E-7QW2ZX", 0, long, [7, 8, 9, 255, 256, 299]),
    ]
    text = json.dumps({"cases": cases}, indent=1, ensure_ascii=False) + "\n"
    if "--check" in sys.argv:
        if not OUTPUT.exists() or OUTPUT.read_text(encoding="utf-8") != text:
            sys.exit("commitment.json is not as the script would write it")
    else:
        OUTPUT.write_text(text, encoding="utf-8")


main()
