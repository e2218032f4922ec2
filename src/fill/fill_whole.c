/* SPDX-License-Identifier: MIT */
#include "fill/fill_whole.h"

/* Where the last of items that cannot be added up stands. */
static Place items_place(const ChartItem *items, int count)
{
	return items[count - 1].origin.data.file ? items[count - 1].origin.data
						 : items[count - 1].origin.layout;
}

/* Without noughts at its end. */
static int decimals_of(Decimal value)
{
	int decimals = 6;
	for (; decimals > 0 && value % 10 == 0; decimals--)
		value /= 10;
	return decimals;
}

static bool items_add(Speaker *speaker, const ChartItem *items, int count, Decimal *sum)
{
	*sum = 0;
	for (int i = 0; i < count; i++) {
		if (items[i].value <= INT64_MAX - *sum) {
			*sum += items[i].value;
			continue;
		}
		Diags *diags = speaker_trouble(speaker);
		diag_error(diags, items_place(items, count), DIAG_DATA,
			   "these parts together are more than can be counted");
		diag_hint(diags, "write them in thousands or in millions");
		return false;
	}
	return true;
}

bool fill_whole(Speaker *speaker, const ChartSpec *spec, const ChartItem *items, int count,
		const Standing *at, Decimal *out)
{
	Datum of;
	Decimal sum;
	if (!items_add(speaker, items, count, &sum))
		return false;
	*out = sum;
	if (!spec->of)
		return true;
	if (!datum_find(speaker, spec->of, at, &of) || !datum_number(speaker, &of, out))
		return false;
	if (*out >= sum)
		return true;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(&of), DIAG_DATA,
		   "%s is %s, but its parts at %s are %s together", of.name, of.text,
		   place_text(speaker->arena, items_place(items, 1)),
		   decimal_text(speaker->arena, sum, decimals_of(sum)));
	diag_hint(diags, "correct the parts, or the whole");
	return false;
}
