#!/bin/bash
# Recovery shares go to paper and to nothing else: after they are made, tried and used, no line of
# any page and not the passphrase that they give is in any file, in any encoding; at root, nor in the
# raw image of the file system on which everything is, with all that was deleted there.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Regimens/lib/common.sh

disk=$work/disk
mkdir "$disk"
if [[ $(id -u) == 0 ]] && command -v mkfs.ext4 >/dev/null &&
  truncate -s 64M "$work/image" && mkfs.ext4 -q "$work/image" &&
  mount -o loop "$work/image" "$disk" 2>/dev/null; then
  mounted+=("$disk")
  rmdir "$disk/lost+found"
else
  rm -f "$work/image"
  skip "no file system of its own (it takes root and a loop device); a directory takes its place"
fi
vault=$disk/vault state=$disk/state home=$disk/home temporary=$disk/tmp
mkdir "$state" "$home" "$temporary"

found_vault river
lines=$(recovery_lines river)
[[ $(wc -l <<<"$lines") == 21 ]] && ok || bad "not three pages of seven lines"

given() { # words; the shares come in on standard input
  status=0
  env -i PATH="$PATH" LANG=C.UTF-8 HOME="$home" TMPDIR="$temporary" EVAULT_VAULT="$vault" \
    EVAULT_STATE="$state/1" "$evault" "$@" --shares - >"$out/stdout" 2>"$out/stderr" || status=$?
}
search() { # when
  local found
  if found=$(perl "$here/lib/canaries.pl" search "$work/words" "$disk" "$out"); then
    ok
  else
    bad "$1: $(head -5 <<<"$found")"
  fi
}

# Each line whole, and the passphrase as an independent reader puts it together.
{
  printf '%s\n' "$lines"
  Scripts/vectors/make_recovery.py --combine <<<"$lines"
} >"$work/words"
[[ $(wc -l <"$work/words") == 22 ]] && ok || bad "the pages were not put together"
search "recovery create"

two=$(tail -n 14 <<<"$lines")
given recovery drill <<<"$two"
[[ $status == 0 ]] && ok || bad "the drill ended with $status: $(head -c 300 "$out/stderr")"
search "recovery drill"
given recovery drill <<<"$(tail -n 7 <<<"$lines")"
[[ $status == 3 ]] && ok || bad "one page ended with $status"
new_passphrase stone
printf '%s\n' "${passphrase[stone]}" >"$work/stone"
given recovery use stone --new-passphrase-file "$work/stone" <<<"$two"
[[ $status == 0 ]] && ok || bad "the use ended with $status: $(head -c 300 "$out/stderr")"
search "recovery use"
expect 0 stone member remove --yes river
expect 0 stone check

# What the words are looked for in does have them when they are there.
head -n 1 <<<"$lines" | base64 >"$work/planted"
if perl "$here/lib/canaries.pl" search "$work/words" "$work/planted" >/dev/null; then
  bad "a planted line was not found"
else
  ok
fi
if [[ -f $work/image ]]; then
  umount "$disk"
  if found=$(perl "$here/lib/canaries.pl" search "$work/words" "$work/image"); then
    ok
  else
    bad "the raw image: $(head -5 <<<"$found")"
  fi
fi
verdict
