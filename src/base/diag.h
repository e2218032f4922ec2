/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * diag.h: bad news, told to the editor.
 *
 * A stage that finds something wrong tells it to its Diags, with the place and
 * a way to mend it, and goes on as far as it can, so that one run reports
 * everything. The text is a sentence a newspaper reader could follow, without a
 * full stop. The same message at the same place is kept once. A few thousand are
 * kept; that there are more is the last one.
 */
#include "base/arena.h"

#include <stdbool.h>

/* Where something stands in a file. Line and column count from 1; the column in
 * characters (Unicode code points). Line 0: the file as a whole. */
typedef struct Place {
	const char *file; /* as the editor named it; NULL: nowhere in particular */
	int line;
	int column;
} Place;

typedef enum DiagKind {
	DIAG_FORM,   /* not well-formed, or an element, attribute or value out of place */
	DIAG_DATA,   /* a value is missing, is not what its use needs, or makes no sense */
	DIAG_RULE,   /* values that cannot be true together: what the rules of meaning forbid */
	DIAG_LAYOUT, /* the layout asks for what cannot be */
	DIAG_GLYPH,  /* a character that no font has */
	DIAG_FIT,    /* text that does not fit */
	DIAG_FILE, /* a file that is named but cannot be used: missing, too large, outside the root */
	DIAG_SYSTEM, /* the machine failed us: disk full, no permission to write, a library refusing */
	DIAG_FAULT, /* the program itself failed: a worker broke off, or never came to an end */
	DIAG_KINDS
} DiagKind;

typedef enum DiagLevel { DIAG_ERROR, DIAG_WARNING } DiagLevel;

typedef struct Diag {
	DiagLevel level;
	DiagKind kind;
	Place place;
	const char *message;
	const char *hint; /* how to mend it; NULL when there is nothing to add */
} Diag;

typedef struct Diags Diags;

/* An empty collection that lives in `a`; its texts are copied into `a`. */
Diags *diags_new(Arena *a);

void diag_error(Diags *diags, Place place, DiagKind kind, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void diag_warning(Diags *diags, Place place, DiagKind kind, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds a hint to the diagnostic told last; does nothing when that one was a repetition. */
void diag_hint(Diags *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* How many errors were told. Warnings do not count. */
int diags_errors(const Diags *diags);

/* How many diagnostics there are, and each of them in the order told. */
int diags_count(const Diags *diags);
const Diag *diags_at(const Diags *diags, int index);

/* Whether one of those from `from` up to, not including, `to` is of that very place. */
bool diags_have_at(const Diags *diags, int from, int to, Place place);

/* Those of one level, as a collection that lives in `a`. */
Diags *diags_only(Arena *a, const Diags *diags, DiagLevel level);
/* Those of one kind, the same. */
Diags *diags_of(Arena *a, const Diags *diags, DiagKind kind);
/* Tells another's diagnostic as one's own. */
void diag_repeat(Diags *diags, const Diag *diag);
/* The same of all of them. */
void diags_repeat(Diags *diags, const Diags *others);

/* "data", "layout" …: a kind's name in reports. */
const char *diag_kind_name(DiagKind kind);
/* What diagnostics of a kind are about, in a few words. */
const char *diag_kind_words(DiagKind kind);

/* The exit status these diagnostics ask for, the highest that applies: 74 (the machine), 70 (our own fault),
 * 65 (an input) or 0. After BSD's sysexits.h. */
int diags_status(const Diags *diags);

/* Our own fault: says so on standard error and leaves with status 70. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
