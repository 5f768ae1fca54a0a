#!/bin/bash
# Each parser under libFuzzer, one process a core, for so many runs. What a parser has learnt is kept in
# .build/corpora; an input that breaks one is kept there as crash-… and named.
#
#   fuzz-parsers.sh RUNS                       all parsers
#   EVAULT_PARSERS="kit drop" fuzz-parsers.sh RUNS
#   LANES=1 fuzz-parsers.sh RUNS               one process
set -uo pipefail
cd "$(dirname "$0")/../.."
runs=${1:?how many runs of each parser}
fuzzer=.build/fuzz/release/ParserFuzz
parsers=${EVAULT_PARSERS:-}
[[ -n $parsers ]] || parsers=$(sed -n 's/^  case \([a-zA-Z, ]*\)$/\1/p' Tests/ParserFuzz/Parser.swift | tr -d ,)

one() { # parser
  local place=.build/corpora/$1 begun=$SECONDS
  mkdir -p "$place/seen"
  if EVAULT_PARSER=$1 ASAN_OPTIONS=detect_leaks=0 "$fuzzer" -runs="$runs" -max_len=16384 \
    -timeout=20 -rss_limit_mb=4096 -artifact_prefix="$place/" "$place/seen" .build/corpora/seeds \
    >"$place/log" 2>&1; then
    echo "ok       $1: $runs runs, $(ls "$place/seen" | wc -l) inputs kept ($((SECONDS - begun)) s)"
  else
    echo "FAILED   $1: $(grep -m1 -E 'Fatal error|ERROR:|SUMMARY' "$place/log") (see $place)"
    return 1
  fi
}
export -f one
export runs fuzzer

# Files of the project, and the bytes that its vectors have in hexadecimal.
rm -rf .build/corpora/seeds
mkdir -p .build/corpora/seeds
python3 - .build/corpora/seeds <<'PY'
import json, pathlib, sys

def strings(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value

seeds = []
for path in sorted(pathlib.Path("Vault").rglob("*")):
    if path.is_file() and path.suffix != ".sqlite" and path.stat().st_size <= 16_384:
        seeds.append(path.read_bytes())
    if path.suffix == ".json":
        for text in strings(json.loads(path.read_text())):
            try:
                seeds.append(bytes.fromhex(text))
            except ValueError:
                seeds.append(text.encode())
for number, seed in enumerate(seeds):
    # A first byte that is a choice has to be there for some parsers.
    for name, data in (("", seed), ("-chosen", bytes([number & 255]) + seed)):
        if len(data) <= 16_384:
            pathlib.Path(sys.argv[1], f"{number:05}{name}").write_bytes(data)
PY
printf '%s\n' $parsers | xargs -P "${LANES:-$(nproc)}" -I{} bash -c 'one {}'
