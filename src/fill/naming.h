/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * naming.h: a datum by its name in names.xml, in the language of the page.
 *
 * The kind of name is the datum's own name ("country"), the key its text. A code
 * must be found, for it is no word; a word that names.xml does not know is said
 * as the data writes it. What is missing in names.xml is told at its place there.
 */
#include "fill/datum.h"

/* `forms`: "name", "adjective", or several to choose from: "phrase|name". NULL when there is none, which is told. The
 * datum is told of the word in names.xml that stands for it. */
const char *naming_word(Speaker *speaker, Datum *datum, const char *forms);
