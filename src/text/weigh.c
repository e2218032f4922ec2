/* SPDX-License-Identifier: MIT */
#include "text/weigh.h"

#include <string.h>

/* All in thousandths of the column: each weighs as much as a line that falls short by so much. */
enum { LONE = 300, SHORT = 333, SHORT_WEIGHT = 1200, HYPHEN = 250, INSIDE_WORD = 100 };

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

static int64_t weigh_last(const Weigher *w, int from, Len own)
{
	int missing = shortfall(own, w->width), filled = 1000 - missing;
	if (w->wrap == WRAP_BALANCE)
		return squared(missing);
	if (from == 0)
		return 0;
	int start = w->galley->ends[from - 1].at;
	int64_t demerits =
	    is_one_word(w->galley, start, w->galley->words->length) ? squared(LONE) : 0;
	if (filled < SHORT)
		demerits += squared((SHORT - filled) * SHORT_WEIGHT / 1000);
	return demerits;
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
	Cost cost = {.overfull = own > w->width, .lines = 1};
	if (to == w->galley->end_count) {
		cost.faults = hyphens > 0;
		cost.demerits = weigh_last(w, from, own);
		return cost;
	}
	cost.faults = end.hyphen && hyphens == HYPHENS_MOST;
	cost.demerits = squared(shortfall(own, w->width)) + weigh_end(w, end, hyphens);
	return cost;
}
