#!/bin/sh
# Installs what `evault attachment scrub` needs, for its regimen. Silent when all is there; where it may not
# install, it says so and does not fail, and the regimen is skipped.
set -eu

missing=""
need() { # program package
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
need mat2 mat2
need bwrap bubblewrap
need exiftool libimage-exiftool-perl
need ffmpeg ffmpeg
need unzip unzip
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo -n"; fi
install() {
  # shellcheck disable=SC2086  # both are lists of words
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing </dev/null >&2
}
echo "setup: installing$missing" >&2
install || { $as_root apt-get update -qq </dev/null >&2 && install; } ||
  echo "setup: not installed, so what needs it is skipped:$missing" >&2
