/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * edition.h: the header of one edition: which records, which languages, whose words.
 *
 * Paths of layouts reach its tree as "edition/…". File names are resolved
 * against the folder of edition.xml.
 */
#include "model/ingredient.h"
#include "model/node.h"

/* An edition may have many thousands, so what their paths have in common they share. */
typedef struct RecordFile {
	const char *id;              /* the file's stem */
	const char *folder, *ending; /* of its path: what stands before the id, and behind it */
} RecordFile;

typedef struct Edition {
	const char *id;
	const char *date;                                 /* "2024-09-26", or NULL */
	const char *title, *subject, *publisher, *rights; /* NULL when not said */
	const char *const *languages; /* BCP 47 tags, NULL-terminated, at least one */
	const RecordFile *records;    /* sorted by id */
	int record_count;
	Place records_place;
	const char *schema, *rules; /* RELAX NG and Schematron of the records; NULL when not said */
	const char *names_schema;   /* RELAX NG of the names; NULL when not said */
	const char *names, *layout, *fonts, *history; /* names and history may be NULL */
	Place names_place, layout_place, fonts_place, schema_place, rules_place, names_schema_place,
	    history_place;
	const Node *root;
	Ingredient file; /* the header itself */
} Edition;

/* What its pages are about, in a language; in that of the header when it does not say; NULL: it says nothing. */
const char *edition_subject(const Edition *edition, const char *language);
/* Where the file is. */
const char *record_path(Arena *a, const RecordFile *record);
/* The record's file, or NULL. */
const RecordFile *edition_record(const Edition *edition, const char *id);
