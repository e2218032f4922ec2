/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xml.h: the only file that parses.
 *
 * Reads an XML file into a tree of nodes with places, safely: no network, no
 * external entities, no internal subset, UTF-8 only; bounded in size, depth and the
 * number of elements and attributes.
 * Places are those of the beginning of tags and of attribute names.
 */
#include "base/file.h"
#include "model/ingredient.h"
#include "model/node.h"

enum { XML_LIMIT = 16 << 20, XML_DEPTH = 256, XML_PARTS = 200000 };

/* The root element; NULL when anything was wrong, which is told. `file`: as it was read, if wanted. */
const Node *xml_read(Arena *a, const Source *source, Ingredient *file, Diags *diags);
/* The same for a language whose attributes may stand on elements of any other: those of the namespace
 * `guest` are called "m:each" and so on, whatever their prefix is. */
const Node *xml_read_mixed(Arena *a, const Source *source, const char *guest, Diags *diags);
/* The same of bytes that are in memory already; `file` is what they are called. */
const Node *xml_read_bytes(Arena *a, const char *file, Bytes bytes, Diags *diags);
