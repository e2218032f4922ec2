/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * reading.h: a record on its way to its pages, read once for all languages.
 *
 * Its file is read at once; what its schema and rules say of it, which takes longer, is found out when it is
 * first asked for. Whoever asks is told all of it again.
 */
#include "model/record.h"
#include "run/shelf.h"

typedef struct Reading Reading;

/* Lives in `a`, with the record. */
Reading *reading_open(Arena *a, const RecordFile *file, const Shelf *shelf);

/* The record as its file has it, with its history if the layout asks for that, and nothing told; NULL when it is none. */
const Record *reading_record(const Reading *reading);
/* The same, held against its schema and rules; NULL when anything is wrong with it. What there is to tell is told. */
const Record *reading_held(Reading *reading, Diags *diags);
/* Tells the warnings only, of a record that is known to hold. */
void reading_warn(Reading *reading, Diags *diags);
