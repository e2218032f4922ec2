/* SPDX-License-Identifier: MIT */
#include "base/likeness.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

/*
 * A name becomes a list of words, and two names are alike when their words are,
 * one by one; or when they read the same written together ("Yat-sen", "Yatsen").
 *
 * Comparing all with all would take the square of their number. Names that can be
 * alike share the first letters of their words, but for a slip there, and either
 * the beginning or the end of the first word; or they read the same together. So
 * each name is filed under three keys, and compared with its neighbours there.
 */

enum {
	WORDS_MOST = 24,
	SLIP_SWAPPED = 6, /* letters of a word in which two may be swapped … */
	SLIP_CHANGED = 9, /* … and in which one may be changed, missing or too many */
	SLIP_PLURAL = 6,  /* … or an "s" at its end */
	SLIP_NAME = 10,   /* letters of the name */
	ABBREVIATED = 3,  /* letters that stand for a longer word */
	NEIGHBOURS_MOST = 100
};

typedef struct Word {
	const char *text;
	size_t length;
	bool dotted;
} Word;

typedef struct Name {
	Word words[WORDS_MOST];
	int count;
	const char *together;
	size_t length;
} Name;

/* U+00C0 to U+017F without their accents. */
static const char plain[] = "aaaaaa_ceeeeiiiidnooooo ouuuuy__"
			    "aaaaaa_ceeeeiiiidnooooo ouuuuy_y"
			    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhh"
			    "iiiiiiiiii__jjkkkllllllllllnnnnnnnnn"
			    "oooooo__rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
_Static_assert(sizeof plain == 0x180 - 0xc0 + 1, "a letter for each");

typedef struct Spelt {
	uint32_t code;
	const char *letters;
} Spelt;

static const Spelt spelt[] = {{0xc6, "ae"},  {0xe6, "ae"},  {0xde, "th"},
			      {0xfe, "th"},  {0xdf, "ss"},  {0x132, "ij"},
			      {0x133, "ij"}, {0x152, "oe"}, {0x153, "oe"}};

static const char *const dropped[] = {"of", "the", "and", NULL};

static const char *const legal[] = {"co",   "ltd", "limited",      "inc", "corp", "corporation",
				    "gmbh", "ag",  "incorporated", "sa",  "spa",  "company",
				    "plc",  "llc", "kk",           "bv",  "nv",   NULL};

/* Understood without a full stop too. */
static const char *const abbreviations[] = {"univ", "tech", "technol", "sci",   "inst",     "acad",
					    "med",  "eng",  "corp",    "dept",  "hosp",     "lab",
					    "coll", "res",  "agr",     "agric", "polytech", NULL};

/* Those that are not the beginning of their word. */
static const char *const contractions[][2] = {{"natl", "national"},     {"intl", "international"},
					      {"ctr", "center"},        {"centre", "center"},
					      {"engn", "engineering"},  {"govt", "government"},
					      {"univs", "universities"}};

static bool is_among(const char *word, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(word, *words) == 0)
			return true;
	return false;
}

static const char *spelt_out(uint32_t code)
{
	for (size_t i = 0; i < sizeof spelt / sizeof *spelt; i++)
		if (spelt[i].code == code)
			return spelt[i].letters;
	return NULL;
}

/* The small letter without accent; 0: drop it; ' ': it parts words. */
static uint32_t plain_of(uint32_t code)
{
	if (code >= 'A' && code <= 'Z')
		return code + 32;
	if (code == '\'' || code == 0x2019 || (code >= 0x300 && code <= 0x36f))
		return 0;
	if (code < 0xc0)
		return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') ? code : ' ';
	if (code <= 0x17f)
		return (uint32_t)plain[code - 0xc0];
	if ((code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f))
		return code + 32;
	bool parts = (code >= 0x2000 && code <= 0x206f) || code == 0x2212 ||
		     (code >= 0x3000 && code <= 0x303f);
	return parts ? ' ' : code;
}

static void letter_add(StrBuf *buf, uint32_t code)
{
	char bytes[4];
	const char *letters = spelt_out(code);
	uint32_t simple = letters ? 0 : plain_of(code);
	if (letters)
		strbuf_add(buf, letters);
	else if (simple)
		strbuf_add_n(buf, bytes, (size_t)str_put(bytes, simple));
}

/* Of each sign of ASCII what plain_of leaves; 0: nothing. */
static char ascii_fold(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c + 32);
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

/* Most names are ASCII and end up shorter. */
const char *likeness_fold(Arena *a, const char *s)
{
	StrBuf buf = {.arena = a};
	buf.room = strlen(s) + 1;
	buf.text = arena_alloc(a, buf.room);
	while (*s) {
		if ((unsigned char)*s < 0x80 && buf.length + 1 < buf.room) {
			buf.text[buf.length] = ascii_fold(*s++);
			buf.length += buf.text[buf.length] != '\0';
			continue;
		}
		uint32_t code = str_next(&s);
		if (spelt_out(code) || plain_of(code) != ' ')
			letter_add(&buf, code);
	}
	buf.text[buf.length] = '\0';
	return buf.text;
}

static const char *in_full(const char *word)
{
	for (size_t i = 0; i < sizeof contractions / sizeof *contractions; i++)
		if (strcmp(word, contractions[i][0]) == 0)
			return contractions[i][1];
	return word;
}

static void word_add(Name *name, StrBuf *letters, bool dotted)
{
	const char *word = strbuf_text(letters);
	if (word[0] && !is_among(word, dropped) && name->count < WORDS_MOST) {
		word = in_full(word);
		name->words[name->count++] = (Word){word, strlen(word), dotted};
	}
	*letters = (StrBuf){.arena = letters->arena};
}

static void legal_drop(Name *name)
{
	while (name->count > 1 && is_among(name->words[name->count - 1].text, legal))
		name->count--;
}

static const Name *name_read(Arena *a, const char *s)
{
	Name *name = ARENA_NEW(a, Name);
	StrBuf letters = {.arena = a}, together = {.arena = a};
	for (uint32_t code; (code = str_next(&s)) != 0;) {
		if (!spelt_out(code) && plain_of(code) == ' ')
			word_add(name, &letters, code == '.');
		else
			letter_add(&letters, code);
	}
	word_add(name, &letters, false);
	legal_drop(name);
	for (int i = 0; i < name->count; i++)
		strbuf_add(&together, name->words[i].text);
	name->together = strbuf_text(&together);
	name->length = together.length;
	return name;
}

static bool is_short_for(const Word *one, const Word *other)
{
	return one->length >= ABBREVIATED && one->length < other->length &&
	       strncmp(one->text, other->text, one->length) == 0 &&
	       (one->dotted || is_among(one->text, abbreviations));
}

/* True when one slip makes one word the other: a letter changed, missing or too many, or two
 * neighbours swapped. */
static bool is_slip(const Word *one, const Word *other)
{
	const char *a = one->text, *b = other->text;
	size_t m = one->length, n = other->length;
	for (; m && n && *a == *b; a++, b++, m--, n--)
		;
	for (; m && n && a[m - 1] == b[n - 1]; m--, n--)
		;
	size_t longer = one->length > other->length ? one->length : other->length;
	if (m == 2 && n == 2)
		return a[0] == b[1] && a[1] == b[0] && longer >= SLIP_SWAPPED;
	if (m + n == 1 && (m ? a : b)[0] == 's' && (m ? a : b)[1] == '\0')
		return longer >= SLIP_PLURAL;
	return m <= 1 && n <= 1 && longer >= SLIP_CHANGED;
}

static bool has_digit(const Word *word)
{
	return strpbrk(word->text, "0123456789") != NULL;
}

static bool is_same(const Word *one, const Word *other)
{
	return one->length == other->length && memcmp(one->text, other->text, one->length) == 0;
}

static bool names_alike(const Name *one, const Name *other)
{
	int slips = 0;
	if (one->length == other->length && strcmp(one->together, other->together) == 0)
		return one->count > 0 && other->count > 0;
	if (one->count != other->count)
		return false;
	for (int i = 0; i < one->count; i++) {
		const Word *a = &one->words[i], *b = &other->words[i];
		if (is_same(a, b) || is_short_for(a, b) || is_short_for(b, a))
			continue;
		if (++slips > 1 || !is_slip(a, b) || has_digit(a) || has_digit(b))
			return false;
	}
	return slips == 0 || one->length >= SLIP_NAME;
}

bool likeness_alike(const char *one, const char *other)
{
	Arena *scratch = arena_new();
	bool alike = names_alike(name_read(scratch, one), name_read(scratch, other));
	arena_free(scratch);
	return alike;
}

/* A name under one of its keys. */
typedef struct Filed {
	const char *key;
	const Name *name;
	int number;
	int first; /* where those with this key begin */
} Filed;

static int by_key(const void *a, const void *b)
{
	const Filed *x = a, *y = b;
	int order = strcmp(x->key, y->key);
	if (order == 0)
		order = strcmp(x->name->together, y->name->together);
	return order ? order : x->number - y->number;
}

/* Two letters of the first word, then the first of each other one. */
static const char *key_of(Arena *a, const Name *name, bool end)
{
	StrBuf key = {.arena = a};
	const Word *first = &name->words[0];
	size_t few = first->length < 2 ? first->length : 2;
	strbuf_add(&key, end ? "-" : "+");
	strbuf_add_n(&key, first->text + (end ? first->length - few : 0), few);
	for (int i = 1; i < name->count; i++)
		strbuf_add_n(&key, name->words[i].text, 1);
	return strbuf_text(&key);
}

static List names_file(Arena *a, const char *const *names, int count)
{
	List files = list_new(a, sizeof(Filed));
	for (int i = 0; i < count; i++) {
		const Name *name = name_read(a, names[i]);
		if (name->count == 0)
			continue;
		*(Filed *)list_add(&files) = (Filed){name->together, name, i, 0};
		*(Filed *)list_add(&files) = (Filed){key_of(a, name, false), name, i, 0};
		*(Filed *)list_add(&files) = (Filed){key_of(a, name, true), name, i, 0};
	}
	if (files.count > 1)
		qsort(files.items, (size_t)files.count, sizeof(Filed), by_key);
	Filed *filed = files.items;
	for (int i = 1; i < files.count; i++)
		filed[i].first =
		    strcmp(filed[i - 1].key, filed[i].key) == 0 ? filed[i - 1].first : i;
	return files;
}

/* first[i]: the first name that name i is like, or -1. */
static void neighbours_compare(const Filed *filed, int at, int *first)
{
	int begin = at - filed[at].first > NEIGHBOURS_MOST ? at - NEIGHBOURS_MOST : filed[at].first;
	for (int i = at - 1; i >= begin; i--) {
		int one = filed[i].number, other = filed[at].number;
		int early = one < other ? one : other, late = one < other ? other : one;
		if ((first[late] < 0 || early < first[late]) &&
		    names_alike(filed[i].name, filed[at].name))
			first[late] = early;
	}
}

List likeness_pairs(Arena *a, const char *const *names, int count)
{
	Arena *scratch = arena_new();
	List files = names_file(scratch, names, count);
	int *first = ARENA_ARRAY(scratch, count, int);
	for (int i = 0; i < count; i++)
		first[i] = -1;
	for (int i = 1; i < files.count; i++)
		neighbours_compare(files.items, i, first);
	List pairs = list_new(a, sizeof(Alike));
	for (int i = 0; i < count; i++)
		if (first[i] >= 0)
			*(Alike *)list_add(&pairs) = (Alike){first[i], i};
	arena_free(scratch);
	return pairs;
}
