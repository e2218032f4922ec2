/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * fill_setup.h: what tests of the room fill have in common: XML given as text,
 * a small edition and its names, and the diagnostics as one string.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/list.h"
#include "base/str.h"
#include "fill/fill.h"
#include "read/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A folder for each program, since they run side by side. */
#define SETUP_FOLDER "build/" __BASE_FILE__ "/"

typedef struct Setup {
	Arena *arena;
	Diags *diags;
	Edition edition;
	Names names;
	Layout layout;
	Saying saying;
} Setup;

/* The tree of some XML, read from a file called `name` (its places say so). */
static inline const Node *setup_xml(Setup *setup, const char *name, const char *xml)
{
	Arena *a = setup->arena;
	const char *path = str_format(a, SETUP_FOLDER "%s", name);
	Diags *diags = diags_new(a);
	if (!file_write(path, xml, strlen(xml), diags))
		fail_msg("cannot write %s", path);
	Source source = {.path = path};
	const Node *root = xml_read(a, &source, NULL, diags);
	if (!root)
		fail_msg("%s: %s", xml, diags_at(diags, 0)->message);
	return root;
}

static inline int setup_order(const void *a, const void *b)
{
	const NameEntry *x = a, *y = b;
	int kinds = strcmp(x->kind, y->kind);
	return kinds ? kinds : strcmp(x->key, y->key);
}

static inline void setup_names(Setup *setup, const char *xml)
{
	List entries = list_new(setup->arena, sizeof(NameEntry));
	const Node *root = setup_xml(setup, "fill-names.xml", xml);
	for (const Node *node = root->first; node; node = node->next) {
		if (node->kind != NODE_ELEMENT)
			continue;
		const char *code = node_value(node, "code");
		const char *key = code ? code : node_value(node, "id");
		*(NameEntry *)list_add(&entries) = names_entry(setup->arena, node, key, code);
	}
	qsort(entries.items, (size_t)entries.count, sizeof(NameEntry), setup_order);
	setup->names = names_index(setup->arena, entries.items, entries.count);
	setup->names.file = "names.xml";
}

static const char setup_names_xml[] =
    "<names xmlns='urn:clusterpress:names:1'>"
    "<economy code='CN'><name>China</name><name xml:lang='fr'>Chine</name>"
    "<name xml:lang='zh'>中国</name><adjective>Chinese</adjective></economy>"
    "<economy code='US'><name>United States</name><name xml:lang='fr'>États-Unis</name></economy>"
    "<cluster id='beijing'><name>Beijing</name><name xml:lang='fr'>Pékin</name></cluster>"
    "<cluster id='chengdu'><name>Chengdu</name><name xml:lang='fr'>Chengdu</name></cluster>"
    "<field id='Digital communication'><name xml:lang='fr'>Communication numérique</name></field>"
    "</names>";

static const char setup_edition_xml[] =
    "<edition xmlns='urn:clusterpress:edition:1' id='2024' year='2024' size='100' "
    "date='2024-09-26'><title>Innovation  Index</title></edition>";

static inline Setup *setup_open(const char *language)
{
	static const char *const locales[] = {"en", "en-GB", NULL};
	Arena *a = arena_new();
	Setup *setup = ARENA_NEW(a, Setup);
	setup->arena = a;
	setup->diags = diags_new(a);
	setup->edition.root = setup_xml(setup, "fill-edition.xml", setup_edition_xml);
	setup_names(setup, setup_names_xml);
	setup->layout.language = setup->layout.original = "en";
	setup->layout.locales = locales;
	setup->saying =
	    (Saying){.edition = &setup->edition, .layout = &setup->layout, .names = &setup->names};
	setup->saying.locale = locale_open(a, language, layout_locale(&setup->layout, language));
	return setup;
}

static inline void setup_close(Setup *setup)
{
	locale_close(setup->saying.locale);
	arena_free(setup->arena);
}

/* All diagnostics, one a line, "file:line:column: message", without the folder of the files. */
static inline const char *setup_told(Setup *setup)
{
	static const char folder[] = SETUP_FOLDER;
	StrBuf all = {.arena = setup->arena}, short_names = {.arena = setup->arena};
	for (int i = 0; i < diags_count(setup->diags); i++) {
		const Diag *diag = diags_at(setup->diags, i);
		strbuf_format(&all, "%s%s:%d:%d: %s", i ? "\n" : "",
			      diag->place.file ? diag->place.file : "", diag->place.line,
			      diag->place.column, diag->message);
	}
	const char *from = strbuf_text(&all);
	for (const char *at; (at = strstr(from, folder)); from = at + strlen(folder))
		strbuf_add_n(&short_names, from, (size_t)(at - from));
	strbuf_add(&short_names, from);
	return strbuf_text(&short_names);
}

/* Cuts the next column off a line of a table of cases; "\u00a0" becomes that character. */
static inline char *setup_column(Arena *a, char **line)
{
	char *end = strstr(*line, " | "), *next = end ? end + 3 : *line + strlen(*line);
	char *text = str_copy_n(a, *line, (size_t)((end ? end : next) - *line));
	StrBuf out = {.arena = a};
	while (str_is_space(*text))
		text++;
	for (char *s = text; *s;) {
		unsigned code;
		char utf8[4];
		if (sscanf(s, "\\u%4x", &code) == 1) {
			strbuf_add_n(&out, utf8, (size_t)str_put(utf8, code));
			s += 6;
		} else {
			strbuf_add_n(&out, s++, 1);
		}
	}
	char *column = str_copy(a, strbuf_text(&out));
	for (size_t n = strlen(column); n && str_is_space(column[n - 1]); n--)
		column[n - 1] = '\0';
	*line = next;
	return column;
}
