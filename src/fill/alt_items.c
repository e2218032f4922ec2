/* SPDX-License-Identifier: MIT */
#include "fill/alt_items.h"

#include "base/str.h"
#include "fill/share.h"

#include <string.h>

enum { RANGE_LEAST = 3 }; /* fewer figures are heard as fast as their range */

/* A thousand values of 10^18 millionths. */
__extension__ typedef __int128 Wide;

static const Decimal decimal_most = (Decimal)1000000000000 * DECIMAL_ONE - 1;

/* The extremes among values, and the words for them. */
typedef struct Range {
	Decimal least, most;
	const char *least_figure, *most_figure; /* NULL: none yet */
} Range;

static void range_take(Range *range, const Node *item, const char *value, const char *figure)
{
	Decimal number;
	const char *text = node_value(item, value), *words = node_value(item, figure);
	if (!text || !words || !decimal_read(text, &number))
		return;
	if (!range->least_figure || number < range->least) {
		range->least = number;
		range->least_figure = words;
	}
	if (!range->most_figure || number > range->most) {
		range->most = number;
		range->most_figure = words;
	}
}

static int decimals_of(const char *value)
{
	const char *point = strchr(value, '.');
	return point ? (int)strlen(point + 1) : 0;
}

/* The sum of all values as the data writes numbers; NULL when there is none to be said. */
static const char *sum_text(Arena *a, const Node *node)
{
	Wide sum = 0;
	int decimals = 0;
	for (const Node *item = node_child(node, "item"); item; item = node_next(item, "item")) {
		Decimal number;
		const char *text = node_value(item, "value");
		if (!text || !decimal_read(text, &number) || number < 0)
			return NULL;
		sum += number;
		decimals = decimals_of(text) > decimals ? decimals_of(text) : decimals;
	}
	if (sum > decimal_most)
		return NULL;
	Decimal exact = (Decimal)sum;
	int64_t units;
	share_rounded(a, &exact, 1, decimals, &units);
	return share_text(a, units, decimals);
}

const char *alt_formatted(Speaker *speaker, Place place, const char *value, Format format)
{
	static const Step step = {STEP_ATTRIBUTE, "value", NULL, NULL};
	static const Expr path = {.kind = EXPR_PATH, .source = "@value", .steps = &step};
	Pattern pattern = {.kind = PATTERN_VALUE, .value = &path, .format = format};
	Node *alone = alt_node(speaker->arena, "number", place);
	alt_attr(speaker->arena, alone, "value", value);
	return alt_say(speaker, &pattern, NULL, alone).text;
}

static void whole_tell(Speaker *speaker, Node *node, Format format)
{
	bool number = format == FORMAT_NONE || format == FORMAT_NUMBER || format == FORMAT_PERCENT;
	if (format == FORMAT_SHARE)
		alt_attr(speaker->arena, node, "whole",
			 alt_formatted(speaker, node->place, "100", FORMAT_PERCENT));
	const char *sum = number ? sum_text(speaker->arena, node) : NULL;
	if (sum)
		alt_attr(speaker->arena, node, "whole",
			 alt_formatted(speaker, node->place, sum, format));
}

void alt_items_tell(Speaker *speaker, Node *node, Format format, bool whole)
{
	Range range = {0};
	int count = 0;
	for (const Node *item = node_child(node, "item"); item; item = node_next(item, "item")) {
		range_take(&range, item, "value", "figure");
		range_take(&range, item, "from", "from-figure");
		count++;
	}
	alt_attr(speaker->arena, node, "count", str_format(speaker->arena, "%d", count));
	alt_attr(speaker->arena, node, "least", range.least_figure);
	alt_attr(speaker->arena, node, "most", range.most_figure);
	if (count >= RANGE_LEAST && !str_equal(range.least_figure, range.most_figure))
		alt_attr(speaker->arena, node, "spread", "yes");
	if (whole)
		whole_tell(speaker, node, format);
}
