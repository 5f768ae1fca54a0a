#!/usr/bin/env python3
"""Makes Vault/Vectors/primitives/recovery.json from Docs/Specs/recovery.md, and checks it.

Shares no code with the program: integers modulo the group's order are Python's, SHA-256 is hashlib's.

    Scripts/vectors/make_recovery.py            writes the file
    Scripts/vectors/make_recovery.py --check    says whether it is what it would write, and puts every
                                                choice of shares in it together again from the words
    Scripts/vectors/make_recovery.py --combine  reads shares from standard input, seven lines each, and
                                                prints the passphrase that every choice of them gives
"""

import hashlib
import itertools
import json
import pathlib
import sys

OUTPUT = pathlib.Path(__file__).resolve().parents[2] / "Vault" / "Vectors" / "primitives" / "recovery.json"
ORDER = 2**252 + 27742317777372353535851937790883648493
CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aiou"
WORDS, CHECKED = 28, 26


def H(name, *parts):
    text = b"evault/1/" + name.encode("ascii")
    return hashlib.sha256(bytes([len(text)]) + text + b"".join(parts)).digest()


def chosen(name):
    """A scalar that nobody picked for a property."""
    return int.from_bytes(hashlib.sha512(b"recovery vector " + name.encode()).digest(), "little") % ORDER


def scalar(number):
    return number.to_bytes(32, "little")


# Words


def word(value):
    return (CONSONANTS[value >> 12] + VOWELS[value >> 10 & 3] + CONSONANTS[value >> 6 & 15]
            + VOWELS[value >> 4 & 3] + CONSONANTS[value & 15])


def number_of(text):
    a, b, c, d, e = text
    return (CONSONANTS.index(a) << 12 | VOWELS.index(b) << 10 | CONSONANTS.index(c) << 6
            | VOWELS.index(d) << 4 | CONSONANTS.index(e))


def times(one, two):
    """The product in the field of 2^16 elements, by long multiplication and division."""
    product = 0
    for bit in range(16):
        if two >> bit & 1:
            product ^= one << bit
    for bit in range(31, 15, -1):
        if product >> bit & 1:
            product ^= 0x1100B << (bit - 16)
    return product


def power(base, exponent):
    result = 1
    for _ in range(exponent):
        result = times(result, base)
    return result


INVERSES = {}


def inverse(value):
    if value not in INVERSES:
        INVERSES[value] = power_fast(value, 2**16 - 2)
    return INVERSES[value]


def power_fast(base, exponent):
    result = 1
    while exponent:
        if exponent & 1:
            result = times(result, base)
        base = times(base, base)
        exponent >>= 1
    return result


def sums(values):
    plain, weighted = 0, 0
    for place, value in enumerate(values):
        plain ^= value
        weighted ^= times(value, power(2, place))
    return plain, weighted


def with_check(values):
    assert len(values) == CHECKED
    plain, weighted = sums(values)
    one, two = power(2, CHECKED), power(2, CHECKED + 1)
    last = times(weighted ^ times(plain, one), inverse(one ^ two))
    done = values + [plain ^ last, last]
    assert sums(done) == (0, 0)
    return done


def wrong_word(values):
    """The place of the one wrong word, from 1; None where there is none, or several."""
    plain, weighted = sums(values)
    if plain == 0:
        return None
    for place in range(WORDS):
        if times(plain, power(2, place)) == weighted:
            return place + 1
    return None


# Shares


def write_share(threshold, count, number, set_id, vault_tag, value):
    payload = bytes([1, threshold, count, number]) + set_id + vault_tag + scalar(value)
    data = payload + H("recovery/share", payload)[:4]
    values = [int.from_bytes(data[at:at + 2], "big") for at in range(0, len(data), 2)]
    return [word(value) for value in with_check(values)]


def read_share(words):
    assert len(words) == WORDS
    values = [number_of(word) for word in words]
    assert sums(values) == (0, 0), "check words"
    data = b"".join(value.to_bytes(2, "big") for value in values[:CHECKED])
    payload, check = data[:48], data[48:]
    assert H("recovery/share", payload)[:4] == check, "hash"
    assert payload[0] == 1, "version"
    value = int.from_bytes(payload[16:], "little")
    assert value < ORDER
    return payload[1], payload[2], payload[3], payload[4:8], payload[8:16], value


def evaluate(coefficients, at):
    return sum(c * pow(at, i, ORDER) for i, c in enumerate(coefficients)) % ORDER


def combine(points):
    secret = 0
    for x, y in points:
        weight = 1
        for other, _ in points:
            if other != x:
                weight = weight * other * pow(other - x, -1, ORDER) % ORDER
        secret = (secret + y * weight) % ORDER
    return secret


def crockford(data):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "".join(alphabet[int(bits[at:at + 5], 2)] for at in range(0, len(bits), 5))


def case(name, threshold, count, zero_at=None):
    vault, genesis = hashlib.sha256(name.encode()).digest()[:16], hashlib.sha256(b"genesis " + name.encode()).digest()
    set_id = hashlib.sha256(b"set " + name.encode()).digest()[:4]
    coefficients = [chosen(f"{name} {i}") for i in range(threshold)]
    if zero_at is not None:
        coefficients[zero_at] = 0
    tag = H("recovery/vault", vault, genesis)[:8]
    shares = [write_share(threshold, count, x, set_id, tag, evaluate(coefficients, x)) for x in range(1, count + 1)]
    return {
        "vault": vault.hex(), "genesis": genesis.hex(), "threshold": threshold, "count": count,
        "set": set_id.hex(), "tag": tag.hex(), "handle": "recovery-" + crockford(set_id).lower(),
        "coefficients": [scalar(c).hex() for c in coefficients],
        "shares": [" ".join(words) for words in shares],
        "passphrase": scalar(coefficients[0]).hex(),
    }


def check_case(case):
    """From the words alone: every choice of shares gives the passphrase, one fewer does not."""
    threshold = case["threshold"]
    read = [read_share(text.split(" ")) for text in case["shares"]]
    for number, share in enumerate(read, 1):
        assert share[:3] == (threshold, case["count"], number)
        assert (share[3].hex(), share[4].hex()) == (case["set"], case["tag"])
    points = [(share[2], share[5]) for share in read]
    for choice in itertools.combinations(points, threshold):
        assert scalar(combine(choice)).hex() == case["passphrase"]
    for choice in itertools.combinations(points, threshold - 1):
        assert scalar(combine(choice)).hex() != case["passphrase"]
    words = [number_of(word) for word in case["shares"][0].split(" ")]
    for place in range(WORDS):
        changed = list(words)
        changed[place] ^= 0x0400 + place
        assert wrong_word(changed) == place + 1


def combined(words):
    read = [read_share(words[at:at + WORDS]) for at in range(0, len(words), WORDS)]
    assert len({(share[0], share[1], share[3], share[4]) for share in read}) == 1
    points = [(share[2], share[5]) for share in read]
    assert len({x for x, _ in points}) == len(points)
    secrets = {combine(choice) for choice in itertools.combinations(points, read[0][0])}
    assert len(secrets) == 1
    return scalar(secrets.pop()).hex()


def main():
    if "--combine" in sys.argv:
        print(combined(sys.stdin.read().split()))
        return
    cases = [case("2 of 3", 2, 3), case("3 of 5", 3, 5), case("2 of 2", 2, 2), case("16 of 16", 16, 16),
             case("a coefficient of zero", 3, 4, zero_at=1)]
    text = json.dumps({"cases": cases}, indent=1, ensure_ascii=False) + "\n"
    if "--check" not in sys.argv:
        OUTPUT.write_text(text, encoding="utf-8")
    if OUTPUT.read_text(encoding="utf-8") != text:
        sys.exit("recovery.json is not as the script would write it")
    for case_ in json.loads(OUTPUT.read_text(encoding="utf-8"))["cases"]:
        check_case(case_)


main()
