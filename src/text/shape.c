/* SPDX-License-Identifier: MIT */
#include "text/shape.h"

#include "base/list.h"
#include "base/str.h"
#include "text/font_face.h"

#include <string.h>

/* STREAM_SAFE: a letter has at most so many marks (Unicode UAX #15, clause 13); sorting more of them
 * would take HarfBuzz a time that grows with their square. */
enum { FEATURES_MAX = 4, STREAM_SAFE = 30, MARKS_FROM = 0x300 };

typedef struct Shaping {
	const Font *font;
	const char *text;
	int length;
	hb_feature_t features[FEATURES_MAX];
	unsigned feature_count;
	hb_language_t language;
	List glyphs, joined;
} Shaping;

static void add_feature(Shaping *shaping, hb_tag_t tag, uint32_t value)
{
	shaping->features[shaping->feature_count++] =
	    (hb_feature_t){tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

static void choose_features(Shaping *shaping, Figures figures, bool tracked)
{
	if (tracked) {
		add_feature(shaping, HB_TAG('l', 'i', 'g', 'a'), 0);
		add_feature(shaping, HB_TAG('c', 'l', 'i', 'g'), 0);
	}
	if (figures == FIGURES_DEFAULT)
		return;
	bool oldstyle = figures == FIGURES_OLDSTYLE, tabular = figures == FIGURES_TABULAR;
	add_feature(shaping, oldstyle ? HB_TAG('o', 'n', 'u', 'm') : HB_TAG('l', 'n', 'u', 'm'), 1);
	add_feature(shaping, tabular ? HB_TAG('t', 'n', 'u', 'm') : HB_TAG('p', 'n', 'u', 'm'), 1);
}

/* Scripts: a stretch is shaped script by script, as HarfBuzz wants it (Unicode UAX #24). Characters
 * that belong to no script, such as spaces and digits, go with what stands before them. */

static hb_script_t script_of(uint32_t code)
{
	if (code < 0x80) {
		bool letter = (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
		return letter ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
	}
	return hb_unicode_script(hb_unicode_funcs_get_default(), code);
}

static bool is_script(hb_script_t script)
{
	return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
	       script != HB_SCRIPT_UNKNOWN;
}

static bool is_mark(uint32_t code)
{
	return code >= MARKS_FROM &&
	       hb_unicode_general_category(hb_unicode_funcs_get_default(), code) ==
		   HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}

/* Where the script that begins at `start` ends, or a letter has more marks than any letter has. */
static int script_end(const char *text, int start, int end, hb_script_t *script)
{
	const char *s = text + start;
	int marks = 0;
	*script = HB_SCRIPT_COMMON;
	while (s < text + end) {
		const char *next = s;
		uint32_t code = str_next(&next);
		hb_script_t own = script_of(code);
		if (next == s)
			break;
		marks = is_mark(code) ? marks + 1 : 0;
		if ((is_script(own) && is_script(*script) && own != *script) || marks > STREAM_SAFE)
			return (int)(s - text);
		if (is_script(own))
			*script = own;
		s = next;
	}
	return end;
}

static void take_glyphs(Shaping *shaping)
{
	unsigned count = 0;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaping->font->buffer, &count);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(shaping->font->buffer, NULL);
	for (unsigned i = 0; i < count; i++) {
		*(Glyph *)list_add(&shaping->glyphs) = (Glyph){
		    .id = infos[i].codepoint,
		    .cluster = (int)infos[i].cluster,
		    .advance = at[i].x_advance,
		    .x_offset = at[i].x_offset,
		    .y_offset = at[i].y_offset,
		};
		bool *joined = list_add(&shaping->joined);
		*joined = hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK;
	}
}

static void shape_script(Shaping *shaping, int start, int end, hb_script_t script)
{
	hb_buffer_t *buffer = shaping->font->buffer;
	hb_buffer_clear_contents(buffer);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_add_utf8(buffer, shaping->text, shaping->length, (unsigned)start, end - start);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, script);
	hb_buffer_set_language(buffer, shaping->language);
	/* The shaper must be said: HarfBuzz would else ask the environment (HB_SHAPER_LIST). */
	static const char *const shapers[] = {"ot", NULL};
	hb_shape_full(shaping->font->hb, buffer, shaping->features, shaping->feature_count,
		      shapers);
	if (!hb_buffer_allocation_successful(buffer))
		die("there is no memory to shape %d bytes of text", end - start);
	take_glyphs(shaping);
}

Shaped shape_run(Arena *a, const Font *font, const char *text, int start, int end, Figures figures,
		 bool tracked, const char *language)
{
	/* A language must be said: HarfBuzz would else ask the locale. */
	Shaping shaping = {
	    .font = font,
	    .text = text,
	    .length = (int)strlen(text),
	    .language = hb_language_from_string(language && *language ? language : "und", -1),
	    .glyphs = list_new(a, sizeof(Glyph)),
	    .joined = list_new(a, sizeof(bool)),
	};
	choose_features(&shaping, figures, tracked);
	for (int from = start, to; from < end; from = to) {
		hb_script_t script;
		to = script_end(text, from, end, &script);
		shape_script(&shaping, from, to, script);
	}
	return (Shaped){shaping.glyphs.items, shaping.glyphs.count, shaping.joined.items};
}

bool shape_is_backwards(uint32_t code)
{
	return code >= 0x590 &&
	       hb_script_get_horizontal_direction(script_of(code)) == HB_DIRECTION_RTL;
}

bool shape_is_visible(uint32_t code)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	switch (hb_unicode_general_category(unicode, code)) {
	case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
	case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
	case HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED:
	case HB_UNICODE_GENERAL_CATEGORY_PRIVATE_USE:
	case HB_UNICODE_GENERAL_CATEGORY_SURROGATE:
	case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR:
	case HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR:
	case HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR:
		return false;
	default:
		return true;
	}
}
