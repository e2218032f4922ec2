/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * made_from.h: what a PDF was made from, as its attachment made-from.xml says it.
 *
 * Written with each PDF and read again years later by `extract`. The identifier of the PDF is
 * the first half of the SHA-256 of that attachment, so it stands for all that is listed here.
 * Names are relative paths with slashes, seen from the nearest folder that holds all the files.
 * Fonts and patterns for hyphens are named, but not inside the PDF.
 */
#include "base/digest.h"

#define MADE_FROM_SPACE "urn:clusterpress:made-from:1"
#define MADE_FROM_NAME "made-from.xml"

/* One that is attached. */
typedef struct MadeFromFile {
	const char *name; /* "data/2024/clusters/kunming.xml" */
	size_t size;      /* bytes */
	Digest digest;
} MadeFromFile;

/* A font file, by what fonts.xml calls it. */
typedef struct MadeFromFont {
	const char *family; /* "sans" */
	const char
	    *instead; /* of which family it shows what that lacks; NULL: it is asked for itself */
	int weight, stretch; /* 100 … 900; per cent */
	int face;            /* index in a collection */
	Digest digest;
} MadeFromFont;

typedef struct MadeFrom {
	const char *edition;  /* name of the edition's header: one of the files */
	const char *record;   /* "kunming" */
	const char *language; /* "fr" */
	const char
	    *layout; /* name of the layout that stood in for the edition's own; NULL: none did */
	const char *moment; /* of the PDF's dates, "20240926000000"; NULL: it has none */
	const char
	    *program; /* "clusterpress 0.1.0, libharu 2.3.0, …": what its bytes depend on, too */
	const MadeFromFile *files;
	int file_count;
	const MadeFromFont *fonts;
	int font_count;
	const Digest *hyphens; /* of the patterns of its language; NULL: none were used */
} MadeFrom;
