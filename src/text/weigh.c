/* SPDX-License-Identifier: MIT */
#include "text/weigh.h"

#include "text/justify.h"
#include "text/width.h"

#include <string.h>

/* All in thousandths of the column: each weighs as much as a line that falls short by so much. */
enum {
	LONE = 550,
	LONE_MOST = 400,
	SHORT = 200,
	SHORT_WEIGHT = 2500,
	HYPHEN = 250,
	INSIDE_WORD = 350
};

/* A line of which the spaces are shrunk, or stretched, as far as they may be; one that would need more. */
enum { TIGHT = 500, LOOSE = 1000, HOLE = 4000 };

Cost cost_sum(Cost a, Cost b)
{
	return (Cost){a.overfull + b.overfull, a.faults + b.faults, a.lines + b.lines,
		      a.demerits + b.demerits};
}

bool cost_less(Cost a, Cost b)
{
	if (a.overfull != b.overfull)
		return a.overfull < b.overfull;
	if (a.faults != b.faults)
		return a.faults < b.faults;
	if (a.lines != b.lines)
		return a.lines < b.lines;
	return a.demerits < b.demerits;
}

static int64_t squared(int64_t part)
{
	return part * part;
}

/* How much of the column is left over, thousandths. */
static int shortfall(Len own, Len column)
{
	if (own >= column || column <= 0)
		return 0;
	return own <= 0 ? 1000 : (int)((int64_t)(column - own) * 1000 / column);
}

static bool is_one_word(const Galley *galley, int start, int end)
{
	while (end > start && galley->words->text[end - 1] == ' ')
		end--;
	return memchr(galley->words->text + start, ' ', (size_t)(end - start)) == NULL;
}

/* One word under all the others, unless it is as long as a line; or the rest of a word: to divide one
 * is no way to give the last line company. */
static bool is_lone(const Galley *galley, int start, int filled)
{
	bool inside = start > 0 && galley->words->text[start - 1] != ' ';
	return inside || (filled < LONE_MOST && is_one_word(galley, start, galley->words->length));
}

static int64_t weigh_last(const Weigher *w, int from, Len own)
{
	int missing = shortfall(own, w->width), filled = 1000 - missing;
	if (w->wrap == WRAP_BALANCE)
		return squared(missing);
	if (from == 0)
		return 0;
	int start = w->galley->ends[from - 1].at;
	int64_t demerits = is_lone(w->galley, start, filled) ? squared(LONE) : 0;
	if (filled < SHORT)
		demerits += squared((SHORT - filled) * SHORT_WEIGHT / 1000);
	return demerits;
}

static Give give_of(const Weigher *w, int from, int to)
{
	Reach reach = width_reach(w->galley, from, to);
	return justify_give(w->galley, reach.start, reach.end);
}

bool weigh_fits(const Weigher *w, int from, int to, Len own)
{
	return own <= w->width || own - give_of(w, from, to).shrink <= w->width;
}

/* Of a line that is justified: how far its spaces go, where they may go all the way. */
static int64_t weigh_spaces(const Weigher *w, int from, int to, Len own)
{
	Give give = give_of(w, from, to);
	int64_t spare = (int64_t)w->width - own, most = spare < 0 ? give.shrink : give.stretch;
	if (spare > most || spare < -most)
		return squared(HOLE) + squared(shortfall(own, w->width));
	return spare == 0 ? 0 : squared((spare < 0 ? -spare * TIGHT : spare * LOOSE) / most);
}

static int64_t weigh_inner(const Weigher *w, int from, int to, Len own)
{
	bool justified = w->galley->words->style->align == ALIGN_JUSTIFY;
	return justified ? weigh_spaces(w, from, to, own) : squared(shortfall(own, w->width));
}

static int64_t weigh_end(const Weigher *w, End end, int hyphens)
{
	if (end.hyphen)
		return squared(HYPHEN) * (1 + hyphens);
	return w->galley->words->text[end.at - 1] == ' ' ? 0 : squared(INSIDE_WORD);
}

Cost weigh_line(const Weigher *w, int from, int to, Len own, int hyphens)
{
	End end = w->galley->ends[to - 1];
	Cost cost = {.overfull = !weigh_fits(w, from, to, own), .lines = 1};
	if (to == w->galley->end_count) {
		cost.faults = hyphens > 0;
		cost.demerits = weigh_last(w, from, own);
		return cost;
	}
	cost.faults = end.hyphen && hyphens == HYPHENS_MOST;
	cost.demerits = weigh_inner(w, from, to, own) + weigh_end(w, end, hyphens);
	return cost;
}
