/* SPDX-License-Identifier: MIT */
#include "set/mend_word.h"

#include "base/str.h"
#include "text/galley.h"

#include <string.h>

enum { DESIGN = 1000, SMALLEST = 700, PERCENT = 10 }; /* a size below is no advice */

typedef struct Mending {
	Arena *arena;
	Typesetter setter; /* a quiet one: what the trials tell is nobody's trouble */
	const Words *words;
	const Fit *fit;
	const Layout *layout;
	Len measure;
	StrBuf told;
} Mending;

static bool words_fit(const Mending *m, const Words *words, const Fit *fit)
{
	const Para *para = para_measure(m->arena, &m->setter, words, fit);
	Lines lines = para_break(para, m->measure);
	for (int i = 0; i < lines.count; i++)
		if (lines.lines[i].overfull)
			return false;
	return true;
}

static void mend_add(Mending *m, const char *words)
{
	strbuf_format(&m->told, "%s%s", m->told.length > 0 ? "; " : "", words);
}

static void condense_try(Mending *m)
{
	int index = m->words->style->index, count = m->layout->style_count;
	bool *condense = ARENA_ARRAY(m->arena, count, bool);
	Fit fit = *m->fit;
	if (m->fit->condense)
		memcpy(condense, m->fit->condense, (size_t)count * sizeof *condense);
	if (index >= count || condense[index])
		return;
	condense[index] = true;
	fit.condense = condense;
	if (words_fit(m, m->words, &fit))
		mend_add(m, str_format(m->arena, "condensing the style \"%s\" in <fit>",
				       m->words->style->name));
}

/* The same words in styles that divide words. */
static Words words_divided(const Mending *m)
{
	Words words = *m->words;
	StyleRange *ranges = ARENA_ARRAY(m->arena, words.style_count, StyleRange);
	for (int i = 0; i < words.style_count; i++) {
		Style *style = ARENA_NEW(m->arena, Style);
		*style = *words.styles[i].style;
		style->hyphens = true;
		ranges[i] = words.styles[i];
		ranges[i].style = style;
	}
	Style *own = ARENA_NEW(m->arena, Style);
	*own = *words.style;
	own->hyphens = true;
	words.styles = ranges;
	words.style = own;
	return words;
}

static void hyphens_try(Mending *m)
{
	const Words words = words_divided(m);
	if (!m->words->style->hyphens && words_fit(m, &words, m->fit))
		mend_add(m, str_format(m->arena, "hyphens=\"auto\" on the style \"%s\"",
				       m->words->style->name));
}

static bool size_does(const Mending *m, int *sizes, int size)
{
	Fit fit = *m->fit;
	sizes[m->words->style->index] = size;
	fit.size = sizes;
	return words_fit(m, m->words, &fit);
}

static void size_try(Mending *m)
{
	int index = m->words->style->index, count = m->layout->style_count;
	int *sizes = ARENA_ARRAY(m->arena, count, int);
	for (int i = 0; i < count; i++)
		sizes[i] = m->fit->size ? m->fit->size[i] : DESIGN;
	if (index >= count || sizes[index] <= SMALLEST)
		return;
	int does = SMALLEST / PERCENT, fails = sizes[index] / PERCENT;
	if (!size_does(m, sizes, SMALLEST))
		return;
	while (fails - does > 1) {
		int middle = does + (fails - does) / 2;
		*(size_does(m, sizes, middle * PERCENT) ? &does : &fails) = middle;
	}
	mend_add(m, str_format(m->arena, "font-size of \"%s\" down to %d%% in <fit>",
			       m->words->style->name, does));
}

const char *word_mends(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit,
		       const Layout *layout, Len measure)
{
	Mending m = {.arena = a,
		     .setter = *setter,
		     .words = words,
		     .fit = fit,
		     .layout = layout,
		     .measure = measure,
		     .told = {.arena = a}};
	m.setter.diags = diags_new(a);
	m.setter.galleys = NULL;
	condense_try(&m);
	hyphens_try(&m);
	size_try(&m);
	return m.told.length > 0 ? strbuf_text(&m.told) : NULL;
}
