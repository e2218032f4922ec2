/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * plural.h: the plural forms that a language has, so far as whole numbers reach them.
 *
 * Told to whoever checks translations; fill/locale_plural.c finds them out.
 */

enum { PLURAL_FEW = 4, PLURAL_FORMS = 6 };

/* A category of CLDR (Unicode TR35, part 3) and which of the numbers from 0 to 1000 are in it. */
typedef struct PluralForm {
	const char *category; /* "one", "few" … */
	int few[PLURAL_FEW];  /* all of them, when there are at most so many … */
	int few_count;        /* … and how many; -1: more */
} PluralForm;

typedef struct PluralForms {
	PluralForm items[PLURAL_FORMS];
	int count;
} PluralForms;
