/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * digest.h: SHA-256 (FIPS 180-4), through libcrypto.
 *
 * Digests name what a PDF was made from. They are compared and printed, never
 * used as secrets.
 */
#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Digest {
	unsigned char bytes[32];
} Digest;

typedef struct Digesting Digesting;

/* Begins a digest in `a`; add parts; end it once. Each part's length is digested
 * before it, so "ab","c" and "a","bc" differ. */
Digesting *digest_begin(Arena *a);
void digest_add(Digesting *d, const void *bytes, size_t length);
void digest_add_text(Digesting *d, const char *text);
Digest digest_end(Digesting *d);

/* The plain SHA-256 of some bytes, as sha256sum prints it. */
Digest digest_bytes(const void *bytes, size_t length);

/* "OpenSSL 3.0.17": whose SHA-256 it is. No digest depends on it. */
const char *digest_versions(Arena *a);

/* Its 64 hexadecimal digits. */
char *digest_text(Arena *a, const Digest *d);
/* The digest that 64 hexadecimal digits are; false when they are not. */
bool digest_of_text(const char *text, Digest *digest);

enum { CHECKSUM_LENGTH = 16 };
/* MD5 (RFC 1321), by which PDF checks attached files (ISO 32000-1, table 46). Proves nothing. */
void digest_checksum(const void *bytes, size_t length, unsigned char to[CHECKSUM_LENGTH]);
