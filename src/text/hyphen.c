/* SPDX-License-Identifier: MIT */
#include "text/hyphen.h"

#include "base/cache.h"
#include "base/file.h"
#include "base/str.h"
#include "text/breaks_letters.h"
#include "text/hyphen_select.h"

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

/* More patterns than FEW take libhyphen longer than a page may take: then those of some words are read at a time,
 * until that was done for MANY words, and it is as well to have all. */
enum { PATTERNS_FEW = 16000, WORDS_MANY = 10000, KNOWN_MOST = 2 << 20 };

/* What is found out while words are divided. */
typedef struct Known {
	Arena *arena;
	HyphenDict *all;    /* NULL: not read yet */
	HyphenIndex *index; /* NULL: no word was asked for */
	Cache *words;       /* Marks of a word by its bytes */
	int word_count;     /* that were looked up in patterns of their own */
} Known;

/* A bit a letter: a line may end before it. */
typedef uint64_t Marks;

struct Hyphens {
	Bytes file;
	Known *known;
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

static HyphenDict *patterns_load(Bytes bytes)
{
	FILE *file = fmemopen((void *)bytes.at, bytes.length, "r");
	HyphenDict *patterns = file ? hnj_hyphen_load_file(file) : NULL;
	if (file)
		fclose(file);
	if (patterns == NULL)
		die("libhyphen has no memory for patterns");
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
	if (*why)
		return NULL;
	hyphens->file = bytes;
	hyphens->known = ARENA_NEW(a, Known);
	hyphens->known->arena = a;
	hyphens->digest = digest_bytes(bytes.at, bytes.length);
	return hyphens;
}

void hyphens_close(Hyphens *hyphens)
{
	if (!hyphens)
		return;
	if (hyphens->known->all)
		hnj_hyphen_free(hyphens->known->all);
	cache_close(hyphens->known->words);
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
static Marks marks_find(HyphenDict *patterns, const Letters *letters)
{
	char numbers[WORD_MOST * LETTER_BYTES + 5];
	char **spellings = NULL;
	int *places = NULL, *cuts = NULL;
	Marks marks = 0;
	if (hnj_hyphen_hyphenate2(patterns, letters->bytes, letters->length, numbers, NULL,
				  &spellings, &places, &cuts) != 0)
		return 0;
	for (int i = LEFT_LEAST; i <= letters->count - RIGHT_LEAST; i++)
		if ((numbers[i - 1] & 1) && !(spellings && spellings[i - 1]))
			marks |= (Marks)1 << i;
	for (int i = 0; spellings && i < letters->length; i++)
		free(spellings[i]);
	free(spellings);
	free(places);
	free(cuts);
	return marks;
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

/* Goes through a text word by word. */
typedef struct Walk {
	const Hyphens *hyphens;
	const char *text;
	const char *at, *limit;
	bool bound; /* what comes is bound to what stands before */
} Walk;

static Walk walk_begin(const Hyphens *hyphens, const char *text, int start, int end)
{
	return (Walk){hyphens, text, text + start, text + end, is_bound_before(text, start)};
}

/* The next word that may be divided; false when there is none. */
static bool walk_next(Walk *w, Letters *letters)
{
	while (w->at < w->limit) {
		const char *word = w->at, *behind;
		uint32_t code = str_next(&w->at);
		if (!letter_is(code)) {
			w->bound = is_bond(code);
			continue;
		}
		for (behind = w->at; behind < w->limit; w->at = behind)
			if (!letter_is(str_next(&behind)))
				break;
		const char *next = w->at;
		bool bound = w->bound || (*next && binds(str_next(&next)));
		w->bound = false;
		if (!bound && letters_of(w->hyphens, w->text, (int)(word - w->text),
					 (int)(w->at - w->text), letters))
			return true;
	}
	return false;
}

static const Marks *marks_known(const Known *known, const Letters *letters)
{
	return cache_find(known->words, letters->bytes, (size_t)letters->length).at;
}

/* The patterns of those words of a text that are not known yet; NULL when all are. */
static HyphenDict *some_load(const Hyphens *hyphens, Walk walk)
{
	Known *known = hyphens->known;
	Arena *a = arena_new();
	HyphenChoice *choice = NULL;
	HyphenDict *patterns = NULL;
	for (Letters letters; walk_next(&walk, &letters);) {
		if (marks_known(known, &letters))
			continue;
		if (choice == NULL)
			choice = hyphen_choice(a, known->index);
		hyphen_choose(choice, letters.bytes, letters.length);
		known->word_count++;
	}
	if (choice) {
		StrBuf file = {.arena = a};
		hyphen_choice_write(&file, choice);
		patterns = patterns_load((Bytes){(const unsigned char *)file.text, file.length});
	}
	arena_free(a);
	return patterns;
}

static void marks_set(const Letters *letters, Marks marks, bool *may)
{
	for (int i = 0; i < letters->count; i++)
		if (marks >> i & 1)
			may[letters->at[i]] = true;
}

static void walk_divide(Walk walk, HyphenDict *patterns, bool *may)
{
	for (Letters letters; walk_next(&walk, &letters);)
		marks_set(&letters, marks_find(patterns, &letters), may);
}

static void walk_divide_some(Walk walk, HyphenDict *patterns, bool *may)
{
	const Known *known = walk.hyphens->known;
	for (Letters letters; walk_next(&walk, &letters);) {
		const Marks *marks = marks_known(known, &letters);
		Marks found = marks ? *marks : marks_find(patterns, &letters);
		if (!marks)
			cache_keep(known->words, letters.bytes, (size_t)letters.length, &found,
				   sizeof found);
		marks_set(&letters, found, may);
	}
}

void hyphens_find(const Hyphens *hyphens, const char *text, int start, int end, bool *may)
{
	Known *known = hyphens->known;
	Walk walk = walk_begin(hyphens, text, start, end);
	if (known->index == NULL) {
		known->index = hyphen_index(known->arena, hyphens->file);
		known->words = cache_open(KNOWN_MOST);
	}
	bool many =
	    hyphen_index_count(known->index) <= PATTERNS_FEW || known->word_count > WORDS_MANY;
	if (many && known->all == NULL)
		known->all = patterns_load(hyphens->file);
	if (known->all) {
		walk_divide(walk, known->all, may);
		return;
	}
	HyphenDict *patterns = some_load(hyphens, walk);
	walk_divide_some(walk, patterns, may);
	if (patterns)
		hnj_hyphen_free(patterns);
}
