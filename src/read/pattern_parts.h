/* SPDX-License-Identifier: MIT */
#pragma once
/* pattern_parts.h: what the readers of words (pattern.c) and of choices (pattern_choice.c) share.
 * Private to them. */
#include "base/str.h"
#include "read/pattern.h"
#include "read/pattern_atoms.h"

typedef struct PatternParsing {
	Arena *a;
	const Atoms *atoms;
	int at;
	const SpanStyles *spans;
	Diags *diags;
	int depth;
	bool failed;
} PatternParsing;

/* What a message stands in: it ends accordingly. */
typedef struct PatternSetting {
	bool branch; /* ends at "}"; otherwise at the end of its span or of all */
	bool plural; /* "#" is the number */
	const Node *span;
	bool link; /* inside <a> */
	const Style *base;
} PatternSetting;

const Atom *pattern_atom(const PatternParsing *p);
/* True where the character `code` stands. */
bool pattern_sees(const PatternParsing *p, uint32_t code);
/* Takes it when it stands here, white space before it or not. */
bool pattern_take(PatternParsing *p, uint32_t code);
void pattern_skip_space(PatternParsing *p);
/* Words that are white space and nothing else. */
bool pattern_is_blank(const Pattern *pattern);
void pattern_code_add(StrBuf *buf, uint32_t code);
/* Tells the first thing that is out of joint; NULL. What follows it cannot be understood. */
void *pattern_refuse(PatternParsing *p, Place place, const char *message, const char *hint);
/* The same for what stands where the inside of braces was expected. */
void *pattern_refuse_end(PatternParsing *p, Place brace);
/* Words up to where their setting ends. NULL for none, or when p->failed. */
Pattern *pattern_parse_message(PatternParsing *p, const PatternSetting *setting);
/* A <b>, <span> or <a> and what is inside it. NULL when p->failed. */
Pattern *pattern_parse_span(PatternParsing *p, const PatternSetting *setting);
/* The cases of a plural or select, from the comma to the closing brace. */
Pattern *pattern_parse_choice(PatternParsing *p, Pattern *choice, const PatternSetting *setting,
			      Place brace);
