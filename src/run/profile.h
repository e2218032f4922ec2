/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * profile.h: one profile in one language, from its data file to its PDF.
 *
 * The whole pipeline on one screen. Knows nothing of editions full of records
 * or of the command line: it is given a job and a shelf.
 */
#include "fill/seen.h"
#include "model/job.h"
#include "model/page.h"
#include "model/record.h"
#include "run/reading.h"
#include "run/shelf.h"

/* What became of a profile. */
typedef enum Outcome { OUTCOME_FAULTY, OUTCOME_MADE, OUTCOME_KEPT } Outcome;

/* The record of a file of the edition, in `a`, with its history if the layout asks for it; see
 * record_read and past_join. */
const Record *profile_record(Arena *a, const RecordFile *file, const Shelf *shelf, Diags *diags);

/* What is kept of how a page was made, for who asks; a NULL is not asked for. */
typedef struct Watch {
	FitRecord *fit; /* see set_page */
	Seen *seen;     /* the values that the layout looked at */
} Watch;

/* The finished page of a record in a language; NULL when anything was wrong, which is told. A NULL
 * record and a shelf with gaps are taken as far as they can be. */
const Page *profile_page(Arena *a, const Record *record, const char *language, const Shelf *shelf,
			 const Watch *watch, Diags *diags);

/* What is known of a profile behind its outcome. */
typedef struct Made {
	FitRecord fit; /* see set_page; of one that is kept it is not known */
	size_t bytes;  /* of its PDF, new or kept; 0: there is none */
	Digest digest; /* of what it was made from; all nought: not known */
} Made;

/* Writes the PDF of a record, job->record's, to job->output, and its marks to job->marks if that is asked for. Faulty: what is wrong was told and
 * an older PDF is as it was. Kept: the PDF that is there was made from the very same, and `again` is false; marks that
 * are missing, or of another PDF, are written all the same. */
Outcome profile_make(Arena *a, const Job *job, const Shelf *shelf, Reading *reading, bool again,
		     Made *made, Diags *diags);
/* The same, but nothing is written: what would become of it. */
Outcome profile_try(Arena *a, const Job *job, const Shelf *shelf, bool again, Diags *diags);

/* What profile_make would write to job->marks; NULL when anything was wrong, which is told. */
const char *profile_marks(Arena *a, const Job *job, const Shelf *shelf, Diags *diags);

/* Where the PDF of a record belongs, and its marks. */
const char *profile_output(Arena *a, const char *folder, const char *language, const char *id);
const char *profile_marks_output(Arena *a, const char *folder, const char *language,
				 const char *id);
