/* SPDX-License-Identifier: MIT */
#include "set/label.h"

#include "base/str.h"
#include "text/font.h"

#include <string.h>

/* The room, and the words to stand in it. */
typedef struct Room {
	const Measure *measure;
	const Words *words;
	Len width, height;
} Room;

static Label label_of(SizedText text, LabelWay way)
{
	text.apart = true;
	return (Label){
	    .way = way, .text = text, .width = text.lines.width, .height = text.lines.height};
}

static bool text_fits(const SizedText *text, const Room *room)
{
	return !text->overfull && text->lines.width <= room->width &&
	       text->lines.height <= room->height;
}

/* On one line, as wide as that is. */
static SizedText on_one_line(const Measure *m, const Words *words)
{
	return size_text(m, words, len_max(size_words_natural(m, words), 0));
}

static bool try_line(const Room *room, const Measure *m, LabelWay way, Label *label)
{
	if (size_words_natural(m, room->words) > room->width)
		return false;
	SizedText text = size_text(m, room->words, room->width);
	bool fits = text.lines.count <= 1 && text_fits(&text, room);
	if (fits)
		*label = label_of(text, way);
	return fits;
}

static bool try_wrapped(const Room *room, const Measure *m, LabelWay way, Label *label)
{
	if (room->width <= 0)
		return false;
	SizedText text = size_text(m, room->words, room->width);
	bool fits = text_fits(&text, room);
	if (fits)
		*label = label_of(text, way);
	return fits;
}

/* Condensing */

static bool has_all(const Font *font, const char *text, int length)
{
	const char *s = text;
	while (s < text + length) {
		uint32_t code = str_next(&s);
		if (code == 0)
			return false;
		if (!font_has(font, code))
			return false;
	}
	return true;
}

/* Whether the family has the cut, and the cut what stands in that style: a label in it lacks nothing. */
static bool range_condenses(const Measure *m, const Words *words, const StyleRange *range)
{
	const Style *style = range->style;
	Fonts *fonts = m->setter->fonts;
	if (style->index >= m->layout->style_count ||
	    fit_stretch(m->fit, style) <= STRETCH_CONDENSED ||
	    !fonts_lists(fonts, style->family, style->weight, STRETCH_CONDENSED))
		return false;
	const Font *font =
	    fonts_find(fonts, style->family, style->weight, STRETCH_CONDENSED, m->setter->diags);
	return font && has_all(font, words->text + range->start, range->end - range->start);
}

/* The fit with those styles of the words condensed that can be. False: none can. */
static bool fit_condensed(const Measure *m, const Words *words, Fit *fit)
{
	bool *condense = NULL;
	for (int i = 0; i < words->style_count; i++) {
		if (!range_condenses(m, words, &words->styles[i]))
			continue;
		size_t count = (size_t)m->layout->style_count;
		if (!condense) {
			condense = ARENA_ARRAY(m->arena, count, bool);
			if (m->fit->condense)
				memcpy(condense, m->fit->condense, count * sizeof *condense);
		}
		condense[words->styles[i].style->index] = true;
	}
	*fit = *m->fit;
	fit->condense = condense;
	return condense;
}

static bool fit_condensed_in(const Room *room, bool wraps, Label *label)
{
	Fit fit;
	const Measure *m = room->measure;
	Measure condensed = *m;
	condensed.fit = &fit;
	bool can =
	    room->width > 0 && room->height > 0 && m->layout && fit_condensed(m, room->words, &fit);
	return can && (try_line(room, &condensed, LABEL_CONDENSED, label) ||
		       (wraps && try_wrapped(room, &condensed, LABEL_CONDENSED_WRAPPED, label)));
}

static Label fit_in(const Room *room, bool wraps)
{
	Label label;
	const Measure *m = room->measure;
	if (try_line(room, m, LABEL_LINE, &label) ||
	    (wraps && try_wrapped(room, m, LABEL_WRAPPED, &label)) ||
	    fit_condensed_in(room, wraps, &label))
		return label;
	return label_of(on_one_line(m, room->words), LABEL_MOVED);
}

static Label label_of_nothing(const Measure *m, const Words *words)
{
	Label label = label_of(size_text(m, words, 0), LABEL_LINE);
	label.width = label.height = 0;
	return label;
}

Label label_fit(const Measure *m, const Words *words, Len width, Len height)
{
	if (words->length == 0)
		return label_of_nothing(m, words);
	return fit_in(&(Room){m, words, width, height}, true);
}

Label label_fit_condensed(const Measure *m, const Words *words, Len width, Len height)
{
	Label label;
	if (words->length > 0 && fit_condensed_in(&(Room){m, words, width, height}, true, &label))
		return label;
	return label_fit(m, words, width, height);
}

Label label_fit_line(const Measure *m, const Words *words, Len width, Len height)
{
	if (words->length == 0)
		return label_of_nothing(m, words);
	return fit_in(&(Room){m, words, width, height}, false);
}

Len label_top(const SizedText *text, Len middle)
{
	Len last =
	    text->lines.count > 1 ? len_scale(text->lines.leading, text->lines.count - 1, 1) : 0;
	Len ink = len_add(last, -size_cap_height(text));
	return len_add(len_add(middle, -text->lines.baseline), -ink / 2);
}
