/* SPDX-License-Identifier: MIT */
#include "text/coverage.h"

#include "base/str.h"
#include "text/font.h"

#include <stdio.h>

/* After so many a font of another script is needed, not a list of its characters. */
enum { MESSAGE_ROOM = 256, TOLD_MOST = 50 };

static const Origin *origin_at(const Words *words, int byte)
{
	for (int i = 0; i < words->origin_count; i++)
		if (byte >= words->origins[i].start && byte < words->origins[i].end)
			return &words->origins[i];
	return NULL;
}

static int characters_between(const char *text, int start, int end)
{
	int count = 0;
	for (int i = start; i < end; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

/* A value may be written otherwise in its file (a number, a folded line), so the column is as
 * near as can be said here. */
static Place place_at(const Words *words, int byte)
{
	const Origin *origin = origin_at(words, byte);
	if (!origin)
		return words->style->place;
	Place place = origin->data.file ? origin->data : origin->layout;
	if (place.line > 0)
		place.column += characters_between(words->text, origin->start, byte);
	return place;
}

static bool is_told(const Diags *diags, const char *message)
{
	for (int i = 0; i < diags_count(diags); i++)
		if (diags_at(diags, i)->kind == DIAG_GLYPH &&
		    str_equal(diags_at(diags, i)->message, message))
			return true;
	return false;
}

static bool is_enough(const Diags *diags)
{
	int told = 0;
	for (int i = 0; i < diags_count(diags); i++)
		told += diags_at(diags, i)->kind == DIAG_GLYPH;
	return told >= TOLD_MOST;
}

static void tell_missing(const Words *words, const Font *font, uint32_t code, int byte,
			 Diags *diags)
{
	char quoted[16] = "", message[MESSAGE_ROOM];
	if (is_enough(diags))
		return;
	if (shape_is_visible(code)) {
		char character[5] = "";
		str_put(character, code);
		snprintf(quoted, sizeof quoted, " \"%s\"", character);
	}
	snprintf(message, sizeof message, "the font %s has no character%s U+%04X", font_label(font),
		 quoted, (unsigned)code);
	if (is_told(diags, message))
		return;
	diag_error(diags, place_at(words, byte), DIAG_GLYPH, "%s", message);
	diag_hint(
	    diags,
	    "write it with other characters, or set it in a family of fonts.xml that has it%s",
	    is_enough(diags) ? " (more are missing than are told here)" : "");
}

/* A cluster without a glyph may be several characters, one of which is the culprit. */
static void tell_cluster(const Words *words, const Font *font, int start, int end, Diags *diags)
{
	const char *s = words->text + start;
	while (s < words->text + end) {
		int byte = (int)(s - words->text);
		uint32_t code = str_next(&s);
		if (code == 0)
			return;
		if (!font_sets(font, code))
			tell_missing(words, font, code, byte, diags);
	}
}

void coverage_check(const Words *words, const Stretch *stretch, Diags *diags)
{
	const Shaped *shaped = &stretch->shaped;
	for (int i = 0; i < shaped->count; i++) {
		if (shaped->glyphs[i].id != 0)
			continue;
		int start = shaped->glyphs[i].cluster;
		while (i + 1 < shaped->count && shaped->glyphs[i + 1].cluster == start)
			i++;
		int end = i + 1 < shaped->count ? shaped->glyphs[i + 1].cluster : stretch->end;
		tell_cluster(words, stretch->font, start, end, diags);
	}
}
