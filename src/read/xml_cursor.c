/* SPDX-License-Identifier: MIT */
#include "read/xml_cursor.h"

#include "base/str.h"

#include <string.h>

Cursor cursor_begin(const char *file, const unsigned char *bytes, size_t length)
{
	Cursor c = {.file = file, .at = (const char *)bytes, .line = 1, .column = 1};
	c.end = c.at + length;
	if (cursor_sees(&c, "\xef\xbb\xbf"))
		c.at += 3;
	return c;
}

Place cursor_place(const Cursor *c)
{
	return (Place){c->file, c->line, c->column};
}

/* A lone carriage return is a line's end for XML, so it is one here. */
static void step_one(Cursor *c)
{
	unsigned char b = (unsigned char)*c->at++;
	bool joined = b == '\r' && c->at < c->end && *c->at == '\n';
	if (b == '\n' || (b == '\r' && !joined)) {
		c->line++;
		c->column = 1;
	} else if (!joined && (b & 0xc0) != 0x80) {
		c->column++;
	}
}

void cursor_step(Cursor *c, size_t bytes)
{
	while (bytes-- > 0 && c->at < c->end)
		step_one(c);
}

bool cursor_sees(const Cursor *c, const char *word)
{
	size_t length = strlen(word);
	return (size_t)(c->end - c->at) >= length && memcmp(c->at, word, length) == 0;
}

void cursor_skip_space(Cursor *c)
{
	while (c->at < c->end && str_is_space(*c->at))
		step_one(c);
}

static void step_behind(Cursor *c, const char *word)
{
	/* Values are long where they hold outlines: most bytes are not even the word's first. */
	while (c->at < c->end && (*c->at != *word || !cursor_sees(c, word)))
		step_one(c);
	cursor_step(c, strlen(word));
}

/* Past one thing that is neither text nor tag; false where none stands. */
static bool skip_aside(Cursor *c)
{
	if (c->in_cdata && cursor_sees(c, "]]>")) {
		c->in_cdata = false;
		cursor_step(c, 3);
	} else if (c->in_cdata) {
		return false;
	} else if (cursor_sees(c, "<!--")) {
		cursor_step(c, 4);
		step_behind(c, "-->");
	} else if (cursor_sees(c, "<?")) {
		step_behind(c, "?>");
	} else if (cursor_sees(c, "<![CDATA[")) {
		c->in_cdata = true;
		cursor_step(c, 9);
	} else {
		return false;
	}
	return true;
}

void cursor_to_tag(Cursor *c)
{
	while (c->at < c->end) {
		if (skip_aside(c))
			continue;
		if (!c->in_cdata && *c->at == '<')
			return;
		step_one(c);
	}
}

void cursor_to_text(Cursor *c)
{
	while (c->at < c->end && skip_aside(c))
		;
}

static bool ends_name(char b)
{
	return str_is_space(b) || strchr("=/><\"'", b) != NULL;
}

void cursor_over_name(Cursor *c)
{
	while (c->at < c->end && !ends_name(*c->at))
		step_one(c);
}

Place cursor_over_value(Cursor *c)
{
	cursor_skip_space(c);
	cursor_step(c, 1);
	cursor_skip_space(c);
	char quote[2] = {c->at < c->end ? *c->at : '"', '\0'};
	cursor_step(c, 1);
	Place place = cursor_place(c);
	step_behind(c, quote);
	cursor_skip_space(c);
	return place;
}

void cursor_over_tag(Cursor *c)
{
	char quote = '\0';
	while (c->at < c->end && (quote || *c->at != '>')) {
		if (quote == '\0' && (*c->at == '"' || *c->at == '\''))
			quote = *c->at;
		else if (*c->at == quote)
			quote = '\0';
		step_one(c);
	}
	cursor_step(c, 1);
}

void cursor_over_reference(Cursor *c)
{
	step_behind(c, ";");
}

void cursor_over_text(Cursor *c, const char *text, size_t length)
{
	for (size_t i = 0; i < length && c->at < c->end; i++) {
		if (text[i] == '\n' && cursor_sees(c, "\r\n"))
			step_one(c);
		step_one(c);
	}
}
