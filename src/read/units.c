/* SPDX-License-Identifier: MIT */
/*
 * Taking words apart. Inside a text braces alternate: those of a value or a choice hold
 * selectors, each with braces around words again (ICU's MessageFormat). So words stand at an even
 * depth of braces, and what stands at an odd one is syntax.
 */
#include "read/units.h"

#include "base/list.h"
#include "base/str.h"
#include "read/pattern_atoms.h"

#include <string.h>

/* Elements that hold words; a span inside is part of them. */
static const char *const holders[] = {"title",       "p",      "h1",    "h2",        "h3",
				      "note",        "source", "item",  "short",     "caption",
				      "group-head",  "more",   "label", "from-head", "to-head",
				      "placeholder", "alt",    "text",  NULL};

/* Attributes that hold words, and what tells them from the element's own. */
static const struct {
	const char *element, *attr, *suffix;
} worded[] = {{"column", "head", ""},
	      {"column", "missing", ".missing"},
	      {"note", "mark", ".mark"},
	      {"item", "mark", ".mark"},
	      {"list", "mark", ".mark"}};

typedef struct Splitting {
	Arena *a;
	const Atom *atoms;
	int count;
	int at;
	List parts; /* of Part */
	StrBuf text;
	Place place; /* where `text` begins */
	bool space;  /* white space that is not written yet */
	int depth;   /* of braces */
	bool letters;
} Splitting;

static bool is_letter(uint32_t code)
{
	bool latin = (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
	return latin || (code >= 0xc0 && !(code >= 0x2000 && code < 0x2c00) && code != 0xd7);
}

static void code_add(StrBuf *buf, uint32_t code)
{
	char bytes[4];
	strbuf_add_n(buf, bytes, (size_t)str_put(bytes, code));
}

static void space_put(Splitting *s)
{
	if (s->space && (s->text.length > 0 || s->parts.count > 0))
		strbuf_add(&s->text, " ");
	s->space = false;
}

static void char_put(Splitting *s, const Atom *atom)
{
	if (atom_is_space(atom)) {
		s->space = true;
		return;
	}
	if (s->text.length == 0)
		s->place = atom->place;
	space_put(s);
	code_add(&s->text, atom->code);
	s->letters = s->letters || (s->depth % 2 == 0 && is_letter(atom->code));
}

static void text_end(Splitting *s)
{
	if (s->space && s->parts.count + (int)s->text.length > 0 && s->text.length == 0)
		s->place = s->atoms[s->at].place;
	space_put(s);
	if (s->text.length > 0)
		*(Part *)list_add(&s->parts) =
		    (Part){PART_TEXT, str_copy(s->a, strbuf_text(&s->text)), s->place, NULL};
	s->text = (StrBuf){.arena = s->a};
}

static void part_put(Splitting *s, PartKind kind, const char *text, const Node *span)
{
	text_end(s);
	*(Part *)list_add(&s->parts) = (Part){kind, text, s->atoms[s->at].place, span};
}

/* "<span style="light">": as a layout writes it. */
static const char *span_text(Arena *a, const Node *span)
{
	StrBuf text = {.arena = a};
	if (span->text) /* of a translation: known by its text only */
		return span->text;
	strbuf_format(&text, "<%s", span->name);
	for (int i = 0; i < span->attr_count; i++)
		strbuf_format(&text, " %s=\"%s\"", span->attrs[i].name,
			      str_fold(a, span->attrs[i].value));
	strbuf_add(&text, ">");
	return strbuf_text(&text);
}

static bool sees(const Splitting *s, int at, uint32_t code)
{
	return s->atoms[at].kind == ATOM_CHAR && s->atoms[at].code == code;
}

/* Where a quotation ends that begins at `at`, or the end of the characters. */
static int quote_end(const Splitting *s, int at)
{
	uint32_t quote = s->atoms[at].code;
	for (at++; s->atoms[at].kind == ATOM_CHAR; at++)
		if (s->atoms[at].code == quote)
			return at;
	return at - 1;
}

/* The "}" that ends the value whose "{" stands here; 0 when other braces or spans are inside it. */
static int value_end(const Splitting *s)
{
	for (int at = s->at + 1; s->atoms[at].kind == ATOM_CHAR; at++) {
		uint32_t code = s->atoms[at].code;
		if (code == '{')
			return 0;
		if (code == '}')
			return at;
		if (code == '\'' || code == '"')
			at = quote_end(s, at);
	}
	return 0;
}

static void value_put(Splitting *s, int end)
{
	StrBuf text = {.arena = s->a};
	for (int at = s->at; at <= end; at++)
		code_add(&text, s->atoms[at].code);
	part_put(s, PART_VALUE, str_fold(s->a, strbuf_text(&text)), NULL);
	s->at = end;
}

/* What stands in quotation marks is taken as it is: in words only before a sign that would else mean something. */
static bool quotes(const Splitting *s)
{
	if (s->depth % 2 == 1)
		return sees(s, s->at, '\'') || sees(s, s->at, '"');
	return sees(s, s->at, '\'') && (sees(s, s->at + 1, '{') || sees(s, s->at + 1, '}'));
}

static void char_take(Splitting *s)
{
	const Atom *atom = &s->atoms[s->at];
	if (quotes(s)) {
		for (int end = quote_end(s, s->at); s->at < end; s->at++)
			char_put(s, &s->atoms[s->at]);
		char_put(s, &s->atoms[s->at]);
		return;
	}
	int end = s->depth % 2 == 0 && atom->code == '{' ? value_end(s) : 0;
	if (end > 0) {
		value_put(s, end);
		return;
	}
	char_put(s, atom);
	s->depth += (atom->code == '{') - (atom->code == '}' && s->depth > 0);
}

static void atom_take(Splitting *s)
{
	const Atom *atom = &s->atoms[s->at];
	if (atom->kind == ATOM_CHAR)
		char_take(s);
	else if (atom->kind == ATOM_OPEN)
		part_put(s, PART_OPEN, span_text(s->a, atom->span), atom->span);
	else if (atom->kind == ATOM_CLOSE)
		part_put(s, PART_CLOSE,
			 atom->span->text ? atom->span->text
					  : str_format(s->a, "</%s>", atom->span->name),
			 NULL);
}

static void parts_find(Arena *a, const Atoms *atoms, Unit *unit)
{
	Splitting s = {.a = a,
		       .atoms = atoms->items,
		       .parts = list_new(a, sizeof(Part)),
		       .text = {.arena = a}};
	for (s.at = 0; s.at < atoms->count && s.atoms[s.at].kind != ATOM_END; s.at++)
		atom_take(&s);
	s.space = false;
	text_end(&s);
	unit->parts = s.parts.items;
	unit->count = s.parts.count;
	unit->letters = s.letters;
}

static void part_atoms(Arena *a, const Part *part, List *atoms)
{
	if (part->kind == PART_OPEN || part->kind == PART_CLOSE) {
		Node *span = ARENA_NEW(a, Node);
		*span = (Node){.kind = NODE_ELEMENT, .text = part->text, .place = part->place};
		*(Atom *)list_add(atoms) =
		    (Atom){part->kind == PART_OPEN ? ATOM_OPEN : ATOM_CLOSE, 0, span, part->place};
		return;
	}
	for (const char *s = part->text; *s;)
		*(Atom *)list_add(atoms) = (Atom){ATOM_CHAR, str_next(&s), NULL, part->place};
}

const Part *parts_anew(Arena *a, const Part *parts, int *count)
{
	List atoms = list_new(a, sizeof(Atom));
	Unit unit = {.parts = NULL};
	for (int i = 0; i < *count; i++)
		part_atoms(a, &parts[i], &atoms);
	*(Atom *)list_add(&atoms) = (Atom){.kind = ATOM_END};
	parts_find(a, &(Atoms){atoms.items, atoms.count}, &unit);
	*count = unit.count;
	return unit.parts;
}

/* Finding them */

/* Shorter words are units of their own. */
Node unit_words(Arena *a, const Node *node)
{
	Node bare = *node;
	const Node **tail = &bare.first;
	bare.first = NULL;
	for (const Node *child = node->first; child; child = child->next) {
		static const char *const inner[] = {"a", "b", "span", NULL};
		bool stays = child->kind == NODE_TEXT;
		for (int i = 0; !stays && inner[i]; i++)
			stays = str_equal(child->name, inner[i]);
		if (!stays)
			continue;
		Node *copy = ARENA_NEW(a, Node);
		*copy = *child;
		copy->next = NULL;
		*tail = copy;
		tail = &copy->next;
	}
	return bare;
}

static void unit_add(List *units, Unit unit)
{
	if (unit.count > 0)
		*(Unit *)list_add(units) = unit;
}

static void content_add(Arena *a, const Node *node, const char *id, List *units)
{
	Unit unit = {.id = id, .node = node};
	Node words = unit_words(a, node);
	Atoms atoms;
	/* Too long to be meant: told where it is read. */
	if (!atoms_of_element(a, &words, true, &atoms, diags_new(a)))
		return;
	parts_find(a, &atoms, &unit);
	unit_add(units, unit);
}

static void attrs_add(Arena *a, const Node *node, List *units)
{
	const char *id = node_value(node, "id");
	for (size_t i = 0; i < sizeof worded / sizeof *worded; i++) {
		const Attr *attr = node_attr(node, worded[i].attr);
		if (!attr || !str_equal(node->name, worded[i].element))
			continue;
		Unit unit = {.id = id ? str_format(a, "%s%s", id, worded[i].suffix) : NULL,
			     .node = node,
			     .attr = attr};
		Atoms atoms = atoms_of_text(a, attr->value, attr->value_place);
		parts_find(a, &atoms, &unit);
		unit_add(units, unit);
	}
}

static bool holds_words(const Node *node)
{
	for (int i = 0; holders[i]; i++)
		if (str_equal(holders[i], node->name))
			return true;
	return false;
}

/* A cell of a table may hold words; a column of boxes holds boxes. */
static bool is_cell(const Node *node)
{
	return str_equal(node->name, "column") && node->parent &&
	       str_equal(node->parent->name, "table");
}

static void node_look(Arena *a, const Node *node, List *units)
{
	const char *id = node_value(node, "id");
	if (holds_words(node))
		content_add(a, node, id, units);
	else if (is_cell(node))
		content_add(a, node, id ? str_format(a, "%s.cell", id) : NULL, units);
	attrs_add(a, node, units);
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			node_look(a, child, units);
}

Units units_find(Arena *a, const Node *root)
{
	List units = list_new(a, sizeof(Unit));
	node_look(a, root, &units);
	return (Units){units.items, units.count};
}

const char *parts_text(Arena *a, const Part *parts, int count)
{
	StrBuf text = {.arena = a};
	for (int i = 0; i < count; i++)
		strbuf_add(&text, parts[i].text);
	return strbuf_text(&text);
}

const char *unit_text(Arena *a, const Unit *unit)
{
	return parts_text(a, unit->parts, unit->count);
}
