/* SPDX-License-Identifier: MIT */
#include "model/layout.h"

#include <string.h>

bool fit_step_has_table(const FitStep *step, const char *id)
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
		if (step->kind == FIT_ROWS && fit_step_has_table(step, id) &&
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
