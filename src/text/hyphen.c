/* SPDX-License-Identifier: MIT */
#include "text/hyphen.h"

#include "base/file.h"
#include "base/str.h"
#include "text/breaks_letters.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

enum {
	PATTERNS_MOST = 8 << 20,
	WORD_LEAST = 5,
	WORD_MOST = 60, /* letters */
	LEFT_LEAST = 2,
	RIGHT_LEAST = 3,
	LETTER_BYTES = 4,
	ENCODING_MOST = 40,
	SOFT_HYPHEN = 0xad
};

struct Hyphens {
	HyphenDict *patterns;
	bool wide;                    /* in UTF-8; else each byte is a letter: */
	uint32_t codes[LETTER_CODES]; /* the one it stands for */
	Digest digest;
};

/* The first line of a file of patterns says how its letters are written. */
static bool encoding_read(Hyphens *hyphens, const Bytes *bytes)
{
	char name[ENCODING_MOST + 1];
	size_t length = 0;
	while (length < bytes->length && length < ENCODING_MOST &&
	       !strchr("\r\n", bytes->at[length])) {
		name[length] = (char)bytes->at[length];
		length++;
	}
	name[length] = '\0';
	hyphens->wide = str_equal(name, "UTF-8");
	return hyphens->wide || (length > 0 && letter_encoding(name, hyphens->codes));
}

static HyphenDict *patterns_load(const Bytes *bytes)
{
	FILE *file = fmemopen((void *)bytes->at, bytes->length, "r");
	HyphenDict *patterns = file ? hnj_hyphen_load_file(file) : NULL;
	if (file)
		fclose(file);
	return patterns;
}

Hyphens *hyphens_open(Arena *a, const HyphenFile *file, const char **why)
{
	Diags *diags = diags_new(a);
	Bytes bytes = file_read(a, &(Source){.path = file->path}, PATTERNS_MOST, diags);
	Hyphens *hyphens = ARENA_NEW(a, Hyphens);
	bool known = bytes.at && encoding_read(hyphens, &bytes);
	*why = !bytes.at ? diags_at(diags, 0)->message
	       : !known
		   ? "its first line does not say how its letters are written (UTF-8, ISO8859-1 …)"
		   : NULL;
	hyphens->patterns = *why ? NULL : patterns_load(&bytes);
	if (!*why && !hyphens->patterns)
		*why = "it holds no patterns";
	if (*why)
		return NULL;
	hyphens->digest = digest_bytes(bytes.at, bytes.length);
	return hyphens;
}

void hyphens_close(Hyphens *hyphens)
{
	if (hyphens)
		hnj_hyphen_free(hyphens->patterns);
}

Digest hyphens_digest(const Hyphens *hyphens)
{
	return hyphens->digest;
}

/* Words */

typedef struct Letters {
	char bytes[WORD_MOST * LETTER_BYTES + 1]; /* in lower case, as the patterns are written */
	int at[WORD_MOST + 1];                    /* where each letter begins in the text */
	int count, length;
	bool capitals; /* behind the first letter */
} Letters;

/* -1: the patterns know no such letter, so nothing about a word that has it. */
static int byte_of(const Hyphens *hyphens, uint32_t code)
{
	for (int byte = 0; byte < LETTER_CODES; byte++)
		if (hyphens->codes[byte] == code)
			return byte;
	return -1;
}

static bool letter_add(const Hyphens *hyphens, Letters *letters, uint32_t code, int at)
{
	uint32_t lower = letter_lower(code);
	int byte = hyphens->wide ? 0 : byte_of(hyphens, lower);
	if (letters->count == WORD_MOST || byte < 0)
		return false;
	letters->capitals |= letters->count > 0 && lower != code;
	letters->at[letters->count++] = at;
	if (!hyphens->wide)
		letters->bytes[letters->length++] = (char)byte;
	else
		letters->length += str_put(letters->bytes + letters->length, lower);
	return true;
}

static bool letters_of(const Hyphens *hyphens, const char *text, int start, int end,
		       Letters *letters)
{
	*letters = (Letters){0};
	for (const char *s = text + start; s < text + end;) {
		int at = (int)(s - text);
		if (!letter_add(hyphens, letters, str_next(&s), at))
			return false;
	}
	letters->bytes[letters->length] = 0;
	return letters->count >= WORD_LEAST && !letters->capitals;
}

/* libhyphen numbers letters, not bytes; an odd number behind one allows a hyphen, unless another spelling
 * would come with it. */
static void word_divide(const Hyphens *hyphens, const Letters *letters, bool *may)
{
	char marks[WORD_MOST * LETTER_BYTES + 5];
	char **spellings = NULL;
	int *places = NULL, *cuts = NULL;
	if (hnj_hyphen_hyphenate2(hyphens->patterns, letters->bytes, letters->length, marks, NULL,
				  &spellings, &places, &cuts) != 0)
		return;
	for (int i = LEFT_LEAST; i <= letters->count - RIGHT_LEAST; i++)
		if ((marks[i - 1] & 1) && !(spellings && spellings[i - 1]))
			may[letters->at[i]] = true;
	for (int i = 0; spellings && i < letters->length; i++)
		free(spellings[i]);
	free(spellings);
	free(places);
	free(cuts);
}

/* What binds a word to another: there it has a place to be divided already. */
static bool is_bond(uint32_t code)
{
	return code == '-' || code == 0x2010 || code == 0x2011 || code == SOFT_HYPHEN;
}

static bool binds(uint32_t code)
{
	return is_bond(code) || letter_is(code);
}

/* Whether the word that begins at `start` goes on before it, in another style. */
static bool is_bound_before(const char *text, int start)
{
	const char *s = text + start;
	if (start == 0)
		return false;
	do
		s--;
	while (s > text && ((unsigned char)*s & 0xc0) == 0x80);
	return binds(str_next(&s));
}

void hyphens_find(const Hyphens *hyphens, const char *text, int start, int end, bool *may)
{
	Letters letters;
	bool bound = is_bound_before(text, start);
	for (const char *s = text + start, *limit = text + end; s < limit;) {
		const char *word = s, *behind = s;
		uint32_t code = str_next(&s);
		if (!letter_is(code)) {
			bound = is_bond(code);
			continue;
		}
		for (behind = s; behind < limit; s = behind)
			if (!letter_is(str_next(&behind)))
				break;
		const char *next = s;
		bound |= *s && binds(str_next(&next));
		if (!bound &&
		    letters_of(hyphens, text, (int)(word - text), (int)(s - text), &letters))
			word_divide(hyphens, &letters, may);
		bound = false;
	}
}
