/* SPDX-License-Identifier: MIT */
#pragma once
/* rules_setup.h: what the tests of rules share: a file of rules around some patterns, held against
 * a record. */
#include "read/record.h"
#include "read/xml.h"
#include "read_setup.h"

#define HEAD                                                                                       \
	"<schema xmlns=\"http://purl.oclc.org/dsdl/schematron\" queryBinding=\"xslt\">"            \
	"<ns prefix=\"c\" uri=\"urn:c\"/><ns prefix=\"m\" uri=\"urn:clusterpress:merged:1\"/>"     \
	"<ns prefix=\"e\" uri=\"urn:e\"/>\n"

static inline Rules *rules_of(Setup *setup, const char *patterns)
{
	const char *text = str_format(setup->arena, HEAD "%s\n</schema>", patterns);
	Source source = setup_file(setup, "rules.sch", text);
	return rules_open(setup->arena, &source, setup->diags);
}

static inline const Node *tree_of(Setup *setup, const char *name, const char *text)
{
	Source source = setup_file(setup, name, text);
	const Node *root = xml_read(setup->arena, &source, NULL, setup->diags);
	assert_non_null(root);
	return root;
}

/* Holds a record against rules that must be sound; whether all was well. */
static inline bool hold(Setup *setup, const char *patterns, const char *record)
{
	Rules *rules = rules_of(setup, patterns);
	if (rules == NULL)
		fail_msg("%s", setup_told(setup, 0));
	bool good = record_check(NULL, rules, tree_of(setup, "record.xml", record), setup->diags);
	rules_close(rules);
	return good;
}
