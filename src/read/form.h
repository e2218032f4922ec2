/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * form.h: which elements and attributes a file of ours may have.
 *
 * A language is a table, one line an element. What is not in it is told with
 * the nearest word that is; so is what is missing or empty. The readers that
 * follow may take the form for granted and look at meanings only.
 */
#include "model/node.h"

typedef struct Form {
	/* "p"; or "table/column" for a name that means another thing inside one parent. */
	const char *name;
	/* Its attributes, separated by spaces. "href!": must be there. "head~": may be empty. */
	const char *attrs;
	/* Its children. "page!": exactly one. "foot?": at most one. "row+": at least one. "*": any. */
	const char *children;
	bool words; /* may hold text */
} Form;

typedef struct Language {
	const char *what; /* "a layout", for messages */
	const char *root;
	const char *space;
	const Form *forms; /* ended by a name of NULL */
} Language;

/* The names that the element called `element` may have as attributes, or else as children;
 * NULL-terminated. NULL when there is no such element. */
const char *const *form_words(Arena *a, const Language *language, const char *element, bool attrs);

/* Whether an element called `name` may stand in `in`; true where `in` itself is not known. */
bool form_allows(Arena *a, const Language *language, const Node *in, const char *name);

/* What may stand inside files of a language besides its own elements. */
typedef struct Guests {
	/* Their elements may stand where a form lists their names; ended by NULL. */
	const Language *const *languages;
	const char *passed; /* elements of the host, by name, that somebody else tells of */
} Guests;

/* Tells all that is out of form under `root`; false when there was anything. */
bool form_check(Arena *scratch, const Node *root, const Language *language, Diags *diags);
/* The same for a language that has guests. */
bool form_check_guests(Arena *scratch, const Node *root, const Language *language,
		       const Guests *guests, Diags *diags);
