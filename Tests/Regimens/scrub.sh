#!/bin/bash
# A copy by `attachment scrub` has nothing of the author, the device and the place that were planted in the
# original, by the file's own bytes and by what exiftool and ffprobe read in it; what cannot be cleaned gives
# no copy; and nothing of a file in the clear is left where the program works.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Regimens/lib/common.sh

for program in bwrap mat2 exiftool ffmpeg ffprobe; do
  command -v "$program" >/dev/null && continue
  skip "there is no $program (Debian: mat2 bubblewrap libimage-exiftool-perl ffmpeg)"
  verdict
  exit 0
done
bwrap --unshare-all --ro-bind / / true 2>/dev/null || {
  skip "this machine gives no user namespaces"
  verdict
  exit 0
}

export TMPDIR=$work/tmp temporary=$work/tmp
mkdir "$TMPDIR" "$work/media"
media=$work/media
Tests/Regimens/lib/planted_media.py "$media" >/dev/null
printf '%s\n' 'Quorlim Vashtek' 'Zephyrcam 9000' 'tamberly note' >"$work/words"

found_vault river
expect 0 river testimony add "$samples/testimonies/testimony-01.md" \
  --source "$samples/sources/source-1.yaml" --quiet
testimony=$(code T)

# What programs read in a copy, with all that is embedded, and every part of it unpacked.
readings() { # file
  exiftool -a -G1 -ee -api RequestAll=2 "$1" 2>/dev/null | grep -vE '^\[(System|ExifTool|File)\]' || true
  ffprobe -v quiet -show_streams -show_format -show_chapters "$1" 2>/dev/null |
    grep -v '^filename=' || true
  if [[ $1 == *.*[xts] ]] && unzip -qq -o "$1" -d "$work/unpacked" 2>/dev/null; then
    find "$work/unpacked" -type f -exec exiftool -a -G1 -ee {} + 2>/dev/null |
      grep -vE '^\[(System|ExifTool|File)\]|^====' || true
    find "$work/unpacked" -type f -exec cat {} +
    rm -rf "$work/unpacked"
  fi
  cat "$1"
}
# Places: degrees, as programs write and as formats keep them.
place='GPS|43 deg 6|131 deg 53|43\.1155|131\.8855'
tells() { # file; prints the first thing that tells somebody or some place
  readings "$1" | LC_ALL=C grep -aoE "Quorlim|Q.u.o.r.l.i.m|Zephyrcam|Z.e.p.h.y.r.c.a.m|tamberly|$place" |
    head -1
}

for original in "$media"/clean/*; do
  name=$(basename "$original")
  [[ -n $(tells "$original" || true) ]] && ok || bad "$name: nothing was planted"
  expect 0 river attachment add "$testimony" "$original" --quiet
  added=$(code A)
  expect 0 river attachment scrub "$added" --output "$out/$name" --report "$out/report" --quiet
  grep -q Quorlim "$out/report" && ok || bad "$name: the report does not tell the author"
  if [[ -s $out/$name ]]; then
    found=$(tells "$out/$name" || true)
    [[ -z $found ]] && ok || bad "$name: the copy tells \"$found\""
    [[ $(stat -c %a "$out/$name") == 600 ]] && ok || bad "$name: others may read the copy"
  fi
  # What is in the vault is what was added.
  expect 0 river attachment extract "$added" --output "$out/again" --quiet
  cmp -s "$original" "$out/again" && ok || bad "$name: the original is not what it was"
  rm -f "$out/again" "$out/report" "$out/$name"
done

for original in "$media"/refused/*; do
  name=$(basename "$original")
  expect 0 river attachment add "$testimony" "$original" --quiet
  expect 3 river attachment scrub "$(code A)" --output "$out/$name" --quiet
  [[ ! -e $out/$name ]] && ok || bad "$name: there is a copy"
done

rm -r "$media"
if found=$(perl "$here/lib/canaries.pl" search "$work/words" "$vault" "$state" "$TMPDIR" "$out"); then
  ok
else
  bad "left in the clear: $(head -5 <<<"$found")"
fi
verdict
