/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * chance.h: numbers and names by chance, the same for the same seed.
 */
#include "base/str.h"

#include <ctype.h>

typedef struct Chance {
	Arena *a; /* of the names */
	uint64_t state;
} Chance;

/* splitmix64 (Steele, Lea and Flood, 2014). */

static inline uint64_t chance(Chance *by)
{
	uint64_t z = by->state += 0x9e3779b97f4a7c15u;
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static inline int between(Chance *by, int low, int high)
{
	return low + (int)(chance(by) % (uint64_t)(high - low + 1));
}

static inline bool in_hundred(Chance *by, int percent)
{
	return between(by, 1, 100) <= percent;
}

static inline void syllable_add(Chance *by, StrBuf *buf)
{
	static const char *const begins[] = {"b", "d", "f", "g", "h",  "k",  "l",  "m",  "n", "p",
					     "r", "s", "t", "v", "br", "ch", "st", "tr", "w", "y"};
	static const char *const middles[] = {"a", "e",  "i",  "o", "u", "a", "e",
					      "o", "ai", "ou", "é", "ö", "ã"};
	static const char *const ends[] = {"", "", "n", "r", "l", "s", "ng", "m", "k", "rt"};
	strbuf_add(buf, begins[between(by, 0, 19)]);
	strbuf_add(buf, middles[between(by, 0, in_hundred(by, 15) ? 12 : 9)]);
	strbuf_add(buf, ends[between(by, 0, 9)]);
}

/* A word of some syllables with a capital: its first letter is always ASCII. */
static inline const char *word(Chance *by, int least, int most)
{
	StrBuf buf = {.arena = by->a};
	for (int i = between(by, least, most); i > 0; i--)
		syllable_add(by, &buf);
	buf.text[0] = (char)toupper(buf.text[0]);
	return buf.text;
}

static inline const char *cluster_name(Chance *by)
{
	StrBuf buf = {.arena = by->a};
	strbuf_add(&buf, word(by, 1, 3));
	for (int parts = in_hundred(by, 30); parts > 0; parts--) {
		strbuf_add(&buf, in_hundred(by, 70) ? "-" : " ");
		strbuf_add(&buf, word(by, 1, 3));
	}
	return buf.text;
}

/* "São Tarn" becomes "sao-tarn". */
static inline const char *id_of(Arena *a, const char *name)
{
	StrBuf buf = {.arena = a};
	while (*name) {
		uint32_t code = str_next(&name);
		uint32_t plain = code == 0xe9   ? 'e'
				 : code == 0xf6 ? 'o'
				 : code == 0xe3 ? 'a'
						: code;
		char letter = plain == ' ' ? '-' : (char)tolower((int)plain);
		strbuf_add_n(&buf, &letter, 1);
	}
	return buf.text;
}
