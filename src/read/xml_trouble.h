/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xml_trouble.h: what libxml2 complains of, said in words for people.
 *
 * Knows the parser's codes and the state of the reading; decides nothing but
 * whether what follows can still be trusted.
 */
#include "model/node.h"
#include "read/xml_cursor.h"

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

/* libxml2 2.12 made the error const; both kinds of it are served. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *GivenError;
#else
typedef xmlErrorPtr GivenError;
#endif

typedef struct Trouble {
	const xmlError *error;
	Cursor next;    /* behind the last event: what was read last */
	const char *at; /* where the parser stands … */
	Place here;     /* … and the place of that */
	/* The innermost open element; NULL: none, or no longer known: after a fault the parser goes on
	 * but tells of tags no more. */
	const Node *open;
	Diags *diags;
} Trouble;

/* Tells it. False: the file cannot be understood from here on. */
bool xml_trouble(const Trouble *t);
