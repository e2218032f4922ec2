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
