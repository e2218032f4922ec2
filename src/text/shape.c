/* SPDX-License-Identifier: MIT */
#include "text/shape.h"

#include "base/str.h"
#include "text/font_face.h"
#include "text/shape_parts.h"

#include <string.h>

/* STREAM_SAFE: a letter has at most so many marks (Unicode UAX #15, clause 13); sorting more of them
 * would take HarfBuzz a time that grows with their square. */
enum { STREAM_SAFE = 30, MARKS_FROM = 0x300 };

static void add_feature(Shaping *shaping, hb_tag_t tag, uint32_t value)
{
	shaping->features[shaping->feature_count++] =
	    (hb_feature_t){tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

static void choose_features(Shaping *shaping)
{
	Figures figures = shaping->type->figures;
	if (shaping->type->tracked) {
		add_feature(shaping, HB_TAG('l', 'i', 'g', 'a'), 0);
		add_feature(shaping, HB_TAG('c', 'l', 'i', 'g'), 0);
	}
	if (shaping->type->small_caps)
		add_feature(shaping, HB_TAG('s', 'm', 'c', 'p'), 1);
	if (figures == FIGURES_DEFAULT)
		return;
	bool oldstyle = figures == FIGURES_OLDSTYLE, tabular = figures == FIGURES_TABULAR;
	add_feature(shaping, oldstyle ? HB_TAG('o', 'n', 'u', 'm') : HB_TAG('l', 'n', 'u', 'm'), 1);
	add_feature(shaping, tabular ? HB_TAG('t', 'n', 'u', 'm') : HB_TAG('p', 'n', 'u', 'm'), 1);
}

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

/* Most characters are ASCII. */
static uint32_t code_next(const char **s)
{
	unsigned char first = (unsigned char)**s;
	if (first >= 0x80)
		return str_next(s);
	*s += first != 0;
	return first;
}

int shaping_script(const Shaping *shaping, int start, int end, hb_script_t *script)
{
	const char *text = shaping->text, *s = text + start;
	int marks = 0;
	*script = HB_SCRIPT_COMMON;
	while (s < text + end) {
		const char *next = s;
		uint32_t code = code_next(&next);
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

/* A font of letters may have no minus sign: then its en dash is painted, as compositors always did. The
 * text stays a minus. */
static void set_minus(const Shaping *shaping, Glyph *glyph)
{
	static const char minus[] = "\u2212";
	const Font *font = shaping->type->font;
	unsigned dash = font_glyph(font, 0x2013);
	if (dash == 0 || strncmp(shaping->text + glyph->cluster, minus, sizeof minus - 1) != 0)
		return;
	glyph->id = dash;
	glyph->advance = font_advance(font, dash);
	glyph->x_offset = glyph->y_offset = 0;
}

static void take_glyphs(Shaping *shaping)
{
	unsigned count = 0;
	hb_buffer_t *buffer = shaping->type->font->buffer;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, NULL);
	Glyph *glyphs = list_add_many(&shaping->glyphs, (int)count);
	bool *joined = list_add_many(&shaping->joined, (int)count);
	bool *bound = list_add_many(&shaping->bound, (int)count);
	bool backwards = shaping->type->backwards;
	for (unsigned i = 0; i < count; i++) {
		unsigned from = backwards ? count - 1 - i : i;
		glyphs[i] = (Glyph){
		    .id = infos[from].codepoint,
		    .cluster = (int)infos[from].cluster,
		    .advance = at[from].x_advance,
		    .x_offset = at[from].x_offset,
		    .y_offset = at[from].y_offset,
		};
		if (glyphs[i].id == 0)
			set_minus(shaping, &glyphs[i]);
		hb_glyph_flags_t flags = hb_glyph_info_get_glyph_flags(&infos[from]);
		joined[i] = flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK;
		bound[i] = flags != 0;
	}
}

/*
 * Ideographic punctuation is half ink and half room. Where two signs stand side by side their rooms add up to a
 * hole; one of them then gives its half (JLREQ, W3C 2020, 3.1.2; CLREQ 3.1.6): a closing one before any other
 * sign, an opening one behind another. Fonts have halves for it, the feature halt; others pass over it.
 */
static bool is_among(uint32_t code, const uint32_t *set)
{
	while (*set && *set != code)
		set++;
	return *set != 0;
}

static bool opens(uint32_t code)
{
	static const uint32_t set[] = {0x2018, 0x201c, 0x3008, 0x300a, 0x300c, 0x300e,
				       0x3010, 0x3014, 0x3016, 0x3018, 0x301a, 0xff08,
				       0xff3b, 0xff5b, 0xff5f, 0};
	return is_among(code, set);
}

static bool closes(uint32_t code)
{
	static const uint32_t set[] = {0x2019, 0x201d, 0x3001, 0x3002, 0x3009, 0x300b, 0x300d,
				       0x300f, 0x3011, 0x3015, 0x3017, 0x3019, 0x301b, 0xff09,
				       0xff0c, 0xff0e, 0xff3d, 0xff5d, 0xff60, 0};
	return is_among(code, set);
}

/* Whether any character is of those blocks. */
static bool has_wide_signs(const Shaping *shaping, int start, int end)
{
	for (int i = start; i < end; i++)
		if ((unsigned char)shaping->text[i] == 0xe3 ||
		    (unsigned char)shaping->text[i] == 0xef)
			return true;
	return false;
}

/* The features of a part: those of all of it, and the halves. */
static List features_of(const Shaping *shaping, int start, int end)
{
	List features = list_new(shaping->glyphs.arena, sizeof(hb_feature_t));
	for (unsigned i = 0; i < shaping->feature_count; i++)
		*(hb_feature_t *)list_add(&features) = shaping->features[i];
	uint32_t before = 0;
	const char *from = NULL;
	for (const char *s = shaping->text + start; s < shaping->text + end;) {
		const char *at = s;
		uint32_t code = str_next(&s);
		bool gives = closes(before) && (opens(code) || closes(code));
		const char *half = gives ? from : opens(before) && opens(code) ? at : NULL;
		if (half)
			*(hb_feature_t *)list_add(&features) = (hb_feature_t){
			    HB_TAG('h', 'a', 'l', 't'), 1, (unsigned)(half - shaping->text),
			    (unsigned)(half - shaping->text) + 1};
		before = code;
		from = at;
	}
	return features;
}

void shaping_add(Shaping *shaping, int start, int end, hb_script_t script)
{
	const Font *font = shaping->type->font;
	hb_buffer_t *buffer = font->buffer;
	hb_buffer_clear_contents(buffer);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(buffer, shaping->flags);
	hb_buffer_add_utf8(buffer, shaping->text, shaping->length, (unsigned)start, end - start);
	hb_buffer_set_direction(buffer,
				shaping->type->backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, script);
	hb_buffer_set_language(buffer, shaping->language);
	/* The shaper must be said: HarfBuzz would else ask the environment (HB_SHAPER_LIST). */
	static const char *const shapers[] = {"ot", NULL};
	if (has_wide_signs(shaping, start, end)) {
		List features = features_of(shaping, start, end);
		hb_shape_full(font->hb, buffer, features.items, (unsigned)features.count, shapers);
	} else {
		hb_shape_full(font->hb, buffer, shaping->features, shaping->feature_count, shapers);
	}
	if (!hb_buffer_allocation_successful(buffer))
		die("there is no memory to shape %d bytes of text", end - start);
	take_glyphs(shaping);
}

Shaping shaping_begin(Arena *a, const Type *type, const char *text)
{
	/* A language must be said: HarfBuzz would else ask the locale. */
	const char *language = type->language && *type->language ? type->language : "und";
	Shaping shaping = {
	    .type = type,
	    .text = text,
	    .length = (int)strlen(text),
	    .language = hb_language_from_string(language, -1),
	    .flags = HB_BUFFER_FLAG_DEFAULT,
	    .glyphs = list_new(a, sizeof(Glyph)),
	    .joined = list_new(a, sizeof(bool)),
	    .bound = list_new(a, sizeof(bool)),
	};
	choose_features(&shaping);
	return shaping;
}

Shaped shaping_end(const Shaping *shaping)
{
	return (Shaped){shaping->glyphs.items, shaping->glyphs.count, shaping->joined.items};
}

Shaped shape_run(Arena *a, const Type *type, const char *text, int start, int end)
{
	Shaping shaping = shaping_begin(a, type, text);
	for (int from = start, to; from < end; from = to) {
		hb_script_t script;
		to = shaping_script(&shaping, from, end, &script);
		shaping_add(&shaping, from, to, script);
	}
	return shaping_end(&shaping);
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
