/* SPDX-License-Identifier: MIT */
#include "run/profile.h"

#include "base/str.h"
#include "fill/fill.h"
#include "run/inputs.h"
#include "set/set.h"
#include "write/marks.h"
#include "write/pdf.h"

#include <string.h>

/* NULL when there are no pages in that language, which was told. */
static const Tongue *tongue_ready(const Shelf *shelf, const char *language, Diags *diags)
{
	const Tongue *tongue = shelf_tongue(shelf, language, diags);
	bool ready = tongue && tongue->layout && shelf->fills && shelf->checks;
	return ready ? tongue : NULL;
}

const Page *profile_page(Arena *a, const Record *record, const char *language, const Shelf *shelf,
			 const Watch *watch, Diags *diags)
{
	const Tongue *tongue = tongue_ready(shelf, language, diags);
	if (!tongue)
		return NULL;
	Saying saying = {shelf->edition, tongue->layout, shelf->names, tongue->locale, watch->seen};
	const Story *story = fill(a, &saying, record, diags);
	return shelf->sets ? set_page(a, story, shelf->fonts, shelf->cache, watch->fit, diags)
			   : NULL;
}

static bool bytes_have(const unsigned char *at, size_t length, const StrBuf *wanted)
{
	for (; length >= wanted->length; at++, length--)
		if (memcmp(at, wanted->text, wanted->length) == 0)
			return true;
	return false;
}

/* True when the PDF that is there carries this identifier, in the trailer at its end. */
static bool pdf_is_from(Arena *a, const Bytes *tail, const Digest *digest)
{
	enum { IDENTIFIER = 16 };
	StrBuf identifier = {.arena = a};
	strbuf_add(&identifier, "/ID[<");
	for (int i = 0; i < IDENTIFIER; i++)
		strbuf_format(&identifier, "%02X", digest->bytes[i]);
	return bytes_have(tail->at, tail->length, &identifier);
}

/* True when marks are asked for, and those that are there are of another PDF, or there are none. */
static bool marks_are_due(Arena *a, const Job *job)
{
	enum { LIMIT = 64 << 20 };
	Source source = {.path = job->marks};
	if (!job->marks)
		return false;
	Bytes marks = file_read(a, &source, LIMIT, diags_new(a));
	return !marks.at || !marks_are_of(&marks, job);
}

/*
 * Whether the PDF that is there was made from the very same. What it is made from stands in its identifier: record,
 * schema and rules, too. It was only written because there was no error in the record then, so there is none now
 * and nobody looks for one: that would take most of a run in which nothing changed. Warnings are told again.
 */
static bool profile_is_kept(Arena *a, Job *job, const Shelf *shelf, Reading *reading, Diags *diags)
{
	enum { TRAILER = 1024 };
	Bytes tail = file_tail(a, job->output, TRAILER);
	if (tail.length == 0 ||
	    !inputs_gather(a, job, shelf, reading_record(reading), diags_new(a)) ||
	    !pdf_is_from(a, &tail, &job->digest))
		return false;
	reading_warn(reading, diags);
	return true;
}

const Record *profile_record(Arena *a, const RecordFile *file, const Shelf *shelf, Diags *diags)
{
	return reading_held(reading_open(a, file, shelf), diags);
}

/* The page that is to be written, or, kept, of which the marks are; NULL with the outcome that says why there is
 * none. */
static const Page *page_make(Arena *a, Job *job, const Shelf *shelf, Reading *reading, bool again,
			     FitRecord *fit, Outcome *outcome, Diags *diags)
{
	const Record *record = reading_record(reading);
	bool ready = shelf->sets && tongue_ready(shelf, job->language, diags_new(a));
	bool kept = record && ready && !again && profile_is_kept(a, job, shelf, reading, diags);
	*outcome = OUTCOME_KEPT;
	if (kept && !marks_are_due(a, job))
		return NULL;
	if (!kept)
		record = reading_held(reading, diags);
	/* Where there was a PDF they are gathered already, if that went well. */
	if (!kept && record && ready && !job->attachments && diags_errors(diags) == 0)
		inputs_gather(a, job, shelf, record, diags);
	const Page *page =
	    profile_page(a, record, job->language, shelf, &(Watch){.fit = fit}, diags);
	bool good = page && diags_errors(diags) == 0;
	*outcome = !good ? OUTCOME_FAULTY : kept ? OUTCOME_KEPT : OUTCOME_MADE;
	return good ? page : NULL;
}

Outcome profile_try(Arena *a, const Job *job, const Shelf *shelf, bool again, Diags *diags)
{
	Job mine = *job;
	Outcome outcome;
	Reading *reading = reading_open(a, job->record, shelf);
	page_make(a, &mine, shelf, reading, again, NULL, &outcome, diags);
	return outcome;
}

static bool file_save(const Job *job, const char *path, Bytes bytes, Diags *diags)
{
	return job->sync ? file_write_synced(path, bytes.at, bytes.length, diags)
			 : file_write(path, bytes.at, bytes.length, diags);
}

/* How many bytes it has; 0 when it was not written, which was told. */
static size_t pdf_save(Arena *a, const Page *page, const Job *job, Cache *cache, Diags *diags)
{
	Bytes pdf = pdf_write(a, page, job, cache, diags);
	return pdf.at && file_save(job, job->output, pdf, diags) ? pdf.length : 0;
}

static bool marks_save(Arena *a, const Page *page, const Job *job, Diags *diags)
{
	const char *marks = marks_write(a, page, job);
	return file_save(job, job->marks, (Bytes){(const unsigned char *)marks, strlen(marks)},
			 diags);
}

Outcome profile_make(Arena *a, const Job *job, const Shelf *shelf, Reading *reading, bool again,
		     Made *made, Diags *diags)
{
	Job mine = *job;
	Outcome outcome;
	const Page *page = page_make(a, &mine, shelf, reading, again, &made->fit, &outcome, diags);
	made->digest = mine.digest;
	if (outcome == OUTCOME_KEPT)
		made->bytes = file_size(job->output);
	if (!page)
		return outcome;
	if (outcome != OUTCOME_KEPT)
		made->bytes = pdf_save(a, page, &mine, shelf->cache, diags);
	bool written = made->bytes > 0 && (!mine.marks || marks_save(a, page, &mine, diags));
	return written ? outcome : OUTCOME_FAULTY;
}

const char *profile_marks(Arena *a, const Job *job, const Shelf *shelf, Diags *diags)
{
	Job mine = *job;
	Outcome outcome;
	Reading *reading = reading_open(a, job->record, shelf);
	const Page *page = page_make(a, &mine, shelf, reading, true, NULL, &outcome, diags);
	return page ? marks_write(a, page, &mine) : NULL;
}

const char *profile_output(Arena *a, const char *folder, const char *language, const char *id)
{
	return str_format(a, "%s/%s/%s.pdf", folder, language, id);
}

const char *profile_marks_output(Arena *a, const char *folder, const char *language, const char *id)
{
	return str_format(a, "%s/%s/%s.marks.json", folder, language, id);
}
