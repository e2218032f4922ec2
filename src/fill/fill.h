/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill.h: a layout and a record become boxes: every word said, nothing measured.
 *
 * A value that the layout needs and the record lacks is told at the record's
 * place; so is a value that is not what its format needs. It goes on after each,
 * so one run tells all. NULL when something was told.
 */
#include "fill/locale.h"
#include "fill/seen.h"
#include "model/box.h"
#include "model/edition.h"
#include "model/names.h"
#include "model/record.h"

/* What is the same for every record said in one language. */
typedef struct Saying {
	const Edition *edition;
	const Layout *layout;
	const Names *names; /* NULL: the edition has none */
	Locale *locale;
	Seen *seen; /* keeps which values are looked at; NULL: nobody asks */
} Saying;

/* The story of one record. NULL when `record` is NULL or there were errors. */
const Story *fill(Arena *a, const Saying *saying, const Record *record, Diags *diags);
