/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * schema_words.h: what is wrong with a data file, said in words for people.
 *
 * Told in two sweeps. First names_tell finds what the schema's tree alone
 * shows: names that are unknown, parts that are missing. Then each complaint of
 * libxml2 is told, unless its element has been spoken of already: what comes
 * after the first fault in an element is mostly its echo.
 */
#include "base/list.h"
#include "model/node.h"

typedef struct Telling {
	Arena *a;
	const Node *schema; /* the root of the schema's own tree */
	Diags *diags;
	List spoken; /* of Node pointers: elements whose content was told of */
} Telling;

/* A complaint of libxml2: its code, the element it is about, the names it mentions. */
typedef struct Complaint {
	int code;
	const Node *node; /* NULL: not known */
	const char *name; /* of an attribute or element; may be NULL */
	const char *words;
} Complaint;

/* Tells unknown and missing names everywhere under `root`. False when the root itself is another. */
bool names_tell(Telling *t, const Node *root);
/* Tells one complaint; false when it is an echo. */
bool complaint_tell(Telling *t, const Complaint *complaint);
