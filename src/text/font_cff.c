/* SPDX-License-Identifier: MIT */
#include "text/font_cff.h"

#include <stdint.h>

/* What is read of the table, and how far; `whole` is false once it was too short. */
typedef struct Reader {
	Bytes table;
	size_t at;
	bool whole;
} Reader;

static unsigned take(Reader *r, int bytes)
{
	unsigned value = 0;
	for (int i = 0; i < bytes; i++) {
		r->whole = r->whole && r->at < r->table.length;
		value = value << 8 | (r->whole ? r->table.at[r->at] : 0);
		r->at++;
	}
	return value;
}

/* An INDEX (clause 5): where its first object begins, and the reader stands behind the last. */
static size_t index_take(Reader *r)
{
	unsigned count = take(r, 2);
	if (count == 0)
		return r->at;
	int size = (int)take(r, 1);
	size_t offsets = r->at, data = offsets + (size_t)size * (count + 1) - 1;
	r->whole = r->whole && size >= 1 && size <= 4;
	unsigned first = take(r, size);
	r->at = offsets + (size_t)size * count;
	unsigned last = take(r, size);
	r->at = data + last;
	return data + first;
}

/* A number of a DICT (clause 4); an operator is nought less its code, two bytes of it as 1200 and more. */
static int operand_take(Reader *r, bool *operator)
{
	unsigned first = take(r, 1);
	*operator= first <= 21;
	if (first == 12)
		return 1200 + (int)take(r, 1);
	if (*operator)
		return (int)first;
	if (first == 28)
		return (int16_t)take(r, 2);
	if (first == 29)
		return (int)take(r, 4);
	if (first == 30) {
		for (unsigned byte = 0; r->whole && (byte & 15) != 15 && byte >> 4 != 15;)
			byte = take(r, 1);
		return 0;
	}
	if (first <= 246)
		return (int)first - 139;
	unsigned second = take(r, 1);
	return first <= 250 ? ((int)first - 247) * 256 + (int)second + 108
			    : -((int)first - 251) * 256 - (int)second - 108;
}

enum { CHARSET = 15, ROS = 1230 };

/* The offset of the charset; -1: the font is not keyed by CIDs. */
static int64_t charset_of(Reader *r, size_t end)
{
	int64_t charset = 0;
	int operand = 0;
	bool keyed = false;
	while (r->whole && r->at < end) {
		bool operator;
		int value = operand_take(r, &operator);
		if (operator&& value == CHARSET)
			charset = operand;
		keyed = keyed || (operator&& value == ROS);
		operand = value;
	}
	return keyed ? charset : -1;
}

/* The CID of each glyph from 1 on, as ranges are read: those that are wanted take theirs. */
static void range_take(unsigned first, unsigned glyph, unsigned length, const unsigned *glyphs,
		       int count, unsigned *cids)
{
	for (int i = 0; i < count; i++)
		if (glyphs[i] >= glyph && glyphs[i] - glyph < length)
			cids[i] = first + glyphs[i] - glyph;
}

static void charset_take(Reader *r, const unsigned *glyphs, int count, unsigned *cids)
{
	unsigned last = 0, format = take(r, 1);
	for (int i = 0; i < count; i++)
		last = glyphs[i] > last ? glyphs[i] : last;
	for (unsigned glyph = 1; r->whole && glyph <= last;) {
		unsigned first = take(r, 2);
		unsigned length = 1 + (format == 0 ? 0 : take(r, format == 1 ? 1 : 2));
		range_take(first, glyph, length, glyphs, count, cids);
		glyph += length;
	}
	r->whole = r->whole && format <= 2;
}

bool font_cff_cids(Bytes table, const unsigned *glyphs, int count, unsigned *cids)
{
	Reader r = {table, 2, true};
	r.at = take(&r, 1);
	index_take(&r); /* names */
	size_t dict = index_take(&r), end = r.at;
	r.at = dict;
	int64_t charset = charset_of(&r, end);
	r.at = (size_t)charset;
	for (int i = 0; i < count; i++)
		cids[i] = charset < 0 ? glyphs[i] : 0;
	if (charset >= 0)
		charset_take(&r, glyphs, count, cids);
	return r.whole;
}
