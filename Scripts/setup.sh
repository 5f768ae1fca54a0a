#!/bin/sh
# Makes sure that what the build needs is on the machine. Silent and quick when all is there;
# installs Debian packages where it may, otherwise prints the one command to run.
set -eu

if ! command -v swift >/dev/null 2>&1; then
  cat >&2 <<'MESSAGE'
setup: the Swift toolchain was not found.
  evidence-vault needs Swift 6.3 or newer. If it is installed, add its usr/bin directory to PATH:
    export PATH=/where/swift/is/usr/bin:$PATH
  If not, https://www.swift.org/install/linux/ has it for Debian 12.
MESSAGE
  exit 1
fi

# Prints the Debian packages that are missing, on one line.
missing_packages() {
  missing=""
  command -v git >/dev/null 2>&1 || missing="$missing git"
  if command -v pkg-config >/dev/null 2>&1; then
    pkg-config --exists 'libsodium >= 1.0.18' || missing="$missing libsodium-dev"
    pkg-config --exists 'sqlite3 >= 3.37' || missing="$missing libsqlite3-dev"
    pkg-config --exists 'libcrypto >= 3.0' || missing="$missing libssl-dev"
  else
    missing="$missing pkg-config"
    [ -e /usr/include/sodium.h ] || missing="$missing libsodium-dev"
    [ -e /usr/include/sqlite3.h ] || missing="$missing libsqlite3-dev"
    [ -e /usr/include/openssl/evp.h ] || missing="$missing libssl-dev"
  fi
  echo "${missing# }"
}

packages=$(missing_packages)
[ -n "$packages" ] || exit 0

by_hand() {
  {
    echo "setup: $1"
    echo "  Install what is missing with this command, then try again:"
    if command -v apt-get >/dev/null 2>&1; then
      echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $packages"
    else
      echo "    (with your system's package manager; Debian names:) $packages"
    fi
  } >&2
  exit 1
}

command -v apt-get >/dev/null 2>&1 || by_hand "missing: $packages; this system has no apt-get."
if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root="sudo -n"
else
  by_hand "missing: $packages; installing them needs root."
fi

echo "setup: installing $packages" >&2
install_packages() {
  # shellcheck disable=SC2086  # both are lists of words
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $packages </dev/null >&2
}
if ! install_packages; then
  echo "setup: fetching the package lists first" >&2
  # shellcheck disable=SC2086
  $as_root apt-get update -qq </dev/null >&2 || by_hand "apt-get update failed."
  install_packages || by_hand "apt-get install failed."
fi

packages=$(missing_packages)
[ -z "$packages" ] || by_hand "still missing after the installation: $packages."
