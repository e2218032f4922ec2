/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * standing.h: what all profiles in one language are made from alike.
 *
 * The edition's header, schemas, rules, the layout's files, fonts and patterns: named,
 * digested and said once, when the shelf is opened, and lent to each profile, which adds
 * only what is its own (run/inputs.c). Most of a run in which nothing changed would
 * otherwise go into saying the same again.
 */
#include "model/job.h"
#include "run/shelf.h"

typedef struct StandingFile {
	Attachment file;  /* its name is its path from the root of the file system on */
	const char *said; /* of it in made-from.xml, behind its name */
} StandingFile;

struct Standing {
	const StandingFile *files; /* no two are the same */
	int count;
	int checks; /* so many of these stand before the names: who comes first keeps a file */
	const char *names; /* the names' path from the root on; NULL: there are none */
	const bool
	    *mentioned; /* one an entry of the names: whether the edition's header mentions it */
	const char *names_in; /* the language of the words that are taken of these */
	const char *edition;  /* the header's path from the root on */
	const char
	    *layout; /* the same of the layout that stands in for the edition's own; NULL: none */
	const char *made_from; /* made-from.xml behind its files: fonts and patterns */
};

/* For a tongue that has a layout, on a shelf that has fonts. */
const Standing *standing_open(Arena *a, const Shelf *shelf, const Tongue *tongue);
