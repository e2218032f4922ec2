/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * order.h: what the editor asked for, and which of it there is.
 *
 * Made by main from the command line. What names a record or a language that
 * the edition does not have is wrong usage, told with the nearest word.
 */
#include "base/arena.h"
#include "model/edition.h"
#include "run/report.h"
#include "run/shelf.h"

typedef struct Order {
	const char *edition; /* the file; the table that is imported; the PDF that is opened */
	const char *layout;  /* the file; NULL: the one the edition names */
	const char *fonts;   /* the list of fonts; NULL: the one the edition names */
	const char *map;     /* of that table */
	const char *const *records;   /* ids, NULL-terminated; none: all */
	const char *const *languages; /* NULL-terminated; none: all */
	const char *out; /* NULL: build/<the edition's id>, with a layout …-<its file's stem> */
	const char *root;
	const char *moment; /* "YYYYMMDDhhmmss"; NULL: the edition's date */
	const char *report; /* the file for all that was told; NULL: none is written */
	const char *log;    /* the file that tells what was done when; NULL: none is written */
	int jobs;           /* processes at work; 0: as many as there are processors */
	int limit;          /* seconds that a profile may take; 0: no limit */
	int shard, shards;  /* of so many parts of the records this one, from 1; 0: all of them */
	bool force;
	bool sync;   /* a file counts as written when it is on the disk */
	bool list;   /* what there is, and write nothing */
	bool marks;  /* written beside each PDF, or printed instead of the text */
	bool unused; /* tell of values that no page shows */
	bool quiet;
	ReportFormat format;
} Order;

enum { STATUS_USAGE = 64, STATUS_SYSTEM = 74 };
enum { JOBS_MOST = 256, LIMIT_PLAIN = 60, LIMIT_MOST = 86400 };

/* The words between commas, NULL-terminated. */
const char *const *order_words(Arena *a, const char *text);
/* How many there are, of NULL-terminated ones; of NULL none. */
int order_count(const char *const *words);
/* What the shelf is opened with. */
ShelfFiles order_files(const Order *order);

/* The order with all records and languages named one by one. NULL when it names any that the edition
 * has not, which is told on standard error. */
const Order *order_resolve(Arena *a, const Order *order, const Edition *edition);

/* Says on standard error that there is no such `what` ("record"), and which is nearest. */
void order_unknown(const char *what, const char *word, const char *const *words);
