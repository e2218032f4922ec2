/* SPDX-License-Identifier: MIT */
#pragma once
/* rules_form.h: which elements and attributes a file of rules may have, and which of Schematron's
 * are refused. */
#include "model/node.h"

#define SCHEMATRON "http://purl.oclc.org/dsdl/schematron"
#define LIKENESS "urn:clusterpress:likeness:1"
#define XSLT "http://www.w3.org/1999/XSL/Transform"

/* Tells all that is out of form. False when it is no file of rules at all: nothing else can be
 * looked at then. */
bool rules_form_check(Arena *scratch, const Node *root, Diags *diags);
