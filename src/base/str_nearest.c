/* SPDX-License-Identifier: MIT */
#include "base/str.h"

/*
 * How far two words are from each other: the least number of letters put in,
 * left out, changed or swapped with their neighbour that turns one into the
 * other, no letter being touched twice ("optimal string alignment" after
 * Damerau, CACM 7:3, 1964). Three rows of the usual table are enough, since a
 * swap looks back two.
 */

enum { LETTERS_MOST = 64 };

typedef struct Word {
	uint32_t letters[LETTERS_MOST];
	int count;
} Word;

/* False for a word too long to be a slip of anything. Capitals count as small letters. */
static bool word_read(const char *s, Word *word)
{
	word->count = 0;
	for (uint32_t code; (code = str_next(&s)) != 0;) {
		if (word->count == LETTERS_MOST)
			return false;
		word->letters[word->count++] = code >= 'A' && code <= 'Z' ? code + 32 : code;
	}
	return true;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int word_distance(const Word *a, const Word *b)
{
	int rows[3][LETTERS_MOST + 1];
	for (int j = 0; j <= b->count; j++)
		rows[0][j] = j;
	for (int i = 1; i <= a->count; i++) {
		const int *before = rows[(i + 1) % 3], *above = rows[(i + 2) % 3];
		int *row = rows[i % 3];
		row[0] = i;
		for (int j = 1; j <= b->count; j++) {
			bool same = a->letters[i - 1] == b->letters[j - 1];
			row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + !same);
			if (i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2] &&
			    a->letters[i - 2] == b->letters[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
	}
	return rows[a->count % 3][b->count];
}

const char *str_nearest(const char *s, const char *const *words)
{
	Word slip, word;
	if (!word_read(s, &slip))
		return NULL;
	const char *nearest = NULL;
	int shortest = slip.count / 3 + 1;
	for (; *words; words++) {
		if (!word_read(*words, &word))
			continue;
		int distance = word_distance(&slip, &word);
		if (distance < shortest) {
			shortest = distance;
			nearest = *words;
		}
	}
	return nearest;
}

const char *str_guess(Arena *a, const char *nearest)
{
	return nearest ? str_format(a, "; did you mean \"%s\"?", nearest) : "";
}
