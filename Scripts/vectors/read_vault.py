#!/usr/bin/env python3
"""A second reader for vaults of format 1, after the specifications.

It follows Docs/Specs/vault-format.md, roster-and-log.md and sealing.md and shares no code with the
program. It opens a vault as a member from passphrase to plaintext, verifies roster, log and map from
the genesis, and compares what it finds with a golden vault's expected.json.

    pip install pynacl argon2-cffi
    Scripts/vectors/read_vault.py Vault/Vectors/format-1

For development only: it does not lock memory, checks no file types and writes plaintext to the
terminal. It writes nothing into the vault.
"""

import base64
import hashlib
import json
import sqlite3
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import argon2.low_level
from nacl import bindings as sodium
from nacl.exceptions import CryptoError

ROLES = {1: "steward", 2: "intake", 3: "member", 4: "editor", 5: "researcher", 6: "custodian",
         7: "auditor"}
STEWARD, INTAKE, MEMBER, EDITOR, RESEARCHER, CUSTODIAN, AUDITOR = range(1, 8)
KEYED = [MEMBER, EDITOR, RESEARCHER, CUSTODIAN, AUDITOR]
ASSIGNABLE = {STEWARD, INTAKE, EDITOR, RESEARCHER, CUSTODIAN, AUDITOR}
IMPLIED = {CUSTODIAN: {CUSTODIAN, RESEARCHER, EDITOR}, RESEARCHER: {RESEARCHER, EDITOR}}
KINDS = {1: "source", 2: "original", 3: "working", 4: "excerpt", 5: "release", 6: "drop",
         7: "register", 8: "note", 9: "rosterHead", 10: "review", 11: "policy", 12: "reveal",
         13: "groups", 14: "delivery", 15: "told", 20: "attachment", 25: "kit", 26: "receipt",
         27: "moved", 30: "commitments", 35: "restore"}
KIND_ROLE = {1: CUSTODIAN, 2: CUSTODIAN, 3: RESEARCHER, 4: RESEARCHER, 5: EDITOR, 6: CUSTODIAN,
             7: CUSTODIAN, 8: RESEARCHER, 10: CUSTODIAN, 11: EDITOR, 12: EDITOR, 13: CUSTODIAN,
             14: EDITOR, 15: CUSTODIAN, 20: CUSTODIAN, 25: CUSTODIAN, 26: CUSTODIAN,
             27: CUSTODIAN, 30: CUSTODIAN}
ZERO = bytes(32)


class Refused(Exception):
    """The vault is not what the specifications say it must be."""


def need(condition, what):
    if not condition:
        raise Refused(what)


# --- sealing.md ------------------------------------------------------------------------------


def label(name, *parts):
    text = b"evault/1/" + name.encode()
    return bytes([len(text)]) + text + b"".join(parts)


def H(name, *parts):
    return hashlib.sha256(label(name, *parts)).digest()


def F(key, name, *parts):
    return hashlib.blake2b(label(name, *parts), key=key, digest_size=32).digest()


def be(number, size):
    return number.to_bytes(size, "big")


def integer(data):
    return int.from_bytes(data, "big")


def aead_open(sealed, key, bound):
    need(len(sealed) >= 40, "sealed bytes are too short")
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], bound, sealed[:24], key)
    except CryptoError:
        raise Refused("sealed bytes do not open") from None


def strip(padded):
    need(len(padded) >= 4, "padding")
    length = integer(padded[:4])
    need(length <= len(padded) - 4 and not any(padded[4 + length:]), "padding")
    return padded[4:4 + length]


class Box:
    def __init__(self, seed):
        self.public, self.secret = sodium.crypto_box_seed_keypair(seed)

    def open(self, sealed):
        try:
            return sodium.crypto_box_seal_open(sealed, self.public, self.secret)
        except CryptoError:
            raise Refused("a sealed box does not open") from None


def signing_public(seed):
    return sodium.crypto_sign_seed_keypair(seed)[0]


def verifies(public, signature, name, *parts):
    try:
        sodium.crypto_sign_open(signature + label(name, *parts), public)
        return True
    except CryptoError:
        return False


CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def fingerprint(digest):
    number = integer(digest[:15])
    letters = "".join(CROCKFORD[number >> (115 - 5 * i) & 31] for i in range(24))
    return "-".join(letters[i:i + 4] for i in range(0, 24, 4))


class RoleKeys:
    """The keys of one role epoch."""

    def __init__(self, seed, vault, role, epoch):
        self.seed, self.vault, self.role, self.epoch = seed, vault, role, epoch
        self.context = vault + bytes([role]) + be(epoch, 4)
        self.box = Box(F(seed, "role/box", self.context))
        self.signing = signing_public(F(seed, "role/sign", self.context))
        self.wrapping = F(seed, "role/wrap", self.context)
        self.naming = F(seed, "role/wrap-id", self.context)
        self.chain = F(seed, "role/chain", self.context)
        self.key_id = F(seed, "role/key-id", self.context)[:4]

    def open_chain_row(self, row, name, number):
        need(row[:4] == self.key_id, "key id")
        return strip(aead_open(row[4:], self.chain, label(name, self.context, be(number, 8))))

    def wrap_id(self, record):
        return F(self.naming, "role/wrap-id", record)[:16]

    def unwrap(self, wrap, record):
        need(len(wrap) == 72, "wrap")
        return aead_open(wrap, self.wrapping, label("wrap", self.context, record))

    def predecessor(self, carried):
        seed = aead_open(carried, self.wrapping, label("role/carry", self.context))
        return RoleKeys(seed, self.vault, self.role, self.epoch - 1)


def open_boxed(boxed, boxes, context):
    """A key boxed to several recipients; `boxes` are tried in order."""
    need(boxed and len(boxed) == 1 + 104 * boxed[0], "boxed key")
    for box in boxes:
        for at in range(1, len(boxed), 104):
            if boxed[at:at + 8] == box.public[:8]:
                plain = box.open(boxed[at + 8:at + 104])
                need(plain[32:] == H("boxed", context)[:16], "boxed key for something else")
                return plain[:32]
    raise Refused("a boxed key is not for us")


def open_record_part(sealed, key, name, context):
    need(len(sealed) > 33 and sealed[0] == 1, "record version")
    need(sealed[1:33] == F(key, "record/commitment", context), "record commitment")
    return strip(aead_open(sealed[33:], F(key, name, context), label(name, context)))


def open_grant(sealed, member, expected_role):
    need(len(sealed) == 368, "grant")
    plain = member.box.open(sealed)
    seed, version, vault, role = plain[:32], plain[32], plain[33:49], plain[49]
    epoch, length = integer(plain[50:54]), plain[54]
    need(version == 1 and vault == member.vault and role == expected_role and length <= 200, "grant")
    need(not any(plain[55 + length:]), "grant padding")
    return RoleKeys(seed, vault, role, epoch), plain[55:55 + length]


# --- vault-format.md: header, member row, lookup ----------------------------------------------


class Store:
    def __init__(self, directory):
        path = Path(directory) / "vault.sqlite"
        self.db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        need(self.one("PRAGMA application_id") == 0x45765661, "not a vault")
        need(self.one("PRAGMA user_version") == 1, "another version of the tables")
        need(self.header("format") == be(1, 4), "another format")

    def one(self, sql, *arguments):
        row = self.db.execute(sql, arguments).fetchone()
        return row[0] if row else None

    def header(self, name):
        return self.one("SELECT value FROM headers WHERE name = ?", name)

    def body(self, table, id):
        return self.one(f"SELECT body FROM {table} WHERE id = ?", id)

    def chain(self, table):
        return self.db.execute(f"SELECT number, body FROM {table} ORDER BY number").fetchall()


class Member:
    """A member's own keys, from handle and passphrase."""

    def __init__(self, store, handle, passphrase):
        self.vault = store.header("vault")
        salt, kdf = store.header("salt"), store.header("kdf")
        need(len(self.vault) == 16 and len(salt) == 32 and len(kdf) == 8, "header")
        memory, passes = integer(kdf[:4]), integer(kdf[4:])
        need(65536 <= memory <= 1048576 and 2 <= passes <= 10, "derivation parameters")
        master = argon2.low_level.hash_secret_raw(
            unicodedata.normalize("NFC", passphrase).encode(),
            H("passphrase/salt", self.vault, salt, kdf, handle.encode())[:16],
            time_cost=passes, memory_cost=memory, parallelism=1, hash_len=32,
            type=argon2.low_level.Type.ID, version=19)
        self.row_id = F(master, "member/row")[:16]
        self.row = store.body("cells", self.row_id)
        need(self.row is not None, "wrong passphrase or unknown handle")
        need(len(self.row) == 320 and self.row[:32] == F(master, "member/commitment"), "member row")
        plain = aead_open(self.row[32:], F(master, "member/kek"),
                          label("member/seal", self.vault, self.row_id))
        need(len(plain) == 248 and plain[32] == 1 and not any(plain[65:]), "member row")
        self.seed, self.genesis = plain[:32], plain[33:65]
        self.box = Box(F(self.seed, "member/box", self.vault))
        self.signing = signing_public(F(self.seed, "member/sign", self.vault))
        self.keys = self.signing + self.box.public
        self.id = H("member/id", self.vault, self.keys)[:16]

    def open_pin(self, directory):
        name = F(self.seed, "member/pin-name", self.vault)[:16].hex()
        sealed = (Path(directory) / name).read_bytes()
        key = F(self.seed, "member/pin", self.vault)
        return json.loads(strip(aead_open(sealed, key, label("member/pin", self.vault))))


class Lookup:
    RECORD, GRANT, CARRY, BOXED, CURSOR = range(1, 6)

    def __init__(self, key):
        self.key = key
        self.prefixes = []
        for kind in range(64):
            prefix, count = F(key, "map/kind", bytes([kind]))[:2], 0
            while kind >= 32 and prefix in self.prefixes:
                count += 1
                prefix = F(key, "map/kind", bytes([kind, count]))[:2]
            self.prefixes.append(prefix)

    def row(self, what, *parts):
        return F(self.key, "lookup/row", bytes([what]), *parts)[:16]

    def leaf_key(self, kind, code):
        return self.prefixes[kind] + self.row(self.RECORD, bytes([kind]), code.encode())

    def kind(self, key):
        return self.prefixes.index(key[:2]) if key[:2] in self.prefixes else None

    @property
    def roster_head(self):
        return self.prefixes[9] + bytes(16)


# --- vault-format.md: the map -------------------------------------------------------------------


def leaf_hash(key, value):
    return hashlib.sha256(b"\0" + key + value).digest()


def subtree(leaves, bit=0):
    """Hash of sorted (key, leaf hash) pairs that share their first `bit` bits."""
    if not leaves:
        return ZERO
    if len(leaves) == 1:
        return leaves[0][1]
    cut = next((i for i, (key, _) in enumerate(leaves) if key[bit // 8] >> (7 - bit % 8) & 1),
               len(leaves))
    left, right = leaves[:cut], leaves[cut:]
    return hashlib.sha256(b"\1" + subtree(left, bit + 1) + subtree(right, bit + 1)).digest()


def tiles(leaves, depth=0, path=b""):
    """Every stored tile of sorted (key, leaf hash) pairs, by row path."""
    groups = [[] for _ in range(16)]
    for key, digest in leaves:
        groups[key[depth // 2] >> (4 if depth % 2 == 0 else 0) & 15].append((key, digest))
    leaf_bits = node_bits = 0
    digests, found = b"", {}
    for nibble, group in enumerate(groups):
        bit = 1 << 15 - nibble
        if len(group) == 1:
            leaf_bits |= bit
        elif group:
            node_bits |= bit
            found.update(tiles(group, depth + 1, path + bytes([nibble])))
        if group:
            digests += subtree(group, 4 * (depth + 1))
    packed = bytes(path[i] << 4 | (path[i + 1] if i + 1 < depth else 0) for i in range(0, depth, 2))
    found[bytes([depth]) + packed] = be(leaf_bits, 2) + be(node_bits, 2) + digests
    return found


# --- roster-and-log.md: the roster --------------------------------------------------------------


@dataclass
class Person:
    handle: str
    signing: bytes
    box: bytes
    rights: set
    removed: bool = False
    replaced: bool = False

    def entitled(self, role):
        return not self.removed and (
            role == MEMBER or any(role in IMPLIED.get(right, {right}) for right in self.rights))


@dataclass
class Epoch:
    number: int
    signing: bytes
    box: bytes
    holders: set
    closed: bool = False


@dataclass
class Roster:
    vault: bytes
    count: int = 0
    head: bytes = ZERO
    genesis: bytes = ZERO
    lookup: bytes = b""
    people: dict = field(default_factory=dict)
    epochs: dict = field(default_factory=dict)

    def apply(self, entry):
        length = integer(entry[:4])
        payload, signatures = entry[4:4 + length], entry[4 + length:]
        need(len(signatures) == 1 + 80 * signatures[0], "roster entry length")
        self.payload = payload
        self.signers = [(signatures[i:i + 16], signatures[i + 16:i + 80])
                        for i in range(1, len(signatures), 80)]
        document = json.loads(payload)
        need(document["version"] == 1 and document["vault"] == self.vault.hex(), "roster payload")
        need(document["number"] == self.count, "roster number")
        need(document["previous"] == self.head.hex(), "roster does not follow")
        (what, change), = document["change"].items()
        getattr(self, "apply_" + what)(change)
        self.head = H("roster/entry", entry)
        if self.count == 0:
            self.genesis = self.head
        self.count += 1

    def signed(self, who, key):
        need(any(name == who and verifies(key, signature, "roster", self.payload)
                 for name, signature in self.signers), "roster signature")

    def signed_by_epoch(self, role, number, key):
        self.signed(bytes(11) + bytes([role]) + be(number, 4), key)

    def signing_member(self):
        """The first signer who is a member and not an epoch."""
        for name, _ in self.signers:
            if any(name[:11]) or name[11] not in ROLES:
                need(name in self.people, "unknown signer")
                return name
        raise Refused("no member has signed")

    def steward(self):
        who = self.signing_member()
        person = self.people[who]
        need(not person.removed and STEWARD in person.rights, "not a steward")
        self.signed(who, person.signing)

    def holder(self, role):
        who = self.signing_member()
        epoch = self.epochs[role]
        need(who in epoch.holders and self.people[who].entitled(role), "not a holder")
        self.signed(who, self.people[who].signing)
        self.signed_by_epoch(role, epoch.number, epoch.signing)

    def new_person(self, member, rights):
        need(valid_handle(member["handle"]), "handle")
        person = Person(member["handle"], bytes.fromhex(member["signing"]),
                        bytes.fromhex(member["box"]), rights)
        need(len(person.signing) == 32 and len(person.box) == 32, "keys")
        return H("member/id", self.vault, person.signing, person.box)[:16], person

    def apply_genesis(self, change):
        need(self.count == 0, "a second genesis")
        who, founder = self.new_person(change["founder"], set(ASSIGNABLE))
        self.lookup = bytes.fromhex(change["lookup"])
        need(len(self.lookup) == 32, "lookup commitment")
        need(sorted(e["role"] for e in change["epochs"]) == KEYED, "first epochs")
        self.signed(who, founder.signing)
        for e in change["epochs"]:
            epoch = Epoch(e["number"], bytes.fromhex(e["signing"]), bytes.fromhex(e["box"]), {who})
            need(epoch.number == 1, "first epoch")
            self.signed_by_epoch(e["role"], 1, epoch.signing)
            self.epochs[e["role"]] = epoch
        self.people[who] = founder

    def apply_admit(self, change):
        self.steward()
        roles = change["roles"]
        need(sealable(bytes.fromhex(change["member"]["box"])), "a key of small order")
        need(set(roles) <= ASSIGNABLE and len(set(roles)) == len(roles), "roles")
        who, newcomer = self.new_person(change["member"], set(roles))
        epoch = self.epochs[MEMBER]
        need(not epoch.closed, "closed")
        for other in self.people.values():
            need(other.handle != newcomer.handle and other.signing != newcomer.signing
                 and other.box != newcomer.box, "admitted twice")
        self.signed_by_epoch(MEMBER, epoch.number, epoch.signing)
        self.people[who] = newcomer
        epoch.holders.add(who)

    def present(self, hexadecimal):
        who = bytes.fromhex(hexadecimal)
        need(who in self.people and not self.people[who].removed, "not a member")
        return who

    def apply_entitle(self, change):
        self.steward()
        person = self.people[self.present(change["member"])]
        need(change["role"] in ASSIGNABLE and change["role"] not in person.rights, "entitle")
        person.rights.add(change["role"])

    def apply_revoke(self, change):
        self.steward()
        person = self.people[self.present(change["member"])]
        need(change["role"] in person.rights, "revoke")
        person.rights.remove(change["role"])
        self.close()

    def apply_remove(self, change):
        self.steward()
        self.people[self.present(change["member"])].removed = True
        self.close()

    def apply_rekey(self, change):
        old, keys = self.present(change["member"]), change["keys"]
        need(self.signing_member() == old, "somebody else's keys")
        before = self.people[old]
        who, after = self.new_person(keys, before.rights)
        need(after.handle == before.handle and sealable(after.box), "keys")
        for other in self.people.values():
            need(other.signing != after.signing and other.box != after.box, "keys again")
        for epoch in self.epochs.values():
            need(not epoch.closed or old not in epoch.holders, "keys while a role is closed")
        self.signed(old, before.signing)
        self.signed(who, after.signing)
        before.removed = before.replaced = True
        self.people[who] = after
        for epoch in self.epochs.values():
            if old in epoch.holders:
                epoch.holders.remove(old)
                epoch.holders.add(who)
                epoch.closed = True

    def apply_grant(self, change):
        who, role = self.present(change["member"]), change["role"]
        epoch = self.epochs[role]
        need(role != MEMBER and epoch.number == change["epoch"] and not epoch.closed, "grant")
        need(self.people[who].entitled(role) and who not in epoch.holders, "grant")
        self.holder(role)
        epoch.holders.add(who)

    def apply_epoch(self, change):
        e, role = change["_0"], change["_0"]["role"]
        current = self.epochs[role]
        signing, box = bytes.fromhex(e["signing"]), bytes.fromhex(e["box"])
        need(e["number"] == current.number + 1, "epoch number")
        need([bytes.fromhex(h) for h in change["holders"]] == sorted(self.heirs(role)), "heirs")
        need(sealable(box), "a key of small order")
        need(all(signing != o.signing and box != o.box for o in self.epochs.values()), "keys again")
        if role == MEMBER and not current.closed:
            self.steward()
        self.holder(role)
        self.signed_by_epoch(role, e["number"], signing)
        self.epochs[role] = Epoch(e["number"], signing, box, self.heirs(role))

    def heirs(self, role):
        return {who for who in self.epochs[role].holders if self.people[who].entitled(role)}

    def close(self):
        need(any(not p.removed and STEWARD in p.rights for p in self.people.values()), "last steward")
        for role in KEYED:
            left = self.heirs(role)
            if left != self.epochs[role].holders:
                need(left, "last holder")
                self.epochs[role].holders, self.epochs[role].closed = left, True

    def holds(self, who, role):
        return who in self.people and not self.people[who].removed and (
            who in self.epochs[role].holders)

    def recipients(self, role):
        epoch = self.epochs[role]
        if not epoch.closed:
            return [epoch.box]
        return sorted(self.people[who].box for who in epoch.holders)


def sealable(box):
    """Not of small order: nothing can be sealed to such a key."""
    try:
        sodium.crypto_box_seal(b"", box)
        return len(box) == 32
    except (CryptoError, RuntimeError, ValueError):
        return False


def valid_handle(handle):
    return 2 <= len(handle) <= 32 and handle[0] in "abcdefghijklmnopqrstuvwxyz" and all(
        c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in handle)


# --- roster-and-log.md: the log -----------------------------------------------------------------

INSERT, REPLACE, REMOVE, ANY, REPLACE_OR_REMOVE, ALL = range(6)
ROSTER_ACTS = {9: ANY}
ACCEPTING = {1: ANY, 2: INSERT, 3: ANY, 7: ANY}
ERASING = {1: ALL, 2: ALL, 3: ALL, 4: REMOVE, 5: REMOVE, 6: REMOVE, 7: ANY, 8: REMOVE, 10: REMOVE,
           12: REMOVE, 14: REMOVE, 15: ALL, 20: REMOVE, 26: REPLACE, 27: REMOVE}
ALL_REPLACED = {kind: REPLACE for kind in KIND_ROLE}
# number: (word, who may, permitted changes by kind). Who: ("holder" | "right", role), "any", "founder".
ACTS = {
    1: ("founded", ["founder"], ROSTER_ACTS),
    2: ("memberAdmitted", [("right", STEWARD)], ROSTER_ACTS),
    3: ("memberRemoved", [("right", STEWARD)], ROSTER_ACTS),
    4: ("roleEntitled", [("right", STEWARD)], ROSTER_ACTS),
    5: ("roleRevoked", [("right", STEWARD)], ROSTER_ACTS),
    6: ("roleGranted", ["any"], ROSTER_ACTS),
    7: ("epochReopened", ["any"], ROSTER_ACTS),
    8: ("roleRotated", ["any"], ROSTER_ACTS),
    9: ("requestRefused", [("right", STEWARD)], {}),
    10: ("memberLost", [("right", STEWARD)], ROSTER_ACTS),
    11: ("memberKeysChanged", ["any"], ROSTER_ACTS),
    14: ("recoveryCreated", [("right", STEWARD)], ROSTER_ACTS),
    15: ("recoveryUsed", [("right", STEWARD)], ROSTER_ACTS),
    16: ("dropHandedIn", [("right", INTAKE), ("holder", CUSTODIAN)], {6: INSERT}),
    17: ("dropAccepted", [("holder", CUSTODIAN)], {6: REMOVE, **ACCEPTING}),
    18: ("dropRefused", [("holder", CUSTODIAN)], {6: REMOVE}),
    19: ("inboxListed", [("holder", CUSTODIAN)], {}),
    20: ("dropOpened", [("holder", CUSTODIAN)], {}),
    21: ("kitExported", [("holder", CUSTODIAN)], {25: INSERT}),
    22: ("fieldDropOpened", [("holder", CUSTODIAN)], {}),
    23: ("fieldDropAccepted", [("holder", CUSTODIAN)], {26: INSERT, **ACCEPTING}),
    24: ("fieldDropRefused", [("holder", CUSTODIAN)], {26: INSERT}),
    25: ("kitsListed", [("holder", CUSTODIAN)], {}),
    32: ("sourceAdded", [("holder", CUSTODIAN)], {1: INSERT, 3: REPLACE, 7: ANY}),
    33: ("sourceUpdated", [("holder", CUSTODIAN)], {1: REPLACE, 3: REPLACE, 5: REPLACE, 7: ANY}),
    34: ("sourceOpened", [("holder", CUSTODIAN)], {}),
    35: ("sourcesListed", [("holder", CUSTODIAN)], {}),
    36: ("sourceWithdrawn", [("holder", CUSTODIAN)], {1: REPLACE, 3: REPLACE, 5: REPLACE, 7: ANY}),
    37: ("vaultScreened", [("holder", CUSTODIAN)], {3: REPLACE, 7: ANY}),
    38: ("textScreened", [("holder", CUSTODIAN)], {}),
    39: ("sourceMerged", [("holder", CUSTODIAN)],
         {1: REPLACE_OR_REMOVE, 2: REPLACE, 3: REPLACE, 5: REPLACE, 7: ANY, 10: REPLACE,
          15: REPLACE, 27: INSERT}),
    42: ("sourceErased", [("holder", CUSTODIAN)], ERASING),
    43: ("testimonyErased", [("holder", CUSTODIAN)], ERASING),
    44: ("sourceHeld", [("holder", CUSTODIAN)], {1: REPLACE}),
    45: ("sourceHoldReleased", [("holder", CUSTODIAN)], {1: REPLACE}),
    46: ("detailsErased", [("holder", AUDITOR)], {}),
    48: ("testimonyAdded", [("holder", CUSTODIAN)], ACCEPTING),
    49: ("testimonyOpened", [("holder", RESEARCHER)], {}),
    50: ("originalOpened", [("holder", CUSTODIAN)], {}),
    51: ("testimoniesListed", [("holder", RESEARCHER)], {}),
    52: ("testimoniesSearched", [("holder", RESEARCHER)], {}),
    53: ("noteAdded", [("holder", RESEARCHER)], {8: ANY}),
    54: ("attachmentAdded", [("holder", CUSTODIAN)], {20: INSERT}),
    55: ("attachmentsListed", [("holder", CUSTODIAN)], {}),
    56: ("attachmentOpened", [("holder", CUSTODIAN)], {}),
    57: ("attachmentExtracted", [("holder", CUSTODIAN)], {}),
    60: ("objectsSetAside", [("holder", CUSTODIAN)], {}),
    64: ("excerptDrafted", [("holder", RESEARCHER)], {4: INSERT}),
    65: ("excerptOpened", [("holder", EDITOR)], {}),
    66: ("excerptsListed", [("holder", EDITOR)], {}),
    67: ("excerptApproved", [("holder", CUSTODIAN)], {4: REPLACE, 5: INSERT, 7: ANY, 10: ANY,
                                                     15: INSERT, 30: ANY}),
    68: ("excerptRefused", [("holder", CUSTODIAN)], {4: REPLACE}),
    69: ("findingsDecided", [("holder", CUSTODIAN)], {10: ANY}),
    70: ("approvalGiven", [("holder", CUSTODIAN)], {7: ANY, 10: ANY}),
    71: ("riskRead", [("holder", CUSTODIAN)], {}),
    72: ("groupsSet", [("holder", CUSTODIAN)], {13: ANY}),
    73: ("policyAdded", [("holder", CUSTODIAN)], {11: ANY}),
    80: ("exported", [("holder", EDITOR)], {14: ANY}),
    81: ("exportRefused", [("holder", EDITOR), ("holder", CUSTODIAN)], {}),
    82: ("revealAsked", [("holder", EDITOR)], {12: INSERT}),
    83: ("revealAnswered", [("holder", CUSTODIAN)], {12: REPLACE}),
    84: ("revealRefused", [("holder", CUSTODIAN)], {12: REPLACE}),
    85: ("revealRead", [("holder", EDITOR)], {}),
    86: ("checkpointIssued", [("holder", CUSTODIAN)], {30: ANY}),
    87: ("checkpointRead", [("holder", CUSTODIAN)], {}),
    96: ("recordsRotated", [("holder", CUSTODIAN)], ALL_REPLACED),
    97: ("passphraseChanged", ["any"], {}),
    98: ("backupMade", ["any"], {}),
    99: ("restored", [("right", STEWARD)], {35: INSERT}),
    105: ("exposureRead", ["any"], {}),
    109: ("recoveryDeclined", [("right", STEWARD)], {}),
    110: ("recoveryDrilled", ["any"], {}),
    112: ("logRead", ["any"], {}),
    113: ("denied", ["any"], {}),
    114: ("agentStarted", ["any"], {}),
    115: ("testimoniesImported", [("holder", CUSTODIAN)],
          {2: INSERT, 3: INSERT, 7: ANY, 26: INSERT}),
}


@dataclass
class LogEntry:
    number: int
    previous: bytes
    root: bytes
    act: int
    member: bytes
    time: int
    detail: bytes
    changes: list
    signed: bytes
    signature: bytes
    hash: bytes

    @staticmethod
    def parse(data):
        need(len(data) >= 199 and data[0] == 1, "log entry")
        count = integer(data[131:135])
        need(len(data) == 135 + 82 * count + 64, "log entry length")
        changes = [(data[at:at + 18], data[at + 18:at + 50], data[at + 50:at + 82])
                   for at in range(135, 135 + 82 * count, 82)]
        return LogEntry(integer(data[1:9]), data[9:41], data[41:73], integer(data[73:75]),
                        data[75:91], integer(data[91:99]), data[99:131], changes, data[:-64],
                        data[-64:], H("log/entry", data))


def permitted(change, before, after):
    return {INSERT: before == ZERO and after != ZERO, REPLACE: before != ZERO and after != ZERO,
            REMOVE: before != ZERO and after == ZERO, ANY: after != ZERO,
            REPLACE_OR_REMOVE: before != ZERO, ALL: before != after}[change]


# --- Opening ------------------------------------------------------------------------------------


class Vault:
    """A vault opened by a member, verified from its genesis."""

    def __init__(self, directory, handle, passphrase):
        self.store = Store(directory)
        self.me = Member(self.store, handle, passphrase)
        self.vault = self.me.vault
        self.open_member_epochs()
        self.verify()
        self.check_card()

    def open_member_epochs(self):
        grant_row = H("member/grant", self.vault, self.me.keys)[:16]
        self.first_grant = self.store.body("cells", grant_row)
        need(self.first_grant is not None, "not admitted")
        current, tail = open_grant(self.first_grant, self.me, MEMBER)
        need(len(tail) == 144, "member grant")
        self.lookup, self.granted_pin = Lookup(tail[:32]), tail[32:]
        self.member_epoch = epoch = current
        self.epochs = [epoch]
        while epoch.epoch > 1:
            row = self.lookup.row(Lookup.CARRY, bytes([MEMBER]), be(epoch.epoch, 4))
            epoch = epoch.predecessor(self.store.body("cells", row))
            self.epochs.append(epoch)

    def open_row(self, row, name, number):
        for epoch in self.epochs:
            if epoch.key_id == row[:4]:
                try:
                    return epoch.open_chain_row(row, name, number)
                except Refused:
                    continue
        raise Refused("a chain row does not open")

    def verify(self):
        roster_rows = iter(self.store.chain("roster"))
        roster, leaves, head, newest = Roster(self.vault), {}, ZERO, 0
        self.log, root = [], ZERO
        for number, row in self.store.chain("log"):
            entry = LogEntry.parse(self.open_row(row, "log", number))
            need(entry.number == number == len(self.log), "log number")
            need(entry.previous == head and entry.time >= newest, "log does not follow")
            detail = self.store.one("SELECT body FROM details WHERE number = ?", number)
            need(detail and hashlib.sha256(detail).digest() == entry.detail, "another detail")
            if number == 0:
                need(entry.act == 1, "the log begins with something else")
                self.advance_roster(roster, roster_rows, entry)
            person = roster.people.get(entry.member)
            need(person is not None and not person.removed, "log: not a member")
            need(verifies(person.signing, entry.signature, "log", self.vault, entry.signed),
                 "log signature")
            self.check_act(entry, roster)
            for key, before, after in entry.changes:
                need(leaves.get(key, ZERO) == before, "log: a change of something else")
                leaves[key] = after
                if after == ZERO:
                    del leaves[key]
            if number > 0:
                self.advance_roster(roster, roster_rows, entry)
            root = subtree(sorted(leaves.items()))
            need(root == entry.root, "log: another root")
            head, newest = entry.hash, entry.time
            self.log.append(entry)
        need(next(roster_rows, None) is None, "the roster goes on beyond the log")
        need(roster.genesis == self.me.genesis, "another genesis")
        need(roster.lookup == F(self.lookup.key, "lookup/commitment", self.vault), "lookup key")
        me = roster.people.get(self.me.id)
        need(me is not None and not me.removed, "removed")
        current = roster.epochs[MEMBER]
        need((current.signing, current.box) == (self.member_epoch.signing, self.member_epoch.box.public),
             "member key")
        self.roster, self.head, self.root = roster, head, root
        self.check_map(leaves)

    def advance_roster(self, roster, rows, entry):
        wanted = next((after for key, _, after in entry.changes if key == self.lookup.roster_head), None)
        while wanted is not None:
            number, row = next(rows, (None, None))
            need(number == roster.count, "roster is too short")
            roster.apply(self.open_row(row, "roster", number))
            value = be(roster.count, 8) + roster.head + ZERO
            if leaf_hash(self.lookup.roster_head, value) == wanted:
                return

    def check_act(self, entry, roster):
        need(entry.act in ACTS, "unknown act")
        _, rights, changes = ACTS[entry.act]
        who = entry.member
        need(any(
            right == "any" or (right == "founder" and entry.number == 0)
            or (right[0] == "holder" and roster.holds(who, right[1]))
            or (right[0] == "right" and right[1] in roster.people[who].rights)
            for right in rights), "log: no right to this act")
        for key, before, after in entry.changes:
            kind = self.lookup.kind(key)
            need(kind in changes and permitted(changes[kind], before, after), "log: not this change")

    def check_map(self, leaves):
        rows = self.store.db.execute("SELECT key, value FROM leaves ORDER BY key").fetchall()
        hashes = [(key, leaf_hash(key, value)) for key, value in rows]
        need(dict(hashes) == leaves, "the leaves are not those of the log")
        stored = dict(self.store.db.execute("SELECT path, body FROM tiles").fetchall())
        need(stored == tiles(hashes), "tiles")
        self.leaves = dict(rows)

    def check_card(self):
        card = self.store.header("card")
        length = integer(card[:4])
        payload, signature = card[4:4 + length], card[4 + length:]
        document = json.loads(payload)
        need(verifies(bytes.fromhex(document["member"]["signing"]), signature, "card", payload), "card")
        epoch = self.roster.epochs[MEMBER]
        need(document == {
            "version": 1, "vault": self.vault.hex(), "genesis": self.roster.genesis.hex(),
            "member": {"role": MEMBER, "number": epoch.number, "signing": epoch.signing.hex(),
                       "box": epoch.box.hex()},
            "memberKeyID": self.member_epoch.key_id.hex(),
            "custodians": [key.hex() for key in self.roster.recipients(CUSTODIAN)]}, "card")
        canonical = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
        self.card = fingerprint(H("card/fingerprint", canonical))

    def role_keys(self, role):
        epoch = self.roster.epochs[role]
        need(self.roster.holds(self.me.id, role), f"not a holder of {ROLES[role]}")
        row = self.lookup.row(Lookup.GRANT, self.me.id, bytes([role]), be(epoch.number, 4))
        keys, _ = open_grant(self.store.body("cells", row), self.me, role)
        need(keys.epoch == epoch.number, "grant of another epoch")
        need((keys.signing, keys.box.public) == (epoch.signing, epoch.box), "grant of another key")
        return keys

    def record_key(self, record, role, keys):
        wrap = self.store.body("wraps", keys.wrap_id(record))
        if wrap is not None:
            return keys.unwrap(wrap, record)
        boxed = self.store.body("wraps", self.lookup.row(Lookup.BOXED, bytes([role]), record))
        need(boxed is not None, "no key for a record")
        return open_boxed(boxed, [keys.box, self.me.box], self.vault + bytes([role]) + record)

    def records(self, kind):
        """Every record of a kind as (listing, body), both JSON; complete, because the leaves are."""
        role = KIND_ROLE[kind]
        keys = self.role_keys(role)
        found = []
        for key, value in self.leaves.items():
            if self.lookup.kind(key) != kind:
                continue
            record, version = key[2:], value[:8]
            body, listing = self.store.body("records", record), self.store.body("listings", record)
            need(hashlib.sha256(body).digest() == value[8:40], "record body")
            need(hashlib.sha256(listing).digest() == value[40:72], "record listing")
            secret = self.record_key(record, role, keys)
            context = self.vault + record + version
            small = open_record_part(listing, secret, "record/listing", context)
            whole = open_record_part(body, secret, "record/body", context)
            found.append((json.loads(small) if small else None, json.loads(whole)))
        return found

    def details(self):
        keys = self.role_keys(AUDITOR)
        rows = self.store.db.execute(
            "SELECT d.number, w.body, d.body FROM details d JOIN detail_wraps w USING (number)"
            " ORDER BY d.number").fetchall()
        need([row[0] for row in rows] == list(range(len(self.log))), "a detail is missing")
        for number, wrap, body in rows:
            need(hashlib.sha256(body).digest() == self.log[number].detail, "another detail")
            record = bytes(8) + be(number, 8)
            if wrap == bytes([3]):
                continue
            if wrap[0] == 0:
                secret = keys.unwrap(wrap[1:], record)
            else:
                need(wrap[0] == 1, "detail wrap")
                context = self.vault + bytes([AUDITOR]) + be(number, 8)
                secret = open_boxed(wrap[1:], [keys.box, self.me.box], context)
            context = self.vault + record + be(1, 8)
            yield number, json.loads(open_record_part(body, secret, "record/body", context))


# --- Comparing with expected.json ---------------------------------------------------------------


def text(pieces):
    return "".join(piece["text"] for piece in pieces)


def answers(vault):
    """The answers of Vault/Vectors/format-1/expected.json, as far as a reader has them."""
    roster, me = vault.roster, vault.me.id
    found = {
        "card": vault.card,
        "roles": sorted(
            [ROLES[r] for r in KEYED if roster.holds(me, r)]
            + [ROLES[r] for r in (STEWARD, INTAKE) if r in roster.people[me].rights]),
        "denied": [ROLES[r] for r in (AUDITOR, CUSTODIAN, RESEARCHER, EDITOR)
                   if not roster.holds(me, r)],
        "members": [{
            "handle": p.handle, "removed": p.removed,
            "fingerprint": fingerprint(H("fingerprint", vault.vault, roster.genesis, p.signing, p.box)),
            "rights": [] if p.removed else [ROLES[r] for r in sorted(p.rights)],
            "holds": [ROLES[r] for r in KEYED if roster.holds(who, r)],
            "waiting": [ROLES[r] for r in KEYED if p.entitled(r) and not roster.holds(who, r)],
        } for who, p in sorted(roster.people.items(), key=lambda item: item[1].handle)
            if not p.replaced],
        "sources": {}, "originals": {}, "inbox": {}, "testimonies": {}, "excerpts": {},
        "releases": {}, "log": [],
    }
    if roster.holds(me, AUDITOR):
        for number, detail in vault.details():
            need(detail.pop("version") == 1, "detail version")
            found["log"].append({"number": number, **detail})
    if roster.holds(me, CUSTODIAN):
        for _, body in vault.records(1):
            found["sources"][body["code"]] = body["document"]
        for _, body in vault.records(2):
            raw = base64.b64decode(body["file"])[body["textOffset"]:].decode()
            found["originals"][body["code"]] = {"source": body["source"], "text": raw,
                                                **({"title": body["title"]} if "title" in body else {})}
        for listing, body in vault.records(6):
            raw = base64.b64decode(body["payload"])
            recipients = [bytes.fromhex(key) for key in body["recipients"]]
            need(all(len(key) == 32 for key in recipients) and verifies(
                roster.people[bytes.fromhex(body["signer"])].signing, bytes.fromhex(body["signature"]),
                "drop", vault.vault, listing["code"].encode(), be(len(recipients), 4), *recipients, raw),
                "drop signature")
            payload = json.loads(raw)
            found["inbox"][listing["code"]] = {
                "documenter": roster.people[bytes.fromhex(body["signer"])].handle,
                "testimony": base64.b64decode(payload["testimony"]).decode()}
        vault.records(7)
    if roster.holds(me, RESEARCHER):
        notes = [body["notes"] for _, body in vault.records(8)]
        working = {body["code"]: body for _, body in vault.records(3)}
        for code, body in working.items():
            found["testimonies"][code] = {
                "title": text(body["title"]), "language": body["language"],
                "sentences": [text(sentence) for sentence in body["sentences"]],
                **({"date": body["date"]} if "date" in body else {})}
        found["notes"] = sorted(f"{note['by']}: {note['text']}" for all in notes for note in all)
        for _, body in vault.records(4):
            found["excerpts"][body["code"]] = {
                key: body[key] for key in ("testimony", "audience", "policy", "status", "drafter",
                                           "selection", "reviewer", "reason") if key in body}
    if roster.holds(me, EDITOR):
        for _, body in vault.records(5):
            for output in body["outputs"]:
                found["releases"][f"{body['code']}.{output['format']}"] = (
                    base64.b64decode(output["bytes"]).decode())
    return found


def reduced(expected):
    """expected.json without what only the library computes."""
    out = {key: value for key, value in expected.items() if key != "roleStates"}
    out["inbox"] = {code: {k: v for k, v in drop.items() if k != "source"}
                    for code, drop in expected["inbox"].items()}
    out["excerpts"] = {code: {k: v for k, v in excerpt.items() if k != "sentences"}
                       for code, excerpt in expected["excerpts"].items()}
    out["testimonies"] = {code: {k: v for k, v in copy.items() if k != "notes"}
                          for code, copy in expected["testimonies"].items()}
    if "researcher" in expected["roles"]:
        out["notes"] = sorted(note for copy in expected["testimonies"].values() for note in copy["notes"])
    return out


def passphrases(directory):
    lines = (Path(directory) / "passphrases.txt").read_text().splitlines()
    return dict(line.split(" ", 1) for line in lines if not line.startswith("#"))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: read_vault.py Vault/Vectors/format-1")
    directory = Path(sys.argv[1])
    expected = json.loads((directory / "expected.json").read_text())
    for handle, passphrase in passphrases(directory).items():
        try:
            vault = Vault(directory / "vault", handle, passphrase)
        except Refused as refusal:
            if handle in expected:
                sys.exit(f"{handle}: {refusal}")
            print(f"{handle}: refused ({refusal}), as it must be")
            continue
        pin = vault.me.open_pin(directory / "pins")
        need(pin["logCount"] <= len(vault.log) and
             vault.log[pin["logCount"] - 1].hash.hex() == pin["logHead"], "pin")
        found, wanted = answers(vault), reduced(expected[handle])
        for key in sorted(set(found) | set(wanted)):
            if found.get(key) != wanted.get(key):
                sys.exit(f"{handle}: {key} differs:\n{found.get(key)}\n{wanted.get(key)}")
        print(f"{handle}: {vault.roster.count} roster entries, {len(vault.log)} log entries and "
              f"{len(vault.leaves)} leaves verified; every answer agrees")


if __name__ == "__main__":
    main()
