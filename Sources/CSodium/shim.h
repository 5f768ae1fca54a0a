// The one door to libsodium.
#pragma once
#include <sodium.h>
