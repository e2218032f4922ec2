/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fonts.h: which font files there are, where a character is looked for that a family lacks, and
 * which patterns for hyphens there are, as fonts.xml lists them.
 *
 * Only the list: text/font.c and text/hyphen.c open the files.
 */
#include "base/diag.h"

typedef struct FontFile {
	const char *family; /* "sans" */
	int weight;         /* 100 … 900 */
	int stretch;        /* per cent */
	const char *path;
	int face;           /* index in a collection */
	const char *sha256; /* 64 hexadecimal digits */
	Place place;
	const char *package; /* that brings it, for a hint; NULL: not said */
} FontFile;

/* The families that are asked, in order, for a character that a family lacks. */
typedef struct Fallback {
	const char *family;
	const char *language; /* of the words; NULL: any */
	const char **to;
	int to_count;
	Place place;
} Fallback;

/* Patterns that say where words of a language may be divided. */
typedef struct HyphenFile {
	const char *language;
	const char *path;
	const char *package; /* that brings it, for a hint; NULL: not said */
	Place place;
} HyphenFile;

typedef struct FontList {
	const FontFile *files;
	int count;
	const Fallback *fallbacks;
	int fallback_count;
	const HyphenFile *hyphens;
	int hyphen_count;
} FontList;
