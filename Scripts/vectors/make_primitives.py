#!/usr/bin/env python3
"""Makes Vault/Vectors/primitives from Docs/Specs/sealing.md.

Shares no code with the program and none with libsodium: BLAKE2b and SHA-2 are hashlib's, Argon2id is the
reference code (argon2-cffi), X25519, Ed25519, ChaCha20-Poly1305 and Poly1305 are OpenSSL's (cryptography),
HChaCha20 and XSalsa20 are written out below.

    pip install argon2-cffi cryptography
    Scripts/vectors/make_primitives.py            writes the files
    Scripts/vectors/make_primitives.py --check    says whether they are what it would write
"""

import base64
import hashlib
import json
import pathlib
import struct
import sys
import unicodedata

import attachments
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.poly1305 import Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

OUTPUT = pathlib.Path(__file__).resolve().parents[2] / "Vault" / "Vectors" / "primitives"


# Conventions


def u8(x):
    return struct.pack(">B", x)


def u32(x):
    return struct.pack(">I", x)


def u64(x):
    return struct.pack(">Q", x)


def label(name):
    text = b"evault/1/" + name.encode("ascii")
    return u8(len(text)) + text


def H(name, *parts):
    return hashlib.sha256(label(name) + b"".join(parts)).digest()


def F(key, name, *parts):
    assert len(key) == 32
    return hashlib.blake2b(label(name) + b"".join(parts), key=key, digest_size=32).digest()


def raw(public):
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def rotated(x, n):
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def hchacha20(key, nonce16):
    x = list(struct.unpack("<16I", b"expand 32-byte k" + key + nonce16))

    def quarter(a, b, c, d):
        x[a] = (x[a] + x[b]) & 0xFFFFFFFF
        x[d] = rotated(x[d] ^ x[a], 16)
        x[c] = (x[c] + x[d]) & 0xFFFFFFFF
        x[b] = rotated(x[b] ^ x[c], 12)
        x[a] = (x[a] + x[b]) & 0xFFFFFFFF
        x[d] = rotated(x[d] ^ x[a], 8)
        x[c] = (x[c] + x[d]) & 0xFFFFFFFF
        x[b] = rotated(x[b] ^ x[c], 7)

    for _ in range(10):
        quarter(0, 4, 8, 12)
        quarter(1, 5, 9, 13)
        quarter(2, 6, 10, 14)
        quarter(3, 7, 11, 15)
        quarter(0, 5, 10, 15)
        quarter(1, 6, 11, 12)
        quarter(2, 7, 8, 13)
        quarter(3, 4, 9, 14)
    return struct.pack("<8I", *x[0:4], *x[12:16])


def salsa20(key, block16, feed_forward):
    """The Salsa20 core over key and 16 bytes of nonce and counter."""
    c = struct.unpack("<4I", b"expand 32-byte k")
    k = struct.unpack("<8I", key)
    n = struct.unpack("<4I", block16)
    start = [c[0], *k[0:4], c[1], *n, c[2], *k[4:8], c[3]]
    x = list(start)

    def quarter(a, b, c, d):
        x[b] ^= rotated((x[a] + x[d]) & 0xFFFFFFFF, 7)
        x[c] ^= rotated((x[b] + x[a]) & 0xFFFFFFFF, 9)
        x[d] ^= rotated((x[c] + x[b]) & 0xFFFFFFFF, 13)
        x[a] ^= rotated((x[d] + x[c]) & 0xFFFFFFFF, 18)

    for _ in range(10):
        quarter(0, 4, 8, 12)
        quarter(5, 9, 13, 1)
        quarter(10, 14, 2, 6)
        quarter(15, 3, 7, 11)
        quarter(0, 1, 2, 3)
        quarter(5, 6, 7, 4)
        quarter(10, 11, 8, 9)
        quarter(15, 12, 13, 14)
    if feed_forward:
        return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(x, start)))
    return struct.pack("<8I", x[0], x[5], x[10], x[15], *x[6:10])


def xsalsa20_poly1305(key, nonce24, plain):
    subkey = salsa20(key, nonce24[:16], False)
    blocks = (32 + len(plain) + 63) // 64
    stream = b"".join(
        salsa20(subkey, nonce24[16:] + struct.pack("<Q", i), True) for i in range(blocks)
    )
    cipher = bytes(a ^ b for a, b in zip(plain, stream[32:]))
    return Poly1305.generate_tag(stream[:32], cipher) + cipher


def seal(key, plain, bound, nonce):
    assert len(nonce) == 24
    inner = ChaCha20Poly1305(hchacha20(key, nonce[:16]))
    return nonce + inner.encrypt(bytes(4) + nonce[16:], plain, bound)


def box_pair(seed):
    secret = X25519PrivateKey.from_private_bytes(hashlib.sha512(seed).digest()[:32])
    return secret, raw(secret.public_key())


def box(public, plain, ephemeral):
    pair = X25519PrivateKey.from_private_bytes(ephemeral)
    e = raw(pair.public_key())
    shared = pair.exchange(X25519PublicKey.from_public_bytes(public))
    key = salsa20(shared, bytes(16), False)
    nonce = hashlib.blake2b(e + public, digest_size=24).digest()
    return e + xsalsa20_poly1305(key, nonce, plain)


def signing_pair(seed):
    pair = Ed25519PrivateKey.from_private_bytes(seed)
    return pair, raw(pair.public_key())


def opening_under_two(keys, bound, nonce, count):
    """One ciphertext of `count` bytes that opens under both keys (Dodis et al., CRYPTO 2018).

    Two blocks at the end are free: the first is tried, the second solved for, so that the two
    polynomials of Poly1305 give the same tag.
    """
    assert count % 16 == 0
    p = 2**130 - 5
    clamp = 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    subkeys = [hchacha20(key, nonce[:16]) for key in keys]
    start = bytes(4) + bytes(4) + nonce[16:]
    ones = [Cipher(ChaCha20(k, start), None).encryptor().update(bytes(32)) for k in subkeys]
    r = [int.from_bytes(one[:16], "little") & clamp for one in ones]
    s = [int.from_bytes(one[16:], "little") for one in ones]
    front = bound + bytes(-len(bound) % 16)
    lengths = struct.pack("<QQ", len(bound), count)

    def polynomial(i, data):
        h = 0
        for at in range(0, len(data), 16):
            h = (h + int.from_bytes(data[at : at + 16] + b"\x01", "little")) * r[i] % p
        return h

    for attempt in range(10_000):
        cipher = chosen(f"two keys {attempt}", count - 16)
        # With zeros for the last block, whose factor is r^2 (the lengths come after it).
        zero = [polynomial(i, front + cipher + bytes(16) + lengths) for i in (0, 1)]
        factor = pow(r[0] * r[0] - r[1] * r[1], -1, p)
        for carry in range(-4, 5):
            block = (s[1] - s[0] + (carry << 128) - zero[0] + zero[1]) * factor % p
            if block >= 2**128:
                continue
            whole = cipher + block.to_bytes(16, "little")
            tags = [
                (polynomial(i, front + whole + lengths) + s[i]) % 2**128 for i in (0, 1)
            ]
            if tags[0] == tags[1]:
                sealed = nonce + whole + tags[0].to_bytes(16, "little")
                for key in subkeys:
                    ChaCha20Poly1305(key).decrypt(bytes(4) + nonce[16:], sealed[24:], bound)
                return sealed
    raise AssertionError("no ciphertext found")


# Padding


def padme(length):
    e = length.bit_length() - 1
    s = e.bit_length()
    z = max(0, e - s)
    return (length + (1 << z) - 1) >> z << z


def padded(plain, total):
    return u32(len(plain)) + plain + bytes(total - 4 - len(plain))


def body_padded(plain):
    return padded(plain, max(4096, padme(len(plain) + 4)))


def blocks(plain, block):
    return padded(plain, -(-(len(plain) + 4) // block) * block)


# Values that stand for random ones


def chosen(what, count):
    """Bytes that a generator would draw, the same at each run."""
    return hashlib.shake_256(b"vector " + what.encode("ascii")).digest(count)


VAULT = chosen("vault", 16)
GENESIS = chosen("genesis", 32)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def fingerprint(digest):
    bits = int.from_bytes(digest[:15], "big")
    letters = "".join(ALPHABET[(bits >> (115 - 5 * i)) & 31] for i in range(24))
    return "-".join(letters[i : i + 4] for i in range(0, 24, 4))


class Member:
    def __init__(self, name):
        self.seed = chosen(name, 32)
        self.box, self.box_public = box_pair(F(self.seed, "member/box", VAULT))
        self.signing, self.signing_public = signing_pair(F(self.seed, "member/sign", VAULT))
        self.public = self.signing_public + self.box_public


class Role:
    def __init__(self, role, epoch, name):
        self.context = VAULT + u8(role) + u32(epoch)
        self.seed = chosen(name, 32)
        self.box, self.box_public = box_pair(F(self.seed, "role/box", self.context))
        self.signing, self.signing_public = signing_pair(F(self.seed, "role/sign", self.context))
        self.wrapping = F(self.seed, "role/wrap", self.context)
        self.naming = F(self.seed, "role/wrap-id", self.context)
        self.chain = F(self.seed, "role/chain", self.context)
        self.key_id = F(self.seed, "role/key-id", self.context)[:4]

    def row(self, name, number, plain):
        bound = label(name) + self.context + u64(number)
        nonce = chosen(f"row {name} {number}", 24)
        return self.key_id + seal(self.chain, blocks(plain, 512), bound, nonce)

    def grant(self, member, tail, what):
        plain = self.seed + u8(1) + self.context + u8(len(tail)) + tail
        return box(member.box_public, plain + bytes(320 - len(plain)), chosen(what, 32))


# The files


def passphrase_cases():
    cases = []
    for number, (typed, handle, memory, passes) in enumerate(
        [
            ("bodak-linem-sutor-halig-meron-tikas", "river", 65536, 2),
            # Decomposed Hangul, and a wide space: the same as composed with an ordinary one.
            (unicodedata.normalize("NFD", "푸른 바다 위의 하얀 등대") + "\u30007", "돌", 65536, 2),
            ("a" * 1024, "z", 65536, 3),
            ("граница лежит за рекою", "stone", 131072, 2),
        ]
    ):
        normal = unicodedata.normalize("NFC", typed.replace("\u3000", " ")).encode("utf-8")
        member = Member(f"member {number}")
        salt = chosen(f"vault salt {number}", 32)
        parameters = u32(memory) + u32(passes)
        used = H("passphrase/salt", VAULT, salt, parameters, handle.encode("utf-8"))[:16]
        master = hash_secret_raw(normal, used, passes, memory, 1, 32, Type.ID, 0x13)
        row_id = F(master, "member/row")[:16]
        contents = member.seed + u8(1) + GENESIS + bytes(183)
        row = F(master, "member/commitment") + seal(
            F(master, "member/kek"),
            contents,
            label("member/seal") + VAULT + row_id,
            chosen(f"member row {number}", 24),
        )
        assert len(row) == 320
        cases.append(
            {
                "typed": typed.encode("utf-8"),
                "handle": handle,
                "salt": salt,
                "parameters": parameters,
                "argon2_salt": used,
                "row_id": row_id,
                "row": row,
                "public_keys": member.public,
            }
        )
    return {"vault": VAULT, "genesis": GENESIS, "cases": cases}


def member_case():
    member = Member("member 0")
    message = b"signed by a member"
    pin = b'{"pin":1}'
    digest = H("fingerprint", VAULT, GENESIS, member.public)
    return {
        "vault": VAULT,
        "genesis": GENESIS,
        "seed": member.seed,
        "box": member.box_public,
        "signing": member.signing_public,
        "id": H("member/id", VAULT, member.public)[:16],
        "fingerprint": fingerprint(digest),
        "pin_name": F(member.seed, "member/pin-name", VAULT)[:16].hex(),
        "pin_plaintext": pin,
        "pin": seal(
            F(member.seed, "member/pin", VAULT),
            blocks(pin, 512),
            label("member/pin") + VAULT,
            chosen("pin", 24),
        ),
        "message": message,
        "request_signature": member.signing.sign(label("request") + message),
    }


def role_case():
    member = Member("member 0")
    before, now = Role(3, 1, "role seed 1"), Role(3, 2, "role seed 2")
    message = b"signed by a role"
    secret = chosen("lookup", 32)
    tail = b"and a public tail"
    return {
        "vault": VAULT,
        "genesis": GENESIS,
        "member_seed": member.seed,
        "role": 3,
        "epochs": [
            {
                "epoch": epoch,
                "seed": role.seed,
                "box": role.box_public,
                "signing": role.signing_public,
                "key_id": role.key_id,
                "message": message,
                "roster_signature": role.signing.sign(label("roster") + message),
            }
            for epoch, role in [(1, before), (2, now)]
        ],
        "rows": [
            {"label": name, "number": number, "plaintext": plain, "row": now.row(name, number, plain)}
            for name, number, plain in [
                ("roster", 0, b""),
                ("roster", 7, chosen("row", 508)),
                ("log", 7, chosen("row", 509)),
                ("log", 2**63 + 1, b"log row"),
            ]
        ],
        "carried": seal(
            now.wrapping, before.seed, label("role/carry") + now.context, chosen("carry", 24)
        ),
        "grant": now.grant(member, b"", "grant"),
        "grant_carrying": now.grant(member, secret + tail, "grant carrying"),
        "carried_secret": secret,
        "tail": tail,
        "longest_tail": chosen("tail", 200),
        "grant_longest": now.grant(member, chosen("tail", 200), "grant longest"),
    }


def records_case():
    role = Role(3, 2, "role seed 2")
    record, key = chosen("record", 16), chosen("record key", 32)
    context = VAULT + record + u64(5)
    commitment = F(key, "record/commitment", context)

    def part(name, plain, what):
        inner = seal(F(key, name, context), plain, label(name) + context, chosen(what, 24))
        return u8(1) + commitment + inner

    bodies = []
    for length in [0, 1, 4092, 4093, 5000]:
        plain = chosen(f"body {length}", length)
        sealed = part("record/body", body_padded(plain), f"body nonce {length}")
        # A long body is told by its hash, which any one changed bit would change.
        bodies.append({"length": length, "plaintext_sha256": hashlib.sha256(plain).digest(), "body": sealed})
    listings = []
    for length in [0, 252, 253]:
        plain = chosen(f"listing {length}", length)
        sealed = part("record/listing", blocks(plain, 256), f"listing nonce {length}")
        listings.append({"plaintext": plain, "listing": sealed})

    number = 9
    detail_record = bytes(8) + u64(number)
    detail_context = VAULT + detail_record + u64(1)
    detail = (
        u8(1)
        + F(key, "record/commitment", detail_context)
        + seal(
            F(key, "record/body", detail_context),
            blocks(b"why it was opened", 1024),
            label("record/body") + detail_context,
            chosen("detail", 24),
        )
    )

    other = chosen("another record key", 32)
    two = opening_under_two(
        [F(k, "record/listing", context) for k in (key, other)],
        label("record/listing") + context,
        chosen("two keys nonce", 24),
        256,
    )

    recipients = [Member("member 0"), Member("member 1"), Member("member 2")]
    boxed_context = b"what the boxed key is for"
    tag = H("boxed", boxed_context)[:16]
    boxed = u8(3) + b"".join(
        m.box_public[:8] + box(m.box_public, key + tag, chosen(f"boxed {i}", 32))
        for i, m in enumerate(recipients)
    )
    wrap = seal(
        role.wrapping, key, label("wrap") + role.context + record, chosen("wrap nonce", 24)
    )
    assert len(wrap) == 72
    return {
        "vault": VAULT,
        "record": record,
        "version": 5,
        "key": key,
        "commitment": commitment,
        "bodies": bodies,
        "listings": listings,
        "detail": {"number": number, "plaintext": b"why it was opened", "detail": detail},
        "two_keys": {
            "other_key": other,
            "sealed": two,
            "other_commitment": F(other, "record/commitment", context),
        },
        "role": 3,
        "epoch": 2,
        "role_seed": role.seed,
        "wrap_id": F(role.naming, "role/wrap-id", record)[:16],
        "wrap": wrap,
        "boxed": {
            "context": boxed_context,
            "recipient_box_seeds": [F(m.seed, "member/box", VAULT) for m in recipients],
            "boxed": boxed,
        },
    }


def reveal_case():
    asker = Member("member 0")
    member_id = H("member/id", VAULT + asker.public)[:16]
    code, excerpt, text = "R-7QW2ZX", "E-0HJMZS", "the father of defector A, 탈북민 A씨의 아버지"
    question = H(
        "reveal",
        VAULT + code.encode() + excerpt.encode() + member_id + text.encode(),
    )
    key = chosen("answer key", 32)
    context = VAULT + question[:16] + u64(1)
    plain = b'{"changedSince":false,"names":["Orla Testrand"],"source":"S-4K7QM2","version":1}'
    body = (
        u8(1)
        + F(key, "record/commitment", context)
        + seal(
            F(key, "record/body", context),
            blocks(plain, 1024),
            label("record/body") + context,
            chosen("answer nonce", 24),
        )
    )
    tag = H("boxed", VAULT + question)[:16]
    boxed = u8(1) + asker.box_public[:8] + box(asker.box_public, key + tag, chosen("answer box", 32))
    return {
        "vault": VAULT,
        "asker": member_id,
        "asker_box_seed": F(asker.seed, "member/box", VAULT),
        "code": code,
        "excerpt": excerpt,
        "label": text,
        "question": question,
        "names": ["Orla Testrand"],
        "source": "S-4K7QM2",
        "key": boxed,
        "body": body,
    }


def base32(data):
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "".join(ALPHABET[int(bits[i : i + 5], 2)] for i in range(0, len(bits), 5))


def field_case():
    roster_head = chosen("roster head", 32)
    old, now = Role(6, 2, "custodian seed 2"), Role(6, 3, "custodian seed 3")
    issued = 20_461  # 2026-01-08
    kit = (
        u8(1) + VAULT + GENESIS + u64(13) + roster_head + u32(2) + old.signing_public
        + old.box_public + u32(issued) + u32(issued + 180) + chosen("serial", 8)
    )
    kit += old.signing.sign(label("kit") + kit)
    assert len(kit) == 237
    kit_hash = H("kit", kit)
    lines = []
    for number in range(1, 13):
        part = kit[(number - 1) * 20 : number * 20]
        letters = base32(part)
        groups = " ".join(letters[i : i + 4] for i in range(0, len(letters), 4))
        check = base32(H("kit/line", u8(number), part)[:2])[:2]
        lines.append(f"{number:02}  {groups:<39}  {check}")

    # The documenter's key, and the file that holds it.
    nowhere, salt, parameters = bytes(16), chosen("documenter salt", 32), u32(65536) + u32(2)
    typed = b"bodak-linem-sutor-halig-meron-tikas"
    seed = chosen("documenter", 32)
    used = H("passphrase/salt", nowhere, salt, parameters, b"documenter")[:16]
    master = hash_secret_raw(typed, used, 2, 65536, 1, 32, Type.ID, 0x13)
    row_id = F(master, "member/row")[:16]
    row = F(master, "member/commitment") + seal(
        F(master, "member/kek"),
        seed + u8(1) + bytes(32) + bytes(183),
        label("member/seal") + nowhere + row_id,
        chosen("documenter row", 24),
    )
    documenter, documenter_public = signing_pair(F(seed, "member/sign", nowhere))

    testimony = "---\ntitle: The yard\n---\nI am Orla Testrand. 문은 아홉 시에 닫혔다.\n".encode()
    source = b'names: ["Orla Testrand"]\nphones: ["+7 914 555-77-23"]\n'

    def text(data):
        return base64.b64encode(data).decode("ascii")

    def compact(value):
        return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()

    def drop(name, signed, attached=()):
        nonce, key = chosen(f"{name} nonce", 16), chosen(f"{name} key", 32)
        said = {"source": text(source), "testimony": text(testimony), "version": 1}
        if attached:
            said["attachments"] = [
                {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
                | ({"name": called} if called else {})
                for called, data in attached
            ]
        payload = compact(said)
        record = {"payload": text(payload), "version": 1}
        if signed:
            message = label("drop/file") + VAULT + kit_hash + nonce + payload
            record["signer"] = documenter_public.hex()
            record["signature"] = documenter.sign(message).hex()
        drop_id = H("drop/file", kit_hash, nonce)[:16]
        context = VAULT + drop_id + u64(1)
        body = (
            u8(1)
            + F(key, "record/commitment", context)
            + seal(
                F(key, "record/body", context),
                body_padded(compact(record)),
                label("record/body") + context,
                chosen(f"{name} body", 24),
            )
        )
        tag = H("boxed", VAULT, kit_hash, nonce)[:16]
        boxed = u8(1) + old.box_public[:8] + box(old.box_public, key + tag, chosen(f"{name} box", 32))
        front = kit_hash[:16] + nonce + boxed
        if attached:
            objects = b"".join(
                attachments.seal(key, VAULT + drop_id + u64(number), data)
                for number, (_, data) in enumerate(attached, 1))
            whole = b"EvDrop\x00\x02" + front + objects + body + u32(len(body))
        else:
            whole = b"EvDrop\x00\x01" + front + body
        return {"code": "D-" + base32(drop_id)[:6], "drop": whole}

    carried = seal(
        now.wrapping,
        F(old.seed, "role/box", old.context),
        label("role/drop-key") + now.context + u32(2),
        chosen("carried drop key", 24),
    )
    return {
        "vault": VAULT,
        "old_seed": old.seed,
        "old_epoch": 2,
        "seed": now.seed,
        "epoch": 3,
        "carried": carried,
        "kit": kit,
        "kit_hash": kit_hash,
        "code": "K-" + base32(kit_hash)[:6],
        "fingerprint": fingerprint(H("kit/fingerprint", kit)),
        "last_day": "2026-07-07",
        "lines": lines,
        "line": "EVAULT-KIT-1:" + base32(kit),
        "documenter_passphrase": typed,
        "documenter_file": b"EvKey\x00\x00\x01" + parameters + salt + row,
        "documenter_public": documenter_public,
        "documenter_fingerprint": fingerprint(H("fingerprint", bytes(48), documenter_public)),
        "testimony": testimony,
        "source": source,
        "signed": drop("signed", True),
        "unsigned": drop("unsigned", False),
        "carrying": drop("carrying", True, [("page.pdf", b"%PDF-1.7 page"), (None, bytes(5_000))]),
        "receipt": H("drop/testimony", VAULT, testimony)[:16].hex(),
    }


def crockford(data, bits):
    number = int.from_bytes(data, "big")
    whole = -(-bits // 5) * 5
    number <<= whole - bits
    return "".join(ALPHABET[(number >> (whole - 5 - 5 * i)) & 31] for i in range(whole // 5))


def key_file_case():
    key = chosen("key file", 32)
    check = int.from_bytes(H("key-file/check", key)[:3], "big") >> 4
    letters = crockford(key, 256) + "".join(ALPHABET[check >> s & 31] for s in (15, 10, 5, 0))
    text = "evault-key-1 " + "-".join(letters[i : i + 4] for i in range(0, 56, 4)) + "\n"
    lower = "evault-key-1 " + letters.lower().replace("0", "o").replace("1", "l")
    typed = "bodak-linem-sutor-halig-meron-tikas".encode()
    member, salt = Member("member 0"), chosen("vault salt 0", 32)
    parameters = u32(65536) + u32(2)
    stretched = F(key, "passphrase/key-file", typed)
    used = H("passphrase/salt", VAULT, salt, parameters, b"river")[:16]
    master = hash_secret_raw(stretched, used, 2, 65536, 1, 32, Type.ID, 0x13)
    row_id = F(master, "member/row")[:16]
    row = F(master, "member/commitment") + seal(
        F(master, "member/kek"),
        member.seed + u8(1) + GENESIS + bytes(183),
        label("member/seal") + VAULT + row_id,
        chosen("key file row", 24),
    )
    return {
        "vault": VAULT,
        "genesis": GENESIS,
        "key": key,
        "texts": [text, lower],
        "typed": typed,
        "handle": "river",
        "salt": salt,
        "parameters": parameters,
        "stretched": stretched,
        "row_id": row_id,
        "row": row,
        "public_keys": member.public,
    }


def in_words(digest):
    consonants, vowels = "bdfghjklmnprstvz", "aiou"

    def word(bits):
        return (
            consonants[bits >> 12]
            + vowels[bits >> 10 & 3]
            + consonants[bits >> 6 & 15]
            + vowels[bits >> 4 & 3]
            + consonants[bits & 15]
        )

    return "-".join(word(int.from_bytes(digest[i : i + 2], "big")) for i in range(0, 14, 2))


def words_case():
    digests = [bytes(32), bytes([255]) * 32] + [chosen(f"words {i}", 32) for i in range(6)]
    return {"cases": [{"fingerprint": fingerprint(d), "words": in_words(d)} for d in digests]}


def encoded(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {k: encoded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [encoded(v) for v in value]
    return value


def self_test():
    """Published vectors of what is written out above."""
    key = bytes.fromhex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    nonce = bytes.fromhex("000000090000004a0000000031415927")
    # draft-irtf-cfrg-xchacha-03, 2.2.1.
    expected = "82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc"
    assert hchacha20(key, nonce).hex() == expected
    # NaCl, "Cryptography in NaCl", section 8: first key from the shared secret.
    shared = bytes.fromhex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")
    expected = "1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389"
    assert salsa20(shared, bytes(16), False).hex() == expected


def main():
    self_test()
    files = {
        "passphrase.json": passphrase_cases(),
        "member.json": member_case(),
        "role.json": role_case(),
        "records.json": records_case(),
        "reveal.json": reveal_case(),
        "field.json": field_case(),
        "key-file.json": key_file_case(),
        "words.json": words_case(),
    }
    OUTPUT.mkdir(parents=True, exist_ok=True)
    different = []
    for name, value in files.items():
        text = json.dumps(encoded(value), indent=1, ensure_ascii=False) + "\n"
        path = OUTPUT / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                different.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if different:
        sys.exit("not as the script would write them: " + ", ".join(different))


main()
