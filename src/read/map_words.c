/* SPDX-License-Identifier: MIT */
#include "read/map_parts.h"

#include "base/str.h"
#include "read/cell.h"
#include "read/place.h"

#include <stdlib.h>
#include <string.h>

/* A stretch of an attribute or a text that is looked at word by word. */
typedef struct Scan {
	Mapping *m;
	const char *text; /* its beginning, at `place` */
	Place place;
	const char *at, *end;
	bool failed;
} Scan;

static void refuse(Scan *s, const char *at, const char *message, const char *hint)
{
	if (!s->failed)
		diag_error(s->m->diags, place_after(s->place, s->text, at), DIAG_FORM, "%s",
			   message);
	if (!s->failed && hint)
		diag_hint(s->m->diags, "%s", hint);
	s->failed = true;
}

static void skip_space(Scan *s)
{
	while (s->at < s->end && str_is_space(*s->at))
		s->at++;
}

/* A name as it is written: bare, or between apostrophes. */
typedef struct Operand {
	const char *name; /* "": there was none */
	bool quoted;
	const char *at;
} Operand;

/* What stands between the apostrophes at s->at; two of them are one. */
static const char *quoted_take(Scan *s)
{
	StrBuf name = {.arena = s->m->a};
	const char *from = s->at++;
	for (; s->at < s->end; s->at++) {
		if (*s->at == '\'' && (s->at + 1 == s->end || s->at[1] != '\'')) {
			s->at++;
			return strbuf_text(&name);
		}
		strbuf_add_n(&name, s->at, 1);
		s->at += *s->at == '\'';
	}
	refuse(s, from, "this apostrophe is not closed",
	       "write it again where the name ends; an apostrophe inside is written twice");
	return "";
}

static bool is_keyword(const char *word, size_t length)
{
	static const char *const keywords[] = {"or", "and", "not"};
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
		if (strlen(keywords[i]) == length && strncmp(keywords[i], word, length) == 0)
			return true;
	return false;
}

/* Up to one of the signs in `stops`; in a condition also up to a word of its own. */
static const char *bare_take(Scan *s, const char *stops, bool condition)
{
	StrBuf name = {.arena = s->m->a};
	for (skip_space(s); s->at < s->end && !strchr(stops, *s->at); skip_space(s)) {
		const char *from = s->at;
		while (s->at < s->end && !str_is_space(*s->at) && !strchr(stops, *s->at))
			s->at++;
		if (condition && is_keyword(from, (size_t)(s->at - from))) {
			s->at = from;
			break;
		}
		strbuf_format(&name, "%s%.*s", name.length ? " " : "", (int)(s->at - from), from);
	}
	return strbuf_text(&name);
}

static Operand operand_take(Scan *s, const char *stops, bool condition)
{
	skip_space(s);
	Operand operand = {.at = s->at, .quoted = s->at < s->end && *s->at == '\''};
	operand.name = operand.quoted ? quoted_take(s) : bare_take(s, stops, condition);
	skip_space(s);
	return operand;
}

static int column_named(Scan *s, const Operand *operand)
{
	List *columns = &s->m->columns;
	for (int i = 0; i < columns->count; i++)
		if (str_equal(((MapColumn *)list_at(columns, i))->name, operand->name))
			return i;
	*(MapColumn *)list_add(columns) =
	    (MapColumn){operand->name, place_after(s->place, s->text, operand->at)};
	return columns->count - 1;
}

static CellRef part_of(Scan *s, const Operand *operand)
{
	enum { PARTS_MOST = 100 };
	MapList *each = s->m->each;
	int number = strlen(operand->name) < 4 ? atoi(operand->name) : PARTS_MOST + 1;
	if (number < 1 || number > PARTS_MOST)
		refuse(s, operand->at, "there is no such part of an item",
		       "parts are counted from 1 to 100; the name of a column that is a number is "
		       "written in apostrophes: {'2024'}");
	if (number > each->parts_most)
		each->parts_most = number;
	return (CellRef){REF_PART, number};
}

static CellRef ref_of(Scan *s, const Operand *operand)
{
	const char *name = operand->name;
	const MapList *each = s->m->each;
	if (name[0] == '\0') {
		refuse(s, operand->at, "no column is named here", NULL);
	} else if (!operand->quoted && strcmp(name, ".") == 0) {
		if (!each)
			refuse(s, operand->at, "there is no item here",
			       "\".\" is the item of a list: its element has m:each");
		return (CellRef){REF_ITEM, 0};
	} else if (!operand->quoted && each && each->parts &&
		   name[strspn(name, "0123456789")] == '\0') {
		return part_of(s, operand);
	}
	return (CellRef){REF_COLUMN, s->failed ? 0 : column_named(s, operand)};
}

/* Conditions */

static bool word_skip(Scan *s, const char *word)
{
	size_t length = strlen(word);
	skip_space(s);
	if ((size_t)(s->end - s->at) < length || strncmp(s->at, word, length) != 0)
		return false;
	bool ends = s->at + length == s->end || str_is_space(s->at[length]) ||
		    s->at[length] == '\'' || *word == '=' || *word == '!';
	if (ends)
		s->at += length;
	return ends;
}

static void test_read(Scan *s, MapTest *test)
{
	test->negated = word_skip(s, "not");
	Operand operand = operand_take(s, "=!", true);
	test->ref = ref_of(s, &operand);
	bool differs = word_skip(s, "!=");
	if (!differs && !word_skip(s, "="))
		return;
	Operand word = operand_take(s, "=!", true);
	test->word = word.name;
	test->negated = test->negated != differs;
	if (!word.quoted && word.name[0] == '\0')
		refuse(s, word.at, "a word to compare with is missing here", NULL);
}

static const MapCondition *condition_take(Scan *s)
{
	List tests = list_new(s->m->a, sizeof(MapTest));
	bool otherwise = false;
	do {
		MapTest *test = list_add(&tests);
		test->otherwise = otherwise;
		test_read(s, test);
		otherwise = word_skip(s, "or");
	} while (!s->failed && (otherwise || word_skip(s, "and")));
	if (s->at < s->end)
		refuse(s, s->at, "\"or\" or \"and\" is expected here",
		       "a condition reads as in: rank or share and not year = 2023; names with "
		       "signs in them stand in apostrophes");
	MapCondition *condition = ARENA_NEW(s->m->a, MapCondition);
	*condition = (MapCondition){tests.items, tests.count};
	return s->failed ? NULL : condition;
}

const MapCondition *map_condition_read(Mapping *m, const char *text, Place place)
{
	Scan s = {m, text, place, text, text + strlen(text), false};
	return condition_take(&s);
}

CellRef map_column_read(Mapping *m, const char *text, Place place)
{
	Scan s = {m, text, place, text, text + strlen(text), false};
	Operand operand = operand_take(&s, "", false);
	if (s.at < s.end)
		refuse(&s, s.at, "there is more here than the name of one column", NULL);
	return ref_of(&s, &operand);
}

/* Braces */

/* The first `sign` from s->at on that stands outside of apostrophes; NULL: none. */
static const char *sign_find(const Scan *s, char sign)
{
	bool quoted = false;
	for (const char *at = s->at; at < s->end; at++) {
		quoted = quoted != (*at == '\'');
		if (!quoted && *at == sign)
			return at;
	}
	return NULL;
}

static void format_read(Scan *s, MapPiece *piece)
{
	skip_space(s);
	const char *from = s->at;
	while (s->at < s->end && !str_is_space(*s->at))
		s->at++;
	const char *name = str_copy_n(s->m->a, from, (size_t)(s->at - from));
	if (!cell_format_find(name, &piece->format)) {
		const char *nearest = str_nearest(name, cell_format_names);
		name = str_shown(s->m->a, name);
		refuse(s, from,
		       str_format(s->m->a, "there is no format \"%s\"%s", name,
				  str_guess(s->m->a, nearest)),
		       "formats are text, number, integer, percent, key and date");
		return;
	}
	skip_space(s);
	if (s->at == s->end)
		return;
	bool number = piece->format == CELL_NUMBER || piece->format == CELL_INTEGER ||
		      piece->format == CELL_PERCENT;
	const char *sample = str_copy_n(s->m->a, s->at, (size_t)(s->end - s->at));
	if (!number)
		refuse(s, s->at, "nothing is expected behind this format", NULL);
	else if (!marks_read(s->m->a, sample, &piece->marks))
		refuse(s, s->at, "this is no sample of how numbers are written", marks_hint);
}

/* The condition before "?" and the words behind it. */
static void choice_read(Scan *s, const char *question, MapPiece *piece)
{
	const char *end = s->end;
	s->end = question;
	piece->when = condition_take(s);
	s->at = question + 1;
	s->end = end;
	Operand words = operand_take(s, "", false);
	piece->words = words.name;
	if (s->at < s->end)
		refuse(s, s->at, "there is more here than one word between apostrophes", NULL);
	else if (words.name[0] == '\0')
		refuse(s, words.at, "there are no words behind \"?\"", NULL);
}

/* What the braces hold between s->at and s->end. */
static void inside_read(Scan *s, MapPiece *piece)
{
	const char *question = sign_find(s, '?');
	if (question) {
		choice_read(s, question, piece);
		return;
	}
	Operand operand = operand_take(s, ",", false);
	piece->ref = ref_of(s, &operand);
	if (s->at < s->end && *s->at != ',')
		refuse(s, s->at, "\",\" is expected here",
		       "braces hold a column and how to read it: {rank, integer}");
	else if (s->at++ < s->end)
		format_read(s, piece);
}

/* The braces at s->at, which moves behind them. */
static void brace_read(Scan *s, List *pieces)
{
	const char *open = s->at++;
	const char *close = sign_find(s, '}'), *end = s->end;
	if (!close) {
		refuse(s, open, "this \"{\" is not closed",
		       "close it with \"}\", or write '{' in apostrophes for the sign itself");
		s->at = end;
		return;
	}
	s->end = close;
	inside_read(s, list_add(pieces));
	s->end = end;
	s->at = close + 1;
}

static void words_end(StrBuf *words, List *pieces)
{
	if (words->length > 0)
		*(MapPiece *)list_add(pieces) = (MapPiece){.words = words->text};
	*words = (StrBuf){.arena = words->arena};
}

static bool sees_quoted_brace(const Scan *s)
{
	return s->end - s->at >= 3 && s->at[0] == '\'' && (s->at[1] == '{' || s->at[1] == '}') &&
	       s->at[2] == '\'';
}

MapText map_text_read(Mapping *m, const char *text, Place place)
{
	Scan s = {m, text, place, text, text + strlen(text), false};
	List pieces = list_new(m->a, sizeof(MapPiece));
	StrBuf words = {.arena = m->a};
	bool asks = false;
	while (s.at < s.end && !s.failed) {
		if (sees_quoted_brace(&s)) {
			strbuf_add_n(&words, s.at + 1, 1);
			s.at += 3;
		} else if (*s.at == '{') {
			words_end(&words, &pieces);
			brace_read(&s, &pieces);
			asks = true;
		} else if (*s.at == '}') {
			refuse(&s, s.at, "this \"}\" closes nothing",
			       "write '}' in apostrophes for the sign itself");
		} else {
			strbuf_add_n(&words, s.at++, 1);
		}
	}
	words_end(&words, &pieces);
	return (MapText){pieces.items, pieces.count, asks, place};
}
