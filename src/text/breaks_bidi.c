/* SPDX-License-Identifier: MIT */
#include "text/breaks_bidi.h"

#include "base/diag.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

bool bidi_is_needed(const char *text, int length)
{
	for (int i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];
		unsigned char next = i + 1 < length ? (unsigned char)text[i + 1] : 0;
		/* U+0590 to U+07FF; U+0800 to U+08FF; U+FB1D to U+FEFF; U+10800 on, U+1E800 on. */
		bool letter = (byte >= 0xd6 && byte <= 0xdf) || (byte == 0xe0 && next < 0xa4) ||
			      (byte == 0xef && next >= 0xac && next < 0xbc) ||
			      (byte == 0xf0 && (next == 0x90 || next == 0x9e));
		/* U+200E to U+202E and U+2066 to U+2069, the marks among them. */
		bool mark =
		    byte == 0xe2 && (next == 0x80 || next == 0x81) && i + 2 < length &&
		    (next == 0x81 ? (unsigned char)text[i + 2] >= 0xa6
				  : strchr("\x8e\x8f\xaa\xab\xac\xad\xae", text[i + 2]) != NULL);
		if (letter || mark)
			return true;
	}
	return false;
}

/* The paragraph as ICU is shown it: with marks around what is isolated, which stand in no byte of the text. */
typedef struct Shown {
	UChar *units;
	int *places; /* the byte where each unit begins; -1: a mark */
	int32_t count;
} Shown;

enum { FIRST_STRONG_ISOLATE = 0x2068, POP_ISOLATE = 0x2069, NO_PLACE = -1 };

static void unit_add(Shown *shown, UChar unit, int place)
{
	shown->units[shown->count] = unit;
	shown->places[shown->count++] = place;
}

static void code_add(Shown *shown, UChar32 code, int place)
{
	if (U_IS_BMP(code)) {
		unit_add(shown, (UChar)code, place);
		return;
	}
	unit_add(shown, U16_LEAD(code), place);
	unit_add(shown, U16_TRAIL(code), place);
}

static Shown text_shown(Arena *a, const char *text, int length, const Isolate *isolates, int count)
{
	size_t room = (size_t)length + 2 * (size_t)count + 1;
	Shown shown = {ARENA_ARRAY(a, room, UChar), ARENA_ARRAY(a, room, int), 0};
	int next = 0;
	for (int at = 0, from; at < length;) {
		UChar32 code;
		from = at;
		if (next < count && isolates[next].start == from)
			unit_add(&shown, FIRST_STRONG_ISOLATE, NO_PLACE);
		U8_NEXT((const uint8_t *)text, at, length, code);
		code_add(&shown, code < 0 ? 0xfffd : code, from);
		if (next < count && isolates[next].start <= from && isolates[next].end <= at) {
			unit_add(&shown, POP_ISOLATE, NO_PLACE);
			next++;
		}
	}
	return shown;
}

const unsigned char *bidi_levels(Arena *a, const char *text, int length, bool backwards,
				 const Isolate *isolates, int isolate_count)
{
	unsigned char *levels = ARENA_ARRAY(a, (size_t)length + 1, unsigned char);
	Shown shown = text_shown(a, text, length, isolates, isolate_count);
	UErrorCode status = U_ZERO_ERROR;
	UBiDi *bidi = ubidi_openSized(shown.count, 0, &status);
	ubidi_setPara(bidi, shown.units, shown.count, backwards ? 1 : 0, NULL, &status);
	const UBiDiLevel *found = shown.count ? ubidi_getLevels(bidi, &status) : NULL;
	if (U_FAILURE(status))
		die("ICU cannot tell which way text runs: %s", u_errorName(status));
	for (int32_t i = 0; i < shown.count; i++)
		if (shown.places[i] != NO_PLACE)
			levels[shown.places[i]] = found[i];
	for (int at = 1; at < length; at++)
		if (((unsigned char)text[at] & 0xc0) == 0x80)
			levels[at] = levels[at - 1];
	ubidi_close(bidi);
	return levels;
}

void bidi_order(const unsigned char *levels, int count, int *order)
{
	ubidi_reorderVisual(levels, count, order);
}

bool bidi_joins(uint32_t code)
{
	int32_t type = u_getIntPropertyValue((UChar32)code, UCHAR_JOINING_TYPE);
	return type == U_JT_DUAL_JOINING || type == U_JT_RIGHT_JOINING || type == U_JT_LEFT_JOINING;
}
