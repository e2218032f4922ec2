/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * translate.h: the words of a layout's tree are replaced by those of another language.
 *
 * A text that stands in DIR/NAME.xml has its translation in
 * DIR/text/NAME.LANG.xlf, so a layout that extends or includes another has its
 * words in all its languages too. What comes of it is read as if somebody had
 * written the layout in that language, each word with its place in the
 * translation. A text that is not translated, or whose translation does not suit
 * it, is told at its place and stays as it is: the layout is then of no use in
 * that language.
 */
#include "base/file.h"
#include "base/list.h"
#include "model/node.h"
#include "model/plural.h"

/* What a layout is read in. */
typedef struct Target {
	const char *language; /* BCP 47 */
	const PluralForms
	    *plurals; /* that it has; NULL: nobody knows, and nothing is said of them */
} Target;

/* A copy of the tree in the language. `file` is who asks; `files`, of Ingredient: takes all translations. */
const Node *translate(Arena *a, const Node *root, const Source *file, const Target *target,
		      List *files, Diags *diags);

/* Where the translation of the words in a file stands: "layouts/text/profile.fr.xlf". */
const char *translation_path(Arena *a, const char *file, const char *language);
