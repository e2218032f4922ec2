/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * names.h: words that many records share, in every language.
 *
 * An entry has a kind (the element's name: "country", "river", "field" …: any
 * word), a key (its code or id) and words: <name>, or any other child such as
 * <adjective>, each with a language.
 */
#include "model/node.h"

typedef struct NameEntry {
	const char *kind;
	const char *key;
	bool coded; /* keyed by "code": the key is no word, so it must be looked up */
	const Node *node;
	const char *word;   /* its name without a language, white space folded; NULL: it has none */
	const char *folded; /* the same as likeness_fold leaves it; NULL as well */
} NameEntry;

/* A word under which an entry is found. */
typedef struct NameWord {
	const char *word;
	const NameEntry *entry;
} NameWord;

typedef struct NameWords {
	const NameWord *items; /* sorted by word, then as the entries */
	int count;
} NameWords;

/* A file with the words of one language. */
typedef struct NamesTongue {
	const char *language;
	const char *file;
	bool whole; /* it could be read, and nothing is wrong with it */
} NamesTongue;

typedef struct Names {
	const NameEntry *entries; /* sorted by kind, then key */
	int count;
	NameWords words,
	    folded; /* keys and default names; default names but for case and accents */
	const char *file;
	const Node *root; /* with the words of all files that were read */
	const NamesTongue *tongues;
	int tongue_count;
} Names;

/* The entry of that element, whose key is `key`. */
NameEntry names_entry(Arena *a, const Node *node, const char *key, bool coded);
/* Entries, sorted by kind and key, with all by which they are found. */
Names names_index(Arena *a, const NameEntry *entries, int count);
/* The entry of that kind and key, or NULL. */
const NameEntry *names_find(const Names *names, const char *kind, const char *key);
/* Any entry whose key or default name (without xml:lang) reads `word`, whatever its kind; or NULL. */
const NameEntry *names_find_word(const Names *names, const char *word);
/* Any entry whose default name reads `word` but for case, accents, hyphens and dashes; or NULL. */
const NameEntry *names_find_alike(Arena *scratch, const Names *names, const char *word);
/* True when entries of this kind exist and are keyed by code. */
bool names_coded(const Names *names, const char *kind);
/* The child `form` ("name", "adjective") of an entry in `language`: the one with that xml:lang,
 * else with its main part ("zh" for "zh-Hant"), else, when the language is the file's own, the one
 * without xml:lang. NULL when there is none. `own`: the language of words without xml:lang. */
const Node *names_form(const NameEntry *entry, const char *form, const char *language,
		       const char *own);
/* The file with the words of a language, or of its main part ("fr" for "fr-CA"); NULL: it has none. */
const NamesTongue *names_tongue(const Names *names, const char *language);
