/* SPDX-License-Identifier: MIT */
#include "read/pattern.h"

#include "base/list.h"
#include "base/str.h"
#include "read/expr.h"
#include "read/pattern_atoms.h"

#include <string.h>

/*
 * The inside of an element is first laid out as a row of atoms: characters, and
 * the beginnings and ends of spans, each with its place. A brace may then hold
 * spans and a span may hold braces, and one parser sees both. The grammar of
 * what braces hold is ICU's MessageFormat, with a path where ICU has a name.
 */

enum { PATTERN_DEPTH = 32 };

typedef struct Parsing {
	Arena *a;
	const Atoms *atoms;
	int at;
	const SpanStyles *spans;
	Diags *diags;
	int depth;
	bool failed;
} Parsing;

/* What a message stands in: it ends accordingly. */
typedef struct Setting {
	bool branch; /* ends at "}"; otherwise at the end of its span or of all */
	bool plural; /* "#" is the number */
	const Node *span;
	const Style *base;
} Setting;

static Pattern *parse_message(Parsing *p, const Setting *setting);

static const char *const format_names[] = {[FORMAT_NONE] = "",
					   [FORMAT_NUMBER] = "number",
					   [FORMAT_PERCENT] = "percent",
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

static const Atom *atom(const Parsing *p)
{
	return &p->atoms->items[p->at];
}

static bool sees(const Parsing *p, uint32_t code)
{
	return atom(p)->kind == ATOM_CHAR && atom(p)->code == code;
}

/* Tells the first thing that is out of joint: what follows it cannot be understood. */
static void *refuse(Parsing *p, Place place, const char *message, const char *hint)
{
	if (!p->failed) {
		diag_error(p->diags, place, DIAG_FORM, "%s", message);
		if (hint)
			diag_hint(p->diags, "%s", hint);
	}
	p->failed = true;
	return NULL;
}

static bool is_space(const Atom *atom)
{
	return atom->kind == ATOM_CHAR && atom->code < 0x80 && str_is_space((char)atom->code);
}

static void skip_space(Parsing *p)
{
	while (is_space(atom(p)))
		p->at++;
}

/* What is wrong with the atom that stands where the inside of braces was expected. */
static void *refuse_end(Parsing *p, Place brace)
{
	if (atom(p)->kind == ATOM_END)
		return refuse(
		    p, brace, "this \"{\" is not closed",
		    "close it with \"}\", or write '{' in apostrophes for the sign itself");
	return refuse(p, atom(p)->place, "a span and a pair of braces cross here",
		      "a span begins and ends inside the same braces");
}

static void code_add(StrBuf *buf, uint32_t code)
{
	char bytes[4];
	strbuf_add_n(buf, bytes, (size_t)str_put(bytes, code));
}

/* The text up to a "," or "}" that stands outside of quotation marks and square brackets, without
 * the white space at its ends; `place` is where it begins. NULL where the braces are broken. */
static const char *take_part(Parsing *p, Place brace, Place *place)
{
	StrBuf part = {.arena = p->a};
	uint32_t quote = 0;
	int brackets = 0;
	skip_space(p);
	*place = atom(p)->place;
	for (; atom(p)->kind == ATOM_CHAR; p->at++) {
		uint32_t c = atom(p)->code;
		bool open = quote == 0 && brackets == 0;
		if (open && (c == ',' || c == '}' || c == '{'))
			break;
		if (quote == 0 && (c == '\'' || c == '"'))
			quote = c;
		else if (c == quote)
			quote = 0;
		else if (quote == 0)
			brackets += (c == '[') - (c == ']' && brackets > 0);
		code_add(&part, c);
	}
	if (atom(p)->kind != ATOM_CHAR)
		return refuse_end(p, brace);
	while (part.length > 0 && str_is_space(part.text[part.length - 1]))
		part.text[--part.length] = '\0';
	return strbuf_text(&part);
}

static bool take(Parsing *p, uint32_t code)
{
	skip_space(p);
	if (!sees(p, code))
		return false;
	p->at++;
	return true;
}

static bool is_plural_key(const char *key)
{
	static const char *const keys[] = {"zero", "one", "two", "few", "many", "other"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i], key) == 0)
			return true;
	return key[0] == '=' && key[1] != '\0' && strspn(key + 1, "0123456789") == strlen(key + 1);
}

static void check_key(Parsing *p, const Pattern *choice, const Branch *branch)
{
	if (choice->kind == PATTERN_PLURAL && !is_plural_key(branch->key)) {
		diag_error(p->diags, branch->place, DIAG_FORM, "\"%.60s\" is no case of a plural",
			   branch->key);
		diag_hint(p->diags,
			  "the cases are =1 (any number), zero, one, two, few, many, other");
	}
	for (const Branch *b = choice->branches; b && b != branch; b = b->next)
		if (strcmp(b->key, branch->key) == 0)
			diag_error(p->diags, branch->place, DIAG_FORM,
				   "the case \"%.60s\" stands here twice", branch->key);
}

static const char *take_key(Parsing *p)
{
	StrBuf key = {.arena = p->a};
	while (atom(p)->kind == ATOM_CHAR && !is_space(atom(p)) && !sees(p, '{') && !sees(p, '}'))
		code_add(&key, p->atoms->items[p->at++].code);
	return strbuf_text(&key);
}

static Branch *parse_branch(Parsing *p, const Setting *setting, bool plural, Place brace)
{
	Branch *branch = ARENA_NEW(p->a, Branch);
	branch->place = atom(p)->place;
	branch->key = take_key(p);
	skip_space(p);
	if (atom(p)->kind != ATOM_CHAR)
		return refuse_end(p, brace);
	if (branch->key[0] == '\0')
		return refuse(p, branch->place, "a case was expected here, such as \"other {…}\"",
			      NULL);
	if (!sees(p, '{'))
		return refuse(p, atom(p)->place, "\"{\" is missing here",
			      "after the case its words stand in braces: other {…}");
	Place inner = atom(p)->place;
	p->at++;
	Setting inside = {
	    .branch = true, .plural = plural || setting->plural, .base = setting->base};
	branch->text = parse_message(p, &inside);
	if (p->failed)
		return NULL;
	if (!sees(p, '}'))
		return refuse_end(p, inner);
	p->at++;
	return branch;
}

static Pattern *parse_choice(Parsing *p, Pattern *choice, const Setting *setting, Place brace)
{
	const Branch **tail = &choice->branches;
	bool other = false;
	if (!take(p, ','))
		return refuse(p, brace, "the cases are missing here",
			      "write {path, plural, =1 {…} other {…}}");
	for (skip_space(p); !sees(p, '}'); skip_space(p)) {
		Branch *branch = parse_branch(p, setting, choice->kind == PATTERN_PLURAL, brace);
		if (branch == NULL)
			return NULL;
		*tail = branch;
		tail = &branch->next;
		check_key(p, choice, branch);
		other = other || strcmp(branch->key, "other") == 0;
	}
	p->at++;
	if (!other) {
		diag_error(p->diags, brace, DIAG_FORM, "there is no case \"other\" here");
		diag_hint(p->diags, "add other {…}: what is said when no other case fits");
	}
	return choice;
}

static void tell_format(Parsing *p, const char *name, Place place)
{
	static const char *const known[] = {"number",           "percent", "ordinal", "spellout",
					    "spellout-ordinal", "date",    "list",    "names",
					    "plural",           "select",  NULL};
	const char *nearest = str_nearest(name, known);
	if (nearest)
		diag_error(p->diags, place, DIAG_FORM,
			   "there is no format \"%.60s\"; did you mean \"%s\"?", name, nearest);
	else
		diag_error(p->diags, place, DIAG_FORM, "there is no format \"%.60s\"", name);
	diag_hint(p->diags, "formats: number, percent, ordinal, spellout, spellout-ordinal, date, "
			    "list, names; choices: plural, select");
}

static bool parse_item(Parsing *p, Pattern *value, const Setting *setting)
{
	skip_space(p);
	Place brace = atom(p)->place;
	if (!take(p, '{'))
		return refuse(p, brace, "after \"list,\" the words of an item stand in braces",
			      "for example {bar, list, {{@label} {@value, percent}}}");
	Setting inside = {.branch = true, .base = setting->base};
	value->item = parse_message(p, &inside);
	if (p->failed)
		return false;
	if (!take(p, '}'))
		return refuse_end(p, brace);
	return true;
}

/* The third part of a placeholder: how the format is meant. */
static bool parse_variant(Parsing *p, Pattern *value, const Setting *setting, Place brace)
{
	if (value->format == FORMAT_LIST)
		return parse_item(p, value, setting);
	Place place;
	const char *word = take_part(p, brace, &place);
	if (word == NULL)
		return false;
	if (value->format != FORMAT_NAMES)
		return refuse(p, place, "this format takes nothing behind it",
			      "take out the last comma and what follows it");
	if (word[0] == '\0' || word[strcspn(word, " \t\r\n\"'")] != '\0')
		return refuse(p, place, "the name of a form was expected here",
			      "for example {economy, names, adjective}");
	value->variant = word;
	return true;
}

static Pattern *close_value(Parsing *p, Pattern *value, Place brace)
{
	skip_space(p);
	if (atom(p)->kind != ATOM_CHAR)
		return refuse_end(p, brace);
	if (!take(p, '}'))
		return refuse(p, atom(p)->place, "\"}\" is missing here", NULL);
	return value;
}

static Pattern *parse_formatted(Parsing *p, Pattern *value, const Setting *setting, Place brace)
{
	Place place;
	const char *name = take_part(p, brace, &place);
	if (name == NULL)
		return NULL;
	if (strcmp(name, "plural") == 0 || strcmp(name, "select") == 0) {
		value->kind = name[0] == 'p' ? PATTERN_PLURAL : PATTERN_SELECT;
		return parse_choice(p, value, setting, brace);
	}
	if (!format_find(name, &value->format)) {
		tell_format(p, name, place);
		p->failed = true;
		return NULL;
	}
	if (take(p, ',') && !parse_variant(p, value, setting, brace))
		return NULL;
	return close_value(p, value, brace);
}

static Pattern *parse_placeholder(Parsing *p, const Setting *setting)
{
	Pattern *value = ARENA_NEW(p->a, Pattern);
	Place brace = atom(p)->place, place;
	value->kind = PATTERN_VALUE;
	value->place = brace;
	p->at++;
	const char *path = take_part(p, brace, &place);
	if (path == NULL)
		return NULL;
	if (path[0] == '\0')
		return refuse(p, brace, "these braces hold no path",
			      "write a path in them, or '{' in apostrophes for the sign itself");
	if (sees(p, '{'))
		return refuse(p, atom(p)->place, "a \"{\" may not stand in a path", NULL);
	value->value = expr_read(p->a, path, place, p->diags);
	if (value->value == NULL) {
		p->failed = true;
		return NULL;
	}
	if (take(p, ','))
		return parse_formatted(p, value, setting, brace);
	return close_value(p, value, brace);
}

static Pattern *parse_span(Parsing *p, const Setting *setting)
{
	const Node *node = atom(p)->span;
	bool bold = strcmp(node->name, "b") == 0;
	const char *name = bold ? "b" : node_value(node, "style");
	const Attr *attr = node_attr(node, "style");
	Pattern *span = ARENA_NEW(p->a, Pattern);
	span->kind = PATTERN_SPAN;
	span->place = atom(p)->place;
	if (name == NULL)
		return refuse(p, span->place, "<span> lacks the attribute \"style\"",
			      "write <span style=\"…\">");
	span->style = p->spans->find(p->spans->who, setting->base, name,
				     !bold && attr ? attr->value_place : span->place, p->diags);
	p->at++;
	Setting inside = {.plural = setting->plural,
			  .span = node,
			  .base = span->style ? span->style : setting->base};
	span->inside = parse_message(p, &inside);
	if (p->failed)
		return NULL;
	if (atom(p)->kind != ATOM_CLOSE)
		return refuse(p, atom(p)->place, "this \"}\" closes nothing",
			      "write '}' in apostrophes for the sign itself");
	p->at++;
	return span;
}

/* Behind an apostrophe: does it quote, or is it one? After ICU, it quotes only before a sign. */
static bool quotes(const Parsing *p, const Setting *setting)
{
	const Atom *next = &p->atoms->items[p->at + 1];
	if (next->kind != ATOM_CHAR)
		return false;
	return next->code == '{' || next->code == '}' || (next->code == '#' && setting->plural);
}

static void take_quoted(Parsing *p, StrBuf *text)
{
	Place place = atom(p)->place;
	for (p->at++; atom(p)->kind == ATOM_CHAR; p->at++) {
		if (!sees(p, '\'')) {
			code_add(text, atom(p)->code);
			continue;
		}
		p->at++;
		if (!sees(p, '\''))
			return;
		code_add(text, '\'');
	}
	refuse(p, place, "what this apostrophe quotes has no end",
	       "close it with another apostrophe; write two for an apostrophe before a brace");
}

static Pattern *parse_text(Parsing *p, const Setting *setting)
{
	Pattern *pattern = ARENA_NEW(p->a, Pattern);
	StrBuf text = {.arena = p->a};
	pattern->kind = PATTERN_TEXT;
	pattern->place = atom(p)->place;
	while (!p->failed && atom(p)->kind == ATOM_CHAR && !sees(p, '{') && !sees(p, '}') &&
	       !(setting->plural && sees(p, '#'))) {
		if (sees(p, '\'') && quotes(p, setting)) {
			take_quoted(p, &text);
			continue;
		}
		code_add(&text, atom(p)->code);
		p->at += sees(p, '\'') && p->atoms->items[p->at + 1].kind == ATOM_CHAR &&
				 p->atoms->items[p->at + 1].code == '\''
			     ? 2
			     : 1;
	}
	pattern->text = strbuf_text(&text);
	return pattern;
}

static Pattern *parse_one(Parsing *p, const Setting *setting)
{
	if (atom(p)->kind == ATOM_OPEN)
		return parse_span(p, setting);
	if (sees(p, '{'))
		return parse_placeholder(p, setting);
	if (!setting->plural || !sees(p, '#'))
		return parse_text(p, setting);
	Pattern *hash = ARENA_NEW(p->a, Pattern);
	hash->kind = PATTERN_HASH;
	hash->place = atom(p)->place;
	p->at++;
	return hash;
}

static Pattern *parse_message(Parsing *p, const Setting *setting)
{
	Pattern *first = NULL;
	const Pattern **tail = NULL;
	if (++p->depth > PATTERN_DEPTH)
		return refuse(p, atom(p)->place, "these words are nested too deeply", NULL);
	while (!p->failed && atom(p)->kind != ATOM_END && atom(p)->kind != ATOM_CLOSE &&
	       !sees(p, '}')) {
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

static bool is_blank(const Pattern *pattern)
{
	return pattern->next == NULL && pattern->kind == PATTERN_TEXT &&
	       pattern->text[strspn(pattern->text, " \t\r\n")] == '\0';
}

static const Pattern *parse(Arena *a, const Atoms *atoms, const Style *base,
			    const SpanStyles *spans, Diags *diags)
{
	int before = diags_errors(diags);
	Parsing p = {.a = a, .atoms = atoms, .spans = spans, .diags = diags};
	Setting setting = {.base = base};
	const Pattern *pattern = parse_message(&p, &setting);
	if (!p.failed && atom(&p)->kind == ATOM_CHAR)
		refuse(&p, atom(&p)->place, "this \"}\" closes nothing",
		       "write '}' in apostrophes for the sign itself");
	if (diags_errors(diags) != before || pattern == NULL)
		return NULL;
	return is_blank(pattern) ? NULL : pattern;
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
