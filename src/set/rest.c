/* SPDX-License-Identifier: MIT */
#include "set/rest.h"

int rest_shown_under(const Measure *m, const Element *element, const Rest *rest, int count)
{
	int shown = count;
	for (int i = 0; m->fit->levels && i < m->layout->fit_count; i++) {
		const FitStep *step = &m->layout->fit[i];
		if (step->kind == FIT_ROWS && m->fit->levels[i] < shown &&
		    fit_step_has_rows(step, element->id))
			shown = m->fit->levels[i];
	}
	return shown < rest->least ? rest->least : shown;
}

const Words *rest_words(const Rest *rest, int shown)
{
	return &rest->more[shown - rest->least];
}
