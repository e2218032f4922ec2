/* SPDX-License-Identifier: MIT */
#include "read/xml_bytes.h"

#include "base/str.h"
#include "read/xml_cursor.h"

#include <string.h>
#include <strings.h>

/* The time that libxml2 takes grows with their square. */
enum { ATTRS_MOST = 1000 };

Place bytes_place(const char *file, Bytes bytes, const char *at)
{
	Cursor c = cursor_begin(file, bytes.at, bytes.length);
	if (at > c.at)
		cursor_step(&c, (size_t)(at - c.at));
	return cursor_place(&c);
}

/* The first byte that is no UTF-8 or is a NUL; NULL: all is well. */
static const char *first_bad_byte(Bytes bytes)
{
	const char *s = (const char *)bytes.at, *end = s + bytes.length;
	while (s < end) {
		const char *from = s;
		if (*s == '\0')
			return from;
		if (str_next(&s) == 0xfffd && !str_starts(from, "\xef\xbf\xbd"))
			return from;
	}
	return NULL;
}

static bool encoding_check(const char *file, Bytes bytes, Diags *diags)
{
	if (str_is_utf8((const char *)bytes.at, bytes.length))
		return true;
	const char *bad = first_bad_byte(bytes);
	if (bad == NULL)
		bad = (const char *)bytes.at;
	Place place = bytes_place(file, bytes, bad);
	diag_error(diags, place, DIAG_FORM,
		   *bad ? "this character is not in UTF-8"
			: "there is a byte without meaning here (NUL): this is no text in UTF-8");
	diag_hint(diags, "save the file with the encoding UTF-8");
	return false;
}

/* The encoding that the declaration names must be the one the file has. */
static bool declaration_check(const char *file, Bytes bytes, Diags *diags)
{
	Cursor c = cursor_begin(file, bytes.at, bytes.length);
	if (!cursor_sees(&c, "<?xml"))
		return true;
	cursor_step(&c, 5);
	while (c.at < c.end && !cursor_sees(&c, "?>") && !cursor_sees(&c, "encoding"))
		cursor_step(&c, 1);
	if (!cursor_sees(&c, "encoding"))
		return true;
	cursor_over_name(&c);
	Cursor behind = c;
	Place place = cursor_over_value(&behind);
	while (c.at < c.end && *c.at != '"' && *c.at != '\'')
		cursor_step(&c, 1);
	const char *name = c.at < c.end ? c.at + 1 : c.at;
	size_t length = (size_t)(c.end - name) < 5 ? (size_t)(c.end - name) : 5;
	if (length == 5 && strncasecmp(name, "UTF-8", 5) == 0)
		return true;
	diag_error(diags, place, DIAG_FORM, "the file says that it is not in UTF-8");
	diag_hint(diags, "save it with the encoding UTF-8, and write encoding=\"UTF-8\" here");
	return false;
}

/* Behind the next `word`, or at the end. */
static const char *behind(const char *s, const char *end, const char *word)
{
	for (; s < end; s++)
		if (str_starts(s, word))
			return s + strlen(word);
	return end;
}

/* Behind the tag at `s`; how many signs "=" stand in it outside of values. */
static const char *behind_tag(const char *s, const char *end, int *signs)
{
	char quote = '\0';
	for (*signs = 0; s < end && (quote || *s != '>'); s++) {
		if (quote)
			quote = *s == quote ? '\0' : quote;
		else if (*s == '"' || *s == '\'')
			quote = *s;
		*signs += !quote && *s == '=';
	}
	return s;
}

/* libxml2 compares each attribute of a tag with all before it, and only then tells of the tag: so
 * one with attributes without end must be found before it is parsed. */
static bool tags_check(const char *file, Bytes bytes, Diags *diags)
{
	const char *s = (const char *)bytes.at, *end = s + bytes.length;
	while (s < end) {
		const char *tag = s;
		int signs = 0;
		if (*s != '<')
			s++;
		else if (str_starts(s, "<!--"))
			s = behind(s + 4, end, "-->");
		else if (str_starts(s, "<![CDATA["))
			s = behind(s, end, "]]>");
		else if (str_starts(s, "<?"))
			s = behind(s, end, "?>");
		else
			s = behind_tag(s, end, &signs);
		if (signs > ATTRS_MOST) {
			diag_error(diags, bytes_place(file, bytes, tag), DIAG_FORM,
				   "this element has more than %d attributes", ATTRS_MOST);
			return false;
		}
	}
	return true;
}

bool bytes_check(const char *file, Bytes bytes, Diags *diags)
{
	return encoding_check(file, bytes, diags) && declaration_check(file, bytes, diags) &&
	       tags_check(file, bytes, diags);
}
