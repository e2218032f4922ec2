/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * names_parts.h: the steps of reading words that records share: files, entries, translations.
 *
 * For names*.c only. Each file is judged by itself, first by the schema, then for
 * what no schema can say; only then its words are laid together with those of the
 * other files.
 */
#include "base/list.h"
#include "read/names.h"

#define NAMES_SPACE "urn:clusterpress:names:1"

typedef struct NamesReading {
	Arena *a;
	const Schema *schema; /* NULL: none */
	Diags *diags;
	int from,
	    to; /* the diagnostics of the schema: a fault at a place of theirs is told already */
} NamesReading;

/* A file that was read, and its entries in the order of kind and key, twins side by side. */
typedef struct NamesFile {
	const Node *root;
	List entries; /* of NameEntry */
	bool whole;   /* nothing is wrong with it */
} NamesFile;

/* An entry by itself; what is wrong with it is told, and it is added all the same if it has a key. */
void names_entry_read(const NamesReading *r, const Node *node, List *entries);
/* Tells of text where only elements may stand. */
void names_no_text(const NamesReading *r, const Node *text);
/* `root` is NULL when there is no such file, or it holds no names. */
NamesFile names_file_read(NamesReading *r, const Source *source);
/* Lays the words of the files that <translation> names over those of `file`: those of `languages` (ended
 * by NULL; NULL itself: all). Entries are made anew, in the order of kind and key. */
void names_translate(NamesReading *r, const Source *source, NamesFile *file,
		     const char *const *languages, Names *names);
