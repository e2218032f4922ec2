/* SPDX-License-Identifier: MIT */
#include "read/xml.h"

#include "base/character.h"
#include "base/list.h"
#include "base/str.h"
#include "read/place.h"
#include "read/xml_bytes.h"
#include "read/xml_cursor.h"
#include "read/xml_trouble.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* A node in the making: its children are still being added. */
typedef struct Growing {
	Node node;
	struct Growing *up;
	Node *last;
	bool self_closing;
} Growing;

typedef struct Reading {
	Arena *a;
	Diags *diags;
	xmlParserCtxtPtr parser;
	const char *file;
	const char *guest; /* namespace of attributes that may stand on any element; NULL: none */
	Bytes bytes;
	Cursor cursor;
	Growing *open;
	Node *root;
	int depth;
	int parts;   /* elements and attributes so far */
	StrBuf text; /* of the text node that is being read */
	Place text_place;
	const char
	    *text_end; /* where its bytes end in the file: what follows there belongs to it */
	bool over;
	int troubles;
} Reading;

/* Who made so many faults of form has another problem; and each is looked up from the beginning. */
enum { TROUBLES_MOST = 50 };

static const char xml_space[] = "http://www.w3.org/XML/1998/namespace";

/* What the parser lent is gone afterwards. */
static void give_up(Reading *r)
{
	r->over = true;
	xmlStopParser(r->parser);
}

static void child_add(Growing *parent, Node *child)
{
	child->parent = &parent->node;
	if (parent->last)
		parent->last->next = child;
	else
		parent->node.first = child;
	parent->last = child;
}

/* Of a few bytes a file can make a tree of many times as many. */
static void parts_count(Reading *r, const Node *node, int parts)
{
	r->parts += parts;
	if (r->parts <= XML_PARTS || r->over)
		return;
	diag_error(r->diags, node->place, DIAG_FORM,
		   "this file has more than %d elements, attributes and pieces of text", XML_PARTS);
	give_up(r);
}

static void depth_count(Reading *r, const Node *node)
{
	if (++r->depth <= XML_DEPTH || r->over)
		return;
	diag_error(r->diags, node->place, DIAG_FORM,
		   "elements stand inside each other more than %d deep", XML_DEPTH);
	give_up(r);
}

/* What is put there so nobody can know who copies or hears it (ISO 19005-3, 6.2.11.7). */
static void characters_check(Reading *r, const char *text, Place place)
{
	const char *bad = character_find_fault(text), *behind = bad;
	if (bad == NULL)
		return;
	uint32_t code = str_next(&behind);
	place = place_after(place, text, bad);
	switch (character_fault(code)) {
	case CHARACTER_PRIVATE:
		diag_error(r->diags, place, DIAG_FORM,
			   "what the character U+%04X means nobody can know: it is of private use",
			   (unsigned)code);
		diag_hint(r->diags, "write the character that it stands for; a sign of your own is "
				    "an <icon>");
		break;
	case CHARACTER_MARK:
		diag_error(r->diags, place, DIAG_FORM,
			   "there is a byte order mark (U+FEFF) inside the text");
		diag_hint(r->diags, "take it out, though it cannot be seen: it comes from putting "
				    "files together");
		break;
	default:
		diag_error(r->diags, place, DIAG_FORM, "U+%04X is no character", (unsigned)code);
		diag_hint(r->diags, "take it out, or write the character that was meant");
	}
}

static void text_end(Reading *r)
{
	if (r->text.length > 0 && r->open && !r->over) {
		Node *node = ARENA_NEW(r->a, Node);
		node->kind = NODE_TEXT;
		node->text = r->text.text;
		node->place = r->text_place;
		child_add(r->open, node);
		characters_check(r, node->text, node->place);
		parts_count(r, node, 1);
	}
	r->text = (StrBuf){.arena = r->a};
	r->text_end = NULL;
}

/* Without a document type the parser leaves one trace of references in attribute values: an
 * ampersand comes as "&#38;". */
static char *value_copy(Arena *a, const char *from, size_t length)
{
	char *value = str_copy_n(a, from, length);
	char *to = value;
	for (const char *s = value; *s; s++) {
		*to++ = *s;
		if (*s == '&' && strncmp(s, "&#38;", 5) == 0)
			s += 4;
	}
	*to = '\0';
	return value;
}

/* One attribute as the parser gives it. */
typedef struct Given {
	const xmlChar *name, *prefix, *space, *value, *end;
} Given;

static void attr_take(Reading *r, const Given *given, Attr *attr)
{
	attr->place = cursor_place(&r->cursor);
	cursor_over_name(&r->cursor);
	attr->value_place = cursor_over_value(&r->cursor);
	attr->value =
	    value_copy(r->a, (const char *)given->value, (size_t)(given->end - given->value));
	characters_check(r, attr->value, attr->value_place);
	const char *name = (const char *)given->name;
	if (given->space == NULL) {
		attr->name = str_copy(r->a, name);
		return;
	}
	if (str_equal((const char *)given->space, r->guest)) {
		attr->name = str_format(r->a, "m:%s", name);
		return;
	}
	attr->name = str_format(r->a, "%s:%s", (const char *)given->prefix, name);
	if (strcmp((const char *)given->space, xml_space) == 0)
		return;
	diag_error(r->diags, attr->place, DIAG_FORM,
		   "the attribute \"%s\" is of another language and cannot be used here",
		   attr->name);
	diag_hint(r->diags, "take it out; of attributes with a prefix only xml:lang is known");
}

static bool sees_declaration(const Cursor *c)
{
	return cursor_sees(c, "xmlns=") || cursor_sees(c, "xmlns:") || cursor_sees(c, "xmlns ");
}

static void attrs_take(Reading *r, Node *node, const Given *given)
{
	Attr *attrs = ARENA_ARRAY(r->a, node->attr_count, Attr);
	cursor_skip_space(&r->cursor);
	for (int i = 0; i < node->attr_count;) {
		if (r->cursor.at >= r->cursor.end || *r->cursor.at == '>')
			die("the cursor lost the parser in %s", r->file);
		if (sees_declaration(&r->cursor)) {
			cursor_over_name(&r->cursor);
			cursor_over_value(&r->cursor);
		} else {
			attr_take(r, &given[i], &attrs[i]);
			i++;
		}
	}
	node->attrs = attrs;
}

static void tag_end(Reading *r, Growing *growing)
{
	while (!cursor_sees(&r->cursor, ">") && !cursor_sees(&r->cursor, "/>")) {
		cursor_over_name(&r->cursor);
		cursor_over_value(&r->cursor);
		/* The parser tells of a tag before it sees that the file ends inside of it. */
		if (r->cursor.at >= r->cursor.end)
			return;
	}
	growing->self_closing = *r->cursor.at == '/';
	cursor_step(&r->cursor, growing->self_closing ? 2 : 1);
}

static void on_start(void *who, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
		     int spaces, const xmlChar **declared, int count, int defaulted,
		     const xmlChar **attributes)
{
	Reading *r = who;
	(void)prefix, (void)spaces, (void)declared, (void)defaulted;
	text_end(r);
	if (r->over)
		return;
	cursor_to_tag(&r->cursor);
	Growing *growing = ARENA_NEW(r->a, Growing);
	Node *node = &growing->node;
	node->kind = NODE_ELEMENT;
	node->name = str_copy(r->a, (const char *)name);
	node->space = space ? str_copy(r->a, (const char *)space) : "";
	node->place = cursor_place(&r->cursor);
	node->attr_count = count;
	cursor_step(&r->cursor, 1);
	cursor_over_name(&r->cursor);
	attrs_take(r, node, (const Given *)(const void *)attributes);
	tag_end(r, growing);
	if (r->open)
		child_add(r->open, node);
	else
		r->root = node;
	growing->up = r->open;
	r->open = growing;
	parts_count(r, node, 1 + count);
	depth_count(r, node);
}

static void on_end(void *who, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	Reading *r = who;
	(void)name, (void)prefix, (void)space;
	if (r->over || r->open == NULL)
		return;
	text_end(r);
	if (r->over)
		return;
	if (!r->open->self_closing) {
		cursor_to_tag(&r->cursor);
		while (r->cursor.at < r->cursor.end && *r->cursor.at != '>')
			cursor_step(&r->cursor, 1);
		cursor_step(&r->cursor, 1);
	}
	r->open = r->open->up;
	r->depth--;
}

static void on_text(void *who, const xmlChar *text, int length)
{
	Reading *r = who;
	if (r->over || r->open == NULL || length <= 0)
		return;
	cursor_to_text(&r->cursor);
	bool reference = !r->cursor.in_cdata && cursor_sees(&r->cursor, "&");
	if (reference || r->text_end != r->cursor.at) {
		text_end(r);
		r->text_place = cursor_place(&r->cursor);
	}
	if (r->over)
		return;
	strbuf_add_n(&r->text, (const char *)text, (size_t)length);
	if (reference) {
		cursor_over_reference(&r->cursor);
		return;
	}
	cursor_over_text(&r->cursor, (const char *)text, (size_t)length);
	r->text_end = r->cursor.at;
}

static void on_doctype(void *who, const xmlChar *name, const xmlChar *public_id,
		       const xmlChar *system_id)
{
	Reading *r = who;
	(void)name, (void)public_id, (void)system_id;
	if (r->over)
		return;
	Cursor c = r->cursor;
	cursor_to_tag(&c);
	diag_error(r->diags, cursor_place(&c), DIAG_FORM, "a document type may not stand here");
	diag_hint(r->diags,
		  "take out \"<!DOCTYPE …>\": such files can name others and grow without "
		  "end, so none is read");
	give_up(r);
}

static const char *parser_at(const Reading *r)
{
	long offset = xmlByteConsumed(r->parser);
	size_t inside = offset < 0 ? 0 : (size_t)offset;
	return (const char *)r->bytes.at + (inside < r->bytes.length ? inside : r->bytes.length);
}

static void on_error(void *who, GivenError error)
{
	Reading *r = who;
	if (r->over || error->level < XML_ERR_ERROR)
		return;
	if (error->code == XML_ERR_NO_MEMORY)
		die("out of memory");
	const char *at = parser_at(r);
	Trouble t = {.error = error,
		     .next = r->cursor,
		     .at = at,
		     .here = bytes_place(r->file, r->bytes, at),
		     .open = r->open && r->troubles == 0 ? &r->open->node : NULL,
		     .diags = r->diags};
	if (!xml_trouble(&t) || ++r->troubles == TROUBLES_MOST)
		give_up(r);
}

static xmlSAXHandler events(void)
{
	xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
			     .startElementNs = on_start,
			     .endElementNs = on_end,
			     .characters = on_text,
			     .ignorableWhitespace = on_text,
			     .internalSubset = on_doctype,
			     .serror = on_error};
	return sax;
}

static void parse(Reading *r)
{
	xmlSAXHandler sax = events();
	xmlInitParser();
	r->parser = xmlNewParserCtxt();
	if (r->parser == NULL)
		die("out of memory");
	*r->parser->sax = sax;
	r->parser->userData = r;
	/* The bytes are known to be UTF-8: the parser has nothing to guess or to convert. */
	xmlDocPtr doc =
	    xmlCtxtReadMemory(r->parser, (const char *)r->bytes.at, (int)r->bytes.length, NULL,
			      NULL, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
	xmlFreeDoc(doc);
	xmlFreeDoc(r->parser->myDoc);
	r->parser->myDoc = NULL;
	xmlFreeParserCtxt(r->parser);
}

static const Node *tree_read(Arena *a, const char *file, const char *guest, Bytes bytes,
			     Diags *diags)
{
	int before = diags_errors(diags);
	Reading r = {.a = a,
		     .diags = diags,
		     .file = file,
		     .guest = guest,
		     .bytes = bytes,
		     .text = {.arena = a}};
	r.cursor = cursor_begin(r.file, bytes.at, bytes.length);
	if (!bytes_check(r.file, bytes, diags))
		return NULL;
	parse(&r);
	if (r.root == NULL && diags_errors(diags) == before)
		diag_error(diags, (Place){file, 1, 1}, DIAG_FORM, "the file is empty");
	return diags_errors(diags) == before ? r.root : NULL;
}

const Node *xml_read(Arena *a, const Source *source, Ingredient *file, Diags *diags)
{
	Bytes bytes = file_read(a, source, XML_LIMIT, diags);
	if (bytes.at == NULL)
		return NULL;
	if (file)
		*file = (Ingredient){source->path, bytes, digest_bytes(bytes.at, bytes.length)};
	return tree_read(a, source->path, NULL, bytes, diags);
}

const Node *xml_read_mixed(Arena *a, const Source *source, const char *guest, Diags *diags)
{
	Bytes bytes = file_read(a, source, XML_LIMIT, diags);
	return bytes.at ? tree_read(a, source->path, guest, bytes, diags) : NULL;
}

const Node *xml_read_bytes(Arena *a, const char *file, Bytes bytes, Diags *diags)
{
	if (bytes.length <= XML_LIMIT)
		return tree_read(a, file, NULL, bytes, diags);
	diag_error(diags, (Place){.file = file}, DIAG_FILE,
		   "the file has %zu bytes, and at most %d are read", bytes.length, XML_LIMIT);
	return NULL;
}
