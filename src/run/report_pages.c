/* SPDX-License-Identifier: MIT */
/* How each page was fitted, for the reports that are JSON. Lengths are millimetres. */
#include "run/report_parts.h"

#include <jansson.h>

/* Hundredths are enough for people; the same number on every machine. */
static json_t *mm(Len len)
{
	return json_real((double)len_scale(len, 2540, 72000) / 100);
}

static void place_set(json_t *object, const Place *place)
{
	if (!place->file)
		return;
	json_object_set_new(object, "file", json_string(place->file));
	json_object_set_new(object, "line", json_integer(place->line));
	json_object_set_new(object, "column", json_integer(place->column));
}

static json_t *frame_object(const FrameFit *frame)
{
	json_t *object = json_object();
	Len slack = len_add(frame->available, -frame->needed);
	int lines = frame_lines(frame, slack < 0 ? -slack : 0);
	json_object_set_new(object, "name", json_string(frame->name));
	json_object_set_new(object, "available", mm(frame->available));
	json_object_set_new(object, "needed", mm(frame->needed));
	json_object_set_new(object, "slack", mm(slack));
	json_object_set_new(object, "lines",
			    json_integer(slack < 0 ? -lines : slack / frame->leading));
	place_set(object, &frame->place);
	return object;
}

static const struct {
	const char *kind, *unit;
} steps[] = {
    /* clang-format off: one a line */
    [FIT_SPACE] = {"tighten", "%"},       [FIT_LEADING] = {"tighten", "%"},
    [FIT_TRACKING] = {"tighten", "em"},   [FIT_SIZE] = {"tighten", "%"},
    [FIT_CONDENSE] = {"condense", "%"},   [FIT_TEXT] = {"shorten", "texts"},
    [FIT_ROWS] = {"shorten", "rows"},     [FIT_SPREAD] = {"spread", "mm"},
    [FIT_SPREAD_SPACE] = {"spread", "%"}, [FIT_SPREAD_LEADING] = {"spread", "%"},
    /* clang-format on */
};

static json_t *level(FitKind kind, int at)
{
	switch (kind) {
	case FIT_CONDENSE:
		return json_integer(at ? STRETCH_CONDENSED : 100);
	case FIT_TRACKING:
		return json_real((double)at / 1000);
	case FIT_TEXT:
	case FIT_ROWS:
		return json_integer(at);
	case FIT_SPREAD:
		return mm(at);
	default:
		return json_real((double)at / 10);
	}
}

static json_t *step_object(const StepTaken *taken)
{
	const FitStep *step = taken->step;
	FitKind kind = step->kind;
	json_t *object = json_object();
	json_object_set_new(object, "step", json_string(steps[kind].kind));
	if (kind == FIT_SPREAD)
		json_object_set_new(object, "at", json_string(step->at));
	else
		json_object_set_new(object, "property", json_string(fit_step_property(step)));
	json_object_set_new(object, "unit", json_string(steps[kind].unit));
	json_object_set_new(object, "from", level(kind, taken->from));
	json_object_set_new(object, "to", level(kind, taken->to));
	json_object_set_new(object, "floor", level(kind, step->floor));
	place_set(object, &step->place);
	return object;
}

void json_fit_set(json_t *object, const FitRecord *fit)
{
	json_t *frames = json_array(), *taken = json_array();
	for (int i = 0; i < fit->frame_count; i++)
		json_array_append_new(frames, frame_object(&fit->frames[i]));
	for (int i = 0; i < fit->taken_count; i++)
		json_array_append_new(taken, step_object(&fit->taken[i]));
	if (fit->frame_count > 0)
		json_object_set_new(object, "fits", json_boolean(fit->fits));
	json_object_set_new(object, "frames", frames);
	json_object_set_new(object, "steps", taken);
}

static json_t *page_object(const ReportPage *page)
{
	json_t *object = json_object();
	json_object_set_new(object, "record", json_string(page->record));
	json_object_set_new(object, "language", json_string(page->language));
	json_object_set_new(object, "outcome", json_string(page->outcome));
	json_fit_set(object, page->fit);
	return object;
}

json_t *json_pages(const List *pages)
{
	json_t *array = json_array();
	for (int i = 0; i < pages->count; i++)
		json_array_append_new(array, page_object(list_at(pages, i)));
	return array;
}
