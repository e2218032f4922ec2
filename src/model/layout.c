/* SPDX-License-Identifier: MIT */
#include "model/layout.h"

#include <string.h>

const char *fit_step_property(const FitStep *step)
{
	static const char *const names[] = {[FIT_SPACE] = "space",
					    [FIT_LEADING] = "line-height",
					    [FIT_TRACKING] = "letter-spacing",
					    [FIT_SIZE] = "font-size",
					    [FIT_CONDENSE] = "font-stretch",
					    [FIT_TEXT] = "text",
					    [FIT_ROWS] = "rows",
					    [FIT_SPREAD] = NULL,
					    [FIT_SPREAD_SPACE] = "space",
					    [FIT_SPREAD_LEADING] = "line-height"};
	return names[step->kind];
}

int fit_step_design(const FitStep *step)
{
	switch (step->kind) {
	case FIT_SPACE:
	case FIT_LEADING:
	case FIT_SIZE:
	case FIT_SPREAD_SPACE:
	case FIT_SPREAD_LEADING:
		return 1000;
	case FIT_TRACKING:
		return FIT_TRACKING_FREE;
	case FIT_ROWS:
		return FIT_ROWS_ALL;
	case FIT_CONDENSE:
	case FIT_TEXT:
	case FIT_SPREAD:
		break;
	}
	return 0;
}

bool fit_step_spreads(const FitStep *step)
{
	return step->kind >= FIT_SPREAD;
}

bool fit_step_has_rows(const FitStep *step, const char *id)
{
	for (const char *const *of = step->of; of && *of; of++)
		if (id && strcmp(*of, id) == 0)
			return true;
	return step->of == NULL;
}

int layout_rows_least(const Layout *layout, const char *id)
{
	int least = 0;
	for (int i = 0; i < layout->fit_count; i++) {
		const FitStep *step = &layout->fit[i];
		if (step->kind == FIT_ROWS && fit_step_has_rows(step, id) &&
		    (least == 0 || step->floor < least))
			least = step->floor;
	}
	return least;
}

const Pattern *layout_common(const Layout *layout, const char *id)
{
	for (int i = 0; i < layout->common_count; i++)
		if (strcmp(layout->common[i].id, id) == 0)
			return layout->common[i].text;
	return NULL;
}

const char *layout_locale(const Layout *layout, const char *language)
{
	for (const char *const *pair = layout->locales; pair && pair[0]; pair += 2)
		if (strcmp(pair[0], language) == 0)
			return pair[1];
	return language;
}
