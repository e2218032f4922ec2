/* SPDX-License-Identifier: MIT */
#include "model/fit.h"

enum { THOUSAND = 1000 };

const Fit fit_plain = {.space = THOUSAND, .leading = THOUSAND};

static int lesser(int a, int b)
{
	return a < b ? a : b;
}

/* What each style is designed with, before any step. */
typedef struct StyleFits {
	int *size, *tracking;
	bool *condense;
} StyleFits;

static StyleFits style_fits(Arena *a, const Layout *layout)
{
	int count = layout->style_count;
	StyleFits styles = {ARENA_ARRAY(a, count, int), ARENA_ARRAY(a, count, int),
			    ARENA_ARRAY(a, count, bool)};
	for (int i = 0; i < count; i++) {
		styles.size[i] = THOUSAND;
		styles.tracking[i] = FIT_TRACKING_FREE;
	}
	return styles;
}

/* Of two steps that touch one style the one that takes it in more counts. */
static void styles_take(StyleFits *styles, int count, const FitStep *step, int at)
{
	for (int i = 0; step->styles && i < count; i++) {
		if (!step->styles[i])
			continue;
		if (step->kind == FIT_SIZE)
			styles->size[i] = lesser(styles->size[i], at);
		if (step->kind == FIT_TRACKING)
			styles->tracking[i] = lesser(styles->tracking[i], at);
		if (step->kind == FIT_CONDENSE)
			styles->condense[i] = true;
	}
}

static void page_take(Fit *fit, const FitStep *step, int at)
{
	if (step->kind == FIT_SPACE)
		fit->space = lesser(fit->space, at);
	if (step->kind == FIT_LEADING)
		fit->leading = lesser(fit->leading, at);
	if (step->kind == FIT_SPREAD_SPACE && at > fit->space)
		fit->space = at;
	if (step->kind == FIT_SPREAD_LEADING && at > fit->leading)
		fit->leading = at;
}

Fit fit_of(Arena *a, const Layout *layout, const int *levels)
{
	int *kept = ARENA_ARRAY(a, layout->fit_count, int);
	StyleFits styles = style_fits(a, layout);
	Fit fit = fit_plain;
	for (int i = 0; i < layout->fit_count; i++) {
		const FitStep *step = &layout->fit[i];
		kept[i] = levels[i];
		/* At its design a step says nothing, whatever others have come to. */
		if (levels[i] == fit_step_design(step))
			continue;
		page_take(&fit, step, levels[i]);
		styles_take(&styles, layout->style_count, step, levels[i]);
	}
	fit.size = styles.size;
	fit.tracking = styles.tracking;
	fit.condense = styles.condense;
	fit.levels = kept;
	return fit;
}

Len fit_size(const Fit *fit, const Style *style)
{
	return fit->size ? len_scale(style->size, fit->size[style->index], THOUSAND) : style->size;
}

Len fit_line_height(const Fit *fit, const Style *style)
{
	return len_scale(fit_size(fit, style), (int64_t)style->line_height * fit->leading,
			 THOUSAND * THOUSAND);
}

int fit_tracking(const Fit *fit, const Style *style)
{
	int most = fit->tracking ? fit->tracking[style->index] : style->tracking;
	return style->tracking < most ? style->tracking : most;
}

int fit_stretch(const Fit *fit, const Style *style)
{
	bool condensed = fit->condense && fit->condense[style->index];
	return condensed && style->stretch > STRETCH_CONDENSED ? STRETCH_CONDENSED : style->stretch;
}

int frame_lines(const FrameFit *frame, Len height)
{
	return (int)(((int64_t)height + frame->leading - 1) / frame->leading);
}
