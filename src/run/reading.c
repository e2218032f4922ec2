/* SPDX-License-Identifier: MIT */
#include "run/reading.h"

#include "read/record.h"

/* What editions before say of the record is told behind what is wrong with it. */
struct Reading {
	Arena *arena;
	const Shelf *shelf;
	const Record *record; /* NULL: it is of no use */
	Diags *parsed, *before;
	Diags *held;   /* NULL: it was not held against anything yet */
	Diags *warned; /* NULL: nobody asked for the warnings alone */
	bool holds;
};

Reading *reading_open(Arena *a, const RecordFile *file, const Shelf *shelf)
{
	Reading *r = ARENA_NEW(a, Reading);
	Source source = {record_path(a, file), shelf->root, shelf->edition->records_place};
	*r = (Reading){.arena = a, .shelf = shelf, .parsed = diags_new(a), .before = diags_new(a)};
	r->record = record_parse(a, &source, r->parsed);
	if (r->record && shelf->asks_history)
		r->record = past_join(a, shelf->past, shelf->edition, r->record, r->before);
	return r;
}

const Record *reading_record(const Reading *reading)
{
	return reading->record;
}

const Record *reading_held(Reading *r, Diags *diags)
{
	if (r->held == NULL) {
		r->held = diags_new(r->arena);
		r->holds =
		    r->record && record_hold(r->record, r->shelf->schema, r->shelf->rules, r->held);
	}
	diags_repeat(diags, r->parsed);
	diags_repeat(diags, r->held);
	if (!r->holds)
		return NULL;
	diags_repeat(diags, r->before);
	return r->record;
}

void reading_warn(Reading *r, Diags *diags)
{
	if (r->warned == NULL) {
		r->warned = diags_new(r->arena);
		record_warn(r->record, r->shelf->rules, r->warned);
	}
	diags_repeat(diags, r->parsed);
	diags_repeat(diags, r->warned);
	diags_repeat(diags, r->before);
}
