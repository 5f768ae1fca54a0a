#!/bin/bash
# Makes Vault/Vectors/format-1 through the public library, has the second reader open it, and writes the
# page of worked bytes. A published format's vectors are never rewritten; until format 1 is released,
# `--replace` makes them anew.
set -euo pipefail
cd "$(dirname "$0")/../.."

vectors=Vault/Vectors/format-1
if [[ -e $vectors ]]; then
  if [[ ${1:-} != --replace ]]; then
    echo "make_golden_vault: $vectors is there; '--replace' makes it anew." >&2
    exit 1
  fi
  rm -rf "$vectors"
fi
MAKE_GOLDEN_VAULT=format-1 "${SWIFT:-swift}" test --filter GoldenMaking
ls -l "$vectors/vault"

if ! python3 -c 'import argon2, nacl' 2>/dev/null; then
  echo "make_golden_vault: for the second reader and the worked page: pip install pynacl argon2-cffi," >&2
  echo "  then Scripts/vectors/read_vault.py $vectors" >&2
  echo "  and Scripts/vectors/worked_example.py > Docs/Specs/format-1-example.md" >&2
  exit 1
fi
Scripts/vectors/read_vault.py "$vectors"
Scripts/vectors/worked_example.py >Docs/Specs/format-1-example.md
