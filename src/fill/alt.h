/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * alt.h: what a figure says to those who cannot see it.
 *
 * A figure makes a small element of its data, and a text of the layout is said as if
 * that element were the record: the figure's own `alt`, else the common text "<name>-alt". Numbers have
 * the digits of the data, rounded where they are printed so; a `figure` is what is printed beside a mark, in
 * the page's language. So a text that says figures agrees with what is seen, whatever the format.
 *
 *	<ladder value="98" of="100" first="1"/>
 *	<donut value="11"/>
 *	<icon-array value="31" figure="31%" of="100"/>
 *	<locator-map label="Kunming" lat="25.04" ns="north" lon="102.72" ew="east" across="60"/>
 *	<locator-map placeholder="Not known"/>
 *	<bar-chart title="Patents" count="3" least="5%" most="12%" spread="yes">
 *		<item label="Optics" value="12" figure="12%"/> …</bar-chart>
 *	<treemap title="Patents" count="3" whole="25%"> … (alt_items.h)
 *	<dot-plot …><item label="Optics" from="10" from-figure="10%" value="12" figure="12%"/> …
 *	<placeholder title="Patents" placeholder="Not supplied"/>
 *	<sparkline count="5" first="3" last="9" least="2" most="9"><item value="3" figure="3"/> …</sparkline>
 *	<more more="3" shown="10" all="13"/>
 *
 * Every item is in it, be its mark left out by a limit, or too small to be seen.
 */
#include "fill/datum.h"

/* A small element called `name`; its attributes are added one by one, empty ones are left out. */
Node *alt_node(Arena *a, const char *name, Place place);
void alt_attr(Arena *a, Node *node, const char *name, const char *value);
/* The same, of a datum as it is printed. */
void alt_datum(Speaker *speaker, Node *node, const char *name, const Datum *datum);
/* A child for `node`, behind its last (`last` NULL: its first). */
Node *alt_child(Arena *a, Node *node, Node *last, const char *name);

/* The alternative text of the figure `element`, whose data is `node`. NULL for page furniture. */
const char *alt_text(Speaker *speaker, const Element *element, const Node *node);
/* What a text of the layout says on that data. */
Words alt_say(Speaker *speaker, const Pattern *text, const Style *style, const Node *node);
/* The same, of what stands in no data: the numbers along a scale, say. */
Words alt_say_plain(Speaker *speaker, const Pattern *text, const Style *style, const Node *node);
/* What is written for a picture, seen from where it stands. */
const char *alt_written(Speaker *speaker, const Element *element, const Standing *at);
/* A common text such as "ladder-first", said on the figure's data. */
Words alt_common(Speaker *speaker, const Element *element, const char *id, const Style *style,
		 const Node *node);
