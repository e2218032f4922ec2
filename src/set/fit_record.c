/* SPDX-License-Identifier: MIT */
#include "set/fit_record.h"

#include "set/fit_try.h"

/* The leading of the first paragraph of several lines under `sized`; 0 where there is none. */
static Len leading_under(const Sized *sized)
{
	if (!sized->box)
		return 0;
	Len leading = sized->text.lines.count > 1 ? sized->text.lines.leading : 0;
	for (int i = 0; i < sized->kid_count && leading == 0; i++)
		leading = leading_under(&sized->kids[i]);
	return leading;
}

static FrameFit frame_of(const Sized *sized, const char *name, Len available, Len needed)
{
	Len leading = leading_under(sized);
	const Element *element = sized->box->element;
	return (FrameFit){.name = element->id && element->frame ? element->id : name,
			  .place = element->place,
			  .available = available,
			  .needed = needed,
			  .leading = leading > 0 ? leading : LEN_PT(12)};
}

static void frames_record(Arena *a, const Fitted *fitted, FitRecord *record)
{
	FrameFit *frames = ARENA_ARRAY(a, fitted->frame_count + 1, FrameFit);
	frames[0] = frame_of(&fitted->body, "page", fitted->room, fitted->needed);
	for (int i = 0; i < fitted->frame_count; i++) {
		const FrameRoom *room = &fitted->frames[i];
		frames[i + 1] = frame_of(room->frame, "frame", room->available, room->needed);
	}
	record->frames = frames;
	record->frame_count = fitted->frame_count + 1;
}

static void taken_record(Arena *a, const Story *story, const Fitted *fitted, FitRecord *record)
{
	const Layout *layout = story->layout;
	StepTaken *taken = ARENA_ARRAY(a, layout->fit_count, StepTaken);
	for (int i = 0; i < layout->fit_count; i++) {
		const FitStep *step = &layout->fit[i];
		if (fitted->fit.levels[i] != fit_step_design(step))
			taken[record->taken_count++] =
			    (StepTaken){step, step_start(story, step), fitted->fit.levels[i]};
	}
	record->taken = taken;
}

FitRecord fit_record(Arena *a, const Story *story, const Fitted *fitted)
{
	FitRecord record = {.fits = fitted->fits};
	frames_record(a, fitted, &record);
	taken_record(a, story, fitted, &record);
	return record;
}
