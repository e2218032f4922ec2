/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf.h: a page becomes a PDF, through libharu.
 *
 * Uses libharu as the object, cross-reference and page layer; fonts, text
 * operators and tags are written by pdf_font.c and pdf_tags.c. The same page
 * and job give the same bytes: no clock, no locale, no path of a file.
 */
#include "base/cache.h"
#include "base/file.h"
#include "model/job.h"
#include "model/page.h"

/* The whole file's bytes, in `a`. at NULL and a DIAG_SYSTEM with libharu's own error number when it
 * refuses; at NULL too when `page` is NULL. The cache may be NULL. */
Bytes pdf_write(Arena *a, const Page *page, const Job *job, Cache *cache, Diags *diags);

/* "libharu 2.3.0, libdeflate 1.14, lcms2 2.14": what the file's bytes depend on here. */
const char *pdf_versions(Arena *a);
