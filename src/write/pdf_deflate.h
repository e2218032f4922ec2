/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_deflate.h: making streams small (RFC 1950), through libdeflate.
 *
 * What one page alone has is deflated quickly, since that is done for each page; what many
 * pages have in common is deflated well, since a Cache keeps it. Which of the two it is must follow from what the
 * bytes are, never from what happens to be in the cache: the file's bytes depend on it.
 */
#include "base/file.h"

typedef enum Effort { EFFORT_LITTLE, EFFORT_MUCH, EFFORTS } Effort;

typedef struct Deflater Deflater;

/* In `a`, but for what libdeflate allocates, which deflater_close gives back. */
Deflater *deflater_open(Arena *a);
void deflater_close(Deflater *deflater);

/* The bytes with a header and a checksum, in `a`. Dies without memory. */
Bytes deflater_press(Deflater *deflater, Arena *a, Bytes bytes, Effort effort);

/* "libdeflate 1.14" */
const char *deflate_version(void);
