/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * rules_xpath.h: the expressions of a file of rules, compiled once.
 *
 * libxml2 compiles them, after rules_look.h has found no wrong name in them; then
 * each is worked out once over next to nothing, which shows what does not fit
 * together.
 */
#include "base/list.h"
#include "model/node.h"

#include <libxml/xpath.h>

typedef struct XPath {
	xmlXPathCompExprPtr compiled; /* NULL: not said, or faulty, which was told */
	Place place;
	bool joins; /* it may come by a node twice, and compares to see that */
} XPath;

typedef struct Prefix {
	const char *name, *uri;
} Prefix;

/* What XSLT's functions go by while an expression is worked out. Whatever an XPath context has as
 * its userData begins with it. */
typedef struct Standpoint {
	xmlNodePtr current; /* NULL: the context's own node */
	/* The nodes that the key called `name` has for what is sought; NULL: there are none yet. */
	xmlXPathObjectPtr (*key)(struct Standpoint *self, const char *name,
				 xmlXPathObjectPtr sought);
} Standpoint;

/* current() and key(): the same functions for everybody, since libxml2 keeps in an expression
 * whichever it called first. */
void xpath_functions(xmlXPathContextPtr context);

typedef struct Compiler {
	Arena *a;
	Diags *diags;
	xmlXPathContextPtr context; /* of a document of one empty element */
	List prefixes;              /* of Prefix */
	const char *const *keys;    /* the names that key() knows, NULL-terminated */
	List compiled;              /* of xmlXPathCompExprPtr: all that were made */
} Compiler;

/* Tells, at `place`, that libxml2 cannot work an expression out: its error number `code`. */
void xpath_fault(Diags *diags, Place place, int code);

Compiler compiler_open(Arena *a, Diags *diags);
void compiler_prefix(Compiler *c, const char *prefix, const char *uri);
/* What was compiled stays. */
void compiler_close(Compiler *c);

/* The expression in an attribute; NULL for none. */
XPath xpath_compile(Compiler *c, const Attr *attr);
/* The branches of a pattern in an attribute, each as a path from the root that finds what it
 * matches. A list of XPath; empty when anything was wrong, or for NULL. */
List xpath_branches(Compiler *c, const Attr *attr);
