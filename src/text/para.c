/* SPDX-License-Identifier: MIT */
#include "text/para.h"

#include "text/line.h"
#include "text/weigh.h"
#include "text/width.h"

/*
 * How lines are chosen.
 *
 * After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
 * Experience 11 (1981), pages 1119 to 1184. A paragraph is weighed as a whole: each line that could
 * be made has a cost, and of all ways to break the paragraph the one is taken whose costs add up to
 * the least. That way is found without trying all: the best way to reach a place where a line ends
 * does not depend on what comes after it, so for each place only the best way to it is kept, and
 * each place is reached from those before it from which the line between would fit.
 *
 * Their paragraphs are justified, so a line is bad as its spaces are stretched or shrunk. Ours are
 * ragged, and their spaces are as they are. So a line is bad by the square of what it falls short of
 * the column, in thousandths of the column. Squares make two lines that each fall a little short
 * better than one that falls far short. All is whole numbers: every machine chooses alike.
 *
 * Where text is justified its spaces are what is bad: as far as they may shrink weighs TIGHT, as far as they
 * may stretch LOOSE, and a line that would need more and so stays ragged HOLE.
 *
 * The last line may be short, but not so short that it looks forgotten. One word alone weighs as much as
 * a line with a hole of LONE, and what it lacks of the share SHORT of the column weighs too, so a word
 * comes down from the line before where that leaves no worse a hole there. With text-wrap="balance", which is for headings,
 * the last line is a line as any other; then all come out about equally long.
 *
 * A hyphen weighs as a hole of HYPHEN, the second in a row twice that; a line that ends inside a
 * compound ("Hong Kong-|Guangzhou") weighs INSIDE_WORD. Those numbers are in weigh.c.
 *
 * Demerits decide last (weigh.h). Before them comes that no line is wider than the column if that can be
 * helped; then that no three lines in a row end with hyphens and that no stub of a word is the last line;
 * then that there are as few lines as there can be. First fit, which fills each line as far as it
 * goes, is one of the ways that are weighed. So a paragraph never takes more lines than first fit
 * gives it, unless a word is hyphenated that would else stick out, and whoever fits a page can trust that.
 *
 * What needs more lines than there need be is not looked at (find_least): that spares most of the work, for most
 * paragraphs leave little choice. Far behind the last place that fits in a line none is tried: REACH places back a line of any
 * sense is long since too short, and a text without end still takes a time that grows as it does.
 */
enum { REACH = 64, UNREACHED = -1 };

struct Para {
	Galley *galley;
	Len leading, baseline;
};

/* CSS 2.2, 10.8.1: what the line is higher than the type is shared above and below it. */
static Len baseline_of(const Galley *galley, Len leading, const Fit *fit)
{
	if (!galley->font)
		return leading;
	const FontMetrics *metrics = font_metrics(galley->font);
	Len size = fit_size(fit, galley->words->style);
	Len above = len_scale(size, metrics->ascender, metrics->units_per_em);
	Len below = len_scale(size, -metrics->descender, metrics->units_per_em);
	return (leading - above - below) / 2 + above;
}

const Para *para_measure(Arena *a, const Typesetter *setter, const Words *words, const Fit *fit)
{
	Para *para = ARENA_NEW(a, Para);
	para->galley = galley_measure(a, setter, words, fit);
	para->leading = fit_line_height(fit, words->style);
	para->baseline = baseline_of(para->galley, para->leading, fit);
	return para;
}

Len para_natural_width(const Para *para)
{
	Galley *galley = para->galley;
	if (galley->natural == UNKNOWN)
		galley->natural = width_between(
		    galley, 0, width_without_space(galley, 0, galley->words->length), false);
	return galley->natural;
}

Len para_word_width(const Para *para)
{
	Galley *galley = para->galley;
	Len widest = 0;
	for (int i = 0; i < galley->end_count; i++)
		widest = len_max(widest, width_of_line(galley, i, i + 1));
	return widest;
}

/* Whether what stands before that byte runs against the page. */
static bool runs_against(const Galley *galley, int byte)
{
	unsigned char level = galley->backwards ? 1 : 0;
	for (int i = 0; i < galley->stretch_count; i++)
		if (galley->stretches[i].start < byte)
			level = galley->stretches[i].level;
	return level % 2 != (galley->backwards ? 1 : 0);
}

Len para_width_before(const Para *para, int bytes)
{
	Galley *galley = para->galley;
	int length = galley->words->length;
	int at = bytes < 0 ? 0 : bytes > length ? length : bytes;
	Len width = width_between(galley, 0, at, false);
	if (!galley->levels || !runs_against(galley, at))
		return width;
	return len_add(para_natural_width(para), -width);
}

const Words *para_words(const Para *para)
{
	return para->galley->words;
}

/* Choosing where lines end. Places are numbered as in width.h. */

/* The best way to a place, after so many lines in a row that end with hyphens. */
typedef struct Way {
	Cost cost;
	int before;  /* the place where its last line begins; UNREACHED: there is no way */
	int hyphens; /* … and how many in a row there were there */
} Way;

typedef struct Search {
	Weigher weigher;
	Way (*ways)[HYPHENS_MOST + 1]; /* of each place */
	int last;                      /* the place that is the text's end */
} Search;

static bool fits(const Search *s, int from, int to)
{
	Len own = width_of_line(s->weigher.galley, from, to);
	return weigh_fits(&s->weigher, from, to, own);
}

/* The last place up to which the words from `from` on fit; one word always does. `at_least`: where
 * it was for the place before. */
static int farthest(const Search *s, int from, int at_least)
{
	int to = from + 1;
	if (at_least > to && fits(s, from, at_least))
		to = at_least;
	while (to < s->last && fits(s, from, to + 1))
		to++;
	return to;
}

static void try_line(Search *s, int from, int to)
{
	const Galley *galley = s->weigher.galley;
	Len own = width_of_line(s->weigher.galley, from, to);
	bool hyphen = to < s->last && galley->ends[to - 1].hyphen;
	for (int hyphens = 0; hyphens <= HYPHENS_MOST; hyphens++) {
		const Way *way = &s->ways[from][hyphens];
		if (way->before == UNREACHED)
			continue;
		int row = !hyphen ? 0 : hyphens < HYPHENS_MOST ? hyphens + 1 : HYPHENS_MOST;
		Cost cost = cost_sum(way->cost, weigh_line(&s->weigher, from, to, own, hyphens));
		Way *there = &s->ways[to][row];
		if (there->before == UNREACHED || cost_less(cost, there->cost))
			*there = (Way){cost, from, hyphens};
	}
}

static Search search_begin(Arena *a, Galley *galley, Len width)
{
	Search s = {{galley, width, galley->words->style->wrap}, NULL, galley->end_count};
	s.ways = (Way(*)[HYPHENS_MOST + 1]) ARENA_ARRAY(a, (s.last + 1) * (HYPHENS_MOST + 1), Way);
	for (int place = 0; place <= s.last; place++)
		for (int hyphens = 0; hyphens <= HYPHENS_MOST; hyphens++)
			s.ways[place][hyphens].before = UNREACHED;
	s.ways[0][0].before = 0;
	return s;
}

static int *chosen_places(Arena *a, const Search *s, int *count)
{
	int best = 0, place = s->last;
	for (int i = 1; i <= HYPHENS_MOST; i++)
		if (s->ways[place][i].before != UNREACHED &&
		    cost_less(s->ways[place][i].cost, s->ways[place][best].cost))
			best = i;
	*count = s->ways[place][best].cost.lines;
	int *chosen = ARENA_ARRAY(a, *count, int);
	for (int line = *count - 1; line >= 0; line--) {
		chosen[line] = place;
		const Way *way = &s->ways[place][best];
		place = way->before;
		best = way->hyphens;
	}
	return chosen;
}

/* How far words fit from each place on. */
static const int *find_far(Arena *a, const Search *s)
{
	int *far = ARENA_ARRAY(a, s->last + 1, int);
	for (int from = 0; from < s->last; from++)
		far[from] = farthest(s, from, from > 0 ? far[from - 1] : 0);
	return far;
}

/* How many lines there are from each place to the end, at least. With hyphens more may be needed, since
 * some are faults: then nothing is said. */
static const int *find_least(Arena *a, const Search *s, const int *far)
{
	int *least = ARENA_ARRAY(a, s->last + 1, int);
	bool hyphens = false;
	for (int place = 1; place < s->last; place++)
		hyphens |= s->weigher.galley->ends[place - 1].hyphen;
	for (int from = s->last - 1; from >= 0 && !hyphens; from--)
		least[from] = 1 + least[far[from]];
	return least;
}

/* A line that leaves more behind it than the lines there may be can hold is not tried. */
static int *weigh_all(Galley *galley, Len width, int *count)
{
	Arena *a = galley->arena;
	Search s = search_begin(a, galley, width);
	const int *far = find_far(a, &s), *least = find_least(a, &s, far);
	for (int from = 0; from < s.last; from++) {
		const Way *way = &s.ways[from][0];
		int left = way->before == UNREACHED ? 0 : least[0] - way->cost.lines - 1;
		for (int to = far[from]; to > from && to >= far[from] - REACH; to--) {
			if (least[to] > left && least[0] > 0)
				break;
			try_line(&s, from, to);
		}
	}
	return chosen_places(a, &s, count);
}

/* text-wrap="first-fit": each line as far as it goes. */
static int *fill_up(Galley *galley, Len width, int *count)
{
	Search s = {.weigher = {galley, width, WRAP_FIRST_FIT}, .last = galley->end_count};
	int *chosen = ARENA_ARRAY(galley->arena, s.last, int);
	*count = 0;
	for (int from = 0; from < s.last; from = chosen[(*count)++])
		chosen[*count] = farthest(&s, from, 0);
	return chosen;
}

static int *choose_places(Galley *galley, Len width, int *count)
{
	if (galley->end_count == 0)
		return NULL;
	if (galley->words->style->wrap == WRAP_FIRST_FIT)
		return fill_up(galley, width, count);
	if (width_of_line(galley, 0, galley->end_count) > width)
		return weigh_all(galley, width, count);
	int *chosen = ARENA_NEW(galley->arena, int);
	*chosen = galley->end_count;
	*count = 1;
	return chosen;
}

static Broken galley_break(Galley *galley, Len width)
{
	int count = 0;
	const int *chosen = choose_places(galley, width, &count);
	Broken broken = {.width = width, .count = count > 0 ? count : 1};
	Line *made = ARENA_ARRAY(galley->arena, broken.count, Line);
	for (int i = 0; i < count; i++) {
		made[i] = line_make(galley, i > 0 ? chosen[i - 1] : 0, chosen[i], width);
		broken.widest = len_max(broken.widest, made[i].width);
	}
	broken.lines = made;
	return broken;
}

static const Broken *broken_for(Galley *galley, Len width)
{
	for (int i = 0; i < galley->broken.count; i++) {
		const Broken *before = list_at(&galley->broken, i);
		if (before->width == width)
			return before;
	}
	Broken *broken = list_add(&galley->broken);
	*broken = galley_break(galley, width);
	return broken;
}

Lines para_break(const Para *para, Len width)
{
	const Broken *broken = broken_for(para->galley, width);
	int64_t height = (int64_t)broken->count * para->leading;
	return (Lines){
	    .lines = broken->lines,
	    .count = broken->count,
	    .width = broken->widest,
	    .leading = para->leading,
	    .baseline = para->baseline,
	    .height = (Len)(height < LEN_MAX ? height : LEN_MAX),
	};
}
