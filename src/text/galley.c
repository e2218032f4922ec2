/* SPDX-License-Identifier: MIT */
#include "text/galley.h"

#include "base/address.h"
#include "text/breaks_bidi.h"
#include "text/coverage.h"
#include "text/itemize.h"

struct Galleys {
	Arena *arena;
	/* By the words they are of: the one measured last; others of the same words hang on it. */
	Addresses *of;
};

Galleys *galleys_new(Arena *a)
{
	Galleys *galleys = ARENA_NEW(a, Galleys);
	*galleys = (Galleys){a, addresses_new(a)};
	return galleys;
}

/* Measuring */

static void tell_unlisted(const Style *style, Diags *diags)
{
	diag_error(diags, style->place, DIAG_LAYOUT,
		   "no font is listed for the style \"%s\": family \"%s\", weight %d, width %d %%",
		   style->name ? style->name : "", style->family ? style->family : "",
		   style->weight, style->stretch);
	diag_hint(
	    diags,
	    "add such a face to the fonts file, or choose a weight and a width that it lists");
}

/* What a font lacks is told, not passed over: the page would look as if nothing had been asked for. */
static void tell_lacking(const Font *font, const Style *style, Diags *diags)
{
	bool caps = style->small_caps && !font_has_small_caps(font);
	bool figures = !font_has_figures(font, style->figures);
	if (!caps && !figures)
		return;
	diag_error(diags, style->place, DIAG_LAYOUT,
		   "the style \"%s\" asks for %s, but the font %s has none",
		   style->name ? style->name : "",
		   caps                                 ? "small capitals"
		   : style->figures == FIGURES_OLDSTYLE ? "old-style figures"
							: "tabular figures",
		   font_label(font));
	diag_hint(diags,
		  caps ? "leave out caps=\"small\", or choose a font with the feature smcp"
		       : "leave out figures=\"…\", or choose a font with the feature %s",
		  style->figures == FIGURES_OLDSTYLE ? "onum" : "tnum");
}

/* A cut that only fitting asked for may be missing: the designed one is then kept. */
static const Font *choose_font(const Typesetter *setter, const Style *style, const Fit *fit)
{
	const char *family = style->family;
	int stretch = fit_stretch(fit, style);
	const Font *font = fonts_find(setter->fonts, family, style->weight, stretch, setter->diags);
	if (!font && stretch != style->stretch)
		font =
		    fonts_find(setter->fonts, family, style->weight, style->stretch, setter->diags);
	if (!font && !fonts_lists(setter->fonts, family, style->weight, style->stretch))
		tell_unlisted(style, setter->diags);
	/* Only to go on measuring, so that one run tells everything: the error above stands. */
	return font ? font : fonts_find(setter->fonts, family, 400, 100, setter->diags);
}

static Stretch stretch_of(const Typesetter *setter, const Words *words, const Style *style,
			  const Item *item, const char *language, const Fit *fit)
{
	Len size = fit_size(fit, style);
	return (Stretch){
	    .text = words->text,
	    .start = item->start,
	    .end = item->end,
	    .language = language ? language : setter->language,
	    .foreign = language != NULL,
	    .cache = setter->cache,
	    .style = style,
	    .font = item->font,
	    .cut = fit_stretch(fit, style),
	    .size = size,
	    .tracking = item->joins ? 0 : len_scale(size, fit_tracking(fit, style), 1000),
	    .rise = style->size > 0 ? len_scale(style->rise, size, style->size) : style->rise,
	    .level = item->level,
	    .joins = item->joins,
	};
}

/* Glyphs do not depend on the size, so those that were shaped before do again. Tracked ones do:
 * see stretch.c. */
static bool take_shape(Stretch *stretch, int number, const Galley *before)
{
	for (; before; before = before->next) {
		const Stretch *old = &before->stretches[number];
		if (number >= before->stretch_count || old->start != stretch->start ||
		    old->end != stretch->end || old->font != stretch->font || old->tracking != 0 ||
		    stretch->tracking != 0)
			continue;
		stretch->shaped = old->shaped;
		stretch->before = old->before;
		return true;
	}
	return false;
}

static bool has_empty(const Shaped *shaped)
{
	for (int i = 0; i < shaped->count; i++)
		if (shaped->glyphs[i].id == 0)
			return true;
	return false;
}

/* What is measured, and what for. */
typedef struct Measuring {
	Galley *galley;
	const Typesetter *setter;
	const Fit *fit;
	const Galley *before;
	const unsigned char *levels; /* of direction; NULL: all from left to right */
	List stretches;              /* of Stretch */
} Measuring;

/* A part of the words in one style and one language. */
typedef struct Part {
	int start, end;
	const Style *style;
	const char *language; /* NULL: the page's */
} Part;

/* Adds its stretches. False when a font lacks a character and was not asked for it before. */
static bool part_measure(Measuring *m, const Part *part, const Font *font, bool closely)
{
	Galley *galley = m->galley;
	List items = list_new(galley->arena, sizeof(Item));
	int first = m->stretches.count;
	items_find(m->setter, galley->words, part->start, part->end, font, m->levels, closely,
		   &items);
	for (int i = 0; i < items.count; i++) {
		int number = m->stretches.count;
		Stretch *stretch = list_add(&m->stretches);
		*stretch = stretch_of(m->setter, galley->words, part->style, list_at(&items, i),
				      part->language, m->fit);
		if (take_shape(stretch, number, m->before))
			continue;
		stretch_shape(galley->arena, stretch);
		if (!closely && has_empty(&stretch->shaped) &&
		    fonts_falls_back(m->setter->fonts, font, m->setter->language)) {
			m->stretches.count = first;
			return false;
		}
		coverage_check(galley->words, stretch, m->setter->diags);
	}
	return true;
}

/* Where words in another language begin or end, or the style does. `origin` is the one that holds `at`. */
static int part_end(const Words *words, int origin, int at, int end)
{
	const char *language = words->origins[origin].language;
	while (origin < words->origin_count && words->origins[origin].language == language &&
	       at < end)
		at = words->origins[origin++].end;
	return at < end ? at : end;
}

static void range_measure(Measuring *m, const StyleRange *range, const Font *font)
{
	const Words *words = m->galley->words;
	int origin = 0;
	for (int at = range->start; at < range->end;) {
		Part part = {at, range->end, range->style, NULL};
		while (origin + 1 < words->origin_count && words->origins[origin].end <= at)
			origin++;
		if (words->origin_count > 0) {
			part.language = words->origins[origin].language;
			part.end = part_end(words, origin, at, range->end);
		}
		if (!part_measure(m, &part, font, false))
			part_measure(m, &part, font, true);
		at = part.end > at ? part.end : range->end;
	}
}

/* What comes from the data; a value of two styles is one. */
static List isolates_of(Arena *a, const Words *words)
{
	List isolates = list_new(a, sizeof(Isolate));
	const char *path = NULL;
	for (int i = 0; i < words->origin_count; i++) {
		const Origin *origin = &words->origins[i];
		Isolate *last = isolates.count ? list_at(&isolates, isolates.count - 1) : NULL;
		if (origin->path && origin->path == path && last->end == origin->start)
			last->end = origin->end;
		else if (origin->path && origin->end > origin->start)
			*(Isolate *)list_add(&isolates) = (Isolate){origin->start, origin->end};
		path = origin->path;
	}
	return isolates;
}

static const unsigned char *levels_of(const Galley *galley, const Typesetter *setter)
{
	const Words *words = galley->words;
	if (!setter->backwards && !bidi_is_needed(words->text, words->length))
		return NULL;
	List isolates = isolates_of(galley->arena, words);
	return bidi_levels(galley->arena, words->text, words->length, setter->backwards,
			   isolates.items, isolates.count);
}

static void measure_stretches(Galley *galley, const Typesetter *setter, const Fit *fit,
			      const Galley *before)
{
	const Words *words = galley->words;
	Measuring m = {galley,
		       setter,
		       fit,
		       before,
		       levels_of(galley, setter),
		       list_new(galley->arena, sizeof(Stretch))};
	for (int i = 0; i < words->style_count; i++) {
		const StyleRange *range = &words->styles[i];
		if (range->start >= range->end)
			continue;
		const Font *font = choose_font(setter, range->style, fit);
		if (font)
			tell_lacking(font, range->style, setter->diags);
		range_measure(&m, range, font);
	}
	galley->stretches = m.stretches.items;
	galley->stretch_count = m.stretches.count;
	galley->levels = m.levels != NULL;
}

/* Where its words may be divided; NULL when no style asks for that. */
static const bool *find_hyphens(const Galley *galley, const Typesetter *setter)
{
	bool *may = NULL;
	for (int i = 0; i < galley->stretch_count; i++) {
		const Stretch *stretch = &galley->stretches[i];
		const Hyphens *hyphens = stretch->style->hyphens && !stretch->foreign
					     ? fonts_hyphens(setter->fonts, setter->language,
							     stretch->style, setter->diags)
					     : NULL;
		if (!hyphens)
			continue;
		if (!may)
			may = ARENA_ARRAY(galley->arena, galley->words->length + 1, bool);
		hyphens_find(hyphens, stretch->text, stretch->start, stretch->end, may);
	}
	return may;
}

/* Whether a place lies inside what stays on one line. */
static bool is_kept(const Galley *galley, int *number, int at)
{
	const Stretch *stretches = galley->stretches;
	while (*number + 1 < galley->stretch_count && stretches[*number].end < at)
		++*number;
	int next = *number + (stretches[*number].end == at);
	return stretches[*number].style->keep && next < galley->stretch_count &&
	       stretches[next].style->keep;
}

static void find_ends(Galley *galley, const Typesetter *setter)
{
	int length = galley->words->length;
	if (length == 0)
		return;
	const char *text = galley->words->text;
	const bool *may = breaks_find(galley->arena, setter->breaks, text, length);
	const bool *divides = find_hyphens(galley, setter);
	List ends = list_new(galley->arena, sizeof(End));
	int number = 0;
	for (int at = 1; at <= length; at++)
		if (at == length ||
		    ((may[at] || (divides && divides[at])) && !is_kept(galley, &number, at)))
			*(End *)list_add(&ends) =
			    (End){at, at < length && (!may[at] || stretch_is_soft(text, at))};
	galley->ends = ends.items;
	galley->end_count = ends.count;
}

static Galley *galley_new(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit,
			  const Galley *before)
{
	Galley *galley = ARENA_NEW(a, Galley);
	*galley = (Galley){
	    .arena = a, .words = words, .natural = UNKNOWN, .backwards = setter->backwards};
	galley->broken = list_new(a, sizeof(Broken));
	measure_stretches(galley, setter, fit, before);
	if (before) {
		galley->ends = before->ends;
		galley->end_count = before->end_count;
	} else {
		find_ends(galley, setter);
	}
	galley->font = choose_font(setter, words->style, fit);
	galley->cut = fit_stretch(fit, words->style);
	return galley;
}

/* Whether measuring under this fit would come to the same. */
static bool galley_suits(const Galley *galley, const Fit *fit)
{
	for (int i = 0; i < galley->stretch_count; i++) {
		const Stretch *stretch = &galley->stretches[i];
		Len size = fit_size(fit, stretch->style);
		Len tracking = len_scale(size, fit_tracking(fit, stretch->style), 1000);
		if (stretch->size != size || (!stretch->joins && stretch->tracking != tracking) ||
		    stretch->cut != fit_stretch(fit, stretch->style))
			return false;
	}
	return galley->cut == fit_stretch(fit, galley->words->style);
}

Galley *galley_measure(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit)
{
	Galleys *galleys = setter->galleys;
	if (!galleys)
		return galley_new(a, setter, words, fit, NULL);
	Galley *first = address_find(galleys->of, words);
	for (Galley *galley = first; galley; galley = galley->next)
		if (galley_suits(galley, fit))
			return galley;
	Galley *galley = galley_new(galleys->arena, setter, words, fit, first);
	galley->next = first;
	address_put(galleys->of, words, galley);
	return galley;
}
