#!/usr/bin/env python3
"""Makes Vault/Vectors/primitives/attachments.json from Docs/Specs/attachments.md, and opens objects.

Shares no code with the program and none with libsodium: BLAKE2b and SHA-2 are hashlib's, ChaCha20-Poly1305 is
OpenSSL's (cryptography).

    Scripts/vectors/attachments.py            writes the file
    Scripts/vectors/attachments.py --check    says whether it is what it would write, and attacks an object
"""

import hashlib
import json
import pathlib
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

OUTPUT = pathlib.Path(__file__).resolve().parents[2] / "Vault/Vectors/primitives/attachments.json"
PLAIN, SEALED, TAG, HEADER, FLOOR = 65_520, 65_536, 16, 33, 4_096


class Refused(Exception):
    """An object that is not what its record says."""


def label(name):
    text = b"evault/1/" + name.encode("ascii")
    return bytes([len(text)]) + text


def F(key, name, context):
    return hashlib.blake2b(label(name) + context, key=key, digest_size=32).digest()


def padme(length):
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    mask = (1 << max(0, exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask


def layout(size):
    """Padded length, number of chunks and length of the object, for a file of this size."""
    padded = padme(max(size, FLOOR))
    chunks = -(-padded // PLAIN)
    return padded, chunks, HEADER + padded + TAG * chunks


class Keys:
    def __init__(self, key, context):
        self.commitment = F(key, "object/commitment", context)
        self.name = F(key, "object/name", context)[:16].hex()
        self.cipher = ChaCha20Poly1305(F(key, "object/chunk", context))
        self.bound = label("object/chunk") + context

    @staticmethod
    def nonce(index, last):
        return bytes(3) + index.to_bytes(8, "big") + bytes([last])


def seal(key, context, data):
    keys, (padded, chunks, _) = Keys(key, context), layout(len(data))
    stream = data + bytes(padded - len(data))
    return bytes([1]) + keys.commitment + b"".join(
        keys.cipher.encrypt(keys.nonce(i, i == chunks - 1), stream[PLAIN * i:PLAIN * (i + 1)], keys.bound)
        for i in range(chunks))


def open_object(key, context, size, sha256, data):
    """The file in an object, by the four steps of reading."""
    keys, (_, chunks, length) = Keys(key, context), layout(size)
    if len(data) != length or data[:HEADER] != bytes([1]) + keys.commitment:
        raise Refused("length or commitment")
    try:
        stream = b"".join(
            keys.cipher.decrypt(
                keys.nonce(i, i == chunks - 1), data[HEADER + SEALED * i:HEADER + SEALED * (i + 1)],
                keys.bound)
            for i in range(chunks))
    except InvalidTag:
        raise Refused("a chunk") from None
    if any(stream[size:]) or hashlib.sha256(stream[:size]).digest() != sha256:
        raise Refused("what was sealed")
    return stream[:size]


def sample(size):
    return bytes((7 * i + i // 256) % 256 for i in range(size))


def document():
    vault, record = bytes(range(16)), bytes(range(100, 116))
    key = bytes(range(50, 82))
    context = vault + record + (3).to_bytes(8, "big")
    objects = []
    for size in (1, 4_096, 4_097, 65_519, 65_520, 65_521, 131_040, 300_000, 5_000_000):
        data = sample(size)
        sealed = seal(key, context, data)
        objects.append({
            "size": size, "sha256": hashlib.sha256(data).hexdigest(), "length": len(sealed),
            "object_sha256": hashlib.sha256(sealed).hexdigest()})
        assert open_object(key, context, size, hashlib.sha256(data).digest(), sealed) == data
    salt = bytes(range(200, 232))
    committed = hashlib.sha256(
        label("attachment/hash") + salt + (300_000).to_bytes(8, "big")
        + hashlib.sha256(sample(300_000)).digest()).hexdigest()
    keys = Keys(key, context)
    return {
        "vault": vault.hex(), "record": record.hex(), "version": 3, "key": key.hex(),
        "name": keys.name, "commitment": keys.commitment.hex(),
        "smallest": seal(key, context, sample(1)).hex(), "objects": objects,
        "hash": {"size": 300_000, "salt": salt.hex(), "commitment": committed}}


def attack():
    """Changed, cut, swapped and doubled chunks are refused by this reader as well."""
    key, context, data = bytes(32), bytes(40), sample(200_000)
    sealed, sha = seal(key, context, data), hashlib.sha256(data).digest()
    first, second = sealed[HEADER:HEADER + SEALED], sealed[HEADER + SEALED:HEADER + 2 * SEALED]
    rest = sealed[HEADER + 2 * SEALED:]
    changed = [sealed[:-1], sealed + b"\0", sealed[:HEADER] + second + first + rest,
               sealed[:HEADER] + first + first + rest, seal(key, bytes([1]) * 40, data)]
    changed += [sealed[:i] + bytes([sealed[i] ^ 1]) + sealed[i + 1:] for i in range(0, len(sealed), 997)]
    for bad in changed:
        try:
            open_object(key, context, len(data), sha, bad)
        except Refused:
            continue
        sys.exit("an altered object was opened")
    return len(changed)


def main():
    text = json.dumps(document(), indent=1) + "\n"
    if sys.argv[1:] == ["--check"]:
        if OUTPUT.read_text() != text:
            sys.exit(f"{OUTPUT} differs")
        print(f"{OUTPUT.name} is as it would be written; {attack()} altered objects refused")
    else:
        OUTPUT.write_text(text)


if __name__ == "__main__":
    main()
