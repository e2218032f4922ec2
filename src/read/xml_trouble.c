/* SPDX-License-Identifier: MIT */
#include "read/xml_trouble.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

typedef struct Wording {
	int code;
	const char *message;
	const char *hint;
} Wording;

/* The parser's codes that need no names filled in. */
static const Wording wordings[] = {
    {XML_ERR_DOCUMENT_EMPTY, "there is no XML here: the first thing must be an element",
     "begin with \"<\" and the name of the root element"},
    {XML_ERR_DOCUMENT_END, "there is something behind the end of the root element",
     "a file holds one root element; take out what follows it"},
    {XML_ERR_INVALID_HEX_CHARREF, "this is no number of a character",
     "write it as \"&#x2019;\", with hexadecimal digits and a semicolon"},
    {XML_ERR_INVALID_DEC_CHARREF, "this is no number of a character",
     "write it as \"&#8217;\", with digits and a semicolon"},
    {XML_ERR_INVALID_CHARREF, "this is no number of a character", NULL},
    {XML_ERR_INVALID_CHAR, "this character may not stand in XML",
     "it is a control character: take it out"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, "after \"&\" and a name a semicolon is missing",
     "write \"&amp;\" for the character \"&\" itself"},
    {XML_ERR_LT_IN_ATTRIBUTE, "\"<\" may not stand in the value of an attribute",
     "write \"&lt;\", or close the value before it with a quotation mark"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, "the value of an attribute must stand in quotation marks",
     "write it as name=\"value\""},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "the value of an attribute is not closed",
     "close it with the quotation mark that it began with"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "this attribute has no value", "write it as name=\"value\""},
    {XML_ERR_SPACE_REQUIRED, "a space is missing here", NULL},
    {XML_ERR_GT_REQUIRED, "this tag is not closed with \">\"", NULL},
    {XML_ERR_LTSLASH_REQUIRED, "an end tag was expected here", NULL},
    {XML_ERR_EQUAL_REQUIRED, "\"=\" is missing here", NULL},
    {XML_ERR_COMMENT_NOT_FINISHED, "this comment is not closed", "close it with \"-->\""},
    {XML_ERR_HYPHEN_IN_COMMENT, "two hyphens may not stand inside a comment", NULL},
    {XML_ERR_CDATA_NOT_FINISHED, "this CDATA section is not closed", "close it with \"]]>\""},
    {XML_ERR_MISPLACED_CDATA_END, "\"]]>\" may not stand in text", "write \"]]&gt;\""},
    {XML_ERR_PI_NOT_STARTED, "after \"<?\" a name is missing", NULL},
    {XML_ERR_PI_NOT_FINISHED, "this instruction is not closed", "close it with \"?>\""},
    {XML_ERR_XMLDECL_NOT_STARTED, "the XML declaration is not complete",
     "write <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
    {XML_ERR_XMLDECL_NOT_FINISHED, "the XML declaration is not complete",
     "write <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
    {XML_ERR_VERSION_MISSING, "the XML declaration does not say a version",
     "write <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
    {XML_ERR_ENCODING_NAME, "the XML declaration does not name an encoding",
     "write <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
    {XML_ERR_STANDALONE_VALUE, "standalone is either \"yes\" or \"no\"", "leave it out"},
    {XML_ERR_RESERVED_XML_NAME, "the XML declaration may stand only at the very beginning",
     "take out what stands before it, or take out the declaration"},
};

static const Wording *wording_find(int code)
{
	for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
		if (wordings[i].code == code)
			return &wordings[i];
	return NULL;
}

/* At the tag that the parser is in: the last one that begins before its position. */
static Cursor tag_around(const Trouble *t)
{
	Cursor c = t->next;
	cursor_to_tag(&c);
	Cursor tag = c;
	while (c.at < t->at && c.at < c.end) {
		tag = c;
		cursor_over_tag(&c);
		cursor_to_tag(&c);
	}
	return tag;
}

static Place place_of_tag(const Trouble *t)
{
	Cursor tag = tag_around(t);
	return cursor_place(&tag);
}

/* Where the element was opened whose end is missing: the parser knows its line only. */
static const char *opened_at(const Trouble *t, char *room, size_t size)
{
	if (t->open)
		snprintf(room, size, "line %d, column %d", t->open->place.line,
			 t->open->place.column);
	else
		snprintf(room, size, "line %d", t->error->int1);
	return room;
}

static void tell_mismatch(const Trouble *t)
{
	char place[60];
	Cursor c = tag_around(t);
	Place tag = cursor_place(&c);
	const char *open = t->error->str1;
	if (open == NULL) {
		diag_error(t->diags, tag, DIAG_FORM, "this end tag closes nothing");
		return;
	}
	cursor_step(&c, 2);
	const char *name = c.at;
	cursor_over_name(&c);
	diag_error(t->diags, tag, DIAG_FORM,
		   "\"</%.*s>\" does not close \"<%s>\", which was opened at %s",
		   (int)(c.at - name), name, open, opened_at(t, place, sizeof place));
	diag_hint(t->diags, "write \"</%s>\" here, or before it", open);
}

static void tell_unfinished(const Trouble *t)
{
	char place[60];
	const char *open = t->error->str1;
	if (open == NULL) {
		diag_error(t->diags, t->here, DIAG_FORM, "the file ends inside a tag");
		return;
	}
	diag_error(t->diags, t->here, DIAG_FORM,
		   "the file ends, but \"<%s>\", opened at %s, is not closed", open,
		   opened_at(t, place, sizeof place));
	diag_hint(t->diags, "write \"</%s>\" where it ends", open);
}

/* A name is missing: mostly behind an "&" or "<" that stands for itself. */
static void tell_name(const Trouble *t)
{
	bool ampersand = t->at > t->next.at && t->at[-1] == '&';
	Place place = t->here;
	place.column -= ampersand;
	diag_error(t->diags, place, DIAG_FORM,
		   ampersand ? "\"&\" stands alone" : "a name was expected here");
	diag_hint(t->diags, ampersand
				? "write \"&amp;\" for the character itself"
				: "write \"&lt;\" for the character \"<\" and \"&amp;\" for \"&\"");
}

/* Past the tag's name and to the attribute that is written a second time. */
static Place second_attribute(const Trouble *t, const char *name)
{
	Cursor c = tag_around(t);
	Place tag = cursor_place(&c);
	cursor_step(&c, 1);
	cursor_over_name(&c);
	for (int seen = 0; c.at < c.end && *c.at != '>';) {
		cursor_skip_space(&c);
		Place place = cursor_place(&c);
		const char *from = c.at;
		cursor_over_name(&c);
		size_t length = (size_t)(c.at - from);
		if (length == 0)
			break;
		if (length == strlen(name) && memcmp(from, name, length) == 0 && ++seen == 2)
			return place;
		cursor_over_value(&c);
	}
	return tag;
}

static void tell_twice(const Trouble *t)
{
	const char *name = t->error->str1 ? t->error->str1 : "this";
	diag_error(t->diags, second_attribute(t, name), DIAG_FORM,
		   "the attribute \"%s\" stands here twice", name);
	diag_hint(t->diags, "keep one of the two");
}

/* The last "&name;" before the parser's position, which is behind it. */
static Place place_of_entity(const Trouble *t, const char *name)
{
	Place place = t->here;
	size_t length = strlen(name);
	for (Cursor c = t->next; c.at < t->at && c.at < c.end; cursor_step(&c, 1))
		if (*c.at == '&' && (size_t)(c.end - c.at) > length + 1 &&
		    memcmp(c.at + 1, name, length) == 0 && c.at[1 + length] == ';')
			place = cursor_place(&c);
	return place;
}

static void tell_entity(const Trouble *t)
{
	const char *name = t->error->str1 ? t->error->str1 : "";
	diag_error(t->diags, place_of_entity(t, name), DIAG_FORM, "\"&%s;\" means nothing here",
		   name);
	diag_hint(t->diags, "only &amp; &lt; &gt; &quot; &apos; have names; write the character "
			    "itself, or its number as in \"&#8217;\"");
}

static void tell_prefix(const Trouble *t)
{
	const char *prefix = t->error->str1 ? t->error->str1 : "";
	diag_error(t->diags, place_of_tag(t), DIAG_FORM,
		   "the prefix \"%s:\" is used here, but no xmlns:%s says what it stands for",
		   prefix, prefix);
}

/* Where the name of an attribute begins whose "=" is the last sign of what stands before `end`; NULL
 * for other words. */
static const char *name_before(const char *from, const char *end)
{
	while (end > from && str_is_space(end[-1]))
		end--;
	if (end == from || *--end != '=')
		return NULL;
	while (end > from && str_is_space(end[-1]))
		end--;
	const char *name = end;
	while (name > from && !str_is_space(name[-1]) && name[-1] != '"' && name[-1] != '\'')
		name--;
	return name > from && name < end && str_is_space(name[-1]) ? name : NULL;
}

/* gap="8mm row-gap="7mm": a value that ends with a name and "=" swallowed the next attribute. */
static bool tell_swallowed(const Trouble *t)
{
	Cursor c = tag_around(t);
	cursor_step(&c, 1);
	cursor_over_name(&c);
	while (c.at < c.end && c.at < t->at && *c.at != '>') {
		cursor_skip_space(&c);
		Place place = cursor_place(&c);
		const char *from = c.at;
		cursor_over_name(&c);
		int length = (int)(c.at - from);
		if (length == 0)
			return false;
		cursor_over_value(&c);
		const char *end = c.at;
		while (end > from && str_is_space(end[-1]))
			end--;
		const char *next = end > from ? name_before(from + length, end - 1) : NULL;
		if (!next)
			continue;
		diag_error(t->diags, place, DIAG_FORM, "the value of \"%.*s\" is not closed",
			   length, from);
		diag_hint(t->diags, "write the quotation mark before \"%.*s\"",
			  (int)strcspn(next, "= \t\r\n"), next);
		return true;
	}
	return false;
}

static void tell_other(const Trouble *t)
{
	const Wording *w = wording_find(t->error->code);
	if (w != NULL) {
		diag_error(t->diags, t->here, DIAG_FORM, "%s", w->message);
		if (w->hint)
			diag_hint(t->diags, "%s", w->hint);
		return;
	}
	const char *words = t->error->message ? t->error->message : "unknown trouble";
	diag_error(t->diags, t->here, DIAG_FORM, "this is not well-formed XML: %.*s",
		   (int)strcspn(words, "\n"), words);
}

bool xml_trouble(const Trouble *t)
{
	switch (t->error->code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		return tell_mismatch(t), false;
	case XML_ERR_TAG_NOT_FINISHED:
		return tell_unfinished(t), false;
	case XML_ERR_NAME_REQUIRED:
		return tell_name(t), false;
	case XML_ERR_ATTRIBUTE_REDEFINED:
	case XML_NS_ERR_ATTRIBUTE_REDEFINED:
		return tell_twice(t), true;
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_WAR_UNDECLARED_ENTITY:
		return tell_entity(t), true;
	case XML_NS_ERR_UNDEFINED_NAMESPACE:
		return tell_prefix(t), true;
	case XML_ERR_SPACE_REQUIRED:
		if (!tell_swallowed(t))
			tell_other(t);
		return false;
	default:
		return tell_other(t), false;
	}
}
