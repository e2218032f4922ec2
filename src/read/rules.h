/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * rules.h: what the facts of a record, or of all records, must mean together.
 *
 * Reads a file of rules in ISO Schematron (queryBinding "xslt": XPath 1.0, and of
 * XSLT current() and key()) and holds trees against it. Phase "record" is about one
 * record as it stands, phase "edition" about a whole edition merged into one
 * document (model/merged.h); a pattern in no phase is one for records. What a rule
 * forbids is told in the rule's own words (DIAG_RULE), as an error or a warning, at
 * the place of the node it is about.
 *
 * Does not know what records are about. Rules that need more than there is here
 * (let, abstract patterns, other files) are refused when the file is read; a rule
 * that takes too long is told and ends the checking.
 */
#include "base/file.h"
#include "model/ingredient.h"
#include "model/merged.h"
#include "read/xml_doc.h"

typedef struct Rules Rules;

/* Reads and compiles them. NULL when they cannot be used; told. */
Rules *rules_open(Arena *a, const Source *source, Diags *diags);
/* NULL is allowed. */
void rules_close(Rules *rules);

/* The file itself. */
const Ingredient *rules_file(const Rules *rules);

/* Holds a record against phase "record"; `doc` from xml_doc_new. False when there was an error. */
bool rules_check_record(const Rules *rules, xmlDocPtr doc, Diags *diags);
/* Whether anything in phase "record" is a warning only. */
bool rules_warn(const Rules *rules);
/* Tells the warnings of a record in which rules_check_record found no error before, and looks for nothing else. */
void rules_warn_record(const Rules *rules, xmlDocPtr doc, Diags *diags);
/* Holds an edition against phase "edition". False when there was an error. */
bool rules_check_edition(const Rules *rules, const Merged *merged, Diags *diags);
