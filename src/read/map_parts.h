/* SPDX-License-Identifier: MIT */
#pragma once
/* map_parts.h: what the files that read a map share: map.c the elements, map_words.c what braces hold. */
#include "base/list.h"
#include "model/map.h"

typedef struct Mapping {
	Arena *a;
	Diags *diags;
	Map *map;
	List columns;  /* of MapColumn */
	MapList *each; /* the list whose items the element at hand is made for; NULL: none */
} Mapping;

/* The words and braces of `text`, which stands at `place`. */
MapText map_text_read(Mapping *m, const char *text, Place place);
/* "a or b and not c = 'x'". NULL when it is wrong; told. */
const MapCondition *map_condition_read(Mapping *m, const char *text, Place place);
/* A column by its name, quotation marks taken off: of the map's own attributes. */
CellRef map_column_read(Mapping *m, const char *text, Place place);
