/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xliff.h: a translation file: units in another language (XLIFF 2.1, OASIS 2018).
 *
 * Read by read/xliff.c, put in order by run/messages.c, written by write/xliff.c.
 */
#include "model/ingredient.h"
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
	Ingredient read; /* the file itself */
	bool whole;      /* nothing in it is out of form */
} Xliff;

/* A file to be written. */
typedef struct XliffEntry {
	const Unit *unit;    /* as the layout has it now */
	const XliffUnit *by; /* what was there before; NULL: nothing */
	bool stale;          /* that was made for other words */
} XliffEntry;

typedef struct XliffSheet {
	const char *name, *original; /* "profile", "../profile.xml" */
	const char *from, *to;       /* languages */
	const char *note;            /* for whoever translates; NULL: none */
	const XliffEntry *entries;
	int count;
} XliffSheet;
