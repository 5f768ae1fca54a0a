#!/usr/bin/env python3
"""Writes Vault/Vectors/releases/cosignature.json, after c2sp.org/tlog-cosignature (Ed25519).

    Scripts/vectors/cosignature.py [--check]

It shares no code with the program; OpenSSL signs. `--check` compares instead of writing.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

OUTPUT = Path(__file__).resolve().parents[2] / "Vault/Vectors/releases/cosignature.json"
# What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410).
PRIVATE = bytes.fromhex("302e020100300506032b657004220420")
LETTERS = "bcdfghjkmnpqrstz"


def openssl(*words, given=b""):
    return subprocess.run(["openssl", *words], input=given, check=True, capture_output=True).stdout


class Key:
    def __init__(self, seed):
        self.pem = openssl("pkey", "-inform", "DER", given=PRIVATE + seed)
        self.public = openssl("pkey", "-pubout", "-outform", "DER", given=self.pem)[-32:]

    def sign(self, message):
        with tempfile.TemporaryDirectory() as place:
            key, text = Path(place, "key"), Path(place, "text")
            key.write_bytes(self.pem)
            text.write_bytes(message)
            return openssl("pkeyutl", "-sign", "-rawin", "-inkey", key, "-in", text)


def key_id(name, kind, public):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def key_text(name, kind, public):
    return f"{name}+{key_id(name, kind, public).hex()}+{base64.b64encode(bytes([kind]) + public).decode()}"


def line(name, identity, signature):
    return f"— {name} {base64.b64encode(identity + signature).decode()}\n"


def vault_name(public):
    label = b"evault/1/release/origin"
    digest = hashlib.sha256(bytes([len(label)]) + label + public).digest()[:8]
    return "evault.invalid/" + "".join(LETTERS[b >> 4] + LETTERS[b & 15] for b in digest)


def main():
    seed = bytes(range(32))
    witness, vault = Key(seed), Key(bytes(range(100, 132)))
    name, time, origin = "witness.example/kyiv", 1_800_000_000, vault_name(vault.public)
    body = f"{origin}\n512\n{base64.b64encode(hashlib.sha256(b'root').digest()).decode()}\n".encode()
    statement = f"cosignature/v1\ntime {time}\n".encode() + body
    note = (body.decode() + "\n" + line(origin, key_id(origin, 1, vault.public), vault.sign(body))
            + line(name, key_id(name, 4, witness.public), time.to_bytes(8, "big") + witness.sign(statement)))
    text = json.dumps({
        "name": name, "note": note, "seed": seed.hex(), "time": time,
        "vaultKey": key_text(origin, 1, vault.public), "witnessKey": key_text(name, 4, witness.public),
    }, ensure_ascii=False, indent=2) + "\n"
    if "--check" not in sys.argv[1:]:
        OUTPUT.write_text(text)
    elif OUTPUT.read_text() != text:
        sys.exit(f"{OUTPUT} is not what this program writes")


main()
