// The door to OpenSSL's libcrypto. Only Sources/Sealing may open it, and only for SHA-256.
#ifndef EVAULT_CCRYPTO_SHIM_H
#define EVAULT_CCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
