/* SPDX-License-Identifier: MIT */
#include "text/hyphen_select.h"

#include "base/list.h"

#include <ctype.h>
#include <string.h>

/* libhyphen has two levels of patterns at the most: where compounds are joined, and inside of their parts. */
enum { BYTES = 256, PAIRS = BYTES * BYTES, LEVELS = 2 };

#define LEVEL_NEXT "NEXTLEVEL"

typedef struct Line {
	const char *at;
	int length;
	int level; /* patterns of one level know nothing of the other's */
	bool
	    always; /* no pattern: the letters' encoding, what a word keeps together, a second level */
} Line;

/* Patterns by their first two bytes, digits left out: those of a pair stand together. Of a pattern of one
 * byte the second is 0. */
struct HyphenIndex {
	const Line *lines;
	int line_count, pattern_count;
	const int *by_pair;    /* numbers of lines */
	int begins[PAIRS + 1]; /* where in these a pair begins */
};

struct HyphenChoice {
	const HyphenIndex *index;
	Arena *arena;
	bool *chosen; /* one a line */
};

/* Words of the file's own, as libhyphen knows them. */
static bool is_pattern(const char *line, int length)
{
	static const char *const words[] = {
	    "LEFTHYPHENMIN",          "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN",
	    "COMPOUNDRIGHTHYPHENMIN", "NOHYPHEN",       "NEXTLEVEL"};
	if (length == 0 || *line == '%' || *line == '#')
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(line, words[i], strlen(words[i])) == 0)
			return false;
	return true;
}

/* The next byte of a pattern that is no digit, at *at or behind; 0 at its end, which "/" is, too. */
static unsigned char letter_next(const Line *line, int *at)
{
	while (*at < line->length && isdigit((unsigned char)line->at[*at]))
		++*at;
	return *at < line->length && line->at[*at] != '/' ? (unsigned char)line->at[(*at)++] : 0;
}

static int pair_of(const Line *line)
{
	int at = 0;
	int first = letter_next(line, &at);
	return first * BYTES + (first ? letter_next(line, &at) : 0);
}

static List lines_of(Arena *a, Bytes file)
{
	List lines = list_new(a, sizeof(Line));
	const char *at = (const char *)file.at, *end = at + file.length;
	int level = 0;
	while (at < end) {
		const char *behind = memchr(at, '\n', (size_t)(end - at));
		behind = behind ? behind : end;
		int length = (int)(behind - at);
		while (length > 0 && isspace((unsigned char)at[length - 1]))
			length--;
		bool always = lines.count == 0 || !is_pattern(at, length);
		if (always && strncmp(at, LEVEL_NEXT, sizeof LEVEL_NEXT - 1) == 0)
			level = LEVELS - 1;
		*(Line *)list_add(&lines) = (Line){at, length, level, always};
		at = behind + 1;
	}
	return lines;
}

HyphenIndex *hyphen_index(Arena *a, Bytes file)
{
	HyphenIndex *index = ARENA_NEW(a, HyphenIndex);
	List lines = lines_of(a, file);
	const Line *all = lines.items;
	int *by_pair = ARENA_ARRAY(a, lines.count, int);
	int *begins = index->begins;
	for (int i = 0; i < lines.count; i++)
		if (!all[i].always)
			begins[pair_of(&all[i]) + 1]++;
	for (int pair = 0; pair < PAIRS; pair++)
		begins[pair + 1] += begins[pair];
	index->pattern_count = begins[PAIRS];
	/* Filled from behind, each pair's beginning moves to where it belongs. */
	for (int i = 0; i < PAIRS; i++)
		begins[i] = begins[i + 1];
	for (int i = lines.count - 1; i >= 0; i--)
		if (!all[i].always)
			by_pair[--begins[pair_of(&all[i])]] = i;
	index->lines = all;
	index->line_count = lines.count;
	index->by_pair = by_pair;
	return index;
}

int hyphen_index_count(const HyphenIndex *index)
{
	return index->pattern_count;
}

HyphenChoice *hyphen_choice(Arena *a, const HyphenIndex *index)
{
	HyphenChoice *choice = ARENA_NEW(a, HyphenChoice);
	*choice = (HyphenChoice){index, a, ARENA_ARRAY(a, index->line_count, bool)};
	return choice;
}

/* How many bytes of `rest` a pattern begins with; *whole when these are all of it. A part of a compound is looked at as a
 * word of its own, so the point that ends a pattern may stand for any end. */
static int bytes_shared(const Line *line, const char *rest, bool *whole)
{
	int at = 0, shared = 0;
	unsigned char letter;
	while ((letter = letter_next(line, &at)) != 0 && letter == (unsigned char)rest[shared])
		shared++;
	*whole = letter == 0 || (letter == '.' && shared > 0);
	return shared;
}

/* Of the patterns of a pair all that `rest` begins with, and of the others the one of each level that goes along with
 * it farthest. Sets in `met` of which levels there was any. */
static void pair_choose(HyphenChoice *choice, int pair, const char *rest, bool *met)
{
	const HyphenIndex *index = choice->index;
	int farthest[LEVELS] = {0}, most[LEVELS] = {0};
	for (int i = index->begins[pair]; i < index->begins[pair + 1]; i++) {
		bool whole;
		int number = index->by_pair[i], level = index->lines[number].level;
		int shared = bytes_shared(&index->lines[number], rest, &whole);
		choice->chosen[number] |= whole;
		if (shared > most[level]) {
			most[level] = shared;
			farthest[level] = number;
		}
	}
	for (int level = 0; level < LEVELS; level++)
		if (most[level] > 0)
			choice->chosen[farthest[level]] = met[level] = true;
}

/* That anything begins with a byte counts, too. */
static void byte_choose(HyphenChoice *choice, int first, bool *met)
{
	const HyphenIndex *index = choice->index;
	for (int i = index->begins[first]; i < index->begins[first + BYTES]; i++) {
		int number = index->by_pair[i], level = index->lines[number].level;
		if (!met[level])
			choice->chosen[number] = met[level] = true;
		if (met[0] && met[LEVELS - 1])
			break;
	}
}

static void rest_choose(HyphenChoice *choice, const char *rest)
{
	int first = (unsigned char)rest[0] * BYTES, second = (unsigned char)rest[1];
	bool met[LEVELS] = {false};
	pair_choose(choice, first, rest, met);
	if (second)
		pair_choose(choice, first + second, rest, met);
	pair_choose(choice, first + '.', rest, met);
	byte_choose(choice, first, met);
}

/* From each letter on, which may be the first of a part. */
void hyphen_choose(HyphenChoice *choice, const char *word, int length)
{
	const char *rest = str_copy_n(choice->arena, word, (size_t)length);
	for (; *rest; rest++) {
		rest_choose(choice, rest);
		rest_choose(choice, str_format(choice->arena, ".%s", rest));
	}
	rest_choose(choice, ".");
}

void hyphen_choice_write(StrBuf *to, const HyphenChoice *choice)
{
	const HyphenIndex *index = choice->index;
	for (int i = 0; i < index->line_count; i++) {
		if (!choice->chosen[i] && !index->lines[i].always)
			continue;
		strbuf_add_n(to, index->lines[i].at, (size_t)index->lines[i].length);
		strbuf_add(to, "\n");
	}
}
