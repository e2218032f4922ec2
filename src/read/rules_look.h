/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * rules_look.h: an XPath looked over, word by word, before libxml2 compiles it.
 *
 * libxml2 leaves names to be found wrong when they are used, or never: functions,
 * prefixes, variables and keys are looked up here. In a pattern it also sees what
 * XSLT 1.0 (section 5.2) does not let stand in one. Whether the whole makes sense
 * is libxml2's business.
 */
#include "read/rules_xpath.h"

typedef struct Look {
	Standpoint standpoint; /* none: nothing is current yet */
	Compiler *c;
	const char *at;
	Place place;
	int depth;    /* of brackets */
	bool pattern; /* a context, not any expression */
	bool joins;   /* as in XPath */
	bool good;    /* nothing was told */
} Look;

/* Steps over one word. */
void look_step(Look *l);
