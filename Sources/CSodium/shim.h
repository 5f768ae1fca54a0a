// The one door to C: libsodium, and the system calls that Swift's Glibc module cannot reach.
#pragma once
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/socket.h>

/// Makes this process undumpable and untraceable by others of the same user; 0 when done.
static inline int evault_set_undumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/// The user of the process at the other end of a Unix socket, when it connected; 0 when told.
static inline int evault_peer_user(int socket, unsigned *user) {
  // `struct ucred`, which needs _GNU_SOURCE.
  struct { int process; unsigned user, group; } peer;
  socklen_t size = sizeof peer;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || size != sizeof peer) return -1;
  *user = peer.user;
  return 0;
}
