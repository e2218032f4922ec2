/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * itemize.h: words of one style are parted into what is shaped together: one font, one direction.
 *
 * A character takes its style's font when that has it; else the first of the fonts
 * that fonts.xml names behind it for the page's language. Spaces stay with the
 * word before them and accents with their letter, so that a fall-back does not
 * tear a word apart; quotes and dashes beside ideographs are set with them.
 * Nothing is looked up for plain text: see items_find.
 */
#include "base/list.h"
#include "text/para.h"

typedef struct Item {
	int start, end; /* bytes of the words */
	const Font *font;
	unsigned char level; /* of direction: breaks_bidi.h */
	bool joins;          /* it has letters that join: nothing may be tracked */
} Item;

/* Adds the items from byte `start` to `end` of the words to `items`, a List of Item. `levels`: of each byte; NULL: all run
 * from left to right. `closely`: each character is looked up, where else those that every font of letters
 * has are taken for granted. */
void items_find(const Typesetter *setter, const Words *words, int start, int end, const Font *font,
		const unsigned char *levels, bool closely, List *items);
