/* SPDX-License-Identifier: MIT */
#include "model/fit.h"

enum { THOUSAND = 1000 };

const Fit fit_plain = {.space = THOUSAND, .leading = THOUSAND};

Len fit_size(const Fit *fit, const Style *style)
{
	return fit->size ? len_scale(style->size, fit->size[style->index], THOUSAND) : style->size;
}

Len fit_line_height(const Fit *fit, const Style *style)
{
	return len_scale(fit_size(fit, style), (int64_t)style->line_height * fit->leading,
			 THOUSAND * THOUSAND);
}

int fit_stretch(const Fit *fit, const Style *style)
{
	bool condensed = fit->condense && fit->condense[style->index];
	return condensed && style->stretch > STRETCH_CONDENSED ? STRETCH_CONDENSED : style->stretch;
}
