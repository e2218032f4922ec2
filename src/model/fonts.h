/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fonts.h: which font files there are, as fonts.xml lists them.
 *
 * Only the list: text/font.c opens the files.
 */
#include "base/diag.h"
#include "base/digest.h"

typedef struct FontFile {
	const char *family; /* "sans" */
	int weight;         /* 100 … 900 */
	int stretch;        /* per cent */
	const char *path;
	int face;           /* index in a collection */
	const char *sha256; /* 64 hexadecimal digits */
	Place place;
} FontFile;

typedef struct FontList {
	const FontFile *files;
	int count;
	Digest digest; /* of fonts.xml's bytes, and so of every file's hash */
} FontList;
