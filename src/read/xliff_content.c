/* SPDX-License-Identifier: MIT */
/* Inline codes of XLIFF 2.1, clause 4.3: <ph>, <pc>, <sc> and <ec>, <mrk>, <sm> and <em>, <cp>. */
#include "base/str.h"
#include "read/xliff_parts.h"

#include <string.h>

typedef struct Gathering {
	Arena *a;
	const Node *unit;
	Diags *diags;
	List parts; /* of Part */
	List open;  /* of const Node *: <sc> that wait for their <ec> */
	bool whole;
} Gathering;

static void part_put(Gathering *g, PartKind kind, const char *text, Place place)
{
	*(Part *)list_add(&g->parts) = (Part){kind, text, place, NULL};
}

static const Node *data_find(const Gathering *g, const char *id)
{
	const Node *data = node_child(node_child(g->unit, "originalData"), "data");
	while (data && !str_equal(node_value(data, "id"), id))
		data = node_next(data, "data");
	return data;
}

/* The code with that id in any <source> of the unit: a tool may leave data out where it copies one. */
static const Node *code_find(const Node *node, const char *name, const char *id)
{
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_ELEMENT || str_equal(child->name, "target"))
			continue;
		if (str_equal(child->name, name) && str_equal(node_value(child, "id"), id))
			return child;
		const Node *inside = code_find(child, name, id);
		if (inside)
			return inside;
	}
	return NULL;
}

/* What a code stands for; NULL, and told, when it does not say so. */
static const char *code_text(Gathering *g, const Node *code, const char *ref)
{
	const char *id = node_value(code, "id"), *data = node_value(code, ref);
	const Node *source = data || !id ? NULL : code_find(g->unit, code->name, id);
	if (source)
		data = node_value(source, ref);
	const Node *found = data ? data_find(g, data) : NULL;
	if (found)
		return str_fold(g->a, node_text(g->a, found));
	diag_error(g->diags, code->place, DIAG_FORM, "this <%s> does not say what it stands for",
		   code->name);
	diag_hint(g->diags, "its %s names a <data> of the unit", ref);
	g->whole = false;
	return NULL;
}

static void content_gather(Gathering *g, const Node *node);

/* "</b>" for "<b>" and for "<span style=\"light\">". */
static const char *close_text(Arena *a, const char *open)
{
	size_t length = strcspn(open + (*open == '<'), " >/");
	return str_format(a, "</%.*s>", (int)length, open + (*open == '<'));
}

static void span_gather(Gathering *g, const Node *pc)
{
	const char *open = code_text(g, pc, "dataRefStart");
	if (open)
		part_put(g, PART_OPEN, open, pc->place);
	content_gather(g, pc);
	if (open)
		part_put(g, PART_CLOSE, close_text(g->a, open), pc->place);
}

static void tell_unbalanced(Gathering *g, const Node *half, const char *what)
{
	g->whole = false;
	diag_error(g->diags, half->place, DIAG_FORM, "%s", what);
	diag_hint(g->diags, "codes come in pairs and inside each other, as tags do");
}

/* The half that begins a span. */
static void start_gather(Gathering *g, const Node *sc)
{
	const char *open = code_text(g, sc, "dataRef");
	if (!open)
		return;
	part_put(g, PART_OPEN, open, sc->place);
	*(const Node **)list_add(&g->open) = sc;
}

static void end_gather(Gathering *g, const Node *ec)
{
	const Node *sc =
	    g->open.count ? *(const Node **)list_at(&g->open, g->open.count - 1) : NULL;
	const char *wanted = node_value(ec, "startRef");
	if (!sc || !str_equal(wanted, node_value(sc, "id"))) {
		tell_unbalanced(g, ec, "this <ec> ends no <sc> that is open here");
		return;
	}
	const char *open = code_text(g, sc, "dataRef");
	g->open.count--;
	if (open)
		part_put(g, PART_CLOSE, close_text(g->a, open), ec->place);
}

static void element_gather(Gathering *g, const Node *node)
{
	if (!str_equal(node->space, XLIFF_SPACE))
		return;
	if (str_equal(node->name, "ph")) {
		const char *text = code_text(g, node, "dataRef");
		if (text)
			part_put(g, PART_VALUE, text, node->place);
	} else if (str_equal(node->name, "pc")) {
		span_gather(g, node);
	} else if (str_equal(node->name, "sc")) {
		start_gather(g, node);
	} else if (str_equal(node->name, "ec")) {
		end_gather(g, node);
	} else if (str_equal(node->name, "mrk")) {
		content_gather(g, node);
	} else if (str_equal(node->name, "cp")) {
		g->whole = false;
		diag_error(g->diags, node->place, DIAG_FORM,
			   "this is a control character, which nothing can be set in");
	}
}

static void content_gather(Gathering *g, const Node *node)
{
	for (const Node *child = node->first; child; child = child->next)
		if (child->kind == NODE_TEXT)
			part_put(g, PART_TEXT, child->text, child->place);
		else
			element_gather(g, child);
}

/* White space is one space wherever it stands; none at the ends of the whole. */
static const char *text_folded(Arena *a, const char *text, bool first, bool last)
{
	StrBuf out = {.arena = a};
	bool space = false;
	for (const char *s = text; *s; s++) {
		if (str_is_space(*s)) {
			space = true;
			continue;
		}
		if (space && !(first && out.length == 0))
			strbuf_add(&out, " ");
		space = false;
		strbuf_add_n(&out, s, 1);
	}
	if (space && !last && !(first && out.length == 0))
		strbuf_add(&out, " ");
	return strbuf_text(&out);
}

/* Texts side by side are one, as they are for whoever reads them. */
static List joined(Arena *a, const List *parts)
{
	List out = list_new(a, sizeof(Part));
	for (int i = 0; i < parts->count; i++) {
		const Part *part = list_at(parts, i);
		Part *last = out.count ? list_at(&out, out.count - 1) : NULL;
		if (last && last->kind == PART_TEXT && part->kind == PART_TEXT)
			last->text = str_format(a, "%s%s", last->text, part->text);
		else
			*(Part *)list_add(&out) = *part;
	}
	return out;
}

static Content folded(Arena *a, const List *parts, bool whole)
{
	List all = joined(a, parts), kept = list_new(a, sizeof(Part));
	for (int i = 0; i < all.count; i++) {
		Part part = *(const Part *)list_at(&all, i);
		if (part.kind == PART_TEXT)
			part.text = text_folded(a, part.text, kept.count == 0, i + 1 == all.count);
		if (*part.text)
			*(Part *)list_add(&kept) = part;
	}
	return (Content){kept.items, kept.count, whole};
}

Content xliff_content(Arena *a, const Node *unit, const char *name, Diags *diags)
{
	Gathering g = {
	    a, unit, diags, list_new(a, sizeof(Part)), list_new(a, sizeof(const Node *)), true};
	for (const Node *segment = unit->first; segment; segment = segment->next) {
		bool holds =
		    segment->kind == NODE_ELEMENT &&
		    (str_equal(segment->name, "segment") || str_equal(segment->name, "ignorable"));
		const Node *content = holds ? node_child(segment, name) : NULL;
		/* What lies between segments is the same in all languages unless it says otherwise. */
		if (holds && !content && str_equal(segment->name, "ignorable"))
			content = node_child(segment, "source");
		if (content)
			content_gather(&g, content);
	}
	if (g.open.count > 0)
		tell_unbalanced(&g, *(const Node **)list_at(&g.open, 0), "this <sc> has no <ec>");
	return folded(a, &g.parts, g.whole);
}
