/* SPDX-License-Identifier: MIT */
#include "read/pattern.h"

#include "base/list.h"
#include "base/str.h"
#include "read/expr.h"
#include "read/pattern_parts.h"

#include <string.h>

/*
 * The inside of an element is first laid out as a row of atoms: characters, and
 * the beginnings and ends of spans, each with its place. A brace may then hold
 * spans and a span may hold braces, and one parser sees both. The grammar of
 * what braces hold is ICU's MessageFormat, with a path where ICU has a name.
 */

enum { PATTERN_DEPTH = 32 };

static const char *const format_names[] = {[FORMAT_NONE] = "",
					   [FORMAT_NUMBER] = "number",
					   [FORMAT_PERCENT] = "percent",
					   [FORMAT_SHARE] = "share",
					   [FORMAT_ORDINAL] = "ordinal",
					   [FORMAT_SPELLOUT] = "spellout",
					   [FORMAT_SPELLOUT_ORDINAL] = "spellout-ordinal",
					   [FORMAT_DATE] = "date",
					   [FORMAT_LIST] = "list",
					   [FORMAT_NAMES] = "names"};

bool format_find(const char *name, Format *out)
{
	for (Format f = FORMAT_NUMBER; f <= FORMAT_NAMES; f++)
		if (strcmp(format_names[f], name) == 0) {
			*out = f;
			return true;
		}
	return false;
}

const Atom *pattern_atom(const PatternParsing *p)
{
	return &p->atoms->items[p->at];
}

bool pattern_sees(const PatternParsing *p, uint32_t code)
{
	return pattern_atom(p)->kind == ATOM_CHAR && pattern_atom(p)->code == code;
}

/* Tells the first thing that is out of joint: what follows it cannot be understood. */
void *pattern_refuse(PatternParsing *p, Place place, const char *message, const char *hint)
{
	if (!p->failed) {
		diag_error(p->diags, place, DIAG_FORM, "%s", message);
		if (hint)
			diag_hint(p->diags, "%s", hint);
	}
	p->failed = true;
	return NULL;
}

void pattern_skip_space(PatternParsing *p)
{
	while (atom_is_space(pattern_atom(p)))
		p->at++;
}

/* What is wrong with the atom that stands where the inside of braces was expected. */
void *pattern_refuse_end(PatternParsing *p, Place brace)
{
	if (pattern_atom(p)->kind == ATOM_END)
		return pattern_refuse(
		    p, brace, "this \"{\" is not closed",
		    "close it with \"}\", or write '{' in apostrophes for the sign itself");
	return pattern_refuse(p, pattern_atom(p)->place, "a span and a pair of braces cross here",
			      "a span begins and ends inside the same braces");
}

/* A "{" where the pair that began at `brace` should end: the brace that is missing comes before it. */
static void *refuse_next(PatternParsing *p, Place brace)
{
	return pattern_refuse(p, brace, "this \"{\" is not closed before the next one",
			      "close it with \"}\" before the next \"{\"");
}

void pattern_code_add(StrBuf *buf, uint32_t code)
{
	char bytes[4];
	strbuf_add_n(buf, bytes, (size_t)str_put(bytes, code));
}

/* The text up to a "," or "}" that stands outside of quotation marks and square brackets, without
 * the white space at its ends; `place` is where it begins. NULL where the braces are broken. */
static const char *take_part(PatternParsing *p, Place brace, Place *place)
{
	StrBuf part = {.arena = p->a};
	uint32_t quote = 0;
	int brackets = 0;
	Place opened = {0}; /* the last quotation mark or bracket */
	pattern_skip_space(p);
	*place = pattern_atom(p)->place;
	for (; pattern_atom(p)->kind == ATOM_CHAR; p->at++) {
		uint32_t c = pattern_atom(p)->code;
		if (quote == 0 && brackets == 0 && (c == ',' || c == '}' || c == '{'))
			break;
		if (quote == 0 && (c == '\'' || c == '"' || c == '['))
			opened = pattern_atom(p)->place;
		if (quote == 0 && (c == '\'' || c == '"'))
			quote = c;
		else if (c == quote)
			quote = 0;
		else if (quote == 0)
			brackets += (c == '[') - (c == ']' && brackets > 0);
		pattern_code_add(&part, c);
	}
	if (pattern_atom(p)->kind != ATOM_CHAR && (quote || brackets))
		return pattern_refuse(
		    p, opened,
		    quote ? "this quotation mark is not closed" : "this \"[\" is not closed",
		    quote ? "write it again where the words end" : "close it with \"]\"");
	if (pattern_atom(p)->kind != ATOM_CHAR)
		return pattern_refuse_end(p, brace);
	while (part.length > 0 && str_is_space(part.text[part.length - 1]))
		part.text[--part.length] = '\0';
	return strbuf_text(&part);
}

bool pattern_take(PatternParsing *p, uint32_t code)
{
	pattern_skip_space(p);
	if (!pattern_sees(p, code))
		return false;
	p->at++;
	return true;
}

static void tell_format(PatternParsing *p, const char *name, Place place)
{
	static const char *const known[] = {"number",   "percent",          "share",  "ordinal",
					    "spellout", "spellout-ordinal", "date",   "list",
					    "names",    "plural",           "select", NULL};
	const char *nearest = str_nearest(name, known);
	diag_error(p->diags, place, DIAG_FORM, "there is no format \"%.60s\"%s", name,
		   str_guess(p->a, nearest));
	diag_hint(p->diags,
		  "formats: number, percent, share, ordinal, spellout, spellout-ordinal, date, "
		  "list, names; choices: plural, select");
}

static bool parse_item(PatternParsing *p, Pattern *value, const PatternSetting *setting)
{
	pattern_skip_space(p);
	Place brace = pattern_atom(p)->place;
	if (!pattern_take(p, '{'))
		return pattern_refuse(p, brace,
				      "after \"list,\" the words of an item stand in braces",
				      "for example {item, list, {{@label} {@figure}}}");
	PatternSetting inside = {.branch = true, .link = setting->link, .base = setting->base};
	value->item = pattern_parse_message(p, &inside);
	if (p->failed)
		return false;
	if (!pattern_take(p, '}'))
		return pattern_refuse_end(p, brace);
	return true;
}

/* A form of a name, or the gender and case of an ordinal or of a number in words. */
static bool takes_variant(Format format)
{
	return format == FORMAT_NAMES || format == FORMAT_ORDINAL || format == FORMAT_SPELLOUT ||
	       format == FORMAT_SPELLOUT_ORDINAL;
}

/* The third part of a placeholder: how the format is meant. */
static bool parse_variant(PatternParsing *p, Pattern *value, const PatternSetting *setting,
			  Place brace)
{
	if (value->format == FORMAT_LIST)
		return parse_item(p, value, setting);
	Place place;
	const char *word = take_part(p, brace, &place);
	if (word == NULL)
		return false;
	if (word[0] == '\0' && pattern_sees(p, '{'))
		return refuse_next(p, brace);
	if (!takes_variant(value->format))
		return pattern_refuse(p, place, "this format takes nothing behind it",
				      "take out the last comma and what follows it");
	if (word[0] == '\0' || word[strcspn(word, " \t\r\n\"'")] != '\0')
		return pattern_refuse(p, place, "the name of a form was expected here",
				      value->format == FORMAT_NAMES
					  ? "for example {country, names, adjective}"
					  : "for example {rank, ordinal, feminine}");
	value->variant = word;
	return true;
}

static Pattern *close_value(PatternParsing *p, Pattern *value, Place brace)
{
	pattern_skip_space(p);
	if (pattern_atom(p)->kind != ATOM_CHAR)
		return pattern_refuse_end(p, brace);
	if (pattern_sees(p, '{'))
		return refuse_next(p, brace);
	if (!pattern_take(p, '}'))
		return pattern_refuse(p, pattern_atom(p)->place, "\"}\" is missing here", NULL);
	return value;
}

static Pattern *parse_formatted(PatternParsing *p, Pattern *value, const PatternSetting *setting,
				Place brace)
{
	Place place;
	const char *name = take_part(p, brace, &place);
	if (name == NULL)
		return NULL;
	if (name[0] == '\0' && pattern_sees(p, '{'))
		return refuse_next(p, brace);
	if (strcmp(name, "plural") == 0 || strcmp(name, "select") == 0) {
		value->kind = name[0] == 'p' ? PATTERN_PLURAL : PATTERN_SELECT;
		return pattern_parse_choice(p, value, setting, brace);
	}
	if (!format_find(name, &value->format)) {
		tell_format(p, name, place);
		p->failed = true;
		return NULL;
	}
	if (pattern_take(p, ',') && !parse_variant(p, value, setting, brace))
		return NULL;
	return close_value(p, value, brace);
}

static Pattern *parse_placeholder(PatternParsing *p, const PatternSetting *setting)
{
	Pattern *value = ARENA_NEW(p->a, Pattern);
	Place brace = pattern_atom(p)->place, place;
	value->kind = PATTERN_VALUE;
	value->place = brace;
	p->at++;
	const char *path = take_part(p, brace, &place);
	if (path == NULL)
		return NULL;
	if (path[0] == '\0')
		return pattern_refuse(
		    p, brace, "these braces hold no path",
		    "write a path in them, or '{' in apostrophes for the sign itself");
	if (pattern_sees(p, '{'))
		return refuse_next(p, brace);
	value->value = expr_read(p->a, path, place, p->diags);
	if (value->value == NULL) {
		p->failed = true;
		return NULL;
	}
	if (pattern_take(p, ','))
		return parse_formatted(p, value, setting, brace);
	return close_value(p, value, brace);
}

/* Behind an apostrophe: does it quote, or is it one? After ICU, it quotes only before a sign. */
static bool quotes(const PatternParsing *p, const PatternSetting *setting)
{
	const Atom *next = &p->atoms->items[p->at + 1];
	if (next->kind != ATOM_CHAR)
		return false;
	return next->code == '{' || next->code == '}' || (next->code == '#' && setting->plural);
}

static void take_quoted(PatternParsing *p, StrBuf *text)
{
	Place place = pattern_atom(p)->place;
	for (p->at++; pattern_atom(p)->kind == ATOM_CHAR; p->at++) {
		if (!pattern_sees(p, '\'')) {
			pattern_code_add(text, pattern_atom(p)->code);
			continue;
		}
		p->at++;
		if (!pattern_sees(p, '\''))
			return;
		pattern_code_add(text, '\'');
	}
	pattern_refuse(
	    p, place, "what this apostrophe quotes has no end",
	    "close it with another apostrophe; write two for an apostrophe before a brace");
}

static Pattern *parse_text(PatternParsing *p, const PatternSetting *setting)
{
	Pattern *pattern = ARENA_NEW(p->a, Pattern);
	StrBuf text = {.arena = p->a};
	pattern->kind = PATTERN_TEXT;
	pattern->place = pattern_atom(p)->place;
	while (!p->failed && pattern_atom(p)->kind == ATOM_CHAR && !pattern_sees(p, '{') &&
	       !pattern_sees(p, '}') && !(setting->plural && pattern_sees(p, '#'))) {
		if (pattern_sees(p, '\'') && quotes(p, setting)) {
			take_quoted(p, &text);
			continue;
		}
		pattern_code_add(&text, pattern_atom(p)->code);
		p->at += pattern_sees(p, '\'') && p->atoms->items[p->at + 1].kind == ATOM_CHAR &&
				 p->atoms->items[p->at + 1].code == '\''
			     ? 2
			     : 1;
	}
	pattern->text = strbuf_text(&text);
	return pattern;
}

static Pattern *parse_one(PatternParsing *p, const PatternSetting *setting)
{
	if (pattern_atom(p)->kind == ATOM_OPEN)
		return pattern_parse_span(p, setting);
	if (pattern_sees(p, '{'))
		return parse_placeholder(p, setting);
	if (!setting->plural || !pattern_sees(p, '#'))
		return parse_text(p, setting);
	Pattern *hash = ARENA_NEW(p->a, Pattern);
	hash->kind = PATTERN_HASH;
	hash->place = pattern_atom(p)->place;
	p->at++;
	return hash;
}

Pattern *pattern_parse_message(PatternParsing *p, const PatternSetting *setting)
{
	Pattern *first = NULL;
	const Pattern **tail = NULL;
	if (++p->depth > PATTERN_DEPTH)
		return pattern_refuse(p, pattern_atom(p)->place,
				      "these words are nested too deeply", NULL);
	while (!p->failed && pattern_atom(p)->kind != ATOM_END &&
	       pattern_atom(p)->kind != ATOM_CLOSE && !pattern_sees(p, '}')) {
		Pattern *one = parse_one(p, setting);
		if (one == NULL)
			break;
		if (tail)
			*tail = one;
		else
			first = one;
		tail = &one->next;
	}
	p->depth--;
	return p->failed ? NULL : first;
}

bool pattern_is_blank(const Pattern *pattern)
{
	return pattern->next == NULL && pattern->kind == PATTERN_TEXT &&
	       pattern->text[strspn(pattern->text, " \t\r\n")] == '\0';
}

static const Pattern *parse(Arena *a, const Atoms *atoms, const Style *base,
			    const SpanStyles *spans, Diags *diags)
{
	int before = diags_errors(diags);
	PatternParsing p = {.a = a, .atoms = atoms, .spans = spans, .diags = diags};
	PatternSetting setting = {.base = base};
	const Pattern *pattern = pattern_parse_message(&p, &setting);
	if (!p.failed && pattern_atom(&p)->kind == ATOM_CHAR)
		pattern_refuse(&p, pattern_atom(&p)->place, "this \"}\" closes nothing",
			       "write '}' in apostrophes for the sign itself");
	if (diags_errors(diags) != before || pattern == NULL)
		return NULL;
	return pattern_is_blank(pattern) ? NULL : pattern;
}

const Pattern *pattern_read(Arena *a, const Node *element, const Style *base,
			    const SpanStyles *spans, Diags *diags)
{
	Atoms atoms;
	if (!atoms_of_element(a, element, spans != NULL, &atoms, diags))
		return NULL;
	return parse(a, &atoms, base, spans, diags);
}

const Pattern *pattern_read_text(Arena *a, const char *text, Place place, Diags *diags)
{
	Atoms atoms = atoms_of_text(a, text, place);
	return parse(a, &atoms, NULL, NULL, diags);
}

const Pattern *pattern_of_value(Arena *a, const Expr *value, Format format)
{
	if (value == NULL)
		return NULL;
	Pattern *pattern = ARENA_NEW(a, Pattern);
	pattern->kind = PATTERN_VALUE;
	pattern->place = value->place;
	pattern->value = value;
	pattern->format = format;
	return pattern;
}
