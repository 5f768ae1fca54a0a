#!/bin/bash
# The main job, end to end, on the invented case under Vault/Samples: take in, read without names,
# release an excerpt, rotate, verify. Everything happens in a temporary directory that stays.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --product evault --quiet
evault=$(swift build --show-bin-path)/evault
samples=Vault/Samples

work=$(mktemp -d "${TMPDIR:-/tmp}/evault-demo.XXXXXX")
export EVAULT_VAULT=$work/vault EVAULT_STATE=$work/state-of-river
umask 077
export LC_ALL=C.UTF-8

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n' "$*"; }
as() { # member, words of the command
  local who=$1
  shift
  EVAULT_STATE=$work/state-of-$who "$evault" "$@" --as "$who" \
    --passphrase-file "$work/passphrase-of-$who"
}
beside() { # two files of lines of at most 56 characters
  local left right
  while IFS= read -r -u3 left; do
    IFS= read -r -u4 right || right=
    printf '  %s%*s | %s\n' "$left" $((57 - ${#left})) '' "$right"
  done 3<"$1" 4<"$2"
}
code() { grep -o "$1-[0-9A-Z]\{6\}" | head -1; }

say "1. A vault, and a second member who makes her own keys"
"$evault" passphrase generate --output "$work/passphrase-of-river" --quiet
"$evault" passphrase generate --output "$work/passphrase-of-pencil" --quiet
as river init "$EVAULT_VAULT" --kdf interactive --new-passphrase-file "$work/passphrase-of-river" \
  --quiet
as pencil member request pencil --new-passphrase-file "$work/passphrase-of-pencil" --json \
  >"$work/request.json"
fingerprint=$(grep -o '"fingerprint" *: *"[^"]*"' "$work/request.json" | cut -d'"' -f4)
echo "pencil reads her fingerprint to river: $fingerprint"
as river member admit pencil --fingerprint "$fingerprint" --roles editor --quiet
echo "river (every role) has admitted pencil (editor, and nothing else)."

say "2. Five sources and ten testimonies, in Korean, English, Chinese and Russian"
declare -A source
for n in 1 2 3 4 5; do
  source[$n]=$(as river source add "$samples/sources/source-$n.yaml" --json | code S)
done
declare -A testimony
for file in "$samples"/testimonies/testimony-*.md; do
  n=$(sed -n 's/^source: source-\([0-9]\).*/\1/p' "$file")
  t=$(basename "$file" .md)
  testimony[$t]=$(as river testimony add "$file" --source "${source[$n]}" --json | code T)
done
as river testimony list --output -

shown=testimony-06
say "3. An excerpt for the desk: a custodian decides on findings, approves; all is screened"
excerpt=$(as river excerpt create "${testimony[$shown]}" --audience desk --policy editor \
  --sentences 1-9 --json | code E)
as river excerpt approve "$excerpt" --confirm-date "$(date -u +%F)" --reason - <<<"" 2>&1 ||
  echo "(exit code $?: something in it may tell who it is, and nobody has decided)"
as river excerpt review "$excerpt" --output -
finding=$(as river excerpt review "$excerpt" --json --output - |
  grep -o '"id" : "[^"]*-rare_event"' | cut -d'"' -f4)
echo "[{\"finding\": \"$finding\", \"action\": \"generalise\", \"words\": \"dead\"}]" \
  >"$work/decisions.json"
as river excerpt review "$excerpt" --decisions "$work/decisions.json" --reason - \
  <<<"few have drowned there"
rm "$work/decisions.json"
as river excerpt approve "$excerpt" --confirm-date "$(date -u +%F)" --reason - --quiet <<<""
as pencil export "$excerpt" --format html --output "$work/$excerpt.html" --quiet

say "4. The first lines: what the custodian sees, and what the editor gets"
as river testimony show "${testimony[$shown]}" --original --reason - --output - \
  <<<"demonstration" | sed '/^$/d' | fold -s -w 56 | sed -n '1,14p' >"$work/left"
as pencil export "$excerpt" --format txt --output - | sed '1d;/^$/d' | fold -s -w 56 |
  sed -n '1,14p' >"$work/right"
beside "$work/left" "$work/right"
rm "$work/left" "$work/right"

say "5. The editor tries the original, and cannot: the keys are not hers"
as pencil testimony show "${testimony[$shown]}" --original --reason - --output - \
  <<<"curious" 2>&1 || echo "(exit code $?)"

say "6. New keys: the custodians' epoch, then every record"
as river rotate role custodian
as river rotate records

say "7. The custody log, verified from its first entry, and its newest lines"
as river log verify --from-genesis
as river log show --newest 8 --output -

say "Where to look"
echo "  $work/$excerpt.html   the excerpt as it would leave"
echo "  $work/vault           the vault: sealed rows only; try grep on it"
echo "  $work                 passphrases and pins of this demonstration; rm -r it when done"
