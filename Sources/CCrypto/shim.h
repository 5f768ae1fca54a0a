// The door to OpenSSL's libcrypto. Only Sources/Sealing may open it, and only for SHA-256.
#pragma once
#include <openssl/evp.h>
