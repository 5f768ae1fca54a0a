#!/usr/bin/env python3
"""Writes Docs/Specs/format-1-example.md: the golden vault opened step by step, with its bytes.

    Scripts/vectors/worked_example.py > Docs/Specs/format-1-example.md
"""

import hashlib
import json
from pathlib import Path

from read_vault import (MEMBER, RESEARCHER, F, H, KINDS, Lookup, Vault, ACTS, aead_open,
                        be, integer, label, leaf_hash, open_record_part, passphrases)

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "Vault/Vectors/format-1"
HANDLE = "river"


def lines(data, most=64):
    shown = data[:most].hex()
    rows = [shown[i:i + 64] for i in range(0, len(shown), 64)]
    if len(data) > most:
        rows[-1] += f" … ({len(data)} bytes)"
    return rows


def say(*text):
    print("\n".join(text))


def block(*pairs):
    """Aligned names and bytes."""
    width = max(len(name) for name, _ in pairs)
    say("", "```")
    for name, value in pairs:
        rows = lines(value) if isinstance(value, (bytes, bytearray)) else [str(value)]
        for index, row in enumerate(rows):
            print(f"{name if index == 0 else '':{width}}  {row}")
    say("```", "")


def header(vault):
    store = vault.store
    say("## 1. The header", "",
        "What lies open, by the `headers` table ([vault-format](vault-format.md#header)). The card is "
        "JSON behind a length and in front of a signature:")
    block(*[(name, store.header(name)) for name in ("format", "vault", "kdf", "salt")],
          ("card", store.header("card")))
    card = store.header("card")
    say("```json", card[4:4 + integer(card[:4])].decode(), "```", "",
        f"`kdf` reads {integer(store.header('kdf')[:4]):,} KiB and "
        f"{integer(store.header('kdf')[4:])} passes. The card's fingerprint is `{vault.card}`.", "")


def member_row(vault, passphrase):
    me, store = vault.me, vault.store
    salt = H("passphrase/salt", vault.vault, store.header("salt"), store.header("kdf"), HANDLE.encode())[:16]
    import argon2.low_level as low
    kdf = store.header("kdf")
    master = low.hash_secret_raw(
        passphrase.encode(), salt, time_cost=integer(kdf[4:]), memory_cost=integer(kdf[:4]),
        parallelism=1, hash_len=32, type=low.Type.ID, version=19)
    say("## 2. The member row", "",
        f"The member `{HANDLE}` with the passphrase `{passphrase}`. Argon2id's salt is H over vault id, "
        "vault salt, parameters and handle; everything else comes from its 32 bytes:")
    block(("salt", salt), ("Argon2id", master), ("row id", F(master, "member/row")[:16]),
          ("commitment", F(master, "member/commitment")), ("KEK", F(master, "member/kek")))
    bound = label("member/seal", vault.vault, me.row_id)
    plain = aead_open(me.row[32:], F(master, "member/kek"), bound)
    say("The cell with that id; its first 32 bytes are the commitment, then nonce, ciphertext and tag:")
    block(("row", me.row), ("nonce", me.row[32:56]), ("bound", bound))
    say("It opens to 248 bytes: seed, version, genesis hash, zeros:")
    block(("seed", plain[:32]), ("version", plain[32:33]), ("genesis", plain[33:65]))
    say("From the seed come the member's keys, id and pin name:")
    block(("X25519 public", me.box.public), ("Ed25519 public", me.signing), ("member id", me.id),
          ("pin name", F(me.seed, "member/pin-name", vault.vault)[:16]))


def first_grant(vault):
    say("## 3. The `member` grant", "",
        "The cell at H(member/grant, vault ‖ public keys). The sealed box opens to seed, version, vault, "
        "role, epoch, length of what goes along, then lookup key and pin:")
    plain = vault.me.box.open(vault.first_grant)
    block(("cell id", H("member/grant", vault.vault, vault.me.keys)[:16]), ("sealed box", vault.first_grant),
          ("seed", plain[:32]), ("version", plain[32:33]), ("vault", plain[33:49]), ("role", plain[49:50]),
          ("epoch", plain[50:54]), ("length", plain[54:55]), ("lookup key", plain[55:87]),
          ("pin", plain[87:199]))
    keys = vault.member_epoch
    say(f"The keys of `member` epoch {keys.epoch}, derived from the seed under the role context:")
    block(("context", keys.context), ("chain key", keys.chain), ("key id", keys.key_id),
          ("Ed25519 public", keys.signing), ("X25519 public", keys.box.public))
    row = vault.lookup.row(Lookup.CARRY, bytes([MEMBER]), be(keys.epoch, 4))
    say("Rows of earlier epochs need their seeds; each epoch carries the one before it:")
    block(("cell id", row), ("carried", vault.store.body("cells", row)),
          ("seed of epoch 1", keys.predecessor(vault.store.body("cells", row)).seed))


def roster_entry(vault):
    number = 1
    row = dict(vault.store.chain("roster"))[number]
    entry = vault.open_row(row, "roster", number)
    length = integer(entry[:4])
    say("## 4. A roster entry", "",
        f"Roster row {number}, sealed under the `member` key of its time, and the entry inside:")
    block(("row", row), ("key id", row[:4]), ("nonce", row[4:28]), ("entry", entry),
          ("payload length", entry[:4]))
    say("```json", entry[4:4 + length].decode(), "```")
    rest = entry[4 + length:]
    pairs = [("signatures", rest[:1])]
    for at in range(1, len(rest), 80):
        pairs += [("who", rest[at:at + 16]), ("signature", rest[at + 16:at + 80])]
    block(*pairs, ("hash", H("roster/entry", entry)))
    say("The first signer is a steward's member id. The second is an epoch: 11 zero bytes, role, number.", "")


def log_entry(vault):
    number = next(e.number for e in vault.log if e.act == 53)
    entry = vault.log[number]
    row = dict(vault.store.chain("log"))[number]
    say("## 5. A log entry", "", f"Log row {number}, a note added:")
    block(("row", row), ("version", entry.signed[:1]), ("number", be(entry.number, 8)),
          ("previous", entry.previous), ("root", entry.root),
          ("act", be(entry.act, 2)), ("member", entry.member), ("time", be(entry.time, 8)),
          ("detail", entry.detail), ("changes", be(len(entry.changes), 4)))
    for key, before, after in entry.changes:
        block(("key", key), ("before", before), ("after", after))
    block(("signature", entry.signature), ("hash", entry.hash))
    say(f"Act {entry.act} is `{ACTS[entry.act][0]}`; the key's first two bytes are the prefix of kind "
        f"{vault.lookup.kind(entry.changes[0][0])} (`{KINDS[vault.lookup.kind(entry.changes[0][0])]}`).", "")
    detail = dict(vault.details())[number]
    say("Its detail, opened with the auditors' key:", "", "```json",
        json.dumps(detail, sort_keys=True, ensure_ascii=False, separators=(",", ":")), "```", "")
    return entry.changes[0][0]


def map_path(vault, key):
    value = vault.leaves[key]
    say("## 6. A path in the map", "",
        "The leaf of that note, and the tiles above it. The leaf's value is version, hash of the body row, "
        "hash of the listing row:")
    block(("key", key), ("version", value[:8]), ("body", value[8:40]), ("listing", value[40:]),
          ("leaf hash", leaf_hash(key, value)))
    stored = dict(vault.store.db.execute("SELECT path, body FROM tiles").fetchall())
    say("Tiles from the root down to the one that holds the leaf; a slot is the key's next four bits:")
    nibbles = key.hex()
    for depth in range(36):
        packed = bytes.fromhex(nibbles[:depth] + ("0" if depth % 2 else ""))
        tile = stored.get(bytes([depth]) + packed)
        if tile is None:
            break
        slot = int(nibbles[depth], 16)
        used = [i for i in range(16) if (integer(tile[:2]) | integer(tile[2:4])) >> (15 - i) & 1]
        at = 4 + 32 * used.index(slot)
        is_leaf = integer(tile[:2]) >> (15 - slot) & 1
        block(("path", bytes([depth]) + packed), ("leaf slots", tile[:2]), ("node slots", tile[2:4]),
              (f"slot {slot:x}, {'leaf' if is_leaf else 'node'}", tile[at:at + 32]))
    block(("root", vault.root))


def record(vault, key):
    role = RESEARCHER
    keys = vault.role_keys(role)
    id, value = key[2:], vault.leaves[key]
    row = vault.lookup.row(Lookup.GRANT, vault.me.id, bytes([role]), be(keys.epoch, 4))
    body, listing = vault.store.body("records", id), vault.store.body("listings", id)
    secret = vault.record_key(id, role, keys)
    context = vault.vault + id + value[:8]
    say("## 7. A record opened", "", "The grant of `researcher`, then the wrap, then the body:")
    block(("grant's cell id", row), ("wrapping key", keys.wrapping), ("naming key", keys.naming),
          ("record id", id), ("wrap id", keys.wrap_id(id)),
          ("wrap", vault.store.body("wraps", keys.wrap_id(id))), ("bound", label("wrap", keys.context, id)),
          ("record key", secret))
    block(("body row", body), ("SHA-256", hashlib.sha256(body).digest()), ("context", context),
          ("commitment", body[1:33]), ("body key", F(secret, "record/body", context)))
    plain = open_record_part(body, secret, "record/body", context)
    say("```json", plain.decode(), "```", "",
        f"The listing row has {len(listing)} bytes and holds {len(open_record_part(listing, secret, 'record/listing', context))} "
        "bytes: notes have no listing part.", "")


def documents(vault):
    say("## 8. One document of each kind", "",
        "As sealed, but for base64 that is cut. [vault-format](vault-format.md#documents) explains the fields.", "")
    for kind in (1, 2, 3, 4, 5, 6, 7, 8):
        listing, body = vault.records(kind)[0]
        for key in ("file", "payload"):
            if key in body:
                body[key] = body[key][:48] + "…"
        for output in body.get("outputs", []):
            output["bytes"] = output["bytes"][:48] + "…"
        say(f"`{KINDS[kind]}` ({'custodian' if kind in (1, 2, 6, 7) else 'researcher' if kind != 5 else 'editor'}):",
            "", "```json", json.dumps(body, ensure_ascii=False, sort_keys=True, indent=1), "```", "")
        if listing:
            say("listing:", "", "```json", json.dumps(listing, ensure_ascii=False, sort_keys=True), "```", "")


def main():
    passphrase = passphrases(GOLDEN)[HANDLE]
    vault = Vault(GOLDEN / "vault", HANDLE, passphrase)
    say("# Format 1: a vault opened step by step", "",
        "The golden vault of `Vault/Vectors/format-1` with its own bytes. This page is made by "
        "`Scripts/vectors/worked_example.py`; nothing in it is written by hand, and every person is invented. "
        "Notation: [sealing](sealing.md). All numbers are big endian; long rows are cut.", "")
    header(vault)
    member_row(vault, passphrase)
    first_grant(vault)
    roster_entry(vault)
    key = log_entry(vault)
    map_path(vault, key)
    record(vault, key)
    documents(vault)


if __name__ == "__main__":
    main()
