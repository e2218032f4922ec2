/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xliff.h: a translation file becomes units in another language.
 *
 * XLIFF 2.0 and 2.1 (OASIS, 2014 and 2018): what tools for translators read and
 * write. Takes what such a tool may have done to our file: several segments in
 * a unit, codes in two halves, marks, codes without data of their own. Tells
 * what is out of form; whether a target suits its layout is for translate.c.
 */
#include "base/digest.h"
#include "base/file.h"
#include "model/unit.h"

#define XLIFF_SPACE "urn:oasis:names:tc:xliff:document:2.0"
/* The namespace-like prefix of our own sub-state: a target whose source has changed. */
#define XLIFF_STALE "cp:stale"

typedef struct XliffUnit {
	const char *id;
	Place place;
	const char *source; /* as parts_text makes it */
	const Part *target; /* white space folded; its spans are known by their text only */
	int target_count;   /* 0: there is none */
	Place target_place;
	bool stale;               /* marked as such */
	bool whole;               /* its codes are in order; what is wrong was told */
	const char *state;        /* "initial", "translated", "reviewed", "final" */
	const char *const *notes; /* those that are not ours; NULL-terminated */
} XliffUnit;

typedef struct Xliff {
	const char *file;
	const XliffUnit *units; /* in the order of the file */
	int count;
	Digest digest;
	bool whole; /* nothing in it is out of form */
} Xliff;

/* NULL when it cannot be read, or is no file of that kind in that language, which is told. */
const Xliff *xliff_read(Arena *a, const Source *source, const char *language, Diags *diags);
/* The unit with that id, or NULL. */
const XliffUnit *xliff_find(const Xliff *xliff, const char *id);
