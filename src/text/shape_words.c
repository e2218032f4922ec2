/* SPDX-License-Identifier: MIT */
#include "text/shape_words.h"

#include "base/str.h"
#include "text/shape_parts.h"

#include <string.h>

/*
 * Words that are put together.
 *
 * A page says little that was not said on another: its words come back, its
 * sentences do not. So the glyphs of each word, with the space behind it, are kept,
 * and a stretch is put together from them.
 *
 * That must come to the same as shaping the stretch as a whole, in any font:
 * kerning may reach across a space. HarfBuzz says where it might. A cluster that
 * is not "unsafe to concat" begins where nothing on one side had a say in the
 * other, and of two pieces that both end in such a place, glyphs and all, one may
 * stand beside the other (hb-buffer.h, since 4.0). So a word is kept only when it is free at
 * both ends. At the ends of what is shaped together nothing can be known to be free: a word that was
 * met there is kept for such places only. What is free inside may stand there, too.
 *
 * Of the characters beyond the ends HarfBuzz takes notice for letters that join, and for marks that have lost
 * their letter; scripts that stand apart have no such letters, and plain characters are no marks.
 *
 * Words that are new are shaped together with the space before them and the known word behind them:
 * only beside their neighbours does HarfBuzz say of all that reaches across. If they are not free, or
 * the characters are not of the plain kind, the stretch is shaped, and kept, as a whole: there what stands
 * beyond its ends is part of the key.
 */

/* CONTEXT: HarfBuzz looks at five characters beyond a run. A longer word is not kept. */
enum { CONTEXT = 5 * 4, WORD_MOST = 200 };

/* What is shaped together: in one script. */
typedef struct Together {
	Shaping *shaping;
	Cache *cache;
	int start, end;
	hb_script_t script;
} Together;

/* All that the glyphs of a word depend on: this, and its characters. */
typedef struct KeyHead {
	const Font *font;
	hb_language_t language;
	hb_script_t script;
	unsigned char figures, tracked, small_caps, backwards;
	bool first, last;             /* it is kept for the ends of what is shaped together only */
	bool run;                     /* it is all that is shaped at once, and … */
	unsigned char before, behind; /* … so many bytes that stand beside it */
} KeyHead;

typedef struct Key {
	unsigned char bytes[sizeof(KeyHead) + CONTEXT + WORD_MOST + CONTEXT];
	size_t length;
} Key;

static KeyHead head_of(const Shaping *s)
{
	KeyHead head;
	memset(&head, 0, sizeof head); /* with what stands between its parts */
	head.font = s->type->font;
	head.language = s->language;
	head.figures = (unsigned char)s->type->figures;
	head.tracked = s->type->tracked;
	head.small_caps = s->type->small_caps;
	head.backwards = s->type->backwards;
	return head;
}

static Key key_put(const KeyHead *head, const char *text, int length)
{
	Key key;
	memcpy(key.bytes, head, sizeof *head);
	memcpy(key.bytes + sizeof *head, text, (size_t)length);
	key.length = sizeof *head + (size_t)length;
	return key;
}

static Key key_of(const Together *t, int start, int end, bool first, bool last)
{
	KeyHead head = head_of(t->shaping);
	head.script = t->script;
	head.first = first;
	head.last = last;
	return key_put(&head, t->shaping->text + start, end - start);
}

static int lesser(int a, int b)
{
	return a < b ? a : b;
}

static Key key_of_run(const Shaping *s, int start, int end, hb_script_t script)
{
	KeyHead head = head_of(s);
	head.script = script;
	int before = lesser(start, CONTEXT), behind = lesser(s->length - end, CONTEXT);
	head.run = true;
	head.before = (unsigned char)before;
	head.behind = (unsigned char)behind;
	return key_put(&head, s->text + start - before, before + end - start + behind);
}

/* Behind the word at `start` and its space. */
static int word_end(const Together *t, int start)
{
	const char *text = t->shaping->text;
	while (start < t->end && text[start] != ' ')
		start++;
	while (start < t->end && text[start] == ' ')
		start++;
	return start;
}

static Kept word_find(const Together *t, int start, int end)
{
	if (end - start > WORD_MOST)
		return (Kept){0};
	bool first = start == t->start, last = end == t->end;
	Key key = key_of(t, start, end, first, last);
	Kept kept = cache_find(t->cache, key.bytes, key.length);
	if (kept.at || !(first || last))
		return kept;
	key = key_of(t, start, end, false, false);
	return cache_find(t->cache, key.bytes, key.length);
}

/* A glyph of a word as it is kept: its cluster counts from the word's beginning. */
typedef struct KeptGlyph {
	Glyph glyph;
	bool joined;
} KeptGlyph;

static void kept_add(Shaping *to, int start, const Kept *from)
{
	const KeptGlyph *kept = from->at;
	int count = (int)(from->length / sizeof *kept);
	Glyph *glyphs = list_add_many(&to->glyphs, count);
	bool *joined = list_add_many(&to->joined, count);
	for (int i = 0; i < count; i++) {
		glyphs[i] = kept[i].glyph;
		glyphs[i].cluster += start;
		joined[i] = kept[i].joined;
	}
}

/* Glyphs of what begins at `start`. */
static void glyphs_keep(Cache *cache, const Key *key, const Shaping *from, int first, int last,
			int start)
{
	KeptGlyph kept[2 * WORD_MOST];
	int count = last - first;
	if (count > 2 * WORD_MOST)
		return;
	memset(kept, 0, (size_t)count * sizeof *kept);
	for (int i = 0; i < count; i++) {
		kept[i].glyph = *(const Glyph *)list_at(&from->glyphs, first + i);
		kept[i].glyph.cluster -= start;
		kept[i].joined = *(const bool *)list_at(&from->joined, first + i);
	}
	cache_keep(cache, key->bytes, key->length, kept, (size_t)count * sizeof *kept);
}

static void word_keep(const Together *t, const Shaping *from, int first, int last, int start,
		      int end)
{
	if (end - start > WORD_MOST)
		return;
	Key key = key_of(t, start, end, start == t->start, end == t->end);
	glyphs_keep(t->cache, &key, from, first, last, start);
}

/* The glyph that begins at that byte, or -1 where none does or the place is not free. What begins where
 * the stretch does always is: what stands before it is part of its key. */
static int free_at(const Together *t, const Shaping *made, int byte)
{
	int low = 0, high = made->glyphs.count;
	if (byte == t->end)
		return high;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (((const Glyph *)list_at(&made->glyphs, middle))->cluster < byte)
			low = middle + 1;
		else
			high = middle;
	}
	bool begins = low < made->glyphs.count &&
		      ((const Glyph *)list_at(&made->glyphs, low))->cluster == byte;
	bool free = begins && !*(const bool *)list_at(&made->bound, low);
	return begins && (free || byte == t->start) ? low : -1;
}

static void words_keep(const Together *t, const Shaping *made, int start, int end)
{
	for (int at = start, next; at < end; at = next) {
		next = word_end(t, at);
		int first = free_at(t, made, at), last = free_at(t, made, next);
		if (first >= 0 && last >= 0)
			word_keep(t, made, first, last, at, next);
	}
}

/* Shapes new words between the space before them and the known word behind them. False when they are not
 * free at both ends. */
static bool words_learn(const Together *t, int start, int end)
{
	Shaping *shaping = t->shaping;
	Shaping made = shaping_begin(shaping->glyphs.arena, shaping->type, shaping->text);
	made.flags = HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT;
	int from = start > t->start ? start - 1 : start;
	shaping_add(&made, from, end < t->end ? word_end(t, end) : end, t->script);
	int first = free_at(t, &made, start), last = free_at(t, &made, end);
	if (first < 0 || last < 0)
		return false;
	Glyph *glyphs = list_add_many(&shaping->glyphs, last - first);
	bool *joined = list_add_many(&shaping->joined, last - first);
	if (last > first) {
		memcpy(glyphs, (const Glyph *)made.glyphs.items + first,
		       (size_t)(last - first) * sizeof *glyphs);
		memcpy(joined, (const bool *)made.joined.items + first,
		       (size_t)(last - first) * sizeof *joined);
	}
	words_keep(t, &made, start, end);
	return true;
}

static bool words_add(const Together *t)
{
	for (int at = t->start, end; at < t->end; at = end) {
		end = word_end(t, at);
		Kept kept = word_find(t, at, end);
		if (kept.at) {
			kept_add(t->shaping, at, &kept);
			continue;
		}
		while (end < t->end && !word_find(t, end, word_end(t, end)).at)
			end = word_end(t, end);
		if (!words_learn(t, at, end))
			return false;
	}
	return true;
}

/* Whether letters neither join nor move in that script. */
static bool stands_apart(hb_script_t script)
{
	static const hb_script_t apart[] = {
	    HB_SCRIPT_COMMON,   HB_SCRIPT_LATIN, HB_SCRIPT_GREEK,    HB_SCRIPT_CYRILLIC,
	    HB_SCRIPT_ARMENIAN, HB_SCRIPT_HAN,   HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA,
	};
	for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
		if (script == apart[i])
			return true;
	return false;
}

/* Of characters that show by themselves, and spaces. A single mark, joiner or selector makes HarfBuzz do to
 * all of a stretch what it else would leave: then no word looks for certain as it does elsewhere. */
static bool is_plain(const Together *t)
{
	const char *s = t->shaping->text + t->start, *end = t->shaping->text + t->end;
	while (s < end) {
		unsigned char first = (unsigned char)*s;
		if (first < 0x80) {
			if (first < ' ' || first == 0x7f)
				return false;
			s++;
		} else if (!shape_is_visible(str_next(&s))) {
			return false;
		}
	}
	return stands_apart(t->script);
}

/* All of it at once: nothing in it can be told apart, but it may come back as it is, such as a heading. */
static void whole_add(const Together *t)
{
	Shaping *shaping = t->shaping;
	int first = shaping->glyphs.count;
	if (t->end - t->start > WORD_MOST) {
		shaping_add(shaping, t->start, t->end, t->script);
		return;
	}
	Key key = key_of_run(shaping, t->start, t->end, t->script);
	Kept kept = cache_find(t->cache, key.bytes, key.length);
	if (kept.at) {
		kept_add(shaping, t->start, &kept);
		return;
	}
	shaping_add(shaping, t->start, t->end, t->script);
	glyphs_keep(t->cache, &key, shaping, first, shaping->glyphs.count, t->start);
}

/* What runs from right to left is mostly of scripts whose letters join. */
static void together_add(const Together *t)
{
	Shaping *shaping = t->shaping;
	int count = shaping->glyphs.count;
	if (!shaping->type->backwards && is_plain(t) && words_add(t))
		return;
	shaping->glyphs.count = shaping->joined.count = count;
	whole_add(t);
}

Shaped shape_words(Arena *a, Cache *cache, const Type *type, const char *text, int start, int end)
{
	if (!cache)
		return shape_run(a, type, text, start, end);
	Shaping shaping = shaping_begin(a, type, text);
	Together t = {.shaping = &shaping, .cache = cache, .start = start};
	for (; t.start < end; t.start = t.end) {
		t.end = shaping_script(&shaping, t.start, end, &t.script);
		together_add(&t);
	}
	return shaping_end(&shaping);
}
