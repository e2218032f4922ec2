/* SPDX-License-Identifier: MIT */
#include "set/set.h"

#include "set/cover.h"
#include "set/fit.h"
#include "set/mirror.h"
#include "set/overset.h"
#include "set/place.h"
#include "text/galley.h"

static bool run_is_on(const Run *run, const PageSpec *page)
{
	enum { UNSEEN = 50 }; /* a side bearing or a rounding nobody sees */
	return run->x >= -UNSEEN && len_add(run->x, run->width) <= page->width + UNSEEN &&
	       run->y >= 0 && run->y <= page->height;
}

/* A page that fits may still push words off it: by a shift of the baseline, or a tracking that
 * makes a line run backwards. */
static void tell_outside(const Story *story, const Page *page, Diags *diags)
{
	for (int i = 0; i < page->draw_count; i++) {
		const Run *run = &page->draws[i].run;
		if (page->draws[i].kind != DRAW_RUN || run_is_on(run, &story->layout->page))
			continue;
		const Origin *origin = run->origin_count > 0 ? &run->origins[0] : NULL;
		diag_error(diags, origin ? origin->layout : story->layout->body->place, DIAG_FIT,
			   "\"%.*s\" stands outside the page", run->length, run->text);
		diag_hint(diags, "see the baseline-shift and the letter-spacing of its style");
	}
}

static Painter painter_new(Arena *a, const Story *story, const Fitted *fitted,
			   const Typesetter *setter, Diags *diags)
{
	return (Painter){.arena = a,
			 .draws = list_new(a, sizeof(Draw)),
			 .tags = list_new(a, sizeof(Tag)),
			 .layers = list_new(a, sizeof(Layer)),
			 .tag = TAG_ARTIFACT,
			 .parent = -1,
			 .layout = story->layout,
			 .fit = &fitted->fit,
			 .diags = diags,
			 .setter = setter};
}

static const Page *page_of(Arena *a, const Story *story, const Fitted *fitted, const Painter *p)
{
	const PageSpec *spec = &story->layout->page;
	Page *page = ARENA_NEW(a, Page);
	*page = (Page){.width = spec->width,
		       .height = spec->height,
		       .bleed = spec->bleed,
		       .title = story->title,
		       .language = story->language,
		       .backwards = story->backwards,
		       .draws = p->draws.items,
		       .draw_count = p->draws.count,
		       .tags = p->tags.items,
		       .tag_count = p->tags.count,
		       .record = fitted->record,
		       .fit = fitted->fit,
		       .slack = len_add(fitted->room, -fitted->body.height),
		       .steps = story->layout->fit,
		       .step_count = story->layout->fit_count};
	return page;
}

static const Page *paint_page(Arena *a, const Story *story, const Fitted *fitted, Painter *p)
{
	const PageSpec *spec = &story->layout->page;
	int before = diags_errors(p->diags);
	p->scales = scales_of(a, (Sized[]){fitted->body, fitted->foot}, 2);
	TagMark mark = tag_open(p, TAG_DOCUMENT);
	p->tag = TAG_ARTIFACT; /* the document holds tags, never marks */
	place_box(p, &fitted->body, spec->margin.left, spec->margin.top);
	Len foot = spec->height - spec->margin.bottom - fitted->foot.height;
	p->foot = true;
	if (fitted->foot.box)
		place_box(p, &fitted->foot, spec->margin.left, foot);
	p->foot = false;
	tag_close(p, mark);
	if (story->backwards) {
		mirror_draws(a, p->draws.items, p->draws.count, 0, spec->width);
		mirror_tags(p->tags.items, p->tags.count, 0, spec->width);
	}
	const Page *page = page_of(a, story, fitted, p);
	if (p->layers.count > 0 && fitted->fits && diags_errors(p->diags) == before)
		cover_tell(a, page, &p->layers, p->diags);
	return page;
}

const Page *set_page(Arena *a, const Story *story, Fonts *fonts, Cache *cache, FitRecord *record,
		     Diags *diags)
{
	if (!story)
		return NULL;
	int before = diags_errors(diags);
	Typesetter setter = {.fonts = fonts,
			     .breaks = fonts_breaks(fonts, story->language),
			     .language = story->language,
			     .backwards = story->backwards,
			     .diags = diags,
			     .galleys = galleys_new(a),
			     .cache = cache};
	Fitted fitted = fit_story(a, &setter, story);
	if (record)
		*record = fitted.record;
	Painter painter = painter_new(a, story, &fitted, &setter, diags);
	const Page *page = paint_page(a, story, &fitted, &painter);
	if (!fitted.fits && !painter.squeezed)
		overset_tell(&setter, story, &fitted, diags);
	if (diags_errors(diags) == before)
		tell_outside(story, page, diags);
	return diags_errors(diags) == before ? page : NULL;
}
