/* SPDX-License-Identifier: MIT */
#include "set/overset.h"

#include "base/str.h"
#include "set/mend.h"

enum { MENDED_MOST = 4 }; /* of so many frames mends are looked for: each takes some dozen tries */

/* "the page", or "the frame "side"". */
static const char *frame_called(Arena *a, const FrameFit *frame, int number)
{
	if (number == 0)
		return "the page";
	bool named = !str_equal(frame->name, "frame");
	return named ? str_format(a, "the frame \"%s\"", frame->name) : "the frame";
}

static void tell_frame(Arena *a, const Story *story, const FrameFit *frame, const char *called,
		       Diags *diags)
{
	Len excess = len_add(frame->needed, -frame->available);
	int lines = frame_lines(frame, excess);
	diag_error(diags, frame->place, DIAG_FIT,
		   "%s of %s is overset by %s (about %d %s) in \"%s\"%s", called, story->file,
		   len_in_mm(a, excess), lines, lines == 1 ? "line" : "lines", story->language,
		   story->layout->fit_count > 0 ? ", after every step of <fit>" : "");
}

static void hint_frame(const char *mends, bool page, Diags *diags)
{
	if (mends)
		diag_hint(diags, "%s", mends);
	else if (page)
		diag_hint(diags,
			  "shorten the record's texts, leave rows out, or let <fit> tighten more");
	else
		diag_hint(diags, "give it more height or width, shorten its words, or let <fit> "
				 "tighten more");
}

void overset_tell(const Typesetter *setter, const Story *story, const Fitted *fitted, Diags *diags)
{
	Arena *a = arena_new();
	const FitRecord *record = &fitted->record;
	int told = 0;
	for (int i = 0; i < record->frame_count; i++) {
		const FrameFit *frame = &record->frames[i];
		if (frame->needed <= frame->available)
			continue;
		const char *mends =
		    told++ < MENDED_MOST ? mends_find(a, setter, story, fitted, i) : NULL;
		tell_frame(a, story, frame, frame_called(a, frame, i), diags);
		hint_frame(mends, i == 0, diags);
	}
	arena_free(a);
}
