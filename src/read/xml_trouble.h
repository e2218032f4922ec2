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

typedef struct Trouble {
	const xmlError *error;
	Cursor next;      /* behind the last event: what was read last */
	Place here;       /* where the parser stands */
	const Node *open; /* the innermost open element; NULL: none */
	Diags *diags;
} Trouble;

/* Tells it. False: the file cannot be understood from here on. */
bool xml_trouble(const Trouble *t);
