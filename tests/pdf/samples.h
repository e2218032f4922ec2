/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * samples.h: every page that is shipped, pressed to be looked at.
 *
 * All editions in their own layouts in English, some pages in all other languages, the clusters in the other layouts of
 * the profile, and the examples of the layout language, each with the record it names.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "run/shelf.h"
#include "unit/write_asked.h"

#define SAMPLES_OTHERS "ar,de,es,fr,ja,ko,pt,ru,zh"

/* What is done with each page. */
typedef struct Samples {
	Arena *a;
	const char *folder; /* where they are pressed, seen from the program */
	void (*look)(void *who, const Shelf *shelf, const RecordFile *record, const char *edition,
		     const char *pdf);
	void *who;
	const char *options; /* more of them for "build"; NULL: none */
} Samples;

static inline const char *samples_binary(void)
{
	const char *binary = getenv("CLUSTERPRESS");
	return binary ? binary : "build/clusterpress";
}

/* Presses an edition in a layout (NULL: its own), or one record of it, in some languages (NULL: all it has), and looks at
 * every page. */
static inline void samples_edition_in(const Samples *s, const char *edition, const char *layout,
				      const char *only, const char *languages)
{
	Arena *a = arena_new();
	int status;
	const char *name = layout ? file_stem(a, layout) : file_beside(a, edition, ".");
	const char *out = str_format(a, "%s/%s-%s-%s", file_beside(a, samples_binary(), s->folder),
				     name, only ? only : "all", languages ? languages : "each");
	const char *said = asked(
	    a,
	    str_format(a, "rm -rf '%s' && %s build %s %s %s %s %s %s %s --quiet --out '%s' 2>&1",
		       out, samples_binary(), edition, only ? only : "", layout ? "--layout" : "",
		       layout ? layout : "", languages ? "--lang" : "", languages ? languages : "",
		       s->options ? s->options : "", out),
	    &status);
	if (status != 0)
		fail_msg("%s: %s", edition, said);
	Diags *diags = diags_new(a);
	static const char *const english[] = {"en", NULL};
	const ShelfFiles files = {.edition = edition,
				  .layout = layout,
				  .root = ".",
				  .languages = layout ? english : NULL};
	const Shelf *shelf = shelf_open(a, &files, diags);
	assert_true(shelf && shelf->layout);
	for (int i = 0; i < shelf->edition->record_count; i++) {
		const RecordFile *record = &shelf->edition->records[i];
		const char *const *pdfs =
		    file_glob(a, str_format(a, "%s/*/%s.pdf", out, record->id));
		for (; *pdfs && (!only || str_equal(record->id, only)); pdfs++)
			s->look(s->who, shelf, record, edition, *pdfs);
	}
	shelf_close(shelf);
	arena_free(a);
}

/* An edition in all its languages; in another layout than its own, which nobody need have translated, in English. */
static inline void samples_edition(const Samples *s, const char *edition, const char *layout,
				   const char *only)
{
	samples_edition_in(s, edition, layout, only, layout ? "en" : NULL);
}

/* An example is set with Kunming, or with the record it names: <!-- pressed with sao-paulo -->; and in
 * the year that it names: <!-- pressed with tehran of 2025 -->. */
static inline void samples_example(const Samples *s, const char *layout)
{
	int status;
	asked(s->a, str_format(s->a, "grep -q '<part ' %s", layout), &status);
	if (status == 0)
		return;
	const char *record = asked(
	    s->a, str_format(s->a, "sed -n 's/.*pressed with \\([a-z-]*\\).*/\\1/p' %s", layout),
	    &status);
	record = str_fold(s->a, record);
	const char *year =
	    asked(s->a,
		  str_format(s->a, "sed -n 's/.*pressed with [a-z-]* of \\([0-9]*\\).*/\\1/p' %s",
			     layout),
		  &status);
	year = str_fold(s->a, year);
	samples_edition(s, str_format(s->a, "data/%s/edition.xml", *year ? year : "2024"), layout,
			*record ? record : "kunming");
}

static inline void samples_look(const Samples *s)
{
	for (const char *const *e = file_glob(s->a, "data/*/edition.xml"); *e; e++)
		samples_edition_in(s, *e, NULL, NULL, "en");
	samples_edition_in(s, "data/2024/edition.xml", NULL, "kunming", SAMPLES_OTHERS);
	samples_edition_in(s, "data/2024/edition.xml", NULL, "sao-paulo", SAMPLES_OTHERS);
	samples_edition_in(s, "data/2025/edition.xml", NULL, NULL, SAMPLES_OTHERS);
	samples_edition(s, "data/2024/edition.xml", "layouts/profile-columns.xml", NULL);
	samples_edition(s, "data/2024/edition.xml", "layouts/profile-letter.xml", NULL);
	for (const char *const *e = file_glob(s->a, "layouts/examples/*.xml"); *e; e++)
		samples_example(s, *e);
}
