#!/bin/bash
# The tour, and after each command a search for every name, alias, number, title, sentence,
# passphrase, handle, role and code in all that the program may have written: the vault, the client's
# state, the temporary directory and HOME. At root, these are a file system of their own, whose raw
# image is searched as well at the end, with all that was deleted on it. With strace, every write,
# name, argument and socket of each command is looked at, too.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Regimens/lib/common.sh
source Tests/Regimens/lib/tour.sh

asked=$out/asked
mkdir "$asked"
disk=$work/disk
mkdir "$disk"
if [[ $(id -u) == 0 ]] && command -v mkfs.ext4 >/dev/null &&
  truncate -s 96M "$work/image" && mkfs.ext4 -q "$work/image" &&
  mount -o loop "$work/image" "$disk" 2>/dev/null; then
  mounted+=("$disk")
  rmdir "$disk/lost+found"
else
  rm -f "$work/image"
  skip "no file system of its own (it takes root and a loop device); a directory takes its place"
fi
vault=$disk/vault state=$disk/state home=$disk/home temporary=$disk/tmp
mkdir "$state" "$home" "$temporary"

traced=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,sendfile,splice
traced+=,copy_file_range,open,openat,openat2,creat,socket,connect,execve,execveat,mmap,memfd_create
traced+=,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,mknod,mknodat
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
  runner=(strace -f -y -v -xx -s 1000000 -e "trace=$traced" -o "$work/trace")
else
  skip "strace is missing (apt-get install strace): writes and sockets are not looked at"
fi

moments=0
agent=""
glance() {
  moments=$((moments + 1))
  printf '%s as %s: evault %s\n' "$moments" "$2" "${*:3}" >>"$work/steps"
  if ((${#runner[@]})); then mv "$work/trace" "$work/trace.$moments${agent:+.agent}"; fi
}
moment() {
  local found
  glance "$@"
  cat "$work/secrets" "$work/names" >"$work/words"
  if found=$(perl "$here/lib/canaries.pl" search "$work/words" "$disk"); then
    ok
  else
    bad "after ${*:3} (as $2): $(head -5 <<<"$found")"
  fi
  modes "${*:3}"
}

# The vault's directory has the database, its log and its index, and sealed files, for the owner's eyes
# only.
modes() {
  local found
  found=$(find "$vault" -mindepth 1 -regextype posix-extended \
    -not \( -type f -perm 600 -regex '.*/(vault\.sqlite(-wal|-shm)?|objects/[0-9a-f]{32})' \) \
    -not \( -type d -perm 700 -path "$vault/objects" \) -print)
  [[ -z $found && $(stat -c %a "$vault") == 700 ]] && ok || bad "modes after $1: $found"
  found=$(find "$state" -mindepth 1 \( -type d -not -perm 700 -o -type f -not -perm 600 \) -print)
  [[ -z $found ]] && ok || bad "modes after $1: $found"
  found=$(find "$home" "$temporary" -mindepth 1 -print)
  [[ -z $found ]] && ok || bad "left behind after $1: $found"
}

tour

# What the words are looked for in does have them when they are there.
printf 'x%s' 'Nam Gung Un-ha' | base64 >"$work/planted"
if perl "$here/lib/canaries.pl" search "$work/words" "$work/planted" >/dev/null; then
  bad "a planted name was not found"
else
  ok
fi
asked_for=$(perl "$here/lib/canaries.pl" search "$work/words" "$asked" || true)
[[ $asked_for == *working.json* ]] && ok || bad "what was asked for has nothing in it"

if ((${#runner[@]})); then
  if found=$(perl "$here/lib/canaries.pl" trace "$work/secrets" "$work/names" \
    "$vault" "$disk/." "$disk/drop.evault" "$disk/vault.backup" \
    "$disk/restored" "$disk/run/evault" "$state" "$asked/" "$asked" -- "$work"/trace.*); then
    ok
  else
    bad "traces (KEEP=1 keeps $work/steps, which has their numbers): $(wc -l <<<"$found") offences
$(head -20 <<<"$found")"
  fi
fi
if [[ -f $work/image ]]; then
  umount "$disk"
  if found=$(perl "$here/lib/canaries.pl" search "$work/words" "$work/image"); then
    ok
  else
    bad "the raw image: $(head -5 <<<"$found")"
  fi
fi
echo "         canary.sh: $moments commands, $(sort -u "$work/words" | wc -l) words"
verdict
