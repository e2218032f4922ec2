/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * breaks_letters.h: what Unicode knows of a letter, through ICU.
 */
#include <stdbool.h>
#include <stdint.h>

/* A letter, or a mark that stands on one. */
bool letter_is(uint32_t code);

/* The small letter to a capital; any other character is itself. */
uint32_t letter_lower(uint32_t code);

enum { LETTER_CODES = 256 };

/* The characters that the bytes of an encoding stand for ("ISO8859-1", "KOI8-R"); nought for a byte that stands for none.
 * False when ICU does not know it, or when one byte is not always one character. */
bool letter_encoding(const char *name, uint32_t codes[LETTER_CODES]);
