/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * breaks_width.h: East Asian widths (Unicode UAX #11): which characters are as wide as ideographs.
 */
#include <stdbool.h>
#include <stdint.h>

/* Ideographs, kana, hangul, and the punctuation that is made for them. */
bool width_is_wide(uint32_t code);
/* Quotes, dashes, dots: wide beside ideographs, narrow beside letters. */
bool width_is_ambiguous(uint32_t code);
/* What has no width of its own and stays with what stands before it: accents, joiners, selectors. */
bool width_is_attached(uint32_t code);
