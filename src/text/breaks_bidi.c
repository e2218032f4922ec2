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

/* Where each unit of UTF-16 begins in the bytes it was made of. */
static int *unit_places(Arena *a, const char *text, int length, UChar *units, int32_t *count)
{
	int *places = ARENA_ARRAY(a, (size_t)length + 1, int);
	*count = 0;
	for (int at = 0, from; at < length;) {
		UChar32 code;
		from = at;
		U8_NEXT((const uint8_t *)text, at, length, code);
		for (int k = 0; k < U16_LENGTH(code < 0 ? 0xfffd : code); k++)
			places[*count + k] = from;
		int32_t used = *count;
		U16_APPEND_UNSAFE(units, used, code < 0 ? 0xfffd : code);
		*count = used;
	}
	places[*count] = length;
	return places;
}

const unsigned char *bidi_levels(Arena *a, const char *text, int length, bool backwards)
{
	unsigned char *levels = ARENA_ARRAY(a, (size_t)length + 1, unsigned char);
	UChar *units = ARENA_ARRAY(a, (size_t)length + 1, UChar);
	int32_t count = 0;
	int *places = unit_places(a, text, length, units, &count);
	UErrorCode status = U_ZERO_ERROR;
	UBiDi *bidi = ubidi_openSized(count, 0, &status);
	ubidi_setPara(bidi, units, count, backwards ? 1 : 0, NULL, &status);
	const UBiDiLevel *found = count ? ubidi_getLevels(bidi, &status) : NULL;
	if (U_FAILURE(status))
		die("ICU cannot tell which way text runs: %s", u_errorName(status));
	for (int32_t i = 0; i < count; i++)
		memset(levels + places[i], found[i], (size_t)(places[i + 1] - places[i]));
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
