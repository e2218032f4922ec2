/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * character.h: characters that say nothing, or what nobody can know.
 *
 * Whoever copies, hears or keeps a page gets its characters, not its glyphs. So none
 * may stand in a file that has no meaning of its own, and words that are asked for
 * must be more than spaces and marks that nobody sees or hears.
 */
#include <stdbool.h>
#include <stdint.h>

typedef enum CharacterFault {
	CHARACTER_GOOD,
	CHARACTER_PRIVATE, /* of private use: it means what two have agreed on */
	CHARACTER_MARK,    /* U+FEFF, which tells the order of bytes where a file begins */
	CHARACTER_NONE     /* Unicode has promised that it will never be one */
} CharacterFault;

CharacterFault character_fault(uint32_t code);
/* The first character of a UTF-8 text that has a fault; NULL: none. */
const char *character_find_fault(const char *text);

/* Whether one of its characters is seen or heard. */
bool character_speaks(const char *text);
