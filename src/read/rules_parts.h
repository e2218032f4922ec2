/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * rules_parts.h: a file of rules as it stands in memory, for rules*.c alone.
 */
#include "read/rules.h"
#include "read/rules_xpath.h"

/* What is said: words, and values looked up when it is said. */
typedef struct Piece {
	const char *words; /* NULL: a value */
	XPath value;       /* the string of this expression … */
	bool name;         /* … or the name of the node it finds; of the context, when not said */
} Piece;

typedef struct Sentence {
	const Piece *pieces;
	int count;
} Sentence;

/* One <assert> or <report>. */
typedef struct Test {
	XPath test;
	bool report; /* told when the test is true, not when it is false */
	DiagLevel level;
	XPath subject; /* what the place is of, seen from the context; not said: the context */
	Sentence message;
	const Sentence *const *hints; /* NULL-terminated */
} Test;

typedef struct Rule {
	List context; /* of XPath: the branches of the pattern */
	const Test *tests;
	int test_count;
} Rule;

typedef enum LikenessKind {
	LIKENESS_ALIKE,
	LIKENESS_KNOWN,
	LIKENESS_ONCE,
	LIKENESS_SAME
} LikenessKind;

/* One <alike>, <known>, <once> or <same>. */
typedef struct Likeness {
	LikenessKind kind;
	List context;
	XPath key;     /* ONCE, SAME: what may not be there twice; what has one value */
	XPath value;   /* SAME: that value */
	XPath subject; /* ONCE, SAME: whose place is told; the context's when not said */
	List among;    /* of XPath, as contexts are */
	const char
	    *words; /* KNOWN: "is not known"; ONCE: "the rank"; SAME: what the value is called */
	DiagLevel level;
} Likeness;

typedef enum Phase { PHASE_RECORD, PHASE_EDITION, PHASES } Phase;

/* One <pattern>. In it each node is taken by the first rule that matches it. */
typedef struct Theme {
	const Rule *rules;
	int rule_count;
	const Likeness *likenesses;
	int likeness_count;
	bool phases[PHASES];
	bool warns; /* something in it is a warning only */
} Theme;

/* One of XSLT's keys: nodes found by what an expression says of them. */
typedef struct Key {
	const char *name;
	List match; /* of XPath, as contexts are */
	XPath use;
} Key;

struct Rules {
	const char *file;
	Ingredient read;
	List prefixes; /* of Prefix */
	const Key *keys;
	int key_count;
	const Theme *themes;
	int theme_count;
	List compiled;              /* of xmlXPathCompExprPtr */
	xmlXPathContextPtr context; /* of one document at a time: making one takes long */
};

/* Rules being held against a document. */
typedef struct Trial {
	Standpoint standpoint;
	Arena *a;
	const Rules *rules;
	xmlXPathContextPtr context;
	unsigned long steps; /* that libxml2 may take altogether */
	Diags *diags;        /* for what is wrong with a rule */
	Place at;            /* of the expression that is looked at */
	bool over;           /* it is of no use to go on */
	bool warnings;       /* only these are looked for: there is no error */
	List *indexes;       /* one a key, filled when it is first asked for */
	List findings;
} Trial;

/* A context that knows the prefixes and functions of the rules, of no document yet. */
xmlXPathContextPtr trial_context(const Rules *rules);
/* What an expression is worth, seen from a node; NULL: nothing. xmlXPathFreeObject. */
xmlXPathObjectPtr trial_evaluate(Trial *t, const XPath *path, xmlNodePtr from);
/* The nodes a path finds in the document, in its order; NULL for none. xmlXPathFreeObject. */
xmlXPathObjectPtr trial_find(Trial *t, const XPath *path, xmlNodePtr from);
/* XPath's string of a node, white space folded. */
const char *trial_words(Trial *t, xmlNodePtr node);
/* Where a node stands. */
Place trial_place(const Trial *t, const xmlNode *node);
/* Keeps what is to be told; texts live in t->a. `hint` may be NULL. */
void trial_finding(Trial *t, DiagLevel level, Place place, const char *message, const char *hint);

/* XPath's string of an expression seen from a node, white space folded; "" for none. */
const char *trial_string(Trial *t, const XPath *path, xmlNodePtr from);

/* XSLT's key(), of a trial. */
xmlXPathObjectPtr key_find(Standpoint *trial, const char *name, xmlXPathObjectPtr sought);
/* Holds one likeness against the document. */
void likeness_try(Trial *t, const Likeness *likeness);
/* The document that phase "edition" is about: all of it, copied. xmlFreeDoc. */
xmlDocPtr merged_doc(const Merged *merged);
