// The one door to C: libsodium, and the system call that Swift's Glibc module cannot reach.
#pragma once
#include <sodium.h>
#include <sys/prctl.h>

/// Makes this process undumpable and untraceable by others of the same user; 0 when done.
static inline int evault_set_undumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
